"""寄送 and 对账: what went out, and whether everything that was selected did."""
