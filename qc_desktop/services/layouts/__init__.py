"""版式: the office's own layouts, which one is in use, their pictures, their wording, and how they travel."""
