"""版式: which layouts there are, their wording, and the page laid out by hand."""
