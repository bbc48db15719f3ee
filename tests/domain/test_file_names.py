"""Names of files made of names of companies."""

from __future__ import annotations

from itertools import islice

import pytest

from qc_desktop.domain.file_names import numbered_names

ENDING = "_回表_2026.xlsx"


def first(text, count=1, ending=ENDING):
    return list(islice(numbered_names(text, ending), count))


def test_the_second_of_a_name_has_a_number():
    assert first("示例公司", 3) == [
        "示例公司_回表_2026.xlsx",
        "示例公司_回表_2026(2).xlsx",
        "示例公司_回表_2026(3).xlsx",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('甲/乙\\丙:丁*戊?"<己>|', "甲－乙－丙－丁－戊－－－己－－"),
        (" 示例. ", "示例"),
        ("\x00\n", "－－"),
        ("...", "－"),
        ("", "－"),
    ],
)
def test_what_no_system_takes_is_replaced(text, expected):
    assert first(text) == [expected + ENDING]


def test_names_of_devices_are_not_used():
    assert first("CON", ending=".xlsx") == ["－CON.xlsx"]


@pytest.mark.parametrize("text", ["长" * 500, "𠮷" * 500, "a" * 500])
def test_long_names_are_cut_and_keep_their_ending(text):
    for name in first(text, 12):
        assert len(name.encode()) <= 180
        assert name.endswith(".xlsx")
        assert "�" not in name
