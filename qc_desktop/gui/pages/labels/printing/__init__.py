"""A batch on its way to paper: which sheet, which labels, where it begins, to files or to a printer."""
