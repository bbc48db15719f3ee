"""字句: what a document says, as plain text."""
