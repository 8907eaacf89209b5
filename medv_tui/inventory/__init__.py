"""Fleets in CSV files: bytes of whatever tool wrote them to columns of host facts."""
