"""Scanned papers on the screen: shown, zoomed and turned, attached and taken away."""
