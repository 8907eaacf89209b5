"""What people and pipelines read of a review."""
