"""What staff read aloud of an item label: honest, polite, and about what is known only."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from qc_desktop.domain.label_answers import LABEL_SCOPE, LabelParticulars, spoken_label
from qc_desktop.domain.labels import parse_serial, serial_text
from qc_desktop.domain.verification import Reason, Verdict

FULL = LabelParticulars(
    serial="00012-000345",
    company="示例青禾电器有限公司",
    product="示例电饭煲",
    lot="L20260315",
    issued=dt.date(2026, 3, 15),
    valid_until=dt.date(2028, 3, 14),
    stopped=dt.date(2026, 6, 1),
    last="00012-005000",
)
SAID = [
    (Verdict.VALID, Reason.OK),
    (Verdict.EXPIRED, Reason.OK),
    (Verdict.STOPPED, Reason.OK),
    (Verdict.UNKNOWN, Reason.UNKNOWN_BATCH),
    (Verdict.UNKNOWN, Reason.INDEX_BEYOND),
]


@pytest.mark.parametrize(("verdict", "reason"), SAID)
def test_every_sentence_is_polite_and_recommends_nothing(verdict: Verdict, reason: Reason) -> None:
    for about in (FULL, replace(FULL, issued=None, valid_until=None, stopped=None)):
        text = spoken_label(verdict, reason, about)
        assert text.startswith("您好，")
        assert text.endswith("。")
        assert "12315" in text
        assert "00012-000345" in text
        banned = ("核验", "验证", "推荐", "放心", "防伪技术产品", "None", "，，", "。。", "{")
        assert not any(word in text for word in banned)
        assert len(text) < 190


def test_the_sentences_differ_and_say_what_is_known() -> None:
    said = {spoken_label(verdict, reason, FULL) for verdict, reason in SAID}
    assert len(said) == len(SAID)
    assert LABEL_SCOPE in spoken_label(Verdict.VALID, Reason.OK, FULL)
    assert "2026年6月1日停用" in spoken_label(Verdict.STOPPED, Reason.OK, FULL)
    assert "2028年3月14日为止" in spoken_label(Verdict.EXPIRED, Reason.OK, FULL)
    assert "有效期" not in spoken_label(Verdict.VALID, Reason.OK, replace(FULL, valid_until=None))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("00012-000345", (12, 345)),
        ("12-345", (12, 345)),
        (" NO. 00012－000345 ", (12, 345)),
        ("编号：１２－３４５", (12, 345)),
        ("QC-2026-315-000001", None),
        ("2026-03-15", None),
        ("12", None),
        ("-", None),
        ("12345678901-1", None),
    ],
)
def test_a_number_is_read_however_it_is_typed(typed: str, found: tuple[int, int] | None) -> None:
    assert parse_serial(typed) == found
    if found:
        assert serial_text(*found) == "00012-000345"
