"""The plain form of what is typed into a field of the association's own."""

from __future__ import annotations

import pytest

from qc_desktop.domain.custom_fields import FieldKind, plain
from tests.samples import refused


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("text", "  示例　内容\n二 ", "示例 内容 二"),
        ("number", "１，２００．５０", "1200.50"),
        ("number", "-3", "-3"),
        ("date", "2026年3月5日", "2026-03-05"),
        ("choice", "甲类", "甲类"),
        ("number", " ", ""),
        ("yes_no", "Ｙ", "yes"),
        ("yes_no", "没有", "no"),
    ],
)
def test_what_is_kept(kind: str, typed: str, kept: str) -> None:
    assert plain("示例栏", FieldKind(kind), ["甲类", "乙类"], typed) == kept


@pytest.mark.parametrize(
    ("kind", "typed", "code"),
    [
        ("number", "十二", "bad_number"),
        ("number", "NaN", "bad_number"),
        ("number", "1e400", "bad_number"),
        ("date", "2026-02-30", "bad_date"),
        ("choice", "丙类", "bad_choice"),
        ("text", "示" * 501, "too_long"),
        ("yes_no", "也许", "bad_yes_no"),
    ],
)
def test_what_is_refused(kind: str, typed: str, code: str) -> None:
    with refused(f"custom_field.{code}"):
        plain("示例栏", FieldKind(kind), ["甲类", "乙类"], typed)
