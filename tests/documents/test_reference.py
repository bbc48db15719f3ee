from __future__ import annotations

import io
import re
import tempfile
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from qc_desktop.documents.layout import by_hash
from qc_desktop.documents.layout.reading import parse_layout
from qc_desktop.documents.preview import page_count, page_png
from qc_desktop.documents.registry import DOCUMENT_TYPES
from qc_desktop.documents.rendering import render_bytes
from tests.documents.reference import OTHERS, reference_path, render_reference
from tests.documents.samples import make_sheet

DPI = 100
TOLERANCE = 40
"""Grey levels: rasterisers of different builds may differ at the edges of lines."""


def difference(made: bytes, wanted: bytes, page: int = 0) -> tuple[int, Image.Image]:
    """How many pixels of a page differ clearly, and the picture of the differences."""
    pictures = [Image.open(io.BytesIO(page_png(data, page, DPI))).convert("L") for data in (made, wanted)]
    assert pictures[0].size == pictures[1].size
    apart = ImageChops.difference(*pictures)
    return sum(apart.histogram()[TOLERANCE:]), apart


@pytest.mark.parametrize("kind", sorted({*(known.kind for known in DOCUMENT_TYPES), *OTHERS}))
def test_pages_look_like_their_reference(kind) -> None:
    made, wanted = render_reference(kind), reference_path(kind).read_bytes()
    assert page_count(made) == page_count(wanted)
    for page in range(page_count(made)):
        count, apart = difference(made, wanted, page)
        if count > 20:
            kept = Path(tempfile.mkdtemp(prefix="reference-")) / f"{kind}-{page + 1}.png"
            apart.save(kept)
            pytest.fail(f"{count} pixels differ from {reference_path(kind).name}; the differences: {kept}")


def unpacked(data: bytes) -> list[bytes]:
    """What stands in the streams of a PDF: other builds of zlib pack the same otherwise."""
    found = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    return [_inflated(stream) for stream in found]


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def test_a_sheet_of_labels_is_its_reference_to_the_byte() -> None:
    wanted = unpacked(reference_path("verification_label").read_bytes())
    assert len(wanted) > 5
    assert unpacked(render_reference("verification_label")) == wanted


def test_a_title_moved_by_half_a_millimetre_is_noticed(layout) -> None:
    moved = parse_layout(layout.text.replace("y = 43.5", "y = 44.0"))
    assert moved.sha256 != layout.sha256
    made = render_bytes(make_sheet(1, template=moved.sha256), by_hash(moved))
    wanted = render_bytes(make_sheet(1), by_hash(layout))
    assert difference(made, wanted)[0] > 500
