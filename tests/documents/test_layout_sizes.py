"""Layouts of any size: what is too much is refused at once, what is accepted is set in a moment."""

from __future__ import annotations

from typing import Any

import pytest
import tomli_w

from qc_desktop.documents.layout.reading import parse_design
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.errors import UserError
from qc_desktop.messages import messages
from tests.documents.strange_layouts import PLACE, every_kind, outcome
from tests.samples import refused

SHIPPED = load_layout("pledge_display_certificate").text
HEADING = 'label_heading = "'
ROOM = 300 - len(every_kind()["element"])
SHRINKS = {**PLACE, "size": 300.0, "smallest": 3.0, "lines": 200}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(SHIPPED + "# " + "很" * 10_000_000, id="a remark of 30 MB"),
        pytest.param(SHIPPED.replace(HEADING, HEADING + "A" * 10_000_000), id="a heading of 10 MB"),
        pytest.param(SHIPPED.replace(HEADING, HEADING + "A" * 380_000), id="a heading of 380 kB"),
        pytest.param(SHIPPED + "\n[z]\na=" + "[" * 100_000 + "]" * 100_000, id="deep lists"),
        pytest.param(SHIPPED + "\n[" + ".".join("a" * 5_000) + "]\n", id="deep tables"),
        pytest.param("approval = 1" + "0" * 5_000 + "\n" + SHIPPED, id="a number of 5,000 digits"),
        pytest.param("approval = 2026-03-15\n" + SHIPPED, id="a date"),
        pytest.param(SHIPPED.replace("width = 297.0", "width = 1e400"), id="infinity"),
    ],
)
def test_what_is_too_much_is_refused(text: str) -> None:
    assert outcome(text) == "refused"


def with_elements(*elements: dict[str, Any]) -> str:
    made = every_kind()
    return tomli_w.dumps({**made, "element": [*made["element"], *elements]})


def many(kind: str, count: int, **entries: Any) -> str:
    return with_elements(*({"kind": kind, "id": f"e{place}", **PLACE, **entries} for place in range(count)))


def test_three_hundred_elements_are_the_most() -> None:
    assert outcome(many("text", ROOM, text="{holder}", smallest=5.0)) == "rendered"
    with refused("documents.layout_too_many"):
        parse_design(many("text", ROOM + 1, text="{holder}", smallest=5.0))
    assert outcome(many("border", ROOM, width=1200.0, height=1200.0, band=1.0)) == "rendered"


@pytest.mark.parametrize("long", [1_990, 3_000])
@pytest.mark.parametrize("char", ["很，", "A", "A B-"])
@pytest.mark.parametrize("width", [0.0, 1200.0])
def test_long_texts_are_set_or_refused_in_a_moment(char: str, width: float, long: int) -> None:
    text = (char * long)[:long]
    ways: list[dict[str, Any]] = [
        {"kind": "text", "align": "left", "text": text},
        {"kind": "text", "align": "justify", "text": text},
        {"kind": "vertical", "text": text},
        {"kind": "table", "column": [{"title": text, "text": "{products}"}] * 100},
    ]
    for way in ways:
        shrinking = PLACE if way["kind"] == "table" else SHRINKS
        assert outcome(with_elements({"id": "e1", **shrinking, **way, "width": width})) in ("refused", "rendered")


@pytest.mark.parametrize("char", ["很", "A"])
@pytest.mark.parametrize("way", ["paragraph", "fit", "lines"])
def test_long_parts_of_a_flow_are_refused_in_a_moment(char: str, way: str) -> None:
    part = {"id": way, "set": way, "text": char * 1_990, "size": 300.0, "smallest": 3.0, "lines": 200}
    assert outcome(with_elements({"kind": "flow", "id": "e1", **PLACE, "part": [part]})) == "refused"


def test_a_column_of_a_table_is_no_date() -> None:
    table = {"kind": "table", "id": "e1", **PLACE, "column": [{"text": "{issued:date}"}]}
    assert outcome(with_elements(table)) == "refused"


def test_a_long_quotation_does_not_hide_the_sentence() -> None:
    told = messages("zh_CN").of(UserError("documents.overfull", number="QC-1", text="很" * 5_000))
    assert told.endswith("…”，因此没有印制。请作废后缩短内容重新出证。")
