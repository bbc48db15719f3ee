"""Parts of official letters: titles that divide no word, a hanging annex, the body over its date."""

from __future__ import annotations

import pytest

from qc_desktop.documents.composing import values_of
from qc_desktop.documents.elements.paging import spread
from qc_desktop.documents.elements.part import Part, Region, Stacked
from qc_desktop.documents.elements.parts import stacked
from qc_desktop.documents.layout.sampling import sample_record
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.documents.typesetting import OverfullError
from qc_desktop.documents.units import POINTS_PER_MM

LAYOUT = load_layout("announcement")
SIZE = 10 * POINTS_PER_MM
"""One character is 10 mm wide."""
REGION = Region(20.0, 100.02)


def block(**about: object) -> Stacked:
    record = {**sample_record(LAYOUT), "issuer": "示例会", "roster": "示例" * 12}
    made = stacked(LAYOUT, Part(id="a", size=SIZE, leading=10.0, **about), REGION, values_of(record, LAYOUT), 1.0)
    assert made is not None
    return made


def edges(made: Stacked, place: int) -> tuple[float, float]:
    """Left and right end of a line in mm."""
    text = made.texts[place]
    return text.x / POINTS_PER_MM, text.x / POINTS_PER_MM + text.line.width * 10


def test_a_title_divides_no_word_and_stays_on_one_page() -> None:
    made = block(set="headline", text=("示例质量检验协会关于公布名单的公告",), lines=3, align="centre")
    said = [text.line.text for text in made.texts]
    assert len(said) == 2
    assert any(line.endswith(("协会", "公布", "关于")) for line in said)
    assert made.whole
    with pytest.raises(OverfullError):
        block(set="headline", text=("示例质量检验协会关于公布名单的公告",), lines=1)


def test_what_is_whole_is_never_divided() -> None:
    plain, whole = (Stacked(0.0, 10.0, 6, (), whole=kept) for kept in (False, True))
    ahead = Stacked(0.0, 10.0, 5, ())
    divided, kept = (
        [len(page) for page in spread([("alone", ahead), ("alone", one)], 80, 80)] for one in (plain, whole)
    )
    assert divided != kept
    assert kept == [sum(1 for _ in range(5 - 2)), 1]


def test_an_annex_hangs_under_its_first_character() -> None:
    made = block(set="hanging", text=("附件：", "{roster}"), indent=2.0)
    label, *lines = made.texts
    assert edges(made, 0)[0] == pytest.approx(40.0, abs=0.01)
    assert [line.x for line in lines] == [lines[0].x] * len(lines)
    assert lines[0].x / POINTS_PER_MM == pytest.approx(70.0, abs=0.01)
    assert (len(lines), made.rows, label.y) == (5, 5, lines[0].y)


def test_an_annex_without_a_name_is_left_out() -> None:
    record = {**sample_record(LAYOUT), "roster": ""}
    part = Part(id="a", set="hanging", text=("附件：", "{roster}"))
    assert stacked(LAYOUT, part, REGION, values_of(record, LAYOUT), 1.0) is None


def test_the_body_stands_centred_over_the_date_four_characters_in() -> None:
    made = block(set="signature", text=("{issuer}", "示例日"))
    assert edges(made, 1) == (pytest.approx(50.02, abs=0.03), pytest.approx(80.02, abs=0.03))
    assert edges(made, 0) == edges(made, 1)


def test_a_long_body_ends_at_the_edge_and_the_date_keeps_its_place() -> None:
    made = block(set="signature", text=("示例" * 9, "示例日"))
    assert edges(made, 0)[1] == pytest.approx(120.02, abs=0.03)
    assert edges(made, 1)[1] == pytest.approx(80.02, abs=0.03)
