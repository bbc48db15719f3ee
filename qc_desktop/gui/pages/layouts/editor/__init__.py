"""版面: a page to lay out by hand."""
