"""How values are said in a sentence."""

from __future__ import annotations

import pytest

from qc_desktop.domain.campaigns import Stage
from qc_desktop.messages import Messages, messages

SENTENCES = {"group.count": "{count:,} {count:company was|companies were} read", "group.known": "{known}"}


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 companies were read"), (1, "1 company was read"), (2000, "2,000 companies were read")],
)
def test_a_number_has_the_word_that_goes_with_it(count, said):
    assert Messages("en", SENTENCES).text("group.count", count=count) == said


@pytest.mark.parametrize(("lang", "said"), [("zh_CN", "甲、乙"), ("en", "甲, 乙")])
def test_several_values_are_divided_as_the_language_does(lang, said):
    words = Messages(lang, SENTENCES)
    assert words.text("group.known", known=["甲", "乙"]) == words.listed(("甲", "乙")) == said


def test_stages_are_listed_by_their_names():
    words = Messages("zh_CN", SENTENCES | {"stage.draft": "草稿", "stage.invited": "已邀请"})
    assert words.text("group.known", known=(Stage.DRAFT, Stage.INVITED)) == "草稿、已邀请"


def test_yes_and_no_are_no_numbers():
    assert Messages("en", SENTENCES).text("group.known", known=True) == "True"


def test_how_many_stands_in_groups_and_a_year_does_not():
    assert Messages("en", {"x": "{count} in {year}"}).text("x", count=2000, year=2026) == "2,000 in 2026"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("label.beyond_quantity", "还可以签发 2,000 枚，不够这次的 3,000 枚"),
        ("label.count", "不能是 3,000，应在 1 到 9,999,999 之间"),
        ("label.more_than_left", "只剩 2,000 枚，登记不了 3,000 枚"),
    ],
)
def test_all_amounts_of_a_sentence_are_written_alike(code, said):
    told = messages("zh_CN").text(code, agreement="SY-1", remaining=2000, count=3000, most=9_999_999)
    assert said in told
