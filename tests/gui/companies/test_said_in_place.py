"""What is wrong with a field is said at it when it is left, with an icon, and goes when it is right."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from qc_desktop.gui.widgets.field_note import Note
from qc_desktop.gui.widgets.tinted import TintedIcon
from qc_desktop.services.companies import browsing, details

from .conftest import Open, Window


def leave(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.setText(text)
    field.editingFinished.emit()


def note_of(field: QLineEdit) -> Note:
    notes = [note for note in field.window().findChildren(Note) if note._field is field]
    assert len(notes) == 1
    return notes[0]


def said_and_gone(field: QLineEdit, wrong: str, right: str) -> None:
    leave(field, wrong)
    note = note_of(field)
    assert note.isVisible()
    assert note.text
    assert note.findChild(TintedIcon).isVisible()
    assert field.accessibleDescription() == note.text
    field.setText(right)
    assert not note.isVisible(), "with the key that makes it right"


def begun(opened: Open) -> Window:
    window = opened()
    window.page.ways.start_new()
    window.idle()
    return window


def test_the_hotline(opened: Open) -> None:
    editor = begun(opened).page.editor
    editor.company.form.more.setChecked(True)
    said_and_gone(editor.company.form.hotline, "无", "400-000-0000")


@pytest.mark.parametrize(
    ("part", "wrong", "right"), [("phone", "1380000000", "13800000000"), ("email", "示例", "a@b.cn")]
)
def test_a_contact(opened: Open, part: str, wrong: str, right: str) -> None:
    window = begun(opened)
    contacts = window.page.editor.contacts
    contacts.add.click()
    window.qtbot.wait(1)  # rows that were added to a layout are shown by the next event
    said_and_gone(getattr(contacts._lines[0], part), wrong, right)


def test_what_is_odd_is_saved_all_the_same(opened: Open) -> None:
    window = begun(opened)
    editor = window.page.editor
    editor.company.form.name.setText("示例热线有限公司")
    editor.company.form.more.setChecked(True)
    leave(editor.company.form.hotline, "无")
    editor.save()
    window.idle()
    (saved,) = browsing.find(window.office, "示例热线有限公司")
    assert details.detail(window.office, saved.id).values["hotline"] == "无"


def test_a_company_that_is_alike_is_shown_with_an_icon(opened: Open) -> None:
    window = begun(opened)
    editor = window.page.editor
    editor.company.form.name.setText(window.rows()[0].name)
    editor._lookalikes._ask()
    window.idle()
    assert editor.twin.isVisible()
    assert editor.twin.findChild(TintedIcon).isVisible()
