"""Fonts: what ships and what an office added, which characters they have, and files from outside looked at."""
