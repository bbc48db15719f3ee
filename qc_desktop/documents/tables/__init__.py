"""Printed tables: their columns, their pages, the document around them."""
