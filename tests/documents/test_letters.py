"""Letters over several pages: no line alone, the sign-off with text, labels with hanging lines, numbers outside."""

from __future__ import annotations

import pytest

from qc_desktop.documents.letters import Across, Area, Labelled, Page, Signed, Words, page_number, set_letter
from qc_desktop.documents.units import POINTS_PER_MM
from tests.samples import refused

PAGE = {"width": 100.0, "height": 100.0, "top": 10.0, "bottom": 10.0, "left": 10.0, "right": 10.0}
PLAIN = {"font": "serif", "size": 10 * POINTS_PER_MM, "leading": 10.0, "gap": 0.0}
"""Eight lines a page, eight characters a line."""
AREA = Area(PAGE, {"body": PLAIN, "sign": {**PLAIN, "gap": 10.0}, "small": {**PLAIN, "size": 12.0}}, {})


def said(page: Page) -> list[str]:
    return [text.line.text for text in page.texts]


def body(lines: int, char: str = "示") -> Words:
    return Words("body", [char * 8 * lines])


def test_a_paragraph_leaves_no_line_alone_on_either_page() -> None:
    first, second = set_letter(AREA, [body(7), body(4, "例")])
    assert (len(first.texts), len(second.texts)) == (7, 4)
    first, second = set_letter(AREA, [body(7), body(2, "例")])
    assert (len(first.texts), len(second.texts)) == (7, 2)
    first, second = set_letter(AREA, [body(6), body(5, "例")])
    assert (len(first.texts), len(second.texts)) == (8, 3)
    first, second = set_letter(AREA, [body(5), body(4, "例")])
    assert (len(first.texts), len(second.texts)) == (7, 2)


def test_a_sign_off_takes_text_along() -> None:
    first, second = set_letter(AREA, [body(2), body(4, "例"), Signed("sign", "示例会", "3月5日")])
    assert (len(first.texts), said(second)) == (4, ["例" * 8, "例" * 8, "示例会", "3月5日"])


def test_a_text_longer_than_a_page_goes_on_and_loses_nothing() -> None:
    pages = set_letter(AREA, [body(30)])
    assert [len(page.texts) for page in pages] == [8, 8, 8, 6]


def test_the_body_stands_centred_over_the_date_four_characters_in() -> None:
    area = Area({**PAGE, "width": 400.0}, {"sign": PLAIN}, {})
    (page,) = set_letter(area, [Signed("sign", "示例会", "示例日")])
    name, day = page.texts
    size = PLAIN["size"]
    assert day.x + day.line.width * size == pytest.approx(area.right - 4 * size, abs=0.02)
    assert name.x == pytest.approx(day.x, abs=0.02)
    (page,) = set_letter(area, [Signed("sign", "示例" * 9, "示例日")])
    name, day = page.texts
    assert name.x + name.line.width * size <= area.right + 0.02


def test_lines_of_a_labelled_text_hang_under_its_first_character() -> None:
    (page,) = set_letter(AREA, [Labelled("small", "附件：", "示例" * 12)])
    label, first, *others = page.texts
    assert label.y == first.y
    assert label.x == pytest.approx(AREA.left + 24, abs=0.02)
    assert len(others) == 1
    assert all(other.x == first.x for other in others)


def test_a_name_that_shrinks_takes_one_line() -> None:
    (page,) = set_letter(AREA, [Words("body", ["示例" * 8], "centre", shrinks=True)])
    (text,) = page.texts
    assert text.size == pytest.approx(PLAIN["size"] / 2)


def test_page_numbers_stand_outside_and_rules_across() -> None:
    foot = {"font": "serif", "size": 14.0, "drop": 4.0, "text": "— {page} —"}
    odd, even = (page_number(foot, number, AREA) for number in (1, 2))
    assert odd.x + odd.line.width * 14 == pytest.approx(AREA.right - 14, abs=0.02)
    assert even.x == pytest.approx(AREA.left + 14, abs=0.02)
    (page,) = set_letter(AREA, [body(1), Across(0.7, "red", 4.0)])
    assert page.rules == [(pytest.approx(page.texts[0].y - 4 * POINTS_PER_MM, abs=0.02), 0.7, "red")]


def test_a_character_that_no_font_prints_is_refused() -> None:
    for part in (Words("body", ["𠮷"]), Labelled("body", "附", "𠮷"), Signed("sign", "𠮷", "日")):
        with refused("documents.roster_glyph"):
            set_letter(AREA, [part])
