"""Documents changed at random until the parser breaks, or does not: `python -m benchmarks.mutants`."""
