"""Faults at random while resumes flow in, and what must hold afterwards: `python -m tests.faults --help`."""
