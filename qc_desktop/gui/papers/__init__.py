"""信函与标签 from wherever companies are chosen."""
