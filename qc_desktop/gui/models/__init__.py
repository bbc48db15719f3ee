"""Table models over row sources."""
