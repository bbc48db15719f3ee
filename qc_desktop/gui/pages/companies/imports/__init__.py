"""Bringing a list in: choose a file, check its columns, look at what it would do, import."""
