"""What the program knows about plans and practices, written out."""
