"""The printers that the window reaches: through Qt on Windows, through CUPS elsewhere."""
