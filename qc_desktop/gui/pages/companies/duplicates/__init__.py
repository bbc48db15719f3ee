"""Suspected duplicates, and making one company of two."""
