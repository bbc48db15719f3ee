"""A small streaming writer of PDF 1.7 (ISO 32000-1): pages leave memory as soon as they are written.

General libraries keep every page until the end and name fonts that a file does not hold; see ``performance.md``.
"""
