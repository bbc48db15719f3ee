"""Elements and parts that only some records show; pages at whose outer edge something stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qc_desktop.documents.composing import compose_pages
from qc_desktop.documents.elements.flow import Flow
from qc_desktop.documents.elements.part import Part
from qc_desktop.documents.elements.text import TextElement
from qc_desktop.documents.layout import Layout
from qc_desktop.documents.layout.editing import changed, with_element
from qc_desktop.documents.layout.reading import parse_layout
from qc_desktop.documents.layout.sampling import sample_record
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.documents.typesetting import OverfullError
from tests.samples import refused

LETTER = load_layout("return_notice")


def with_texts(layout: Layout, *added: TextElement) -> Layout:
    return parse_layout(changed(layout, elements=(*layout.elements, *added)).text)


def pages_of(layout: Layout, **record: object) -> list[str]:
    return [
        "".join(text.line.text for text in page) for page in compose_pages({**sample_record(layout), **record}, layout)
    ]


def test_an_element_stands_only_with_or_only_without_a_variable() -> None:
    about = {"x": 20.0, "y": 20.0, "width": 60.0}
    layout = with_texts(
        LETTER,
        TextElement(id="a", text=("有期限",), only_with="deadline", **about),
        TextElement(id="b", text=("没有期限",), only_without="deadline", **about),
    )
    (with_day,), (without,) = pages_of(layout), pages_of(layout, deadline="")
    assert ("有期限" in with_day, "没有期限" in with_day) == (True, False)
    assert "没有期限" in without
    assert layout.element("a").only_with == "deadline"


def test_a_part_of_a_text_stands_only_with_or_only_without_a_variable() -> None:
    flow = LETTER.element("flow")
    assert isinstance(flow, Flow)
    parts = (*flow.part, Part(id="a", text=("期限另定。",), only_without="deadline"))
    layout = parse_layout(with_element(LETTER, "flow", replace(flow, part=parts)).text)
    assert "期限另定" not in pages_of(layout)[0]
    assert "期限另定" in pages_of(layout, deadline="")[0]


def test_a_condition_names_a_variable_of_the_document() -> None:
    with refused("documents.layout_variable"):
        with_texts(LETTER, TextElement(id="a", text=("字",), only_with="products"))


def test_odd_and_even_pages_have_their_own_elements() -> None:
    about = {"x": 20.0, "y": 290.0, "width": 60.0, "text": ("第{page}页",)}
    layout = with_texts(
        LETTER, TextElement(id="a", pages="odd_pages", **about), TextElement(id="b", pages="even_pages", **about)
    )
    pages = pages_of(layout, matters=["示例内容。"] * 120)
    assert len(pages) > 4
    assert [page.count(f"第{number}页") for number, page in enumerate(pages, 1)] == [1] * len(pages)
    assert compose_pages({**sample_record(layout), "matters": ["示例内容。"] * 120}, layout)[-1]


@pytest.mark.parametrize(
    "change",
    [{"only_with": "deadline"}, {"only_without": "deadline"}, {"pages": "later_pages"}, {"pages": "even_pages"}],
)
def test_what_a_document_must_say_cannot_be_left_to_a_condition(change: dict[str, str]) -> None:
    flow = LETTER.element("flow")
    assert isinstance(flow, Flow)
    alone = replace(flow, part=tuple(part for part in flow.part if part.id != "matters"))
    list_of = TextElement(id="m", x=20.0, y=200.0, width=100.0, text=("{matters}",))
    plain = changed(LETTER, elements=(*(alone if one is flow else one for one in LETTER.elements), list_of))
    assert parse_layout(plain.text).has("m")
    with refused("documents.layout_unsaid"):
        parse_layout(with_element(plain, "m", replace(list_of, **change)).text)


def test_what_stands_with_and_without_a_variable_is_always_said() -> None:
    announcement = load_layout("announcement")
    assert announcement.element("number").only_with == "red_head"
    with refused("documents.layout_unsaid"):
        flow = announcement.element("flow")
        assert isinstance(flow, Flow)
        rest = replace(flow, part=tuple(part for part in flow.part if part.id != "below_title"))
        parse_layout(with_element(announcement, "flow", rest).text)


@pytest.mark.parametrize("change", [{"only_with": "hotline"}, {"pages": "later_pages"}])
def test_scope_sentence_label_and_seal_stand_whatever_there_is(layout: Layout, change: dict[str, str]) -> None:
    for name, code in (("scope", "layout_unsaid"), ("qr", "layout_entry"), ("seal", "layout_entry")):
        with refused(f"documents.{code}"):
            parse_layout(with_element(layout, name, replace(layout.element(name), **change)).text)


def test_a_text_that_keeps_to_one_page_is_refused_where_it_is_too_long() -> None:
    notice = load_layout("usage_notice")
    flow = notice.element("flow")
    assert isinstance(flow, Flow)
    with pytest.raises(OverfullError):
        pages_of(with_element(notice, "flow", replace(flow, height=100.0)))
    with refused("documents.layout_entry"):
        parse_layout(with_element(notice, "flow", replace(flow, overflow="pages")).text)
