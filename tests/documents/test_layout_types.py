"""A new layout in which something stands where a text or a number belongs: refused by naming the place."""

from __future__ import annotations

from typing import Any

import pytest
import tomli_w

from qc_desktop.documents.layout.fresh import check_fresh
from qc_desktop.documents.layout.reading import parse_design
from qc_desktop.documents.layout.shipped import load_design
from qc_desktop.errors import UserError
from tests.documents.strange_layouts import every_kind

LABEL = "verification_label"


def entry(source: dict[str, Any]) -> str:
    """What is named when ``source`` is refused; empty where it is not."""
    try:
        check_fresh(parse_design(tomli_w.dumps(source)))
    except UserError as problem:
        return str(problem.params.get("entry", problem.code))
    return ""


@pytest.mark.parametrize("wrong", [True, 1, [1, "x"], {"a": "b"}])
@pytest.mark.parametrize("place", ["words.title", "phrases.label", "approval", "schemes.navy.pale", "language"])
def test_only_texts_are_printed(place: str, wrong: object) -> None:
    source = every_kind()
    *tables, name = place.split(".")
    table = source
    for one in tables:
        table = table[one]
    table[name] = wrong
    assert entry(source) in (place, place.rpartition(".")[0], "documents.layout_unsaid")


@pytest.mark.parametrize("wrong", ["5", [1], -5, 0, 2.0])
def test_the_form_is_a_number_that_is_known(wrong: object) -> None:
    assert entry({**every_kind(), "format": wrong}) == "format"


def test_a_width_is_a_number_and_what_is_right_is_taken() -> None:
    source = every_kind()
    assert entry({**source, "page": {**source["page"], "width": "297"}}) == "page.width"
    assert entry(source) == ""


@pytest.mark.parametrize("wrong", ["5", [1], -5])
def test_the_same_of_labels(wrong: object) -> None:
    text = load_design(LABEL).text
    first = text.index("format = ")
    written = tomli_w.dumps({"format": wrong}).strip()
    made = text[:first] + written + text[text.index("\n", first) :]
    with pytest.raises(UserError) as refused:
        check_fresh(parse_design(made))
    assert refused.value.params["entry"] == "format"
