"""The office's own label sheets: sizes typed, the sheet drawn beside them."""
