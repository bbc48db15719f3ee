"""The first start: how to begin."""
