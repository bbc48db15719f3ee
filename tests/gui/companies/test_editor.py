"""The form: entering by keyboard, warnings in place, nothing typed is lost."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import CompanyDraft, PledgeDraft
from qc_desktop.errors import UserError
from qc_desktop.services import history
from qc_desktop.services.campaigns import pledging, years
from qc_desktop.services.companies import browsing, details, editing
from qc_desktop.services.companies.entering import Entry, enter
from qc_desktop.services.companies.filtering import CompanyFilter

from .conftest import Open, commit
from .forms import CODE, NAME, Key, first_outside, initials, save_and_go_on, shown, started


def test_a_known_company_is_pledged_by_pinyin_tab_and_ctrl_enter(opened: Open) -> None:
    window = opened()
    company = first_outside(window)
    editor = started(window)
    QTest.keyClicks(editor.company.form.name, initials(company.name))
    window.qtbot.waitUntil(editor._finder._popup.isVisible)
    QTest.keyClick(editor.company.form.name, Key.Key_Tab)
    window.qtbot.waitUntil(lambda: editor.sheet.id == company.id)
    assert editor.pledge.submit.isChecked()
    assert editor.pledge.form.products.hasFocus()
    save_and_go_on(window)
    entered = pledging.pledge_of(window.office, window.campaign.id, company.id)
    assert entered.stage is Stage.MATERIAL_REVIEW
    assert editor.sheet.id == ""
    assert editor.company.form.name.hasFocus()


def test_keys_of_an_input_method_pick_no_company(opened: Open) -> None:
    window = opened()
    company = first_outside(window)
    editor = started(window)
    field = editor.company.form.name
    QTest.keyClicks(field, initials(company.name))
    window.qtbot.waitUntil(editor._finder._popup.isVisible)
    QTest.keyClick(field, Key.Key_Down)
    QApplication.sendEvent(field, QInputMethodEvent("shili", []))
    for key in (Key.Key_Down, Key.Key_Return, Key.Key_Enter):
        QTest.keyClick(field, key)
    window.idle()
    assert editor.sheet.id == ""
    assert editor._finder._popup.isVisible()
    QApplication.sendEvent(field, QInputMethodEvent("", []))
    QTest.keyClick(field, Key.Key_Return)
    window.qtbot.waitUntil(lambda: editor.sheet.id == company.id)


def test_after_saving_the_next_form_stays_although_a_company_was_chosen_before(opened: Open) -> None:
    window = opened()
    window.page.listing.choose(window.rows()[3].id)
    window.idle()
    editor = started(window)
    commit(editor.company.form.name, NAME)
    save_and_go_on(window)
    assert browsing.find(window.office, NAME)
    assert editor.sheet.id == ""
    assert editor.company.form.name.hasFocus()
    assert window.page.listing.table.chosen_keys == ()


def test_a_new_company_and_its_pledge_are_one_step(opened: Open) -> None:
    window = opened()
    editor = started(window)
    commit(editor.company.form.name, NAME)
    editor.company.form.uscc.setText(CODE)
    editor.company.form.industry.setEditText("家具")
    commit_lines = "示例餐桌\n示例沙发"
    editor.pledge.form.products.setPlainText(commit_lines)
    editor.pledge.form.signed_on.setText("2026.3.1")
    save_and_go_on(window)
    row = browsing.find(window.office, CODE)[0]
    assert row.name == NAME
    assert row.industry_name == "家具制造业"
    pledge = pledging.pledge_of(window.office, window.campaign.id, row.id)
    assert pledge.pledge.products == ("示例餐桌", "示例沙发")
    assert pledge.pledge.signed_on == dt.date(2026, 3, 1)
    assert editor.pledge.form.signed_on.text() == "2026-03-01"  # date and industry stay for the next one
    assert editor.company.form.industry.currentText() == "家具制造业"
    history.undo(window.office)
    assert browsing.find(window.office, CODE) == []


def test_without_the_letter_only_the_company_is_saved(opened: Open) -> None:
    window = opened()
    editor = started(window)
    commit(editor.company.form.name, NAME)
    editor.pledge.submit.setChecked(False)
    editor.save()
    window.idle()
    row = browsing.find(window.office, NAME)[0]
    assert pledging.pledge_of(window.office, window.campaign.id, row.id) is None
    assert editor.sheet.id == row.id
    assert not editor.is_dirty


def test_full_width_digits_are_welcome_in_the_code(opened: Open) -> None:
    window = opened()
    editor = started(window)
    commit(editor.company.form.name, NAME)
    commit(editor.company.form.uscc, "９１３５０１００Ｍ０００１００Ｙ４３")
    save_and_go_on(window)
    assert browsing.find(window.office, CODE)[0].name == NAME


def test_a_wrong_code_is_said_in_place_and_not_saved(opened: Open) -> None:
    window = opened()
    editor = started(window)
    commit(editor.company.form.name, NAME)
    editor.company.form.uscc.setText("91350100M000100Y4Z")
    save_and_go_on(window)
    assert editor.company._notes["uscc"].text
    assert editor.company.form.uscc.hasFocus()
    assert browsing.find(window.office, NAME) == []


def test_a_taken_code_is_said_at_the_code(opened: Open) -> None:
    window = opened()
    known = window.rows()[0]
    editor = started(window)
    commit(editor.company.form.name, NAME)
    editor.company.form.uscc.setText(known.uscc)
    save_and_go_on(window)
    assert known.name in editor.company._notes["uscc"].text
    assert editor.company.form.name.text() == NAME


def test_a_missing_name_and_an_unreadable_date_stop(opened: Open) -> None:
    window = opened()
    editor = started(window)
    editor.save()
    assert editor.company._notes["name"].text
    commit(editor.company.form.name, NAME)
    editor.pledge.form.signed_on.setText("三月初一")
    editor.save()
    window.idle()
    assert editor.pledge.form.signed_on.hasFocus()
    assert browsing.find(window.office, NAME) == []


def test_a_lookalike_is_named_while_typing_and_can_be_opened(opened: Open) -> None:
    window = opened()
    known = window.rows()[0]
    editor = started(window)
    commit(editor.company.form.name, known.name)
    window.qtbot.waitUntil(lambda: bool(editor.twin.text))
    assert known.name in editor.twin.text
    editor.twin.findChild(QPushButton).click()
    window.qtbot.waitUntil(lambda: editor.sheet.id == known.id)


def test_a_lookalike_never_stops(opened: Open) -> None:
    window = opened()
    known = window.rows()[0]
    editor = started(window)
    commit(editor.company.form.name, known.name)
    window.qtbot.waitUntil(lambda: bool(editor.twin.text))
    save_and_go_on(window)
    assert len([row for row in window.rows() if row.name == known.name]) == 2


def test_saving_what_is_shown_changes_nothing(opened: Open) -> None:
    window = opened()
    for company in window.rows()[:5]:
        editor = shown(window, company)
        detail = details.detail(window.office, company.id)
        saved = editing.save(window.office, editor.company.draft(detail), company.id, detail.row_version)
        assert saved.values == detail.values
        assert saved.row_version == detail.row_version


def test_an_announced_pledge_is_shown_and_locked(opened: Open) -> None:
    window = opened()
    window.shell._turn_to(2025)
    window.idle()
    company = browsing.page(window.office, CompanyFilter())[0]
    editor = shown(window, company)
    assert editor.pledge.form.products.toPlainText()
    assert not editor.pledge.form.products.isEnabled()
    assert not editor.pledge.submit.isVisibleTo(editor.pledge)
    assert editor.pledge.pledge() is None


def test_a_returned_pledge_goes_back_into_review(opened: Open) -> None:
    window = opened()
    company = window.rows(stages=(Stage.MATERIAL_REVIEW.value,))[0]
    pledging.send_back(window.office, [company.participation_id], "示例原因")
    editor = shown(window, company)
    assert "示例原因" in editor.pledge._reason.text()
    editor.pledge.submit.setChecked(True)
    editor.save()
    window.idle()
    assert pledging.pledge_of(window.office, window.campaign.id, company.id).stage is Stage.MATERIAL_REVIEW


def test_f9_in_the_form_means_the_company_in_the_form(opened: Open) -> None:
    window = opened()
    one, other = window.rows(stages=(Stage.MATERIAL_REVIEW.value,))[:2]
    window.page.listing.choose(one.id)
    window.idle()
    window.page.editor.open(other.id)
    window.idle()
    window.page.editor.company.form.name.setFocus()
    QTest.keyClick(window.page.editor.company.form.name, Key.Key_F9)
    window.idle()
    stages = {row.id: row.stage for row in window.rows()}
    assert stages[other.id] == Stage.PLEDGED
    assert stages[one.id] == Stage.MATERIAL_REVIEW


def test_a_province_is_found_by_initials_and_brings_its_code(opened: Open) -> None:
    window = opened()
    editor = started(window)
    commit(editor.company.form.name, NAME)
    editor.company.form.province.setFocus()
    editor.company.form.province.editor.clear()
    QTest.keyClicks(editor.company.form.province.editor, "hlj")
    draft = editor.company.draft(None)
    assert (draft.province_code, draft.province) == ("23", "黑龙江省")


def test_a_city_brings_its_division_and_a_kept_place_stays_whole(opened: Open) -> None:
    window = opened()
    editor = started(window)
    editor.company.form.province.choose("32")
    editor.company.form.city.setText("南通")
    draft = editor.company.draft(None)
    assert (draft.admin_division_code, draft.city, draft.province_derived) == ("320600", "南通市", False)


def test_a_refused_pledge_saves_no_half(opened: Open) -> None:
    window = opened()
    last_year = years.campaign(window.office, 2025).id
    announced = browsing.page(window.office, CompanyFilter(campaign_id=last_year))[0]
    detail = details.detail(window.office, announced.id)
    draft = replace(window.page.editor.company.draft(None), name=NAME, uscc=announced.uscc)
    entry = Entry(
        draft,
        announced.id,
        detail.row_version,
        campaign_id=years.campaign(window.office, 2025).id,
        pledge=PledgeDraft(),
    )
    with pytest.raises(UserError, match=r"pledge\.not_editable"):
        enter(window.office, entry)
    assert details.detail(window.office, announced.id) == detail


def test_an_industry_of_the_list_s_own_words_is_shown_as_it_is(opened: Open) -> None:
    window = opened()
    made = editing.save(window.office, CompanyDraft("示例自述行业有限公司", industry_name="儿童用品"))
    window.page.editor.open(made.id)
    window.idle()
    assert window.page.editor.company.form.industry.currentText() == "儿童用品"
    assert not window.page.editor.is_dirty
