"""Pure figures: guest memory and disk space, each with the terms it was made of."""
