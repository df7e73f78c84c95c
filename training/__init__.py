"""Trains the parser's language model on text that this package writes: `python -m training`."""
