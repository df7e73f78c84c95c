"""Mutated and crafted files through the process that reads: `python -m benchmarks.hostile`."""
