"""Whatever is pasted into the form: it is kept as it should be, or the field says why not; nothing typed goes away."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from qc_desktop.gui.pages.companies.company_part import AS_TYPED
from qc_desktop.services.companies import browsing, details

from .conftest import Open, Window
from .forms import NAME, save_and_go_on, started

LONG = "质" * 10_000
TEXTS = (*(name for name in AS_TYPED if name not in ("name", "uscc")), "city")


def type_into(window: Window, field: str, text: str) -> QLineEdit:
    editor = started(window)
    editor.company.form.name.setText(NAME)
    typed = editor.company.values[field]
    assert isinstance(typed, QLineEdit)
    typed.setText(text)
    save_and_go_on(window)
    return typed


@pytest.mark.parametrize("field", TEXTS)
@pytest.mark.parametrize("text", [LONG, "示例\ue000字", "示例\U000f0000"])
def test_what_cannot_be_kept_is_said_at_its_field(opened: Open, field: str, text: str) -> None:
    window = opened()
    typed = type_into(window, field, text)
    part = window.page.editor.company
    assert part._notes[field].text
    assert typed.isVisible()
    assert part._notes[field].isVisible()
    assert typed.text() == text[: typed.maxLength()]
    assert browsing.find(window.office, NAME, 5) == []


@pytest.mark.parametrize("field", [field for field in TEXTS if field not in ("website", "city", "member_no")])
def test_signs_that_nobody_sees_are_taken_out(opened: Open, field: str) -> None:
    window = opened()
    type_into(window, field, "示\u202e例\x00\x07\u200b １２３")
    (row,) = browsing.find(window.office, NAME, 5)
    kept = details.detail(window.office, row.id).values[field]
    assert kept in ("示例 １２３", "示例 123", "示 例 １２３", "示 例 123", "示例123")
    assert kept.isprintable()


@pytest.mark.parametrize("site", ["javascript:alert(1)", "ftp://example.com", "没有网站"])
def test_a_website_is_a_website(opened: Open, site: str) -> None:
    window = opened()
    typed = type_into(window, "website", site)
    assert "www.example.com" in window.page.editor.company._notes["website"].text
    typed.setText("ｗｗｗ．example．com")
    save_and_go_on(window)
    (row,) = browsing.find(window.office, NAME, 5)
    assert details.detail(window.office, row.id).values["website"] == "www.example.com"


def test_former_names_and_contacts_have_their_bounds(opened: Open) -> None:
    window = opened()
    editor = started(window)
    editor.company.form.name.setText(NAME)
    editor.company.form.former_names.setPlainText(LONG)
    save_and_go_on(window)
    assert "太长" in editor.bar.text
    assert editor.company.form.former_names.toPlainText() == LONG
    assert browsing.find(window.office, NAME, 5) == []


def test_an_industry_of_ones_own_has_its_bounds(opened: Open) -> None:
    window = opened()
    editor = started(window)
    editor.company.form.name.setText(NAME)
    editor.company.form.industry.setEditText(LONG)
    save_and_go_on(window)
    part = editor.company
    assert "60" in part._notes["industry"].text
    assert part._notes["industry"].isVisible()
    assert part.form.industry.currentText() == LONG
    assert browsing.find(window.office, NAME, 5) == []
    part.form.industry.choose("C38")
    assert part._notes["industry"].text == ""
