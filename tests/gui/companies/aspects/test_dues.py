"""Dues beside the form: there only where they are kept; amounts and days as people type them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from qc_desktop.services import preferences
from qc_desktop.services.members import dues

from ... import checks
from ...real import unfit, unreachable
from ..conftest import YEAR, Open
from .test_membership import company, settle, view


def test_where_they_are_off_no_screen_knows_of_them(opened: Open) -> None:
    window = opened()
    part = view(window).dues
    assert not part.isVisible()
    for page_id in window.shell.page_ids:
        window.shell.go(page_id)
        settle(window)
        shown = [each.text() for each in checks.shown(window.shell, QLabel)]
        assert not [text for text in shown if "会费" in text], page_id


def test_a_year_is_typed_and_paid_in_parts(opened: Open) -> None:
    window = opened()
    preferences.change(window.office, {"dues_ledger": "on"})
    part = view(window).dues
    assert part.isVisible()
    part.add.click()
    part.form.ui.due.setText("２，０００元")
    part.form.ui.due_on.setText("2026年6月30日")
    part.save()
    settle(window)
    (row,) = dues.of_company(window.office, company(window))
    assert (row.dues.dues_year, row.dues.due_fen, str(row.dues.due_on)) == (YEAR, 200_000, "2026-06-30")
    part.open_form(row, {"dues_year": str(YEAR), "due": "2000", "paid": "很多"})
    part.save()
    settle(window)
    assert dues.of_company(window.office, company(window))[0].dues.paid_fen == 0
    part.form.ui.paid.setText("500.5")
    part.save()
    settle(window)
    assert dues.of_company(window.office, company(window))[0].dues.paid_fen == 50_050
    assert not window.page.is_unsaved


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_it_fits_and_is_reached(opened: Open, lang: str) -> None:
    window = opened(lang, checks.SIZES[-1])
    preferences.change(window.office, {"dues_ledger": "on"})
    shown = view(window)
    shown.terms.add.click()
    shown.dues.add.click()
    assert unfit(window.qtbot, window.shell) == []
    assert unreachable(window.shell) == []
