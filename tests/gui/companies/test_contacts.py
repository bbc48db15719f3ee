"""Contacts that were asked for are hidden again."""

from __future__ import annotations

from .conftest import Open, Window


def reveal(window: Window) -> None:
    window.page.listing.table.choose_place(0)
    window.idle()
    window.page.editor.contacts.reveal.click()
    window.idle()
    window.idle()
    assert not window.page.editor.contacts.is_masked


def test_the_next_company_shows_none(opened: Open) -> None:
    window = opened()
    reveal(window)
    window.page.listing.table.choose_place(1)
    window.idle()
    assert window.page.editor.contacts.is_masked
    assert not window.page.editor.contacts.hiding.isActive()


def test_after_a_while_they_are_hidden(opened: Open) -> None:
    window = opened()
    reveal(window)
    contacts = window.page.editor.contacts
    assert contacts.hiding.remainingTime() > 60_000
    contacts.hiding.timeout.emit()
    assert contacts.is_masked
    assert not window.page.is_unsaved


def test_who_is_changing_them_is_not_disturbed(opened: Open) -> None:
    window = opened()
    reveal(window)
    contacts = window.page.editor.contacts
    contacts._lines[0].phone.setText("13900000000")
    contacts.hiding.timeout.emit()
    assert not contacts.is_masked
    assert contacts.typed()[0].phone == "13900000000"
    assert contacts.hiding.isActive()
