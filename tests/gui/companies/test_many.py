"""Forms, terms and packages for everyone who is selected; the menu of a row has the keys of the review."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import MemberTier
from qc_desktop.domain.membership import Term
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.companies import filters
from qc_desktop.services import history
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.members import terms

from .conftest import Open, Window


def choose(menu: QMenu, text: str) -> None:
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text().startswith(text)).trigger()


def row_menu(window: Window) -> QMenu:
    menu = QMenu(window.page)
    window.page.listing.table.menu_wanted.emit(menu)
    return menu


def test_forms_are_made_for_those_who_are_selected(opened: Open, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(places, "ask_folder", lambda *_: tmp_path)
    window = opened()
    listing = window.page.listing
    listing.table.choose_place(0)
    choose(row_menu(window), "生成回表")
    window.idle()
    assert len(list((tmp_path / "2026年回表").iterdir())) == 1
    listing.choose_everyone()
    assert listing.bar.more.isVisible()
    choose(listing.bar.more.menu(), "生成回表")
    window.idle()
    assert len(list((tmp_path / "2026年回表").iterdir())) == browsing.count(window.office, CompanyFilter())
    assert not window.page._browse.progress.isVisible()


def test_terms_are_renewed_in_one_step_and_undone(opened: Open) -> None:
    window = opened()
    members = [row.id for row in window.rows()[:3]]
    for company in members:
        terms.save(window.office, company, Term(MemberTier.MEMBER, dt.date(2026, 1, 1), dt.date(2026, 12, 31)))
    window.page.refresh()
    window.idle()
    window.page.listing.choose_everyone()
    choose(window.page.listing.bar.more.menu(), "续会员期")
    window.idle()
    assert [len(terms.of_company(window.office, company).terms) for company in members] == [2, 2, 2]
    history.undo(window.office)
    assert [len(terms.of_company(window.office, company).terms) for company in members] == [1, 1, 1]


def test_the_menu_of_a_row_reviews_it(opened: Open) -> None:
    window = opened()
    place, row = next((place, row) for place, row in enumerate(window.rows()) if row.stage == Stage.MATERIAL_REVIEW)
    window.page.listing.table.choose_place(place)
    menu = row_menu(window)
    assert [text.split("\t")[1] for text in (each.text() for each in menu.actions()) if "\t" in text] == ["F9", "F10"]
    choose(menu, "审核通过")
    window.idle()
    assert browsing.in_campaign(window.office, window.campaign.id, row.id).stage == Stage.PLEDGED


def test_where_nobody_has_a_certificate_it_is_said(opened: Open) -> None:
    window = opened()
    window.page.listing.choose_everyone()
    choose(window.page.listing.bar.more.menu(), "打包电子版")
    window.idle()
    assert window.shell.whereabouts[0] == "companies"
    assert "没有有效证书" in window.shell._toast._text.text()


def test_everyone_is_selected_by_keys_also_from_the_filters(opened: Open) -> None:
    window = opened()
    listing = window.page.listing
    listing.chips._buttons[filters.OUTSIDE].setFocus()
    QTest.keyClick(listing.chips._buttons[filters.OUTSIDE], Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(listing.table.selectionModel().selectedRows()) == browsing.count(window.office, CompanyFilter())


def test_where_nobody_awaits_a_pledge_it_is_said_why(opened: Open) -> None:
    window = opened()
    window.page.listing.chips.choose(filters.OUTSIDE)
    window.idle()
    window.page.listing.choose_everyone()
    window.page.listing.bar.pledge.emit()
    window.idle()
    assert "先加入" in window.shell._toast._text.text()
