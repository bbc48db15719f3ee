from __future__ import annotations

import hashlib
import io

import pytest
from PIL import Image

from qc_desktop.documents.elements.border import Border
from qc_desktop.documents.elements.frame import Frame
from qc_desktop.documents.elements.line import LineElement
from qc_desktop.documents.elements.ornament import Ornament
from qc_desktop.documents.elements.picture import Picture
from qc_desktop.documents.layout import Background
from qc_desktop.documents.layout.editing import changed
from qc_desktop.documents.preview import page_png
from qc_desktop.documents.rendering import render_bytes
from qc_desktop.documents.sheets import DRAFT, Appearance
from qc_desktop.errors import UserError
from tests.documents.samples import make_sheet

DPI = 50


def picture(colour: str = "red", size: tuple[int, int] = (40, 20), kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind)
    return out.getvalue()


def pixel(png: bytes, x: float, y: float) -> tuple[int, ...]:
    """The colour at x, y mm."""
    image = Image.open(io.BytesIO(png)).convert("RGB")
    return image.getpixel((round(x / 25.4 * DPI), round(y / 25.4 * DPI)))


@pytest.mark.parametrize("dash", ["solid", "dashed", "dotted"])
def test_lines(drawn_with, dash: str) -> None:
    line = LineElement(id="one", x=20.0, y=60.0, width=0.0, height=60.0, weight=4.0, colour="#FF0000", dash=dash)
    assert pixel(drawn_with(line), 20.0, 60.8)[0] > 200
    assert pixel(drawn_with(line), 20.0, 60.8)[1] < 120


@pytest.mark.parametrize("radius", [0.0, 4.0, 50.0])
def test_a_frame_covers_what_lies_below_where_it_is_filled(drawn_with, radius: float) -> None:
    frame = Frame(id="one", x=20.0, y=60.0, width=40.0, height=30.0, fill="#00FF00", radius=radius)
    assert pixel(drawn_with(frame), 40.0, 75.0) == (0, 255, 0)
    hollow = Frame(id="one", x=20.0, y=60.0, width=40.0, height=30.0, weight=0.0)
    assert pixel(drawn_with(hollow), 30.0, 70.0) == (255, 255, 255)


@pytest.mark.parametrize("style", ["guilloche", "double", "plain"])
def test_borders(drawn_with, style: str) -> None:
    border = Border(id="one", x=20.0, y=55.0, width=100.0, height=60.0, style=style)
    without = drawn_with(Frame(id="one", x=20.0, y=60.0, width=1.0, height=1.0, weight=0.0))
    assert drawn_with(border) != without


def test_two_borders_and_rosettes_keep_their_parts_apart(drawn_with, layout) -> None:
    made = changed(
        layout, elements=(Border(id="b2", x=60.0, y=60.0, width=80.0, height=60.0, band=4.0), *layout.elements)
    )
    made = changed(made, elements=(Ornament(id="r2", x=30.0, y=60.0, width=20.0, height=20.0), *made.elements))
    data = render_bytes(make_sheet(1, template=made.sha256), {made.sha256: made})
    assert page_png(data, dpi=DPI) != drawn_with(Frame(id="one", x=20.0, y=60.0, width=1.0, height=1.0, weight=0.0))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_keeps_its_shape_in_its_box(drawn_with, kind: str) -> None:
    content = picture(kind=kind)
    sha256 = hashlib.sha256(content).hexdigest()
    whole = Picture(id="one", x=20.0, y=60.0, width=40.0, height=40.0, picture=sha256)
    page = drawn_with(whole, pictures={sha256: content})
    assert pixel(page, 40.0, 80.0)[0] > 240
    assert pixel(page, 40.0, 80.0)[1] < 20
    assert pixel(page, 40.0, 63.0) == (255, 255, 255)
    stretched = Picture(id="one", x=20.0, y=60.0, width=40.0, height=40.0, picture=sha256, fit="stretch")
    assert pixel(drawn_with(stretched, pictures={sha256: content}), 40.0, 63.0)[1] < 20


def test_ink_darkens_and_does_not_cover(drawn_with) -> None:
    content = picture("yellow")
    sha256 = hashlib.sha256(content).hexdigest()
    box = {"id": "one", "x": 9.0, "y": 60.0, "width": 8.0, "height": 8.0, "picture": sha256, "fit": "stretch"}
    covered, inked = (drawn_with(Picture(**box, ink=ink), pictures={sha256: content}) for ink in (False, True))
    assert covered != inked


def test_a_picture_that_is_not_there_stops_the_page(drawn_with) -> None:
    with pytest.raises(UserError) as refused:
        drawn_with(Picture(id="one", x=20.0, y=60.0, width=40.0, height=40.0, picture="0" * 64))
    assert refused.value.code == "documents.picture_missing"


def test_the_scan_of_the_stock_is_shown_and_never_printed(layout) -> None:
    content = picture("blue", (297, 210))
    sha256 = hashlib.sha256(content).hexdigest()
    made = changed(layout, background=Background(sha256))
    made = made.with_resources(type(made.resources)({sha256: content}))
    sheet, layouts = make_sheet(1, template=made.sha256), {made.sha256: made}
    shown = page_png(render_bytes(sheet, layouts, Appearance(background=True)), dpi=DPI)
    printed = page_png(render_bytes(sheet, layouts, Appearance()), dpi=DPI)
    assert pixel(shown, 5.0, 5.0)[0] < 200
    assert pixel(printed, 5.0, 5.0) == (255, 255, 255)


def test_what_stands_on_the_stock_is_left_out_where_that_is_printed_on(layout) -> None:
    from dataclasses import replace

    elements = [replace(one, stock=one.id in ("border", "title", "scope")) for one in layout.elements]
    made = changed(layout, elements=tuple(elements))
    sheet, layouts = make_sheet(1, template=made.sha256), {made.sha256: made}
    plain = page_png(render_bytes(sheet, layouts), dpi=DPI)
    on_stock = page_png(render_bytes(sheet, layouts, Appearance(on_stock=True)), dpi=DPI)
    assert pixel(plain, 9.0, 100.0) != (255, 255, 255)
    assert pixel(on_stock, 9.0, 100.0) == (255, 255, 255)


def test_a_draft_says_so_across_the_page(layout, layouts) -> None:
    sheet = make_sheet(1)
    assert render_bytes(sheet, layouts, Appearance(mark=DRAFT)) != render_bytes(sheet, layouts)
