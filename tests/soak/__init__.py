"""Random edits, few of them for the test suite and many for `make soak`."""
