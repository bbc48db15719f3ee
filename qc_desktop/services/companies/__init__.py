"""Member companies: looking at them, editing them, bringing lists of them in."""
