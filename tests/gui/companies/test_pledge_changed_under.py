"""A pledge that something else changed meanwhile, and one that was typed for another year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import PledgeDraft
from qc_desktop.gui.drafts import DraftKeeper
from qc_desktop.gui.pages.companies import filters
from qc_desktop.services.campaigns import pledging, stages, years
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.rows import CompanyRow
from tests.samples import add

from .conftest import YEAR, Open, Window
from .forms import shown
from .test_changed_under import FIRST, stored

OTHERS = PledgeDraft(("示例风扇",), ("GB 1",), "示例第三人", dt.date(2026, 3, 1))


def pledged(window: Window, company: CompanyRow) -> PledgeDraft:
    row = pledging.pledge_of(window.office, window.campaign.id, company.id)
    assert row is not None
    return row.pledge


def test_a_pledge_that_somebody_else_changed_is_not_written_over_unnoticed(opened: Open) -> None:
    window = opened()
    company = window.rows(stages=("material_review",))[0]
    editor = shown(window, company)
    editor.pledge.form.signatory.setText("示例另一人")
    pledging.enter(window.office, window.campaign.id, company.id, OTHERS)
    editor.save()
    window.idle()
    assert pledged(window, company) == OTHERS
    assert "已被别处修改" in editor.bar.text
    assert "“示例第三人”" in editor.bar.text
    assert editor.pledge.form.signatory.text() == "示例另一人"
    assert editor.pledge.form.products.toPlainText() == "示例风扇"  # nobody typed over it
    editor.save()
    window.idle()
    assert pledged(window, company) == replace(OTHERS, signatory="示例另一人")
    assert not window.page.is_unsaved


def test_what_is_typed_over_the_company_alone_leaves_a_changed_pledge_alone(opened: Open) -> None:
    window = opened()
    company = window.rows(stages=("material_review",))[0]
    editor = shown(window, company)
    editor.company.form.short_name.setText(FIRST)
    pledging.enter(window.office, window.campaign.id, company.id, OTHERS)
    editor.save()
    window.idle()
    assert (stored(window, company), pledged(window, company)) == (FIRST, OTHERS)
    assert not window.page.is_unsaved


def test_a_pledge_returned_meanwhile_does_not_go_back_into_review_unnoticed(opened: Open) -> None:
    window = opened()
    company = window.rows(stages=("material_review",))[0]
    editor = shown(window, company)
    editor.pledge.form.signatory.setText("示例另一人")
    pledging.send_back(window.office, [company.participation_id], "示例原因")
    editor.save()
    window.idle()
    assert window.rows(stages=("returned_for_correction",))[0].id == company.id
    assert editor.pledge.form.signatory.text() == "示例另一人"
    editor.save()
    window.idle()
    assert pledged(window, company).signatory == "示例另一人"


def test_what_was_typed_over_a_pledge_that_was_announced_meanwhile_is_not_thrown_away(
    opened: Open, keeper: Callable[[], DraftKeeper]
) -> None:
    window = opened(drafts=keeper())
    company = window.rows(stages=("material_review",))[0]
    editor = shown(window, company)
    editor.pledge.form.signatory.setText("示例另一人")
    for stage in (Stage.PLEDGED, Stage.ANNOUNCEMENT_PENDING, Stage.ANNOUNCED):
        stages.move(window.office, [company.participation_id], stage)
    editor.save()
    window.idle()
    assert editor.is_dirty
    assert editor.pledge.form.signatory.text() == "示例另一人"
    assert not editor.pledge.form.signatory.isEnabled()


def test_a_pledge_typed_for_one_year_is_not_saved_in_another(opened: Open) -> None:
    window = opened()
    company = window.rows(stages=("material_review",))[0]
    last = years.campaign(window.office, YEAR - 1)
    before = pledging.pledge_of(window.office, last.id, company.id)
    editor = shown(window, company)
    editor.pledge.form.signatory.setText("示例另一人")
    editor.show_campaign(last)
    window.idle()
    assert f"{YEAR}" in editor.bar.text
    editor.save()
    window.idle()
    assert pledging.pledge_of(window.office, last.id, company.id) == before
    editor.show_campaign(window.campaign)
    window.idle()
    assert editor.pledge.form.signatory.text() == "示例另一人"


@pytest.fixture
def outsider(opened: Open, keeper: Callable[[], DraftKeeper]) -> tuple[Window, CompanyRow]:
    """The form of a company that takes part in neither year."""
    window = opened(drafts=keeper())
    company = add(window.office, "示例两年都没有参加的有限公司")
    window.page.refresh()
    window.idle()
    return window, browsing.in_campaign(window.office, window.campaign.id, company.id)


@pytest.mark.parametrize("typed", [True, False], ids=["typed", "ticked"])
def test_a_pledge_for_a_company_in_no_year_stays_in_its_own(outsider: tuple[Window, CompanyRow], typed: bool) -> None:
    window, company = outsider
    last = years.campaign(window.office, YEAR - 1)
    editor = shown(window, company)
    if typed:
        editor.pledge.form.signatory.setText("示例另一人")
    else:
        editor.pledge.submit.click()
    editor.show_campaign(last)
    window.idle()
    assert f"{YEAR}" in editor.bar.text
    editor.company.form.remark.setText("示例备注")  # typed over the same company in the other year
    editor.save()
    window.idle()
    assert pledging.pledge_of(window.office, last.id, company.id) is None
    editor.show_campaign(window.campaign)
    window.idle()
    assert editor.pledge.form.signatory.text() == ("示例另一人" if typed else "")
    assert editor.pledge.submit.isChecked()
    editor.save()
    window.idle()
    assert pledged(window, company).signatory == ("示例另一人" if typed else "")


def test_a_new_company_s_pledge_stays_in_its_year(outsider: tuple[Window, CompanyRow]) -> None:
    window, _ = outsider
    last = years.campaign(window.office, YEAR - 1)
    editor = window.page.editor
    window.page.ways.start_new()
    editor.company.form.name.setText("示例全新有限公司")
    editor.pledge.form.signatory.setText("示例另一人")
    editor.show_campaign(last)
    window.idle()
    assert f"{YEAR}" in editor.bar.text
    assert editor.company.form.name.text() == ""
    editor.show_campaign(window.campaign)
    window.idle()
    assert (editor.company.form.name.text(), editor.pledge.form.signatory.text()) == ("示例全新有限公司", "示例另一人")


def test_what_is_typed_of_a_new_company_alone_follows_the_year(outsider: tuple[Window, CompanyRow]) -> None:
    window, _ = outsider
    editor = window.page.editor
    window.page.ways.start_new()
    editor.company.form.name.setText("示例全新有限公司")
    editor.show_campaign(years.campaign(window.office, YEAR - 1))
    window.idle()
    assert editor.company.form.name.text() == "示例全新有限公司"
    assert editor.is_dirty


def test_a_known_company_is_no_draft_before_anything_is_typed(outsider: tuple[Window, CompanyRow]) -> None:
    window, company = outsider
    editor = window.page.editor
    window.page.ways.start_new()
    editor.company.form.name.setText("sllnd")
    editor._take_known(company.id)
    window.idle()
    assert editor.sheet.id == company.id
    assert editor.is_dirty  # its letter is at hand
    assert not editor.bar.isVisible()


def test_keys_after_saving_stay_with_the_company_that_was_saved(opened: Open) -> None:
    window = opened()
    window.page.listing.chips.choose(filters.REVIEW)
    window.idle()
    company = window.rows(stages=("material_review",))[0]
    window.page.listing.table.choose(company.id)
    window.idle()
    editor = window.page.editor
    editor.pledge.form.signatory.setFocus()
    stages.move(window.office, [company.participation_id], Stage.PLEDGED)
    window.page.refresh()
    window.idle()
    assert company.id not in [row.id for row in window.rows(stages=("material_review",))]
    assert editor.sheet.id == company.id
