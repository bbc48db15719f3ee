"""标识的版面: the lines of a label, size by size."""
