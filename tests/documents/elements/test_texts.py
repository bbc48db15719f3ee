from __future__ import annotations

import pytest

from qc_desktop.documents.elements.text import TextElement
from qc_desktop.documents.typesetting import OverfullError
from qc_desktop.documents.units import POINTS_PER_MM as K


def element(**others: object) -> TextElement:
    return TextElement(**{"id": "one", "x": 20.0, "y": 100.0, "width": 60.0, "size": 12.0, **others})


def test_a_line_is_filled_and_stands_on_its_baseline(texts_of, layout) -> None:
    (line,) = texts_of(element(text=("编号　{number}",)))
    assert line.line.text == "编号　QC-2026-315-000001"
    assert (line.x, line.y) == pytest.approx((20 * K, (layout.height - 100) * K), abs=0.01)


def test_a_line_whose_data_is_missing_takes_no_room(texts_of) -> None:
    lines = texts_of(element(text=("编号　{number}", "热线　{hotline}", "投诉　12315"), leading=5.0), hotline="")
    assert [line.line.text[:2] for line in lines] == ["编号", "投诉"]
    assert lines[0].y - lines[1].y == pytest.approx(5 * K, abs=0.02)


@pytest.mark.parametrize(("anchor", "place"), [("last", -1), ("first", 0)])
def test_the_anchor_says_which_line_stands_at_y(texts_of, layout, anchor: str, place: int) -> None:
    long = element(text=("{holder}",), anchor=anchor, lines=3, leading=6.0, smallest=10.0)
    lines = texts_of(long, holder="示例很长的企业名称要分成几行才能排下的股份有限公司")
    assert len(lines) > 1
    assert lines[place].y == pytest.approx((layout.height - 100) * K, abs=0.02)


def test_it_shrinks_before_it_wraps_and_is_then_refused(texts_of) -> None:
    name = "示例青禾电器股份有限公司华东"
    (shrunk,) = texts_of(element(text=("{holder}",), smallest=8.0, lines=2), holder=name)
    assert 8 <= shrunk.size < 12.1
    with pytest.raises(OverfullError) as refused:
        texts_of(element(text=("{holder}",), width=20.0, smallest=11.0), holder=name)
    assert refused.value.field == "one"
    assert refused.value.text == name


def test_justified_text_fills_its_lines(texts_of) -> None:
    lines = texts_of(element(text=("{statement}",), align="justify", lines=9, indent=2.0))
    assert len(lines) > 2
    assert lines[0].x == pytest.approx(20 * K + 24, abs=0.02)
    for line in lines[1:-1]:
        assert line.line.width * line.size == pytest.approx(60 * K, abs=2.0)


def test_what_many_pages_share_is_marked(texts_of) -> None:
    (own,) = texts_of(element(text=("{holder}",), smallest=6.0))
    (shared,) = texts_of(element(text=("{issuer}",)))
    assert (own.shared, shared.shared) == (False, True)
