"""Text to plan and back: statements, parsing that never raises, positions, loading, saving."""
