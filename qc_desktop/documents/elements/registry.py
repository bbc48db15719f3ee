"""Every kind of element, in the order in which the editor offers them."""

from __future__ import annotations

from qc_desktop.documents.elements.base import Element
from qc_desktop.documents.elements.border import Border
from qc_desktop.documents.elements.flow import Flow
from qc_desktop.documents.elements.frame import Frame
from qc_desktop.documents.elements.label import Label
from qc_desktop.documents.elements.line import LineElement
from qc_desktop.documents.elements.ornament import Ornament
from qc_desktop.documents.elements.picture import Picture
from qc_desktop.documents.elements.seal import Seal
from qc_desktop.documents.elements.table import Table
from qc_desktop.documents.elements.text import TextElement
from qc_desktop.documents.elements.vertical import VerticalText

ELEMENTS: tuple[type[Element], ...] = (
    TextElement,
    VerticalText,
    Flow,
    Table,
    LineElement,
    Frame,
    Border,
    Ornament,
    Picture,
    Seal,
    Label,
)


def element_kind(kind: str) -> type[Element]:
    """The element called ``kind`` in a layout. Raises KeyError where there is none."""
    return {known.KIND: known for known in ELEMENTS}[kind]
