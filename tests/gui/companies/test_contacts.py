"""Contacts are masked until somebody asks, and hidden again after it."""

from __future__ import annotations

from qc_desktop.services import history
from qc_desktop.services.companies import details

from .conftest import Open, Window
from .forms import shown


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


def test_contacts_are_masked_until_asked_for_and_the_asking_is_logged(opened: Open) -> None:
    window = opened()
    company = window.rows()[0]
    editor = shown(window, company)
    assert editor.contacts.is_masked
    assert editor.contacts.typed() == ()
    editor.contacts.reveal.click()
    window.idle()
    assert editor.contacts.typed()[0].name == "示例联系人"
    assert history.commands(window.office, limit=1)[0].name == "contacts_shown"


def test_masked_contacts_are_saved_as_they_are(opened: Open) -> None:
    window = opened()
    company = window.rows()[0]
    editor = shown(window, company)
    editor.company.form.remark.setText("示例备注")
    editor.save()
    window.idle()
    assert details.detail(window.office, company.id).contacts[0].phone == "13800000000"


def test_a_contact_is_added_and_taken_away(opened: Open) -> None:
    window = opened()
    company = window.rows()[0]
    editor = shown(window, company)
    editor.contacts.reveal.click()
    window.idle()
    editor.contacts.add.click()
    editor.contacts._lines[-1].name.setText("示例第二人")
    editor.contacts._lines[0].name.clear()
    editor.contacts._lines[0].phone.clear()
    editor.contacts._lines[0].email.clear()
    editor.save()
    window.idle()
    assert [each.name for each in details.detail(window.office, company.id).contacts] == ["示例第二人"]
