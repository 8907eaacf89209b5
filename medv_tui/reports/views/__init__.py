"""What a plan says about one topic of the documentation, for a person and for a script."""
