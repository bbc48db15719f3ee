"""The year in numbers: counted, drawn, written down for those who ask, and put away."""
