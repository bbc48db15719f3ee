"""Variables that were spoiled in typing: found in whatever a layout prints, before anything is made from it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from qc_desktop.documents.elements.table import Column, Table
from qc_desktop.documents.layout.editing import changed, with_element
from qc_desktop.documents.layout.reading import parse_design
from qc_desktop.documents.layout.shipped import load_design
from qc_desktop.domain.findings import Severity
from qc_desktop.messages import messages
from qc_desktop.services.layouts.checking import demand_variables, findings
from qc_desktop.services.layouts.slots import names, typed
from tests.samples import refused

CERTIFICATE, LABEL = "pledge_display_certificate", "verification_label"


def worded(kind: str, **words: str) -> Any:
    layout = load_design(kind)
    return changed(layout, words={**layout.words, **words})


def phrased(kind: str, name: str, *lines: str) -> Any:
    layout = load_design(kind)
    return changed(layout, phrases={**layout.phrases, name: (*layout.phrases[name], *lines)})


@pytest.mark.parametrize(
    ("layout", "place", "example"),
    [
        (worded(CERTIFICATE, number="证书编号　{number"), "words.number", "{number}"),
        (worded(CERTIFICATE, number="证书编号　{证书编号"), "words.number", "{证书编号}"),
        (worded(CERTIFICATE, number="number}"), "words.number", "{证书编号}"),
        (worded(CERTIFICATE, products_list="{products}{number.__class__}"), "words.products_list", "{number}"),
        (phrased(CERTIFICATE, "label", "｛hotline｝"), "phrases.label", "{hotline}"),
        (phrased(CERTIFICATE, "label", "﹛hotline﹜"), "phrases.label", "{hotline}"),
        (phrased(CERTIFICATE, "label", "至{expires:bogus}"), "phrases.label", "{expires}"),
        (phrased(CERTIFICATE, "statement", "自{displayed_from：date}起"), "phrases.statement", "{displayed_from:date}"),
        (worded(CERTIFICATE, title="证明{uscc}"), "words.title", None),
        (worded(CERTIFICATE, code="代码{uscc}，编号{number}"), "words.code", "{统一社会信用代码}"),
        (worded("invitation_letter", title="邀请{year年"), "words.title", "{year}"),
        (worded("announcement", title="{issuer}公告{roster"), "words.title", "{roster}"),
        (worded("address_label", nobody="{holder}负责人"), "words.nobody", None),
        (worded(LABEL, lot="批号{lot"), "words.lot", "{lot}"),
    ],
)
def test_a_brace_that_is_no_variable_is_an_error_wherever_it_is_written(layout: Any, place: str, example: str | None):
    told = findings(parse_design(layout.text))
    assert (told[0].field, told[0].severity) == (place, Severity.ERROR)
    assert told[0].code.startswith("layout.brace")
    sentence = messages("zh_CN").of(told[0])
    assert example is None or f"如“{example}”" in sentence
    assert "words." not in sentence
    assert messages("en").of(told[0])
    with refused(told[0].code):
        demand_variables(layout)


def test_elements_parts_and_headings_are_looked_through() -> None:
    layout: Any = load_design(CERTIFICATE)
    issuer = layout.element("issuer")
    flow = layout.element("flow")
    part = replace(flow.part[0], text=(*flow.part[0].text, "{"))
    table = Table(id="table", x=20.0, y=20.0, width=60.0, height=40.0, column=(Column(title="{", text="{products}"),))
    for made, place in (
        (with_element(layout, "issuer", replace(issuer, text=("{issuer}", "落款}"))), "issuer"),
        (with_element(layout, "flow", replace(flow, part=(part, *flow.part[1:]))), part.id),
        (changed(layout, elements=(*layout.elements, table)), "table"),
    ):
        assert findings(parse_design(made.text))[0].field == place


def test_a_date_that_a_sentence_cannot_say_is_refused_before_it_is_filled() -> None:
    with refused("documents.layout_variable"):
        parse_design(phrased(CERTIFICATE, "statement", "{holder:date}").text)


def test_what_is_typed_is_a_variable_with_full_width_marks_and_none_without_its_end() -> None:
    called = names(load_design(CERTIFICATE), messages("zh_CN"))
    assert typed("｛ 发证日期 ｝{issued：date}", called) == "{issued:date}{issued:date}"
    assert typed("编号{证书编号", called) == "编号{证书编号"
