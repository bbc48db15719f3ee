"""回表: sending prefilled forms out, and taking a folder of returned ones in."""
