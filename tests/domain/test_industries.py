from __future__ import annotations

import pytest

from qc_desktop.reference import industries


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("13", "13"),
        ("C13", "13"),
        ("c13 农副食品加工业", "13"),
        ("农副食品加工", "13"),
        ("1310", "13"),
        ("1", "01"),
        ("C", "C"),
        ("制造业", "C"),
        ("C 制造业", "C"),
        ("食品制造业", "14"),
        ("农、林、牧、渔业", "A"),
        ("１３", "13"),
    ],
)
def test_industries_by_code_name_or_both(text, code):
    assert industries().find(text).code == code


@pytest.mark.parametrize("text", ["", "A13", "99", "Z", "示例行业", "C99"])
def test_what_the_classification_lacks_is_not_guessed(text):
    assert industries().find(text) is None


def test_the_table_is_whole():
    entries = industries().all
    assert sum(entry.code.isalpha() for entry in entries) == 20
    assert sum(entry.code.isdigit() for entry in entries) == 97
    assert all(industries().find(entry.name).name == entry.name for entry in entries)
