"""What the right half of the companies page shows of one company."""
