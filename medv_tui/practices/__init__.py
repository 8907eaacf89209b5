"""What the MED-V 2.0 documentation asks of a plan, and where a plan stands with it."""
