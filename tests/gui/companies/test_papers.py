"""信函与标签 for everyone who is selected: in one file, who lacks something named, contacts only where asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

from qc_desktop.documents.preview import page_count
from qc_desktop.gui.pages import places
from qc_desktop.services import history, preferences

from .conftest import Open, Window
from .test_many import row_menu


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    chosen = tmp_path / "文件.pdf"
    monkeypatch.setattr(places, "ask_file", lambda *_: chosen)
    return chosen


def papers(window: Window) -> QMenu:
    return submenu(row_menu(window), "信函与标签")


def submenu(menu: QMenu, title: str) -> QMenu:
    return next(found for found in menu.findChildren(QMenu) if found.title() == title)


def act(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text().startswith(text)).trigger()


def test_invitations_are_made_for_everyone_selected(opened: Open, path: Path) -> None:
    window = opened()
    preferences.change(window.office, {"association_name": "示例质量检验协会"})
    window.page.listing.choose_everyone()
    act(papers(window), "邀请函")
    window.idle()
    assert page_count(path) >= len(window.rows())


def test_a_blank_pledge_letter_needs_nobody(opened: Open, path: Path) -> None:
    window = opened()
    preferences.change(window.office, {"association_name": "示例质量检验协会"})
    window.page.listing.table.choose_place(0)
    act(papers(window), "空白承诺书")
    window.idle()
    assert page_count(path) == 1


def test_contacts_go_onto_post_only_where_asked_for(opened: Open, path: Path) -> None:
    window = opened()
    menu = papers(window)
    contacts = next(action for action in menu.actions() if action.isCheckable())
    assert not contacts.isChecked()
    contacts.trigger()
    assert window.page.many.papers.with_contacts
    again = papers(window)
    assert next(action for action in again.actions() if action.isCheckable()).isChecked()
    assert not any(row.name == "papers_make" for row in history.commands(window.office, 5))


def test_labels_are_offered_by_sheet(opened: Open, path: Path) -> None:
    window = opened()
    labels = submenu(papers(window), "地址标签")
    assert any("24格" in action.text() for action in labels.actions())
