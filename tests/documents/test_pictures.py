"""Pictures on paper: as many pixels as the finest printer shows, never more than there are, always the same bytes."""

from __future__ import annotations

import hashlib
import io

import pikepdf
import pytest
from PIL import Image

from qc_desktop.documents.elements.picture import Picture
from qc_desktop.documents.layout import Layout, Resources
from qc_desktop.documents.layout.editing import changed
from qc_desktop.documents.layout.sampling import sample_record
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.documents.papers import paper_bytes
from qc_desktop.documents.pictures import thinned


def noise(width: int, height: int) -> bytes:
    """A picture that nothing packs small."""
    out = io.BytesIO()
    Image.effect_noise((width, height), 80).convert("RGB").save(out, "JPEG", quality=90)
    return out.getvalue()


def illustrated(content: bytes, *boxes: tuple[float, float], fit: str = "whole") -> Layout:
    layout = load_layout("envelope_dl")
    sha256 = hashlib.sha256(content).hexdigest()
    found = tuple(
        Picture(id=f"emblem{place}", x=20.0, y=60.0, width=width, height=height, picture=sha256, fit=fit)
        for place, (width, height) in enumerate(boxes)
    )
    return changed(layout, elements=(*layout.elements, *found)).with_resources(Resources({sha256: content}))


def printed(layout: Layout) -> bytes:
    return paper_bytes(sample_record(layout), layout)


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = [one for one in opened.objects if isinstance(one, pikepdf.Stream) and one.get("/SMask") is not None]
        return sorted((int(one.Width), int(one.Height)) for one in found)


@pytest.mark.parametrize(
    ("size", "box", "stretched", "enough"),
    [
        ((6000, 3000), (25.4, 25.4), False, (600, 300)),
        ((6000, 3000), (25.4, 25.4), True, (600, 600)),
        ((3000, 300), (25.4, 25.4), True, (600, 300)),
        ((40, 20), (100.0, 100.0), False, (40, 20)),
        ((40, 20), (0.0, 0.0), False, (1, 1)),
    ],
)
def test_a_picture_has_the_pixels_that_are_seen(size, box, stretched, enough) -> None:
    assert thinned(size, box, stretched=stretched) == enough


def test_a_large_picture_is_thin_on_paper_and_whole_in_the_layout() -> None:
    content = noise(3000, 2000)
    layout = illustrated(content, (15.0, 10.0))
    made = printed(layout)
    assert sizes(made) == [(355, 237)]
    assert len(made) - len(printed(load_layout("envelope_dl"))) < 355 * 237 * 3
    assert printed(layout) == made
    assert list(layout.resources.pictures.values()) == [content]


def test_what_is_coarser_than_paper_stays_as_it_is() -> None:
    assert sizes(printed(illustrated(noise(60, 40), (60.0, 40.0)))) == [(60, 40)]


def test_a_picture_in_two_sizes_is_fine_in_both() -> None:
    layout = illustrated(noise(1200, 800), (30.0, 20.0), (15.0, 10.0), (15.0, 10.0))
    assert sizes(printed(layout)) == [(355, 237), (709, 473)]
