"""A planning dashboard for Microsoft Enterprise Desktop Virtualization (MED-V) 2.0."""

__version__ = "0.1.0"
