"""A picture or a filled frame over printed text: found by its place, whatever a reader of the file still finds."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace

import pytest
from PIL import Image

from qc_desktop.documents.composing import values_of
from qc_desktop.documents.elements.frame import Frame
from qc_desktop.documents.elements.picture import Picture
from qc_desktop.documents.elements.text import TextElement
from qc_desktop.documents.layout import Accepted, Resources, covering
from qc_desktop.documents.layout.covering import covered
from qc_desktop.documents.layout.editing import changed
from qc_desktop.documents.layout.extents import Extent
from qc_desktop.documents.layout.print_check import check_print
from qc_desktop.documents.layout.room import free_place
from qc_desktop.documents.layout.sampling import sample_record
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.documents.preflight import check_sheet
from qc_desktop.documents.registry import DOCUMENT_TYPES
from qc_desktop.documents.types import PAGE
from qc_desktop.messages import messages
from tests.documents.samples import PREFIX, make_record

LAYOUT = load_layout("pledge_display_certificate")
TITLE = LAYOUT.element("title")
BOX = {"id": "one", "name": "示例插图", "x": 60.0, "width": 120.0, "height": 16.0}


def laid_over(*elements, place: int | None = None):
    """The layout with ``elements`` on top, or lower down."""
    all_of = list(LAYOUT.elements)
    at = len(all_of) if place is None else place
    return changed(LAYOUT, elements=(*all_of[:at], *elements, *all_of[at:]))


def illustrated(alpha: int = 255, **values):
    """With a picture of so much opacity over the title."""
    out = io.BytesIO()
    Image.new("RGBA", (240, 32), (200, 0, 0, alpha)).save(out, "PNG")
    sha256 = hashlib.sha256(out.getvalue()).hexdigest()
    made = Picture(**{**BOX, "y": TITLE.y - 14.0, "picture": sha256, **values})
    return laid_over(made).with_resources(Resources({sha256: out.getvalue()}))


def codes(layout) -> list[str]:
    return [one.code.removeprefix("preflight.") for one in covered(layout)]


@pytest.mark.parametrize("kind", [known.kind for known in DOCUMENT_TYPES if known.form == PAGE])
def test_nothing_lies_over_the_texts_of_what_ships(kind: str) -> None:
    assert covered(load_layout(kind)) == []


def test_a_picture_over_the_title_is_an_error_that_names_both() -> None:
    (found,) = [one for one in check_print(illustrated()) if one.code == "preflight.text_hidden"]
    assert found.field == "one"
    said = messages("zh_CN").of(found)
    assert "示例插图" in said
    assert "证书名称" in said


def test_a_part_of_it_asks_for_a_reason_and_most_of_it_takes_none() -> None:
    part = illustrated(y=TITLE.y - 23.0)
    assert codes(part) == ["text_covered"]
    assert codes(changed(part, accepted=(Accepted("one/title", "底纹由设计师定稿"),))) == []
    assert codes(changed(part, accepted=(Accepted("one/title", "."),))) == ["text_covered"]
    whole = changed(illustrated(), accepted=(Accepted("one/title", "底纹由设计师定稿"),))
    assert codes(whole) == ["text_hidden"]


@pytest.mark.parametrize("fill", ["#FFFFFF", ""])
def test_a_frame_hides_where_it_is_filled(fill: str) -> None:
    frame = Frame(**BOX, y=TITLE.y - 14.0, fill=fill)
    assert codes(laid_over(frame)) == (["text_hidden"] if fill else [])
    assert codes(laid_over(frame, place=0)) == []  # below the text it hides nothing


def test_what_shows_the_text_is_no_cover() -> None:
    assert codes(illustrated(ink=True)) == []
    assert codes(illustrated(alpha=90)) == []  # a watermark
    assert codes(illustrated(y=TITLE.y + 1.6, height=3.0)) == []  # beside it
    assert codes(illustrated(x=30.0, width=30.0, fit="stretch")) == []  # beside its words, in its box


def test_a_long_name_that_runs_below_a_picture_is_found_before_it_is_numbered() -> None:
    holder = LAYOUT.element("flow")
    layout = illustrated(x=holder.x, y=holder.y + 12.0, width=60.0, height=14.0, fit="stretch")

    def found(name: str) -> list[str]:
        return [one.field for one in check_sheet(make_record(holder=name), layout, PREFIX)]

    assert found("示例公司") == []
    assert found("示例" * 24 + "公司") == ["one"]


def test_a_label_hides_the_text_below_it() -> None:
    label = LAYOUT.element("qr")
    under = replace(LAYOUT.element("number"), x=label.x, y=label.y + 10.0, width=label.width, text=("示例",))
    made = changed(LAYOUT, elements=tuple(under if one.id == "number" else one for one in LAYOUT.elements))
    assert codes(made) == ["text_hidden"]


def written(**values) -> TextElement:
    return TextElement(**{"id": "one", "x": TITLE.x, "y": TITLE.y, "width": TITLE.width, "text": ("文字",), **values})


def test_a_text_over_another_is_found_and_named() -> None:
    (found,) = covered(laid_over(written(align="centre", size=20.0)))
    assert (found.code, found.field) == ("preflight.texts_lost", "one")
    assert messages("zh_CN").of(found) == "“文字”和“证书名称”的文字印在了一起，无法看清。请移开。"
    part = laid_over(written(align="centre", size=20.0, y=TITLE.y + 4.6))
    assert codes(part) == ["texts_crossed"]
    assert codes(changed(part, accepted=(Accepted("one/title", "底纹由设计师定稿"),))) == []


def test_something_new_finds_room_beside_what_is_printed() -> None:
    letter = load_layout("invitation_letter")
    values = values_of(sample_record(letter), letter)
    place = free_place(letter, letter.elements, values, Extent(75.0, 99.0, 60.0, 7.0))
    new = TextElement(id="one", x=place.x, y=place.bottom, width=60.0, text=("文字",))
    assert place.x > 0
    assert covered(changed(letter, elements=(*letter.elements, new))) == []


def test_texts_that_never_meet_on_paper_are_left_alone() -> None:
    assert codes(laid_over(written(align="centre", y=TITLE.y - 20.0))) == []
    assert codes(laid_over(written(align="centre", colour="pale"))) == []  # a watermark
    assert codes(laid_over(written(align="centre", only_without="holder"))) == []


def test_a_name_that_grows_into_a_text_is_found_for_its_record_alone() -> None:
    number = LAYOUT.element("number")
    below = written(text=("{holder}",), lines=4, size=16.0, x=number.x, y=number.y - 8.0, width=60.0, anchor="first")
    layout = changed(laid_over(below), elements=(number, below))
    assert [len(covered(layout, make_record(holder=name))) for name in ("示例公司", "示例" * 20)] == [0, 1]


@pytest.mark.parametrize("kind", [known.kind for known in DOCUMENT_TYPES if known.form == PAGE])
def test_what_ships_is_looked_at_in_few_pairs(kind: str) -> None:
    assert len(covering._pairs(load_layout(kind))) < 3
