"""The year in numbers."""
