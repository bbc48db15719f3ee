"""Labels that were seen: what is suspicious about them, and visits out of a website's records."""
