"""The layout of labels that ships with this version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qc_desktop.documents.labels.layout import label_of
from qc_desktop.documents.layout.shipped import load_design
from qc_desktop.domain.labels import KIND

if TYPE_CHECKING:
    from qc_desktop.documents.labels.layout import LabelLayout


def label_layout() -> LabelLayout:
    """The layout that ships."""
    return label_of(load_design(KIND))
