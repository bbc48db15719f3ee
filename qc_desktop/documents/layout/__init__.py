"""Layouts: a page's elements, its printed words and colours, as data; read, checked and written here.

Lengths are millimetres from the page's top left corner (y downwards, a text's y is its baseline), sizes and weights of
lines are points, tracking and indent are ems. A layout's hash is frozen into each record, its text beside it, so that
an old certificate is rendered again as it was.
"""

from qc_desktop.documents.layout.model import Accepted, Background, Design, Layout, Resources, by_hash
from qc_desktop.documents.units import POINTS_PER_MM

__all__ = [
    "POINTS_PER_MM",
    "Accepted",
    "Background",
    "Design",
    "Layout",
    "Resources",
    "by_hash",
]
