"""The practices themselves, one module per topic."""
