"""Ratios, measured with the peer in the same run; see README.md. Nothing here is asserted."""
