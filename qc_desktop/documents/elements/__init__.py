"""One file per kind of element that a page can hold."""
