"""To a new PC in one file, and out of it again."""
