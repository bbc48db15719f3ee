from __future__ import annotations

from collections.abc import Callable

import pytest

from qc_desktop.documents.composing import values_of
from qc_desktop.documents.elements.base import Element
from qc_desktop.documents.layout import Layout, Resources
from qc_desktop.documents.layout.editing import changed
from qc_desktop.documents.preview import page_png
from qc_desktop.documents.rendering import render_bytes
from qc_desktop.documents.scene import Text
from qc_desktop.documents.sheets import Appearance
from tests.documents.samples import make_record, make_sheet

Texts = Callable[..., list[Text]]


@pytest.fixture
def texts_of(layout: Layout) -> Texts:
    """The lines of one element for a record with some values."""

    def lines(element: Element, **record: object) -> list[Text]:
        return element.texts(layout, values_of(make_record(**record), layout))

    return lines


@pytest.fixture
def drawn_with(layout: Layout) -> Callable[..., bytes]:
    """A page on which one element more lies, as a PNG."""

    def page(element: Element, appearance: Appearance = Appearance(), **resources: object) -> bytes:
        made = changed(layout, elements=(*layout.elements, element)).with_resources(Resources(**resources))
        sheet = make_sheet(1, template=made.sha256)
        return page_png(render_bytes(sheet, {made.sha256: made}, appearance), dpi=50)

    return page
