"""What was issued from a layout of the first format is drawn as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from qc_desktop.documents.composing import compose
from qc_desktop.documents.layout import by_hash
from qc_desktop.documents.layout.editing import changed
from qc_desktop.documents.layout.reading import parse_layout
from qc_desktop.documents.rendering import render_bytes
from qc_desktop.errors import UserError
from tests.documents.reference import reference_path
from tests.documents.samples import make_record, make_sheet
from tests.documents.test_reference import difference

FIRST = (Path(__file__).parent / "first_format.toml").read_text(encoding="utf-8")
HASH = "9a3627596249c331925c0555d23980acb4bc38349f48773273bbc0202fd41e7f"


def test_it_keeps_the_hash_that_stands_in_the_records() -> None:
    assert parse_layout(FIRST).sha256 == HASH


def test_its_page_is_the_one_that_was_printed() -> None:
    first = parse_layout(FIRST)
    sheet = make_sheet(128, "示例（集团）青禾电器股份有限公司", template=first.sha256)
    count, _ = difference(render_bytes(sheet, by_hash(first)), reference_path(first.kind).read_bytes())
    assert count == 0


def test_the_layout_that_ships_says_the_same(layout) -> None:
    record = make_record()
    first = compose(record, parse_layout(FIRST), 2)
    assert [(text.line.text, text.size) for text in first] == [
        (text.line.text, text.size) for text in compose(record, layout, 2)
    ]


def test_saved_again_it_is_of_the_present_format() -> None:
    first = parse_layout(FIRST)
    again = parse_layout(changed(first, edition=2).text)
    assert "format = 2" in again.text
    assert [one.id for one in again.elements] == [one.id for one in first.elements]


@pytest.mark.parametrize("table", ["[boxes.qr]", "[places.scope]", "[flow]"])
def test_one_that_lacks_something_is_refused(table: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_layout(FIRST.replace(table, "[other]"))
    assert refused.value.code.startswith("documents.layout_")
