"""A new batch: what it is to be, how its labels look, and its issue."""
