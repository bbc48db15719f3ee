from __future__ import annotations

import pytest

from qc_desktop.documents.types.statements import split_statement
from qc_desktop.documents.wording import statement
from qc_desktop.domain.campaigns import cited
from tests.documents.samples import USCC, facts

FULL = (
    "兹证明：示例公司（统一社会信用代码91350100M000100Y43）参加2026年“3·15”产品和服务质量诚信承诺主题活动，"
    "其承诺书自2026年3月15日起由我会公告展示（公告2026年第12号）。特此证明。"
)


def test_the_sentence_of_the_association(layout) -> None:
    assert statement(layout, facts("示例公司")) == FULL


def test_a_phrase_without_data_is_left_out(layout) -> None:
    text = statement(layout, facts("示例公司", uscc="", displayed_from=None, announcement_no=""))
    assert text == (
        "兹证明：示例公司参加2026年“3·15”产品和服务质量诚信承诺主题活动，其承诺书由我会公告展示。特此证明。"
    )


@pytest.mark.parametrize("number", ["公告2026年第12号", "示例协会公告〔2026〕12号"])
def test_a_number_that_says_it_is_an_announcements_is_not_called_so_twice(layout, number: str) -> None:
    text = statement(layout, facts("示例公告公告牌公司", announcement_no=number))
    assert text.endswith(f"公告展示（{number}）。特此证明。")
    assert "示例公告公告牌公司" in text


def test_the_statement_is_cut_at_name_and_code_and_nothing_is_lost() -> None:
    cut = split_statement(FULL, "示例公司", USCC)
    assert cut.opening == "兹证明："
    assert cut.code == f"（统一社会信用代码{USCC}）"
    assert cut.opening + cut.holder + cut.code + cut.body == FULL


def test_a_statement_that_does_not_open_with_the_name_stays_whole() -> None:
    text = "经查，本会于二〇二六年三月十五日收到并公告展示了示例公司的承诺书。"
    cut = split_statement(text, "示例公司", USCC)
    assert (cut.opening, cut.holder, cut.body) == ("", "示例公司", text)
    assert USCC in cut.code


def test_an_announcements_number_is_cited_as_one() -> None:
    assert [cited("2026年第12号"), cited("公告2026年第12号")] == ["公告2026年第12号"] * 2
