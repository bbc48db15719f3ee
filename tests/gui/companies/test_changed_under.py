"""Something else changes the company while something is typed over it: what is typed can be saved all the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import fields as fields_of
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import CompanyDraft, MemberTier, PledgeDraft
from qc_desktop.domain.custom_fields import FieldKind
from qc_desktop.domain.membership import Term
from qc_desktop.gui.drafts import DraftKeeper
from qc_desktop.gui.pages.campaign.page import CampaignPage
from qc_desktop.gui.pages.campaign.review.form import ReviewForm
from qc_desktop.gui.pages.companies import filters
from qc_desktop.gui.pages.companies.aspects.membership.view import MembershipView
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.services import drafts as files
from qc_desktop.services.campaigns import pledging, stages, years
from qc_desktop.services.companies import browsing, details, editing
from qc_desktop.services.companies.details import ContactRow
from qc_desktop.services.companies.rows import CompanyRow
from qc_desktop.services.members import field_values, fields, terms
from tests.samples import add

from .conftest import YEAR, Open, Window
from .forms import shown

FIRST, SECOND = "示例甲简称", "示例乙简称"
TERM = Term(MemberTier.MEMBER, dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def stored(window: Window, company: CompanyRow, name: str = "short_name") -> object:
    return details.detail(window.office, company.id).values[name]


def changed(window: Window, company: CompanyRow, contacts: list[ContactRow] | None = None, **values: str) -> None:
    """Somebody else changes the company, in the records alone."""
    detail = details.detail(window.office, company.id)
    known = {each.name: detail.values[each.name] for each in fields_of(CompanyDraft) if each.name in detail.values}
    draft = CompanyDraft(**{**known, **values})
    editing.save(window.office, draft, company.id, detail.row_version, contacts=contacts)


def test_after_an_undo_what_was_typed_on_is_saved_at_the_second_try(opened: Open) -> None:
    window = opened()
    company = window.rows()[0]
    editor = shown(window, company)
    before = stored(window, company)
    editor.company.form.short_name.setText(FIRST)
    editor.save()
    window.idle()
    editor.company.form.short_name.setText(SECOND)
    window.shell.undo()
    window.idle()
    editor.save()
    window.idle()
    assert stored(window, company) == before  # nothing is written over unasked
    assert editor.company.form.short_name.text() == SECOND
    assert editor.is_dirty
    assert "已被别处修改" in editor.bar.text
    assert "记录中现为：简称“（空）”" in editor.bar.text
    editor.save()
    window.idle()
    assert stored(window, company) == SECOND
    assert not window.page.is_unsaved


def test_what_somebody_else_changed_stays_when_the_rest_is_saved(opened: Open) -> None:
    window = opened()
    company = window.rows()[0]
    editor = shown(window, company)
    changed(window, company, hotline="400-000-7777")
    editor.company.form.short_name.setText(FIRST)
    editor.save()
    window.idle()
    assert "已被别处修改" in editor.bar.text
    assert "记录中现为" not in editor.bar.text
    assert editor.company.form.hotline.text() == "400-000-7777"
    editor.save()
    window.idle()
    assert (stored(window, company), stored(window, company, "hotline")) == (FIRST, "400-000-7777")


def test_a_refused_form_can_be_given_up(opened: Open) -> None:
    window = opened()
    company = window.rows()[0]
    editor = shown(window, company)
    editor.company.form.short_name.setText(FIRST)
    draft = editor.company.draft(editor.sheet.detail)
    editing.save(window.office, draft, company.id, details.detail(window.office, company.id).row_version)
    editor.company.form.short_name.setText(SECOND)
    editor.save()
    window.idle()
    assert f"简称“{FIRST}”" in editor.bar.text
    editor.bar._act()
    window.idle()
    assert editor.company.form.short_name.text() == FIRST
    assert not window.page.is_unsaved


def test_a_draft_that_was_left_comes_back_over_the_present_record(opened: Open) -> None:
    window = opened()
    company, other = window.rows()[:2]
    editor = shown(window, company)
    editor.company.form.short_name.setText(SECOND)
    editor.company.form.remark.setText("示例备注")
    shown(window, other)
    detail = details.detail(window.office, company.id)
    changed(window, company, short_name=FIRST, remark="示" * 90)
    assert details.detail(window.office, company.id).row_version != detail.row_version
    shown(window, company)
    assert editor.company.form.short_name.text() == SECOND
    assert "又改过" in editor.bar.text
    assert f"简称“{FIRST}”" in editor.bar.text
    assert f"备注“{'示' * 40}…”" in editor.bar.text  # a long one does not push the form off the screen
    editor.save()
    window.idle()
    assert stored(window, company) == SECOND


def test_contacts_that_were_changed_meanwhile_are_named(opened: Open) -> None:
    window = opened()
    company, other = window.rows()[:2]
    editor = shown(window, company)
    editor._reveal()
    window.idle()
    editor.contacts.add_contact(ContactRow("示例乙", "138 0000 0000", ""))
    shown(window, other)
    changed(window, company, contacts=[ContactRow("示例丙", "139 0000 0000", "")])
    shown(window, company)
    assert "记录中现为：联系人" in editor.bar.text
    assert ContactRow("示例乙", "138 0000 0000", "") in editor.contacts.typed()


def test_contacts_alone_that_were_changed_meanwhile_stop_a_save(opened: Open) -> None:
    window = opened()
    company = window.rows()[0]
    editor = shown(window, company)
    editor._reveal()
    window.idle()
    editor.contacts.add_contact(ContactRow("示例乙", "138 0000 0000", ""))
    theirs = ContactRow("示例丙", "139 0000 0000", "")
    changed(window, company, contacts=[theirs])
    assert details.detail(window.office, company.id).row_version == editor.entry().row_version
    editor.save()
    window.idle()
    assert details.detail(window.office, company.id).contacts == (theirs,)
    assert "已被别处修改" in editor.bar.text
    assert "记录中现为：联系人" in editor.bar.text
    assert ContactRow("示例乙", "138 0000 0000", "") in editor.contacts.typed()
    editor.save()
    window.idle()
    assert ContactRow("示例乙", "138 0000 0000", "") in details.detail(window.office, company.id).contacts


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


def test_a_term_added_beside_the_form_does_not_lock_it(opened: Open) -> None:
    window = opened()
    company = window.rows()[0]
    editor = shown(window, company)
    before = details.detail(window.office, company.id).row_version
    editor.company.form.short_name.setText(FIRST)
    window.page.aspects.go("membership")
    window.idle()
    view = window.page.aspects.view
    assert isinstance(view, MembershipView)
    view.terms._start_new()
    view.terms.form.values.write({"member_tier": MemberTier.COUNCIL.value, "starts_on": "2026-01-01", "ends_on": ""})
    view.terms.save()
    window.idle()
    assert details.detail(window.office, company.id).row_version != before
    window.page.aspects.go("form")
    editor.save()
    window.idle()
    editor.save()
    window.idle()
    assert stored(window, company) == FIRST
    assert stored(window, company, "member_tier") == MemberTier.COUNCIL


@pytest.mark.parametrize("typed_there", [{"hotline": "400-800-0000"}, {"short_name": SECOND}])
def test_what_the_review_desk_took_up_and_saved_is_no_draft_here(
    opened: Open, keeper: Callable[[], DraftKeeper], typed_there: dict[str, str]
) -> None:
    window = opened(drafts=keeper())
    company = window.rows(stages=("material_review",))[0]
    page = window.page
    editor = shown(window, company)
    editor.company.form.short_name.setText(FIRST)
    form = at_the_desk(window)
    assert form.company.form.short_name.text() == FIRST  # also what was typed within the last second
    for name, text in typed_there.items():
        form.company.values[name].setText(text)  # type: ignore[union-attr]
    form.save()
    window.idle()
    assert not page.is_unsaved
    window.shell.go("companies", company.id)
    window.idle()
    want = {"short_name": FIRST, **typed_there}
    assert {name: stored(window, company, name) for name in want} == want
    assert {name: page.editor.company.values.text(name) for name in want} == want
    assert page.editor.bar.text == ""
    editor.company.form.website.setText("https://a.example/")
    editor.save()
    window.idle()
    assert stored(window, company, "website") == "https://a.example/"


def test_what_was_typed_on_here_is_no_matter_of_the_desk(opened: Open, keeper: Callable[[], DraftKeeper]) -> None:
    window = opened(drafts=keeper())
    company = window.rows(stages=("material_review",))[0]
    editor = shown(window, company)
    editor.company.form.short_name.setText(FIRST)
    form = at_the_desk(window)
    editor.company.form.website.setText("https://a.example/")
    form.save()
    window.idle()
    assert editor.is_dirty
    window.shell.go("companies", company.id)
    window.idle()
    assert editor.company.form.website.text() == "https://a.example/"
    editor.save()
    window.idle()
    assert stored(window, company, "website") == "https://a.example/"
    assert not window.page.is_unsaved


def at_the_desk(window: Window) -> ReviewForm:
    window.shell.go("campaign", "review")
    window.idle()
    page = window.shell.page
    assert isinstance(page, CampaignPage)
    return page.rooms.review.form


def membership(window: Window, company: CompanyRow) -> MembershipView:
    shown(window, company)
    window.page.aspects.go("membership")
    window.idle()
    view = window.page.aspects.view
    assert isinstance(view, MembershipView)
    return view


def over_a_new_term(window: Window, company: CompanyRow) -> MembershipView:
    """The form over a term that Undo takes back."""
    view = membership(window, company)
    view.terms._start_new()
    view.terms.save()
    window.idle()
    change_button(view).click()
    return view


def change_button(view: MembershipView) -> QPushButton:
    return next(each for each in view.terms._list.findChildren(QPushButton))


def test_a_term_typed_on_after_an_undo_is_saved(opened: Open) -> None:
    window = opened()
    company, other = window.rows()[:2]
    terms.save(window.office, company.id, TERM)
    view = membership(window, company)
    for text in ("示例一", "示例二"):
        change_button(view).click()
        view.terms.form.ui.remark.setText(text)
        if text == "示例一":
            view.terms.save()
            window.idle()
    window.shell.undo()
    window.idle()
    assert view.terms.form.ui.remark.text() == "示例二"
    assert "请先核对" in view.terms.bar.text
    shown(window, other)
    shown(window, company)
    assert view.terms.form.ui.remark.text() == "示例二"
    view.terms.save()
    window.idle()
    assert [row.term.remark for row in terms.of_company(window.office, company.id).terms] == ["示例二"]
    assert not window.page.is_unsaved


@pytest.mark.parametrize("leaves", [True, False])
def test_a_term_that_somebody_else_changed_is_shown_with_what_was_typed(opened: Open, leaves: bool) -> None:
    window = opened()
    company, other = window.rows()[:2]
    terms.save(window.office, company.id, TERM)
    view = membership(window, company)
    change_button(view).click()
    view.terms.form.ui.remark.setText("示例二")
    (row,) = terms.of_company(window.office, company.id).terms
    longer = Term(TERM.member_tier, TERM.starts_on, dt.date(2027, 6, 30), "示例三")
    terms.save(window.office, company.id, longer, row.id, row.row_version)
    if leaves:
        shown(window, other)
        shown(window, company)
    else:
        view.terms.save()
        window.idle()
    assert view.terms.form.ui.ends_on.text() == "2027-06-30"
    assert view.terms.form.ui.remark.text() == "示例二"
    assert "请先核对" in view.terms.bar.text
    assert "备注“示例三”" in view.terms.bar.text
    view.terms.save()
    window.idle()
    (row,) = terms.of_company(window.office, company.id).terms
    assert (row.term.ends_on, row.term.remark) == (dt.date(2027, 6, 30), "示例二")


def test_a_term_brought_back_after_a_restart_says_only_what_was_typed(
    opened: Open, keeper: Callable[[], DraftKeeper]
) -> None:
    drafts = keeper()
    window = opened(drafts=drafts)
    company = window.rows()[0]
    terms.save(window.office, company.id, TERM)
    view = membership(window, company)
    change_button(view).click()
    view.terms.form.ui.remark.setText("示例二")
    with window.qtbot.waitSignal(drafts.kept):
        drafts.flush_wanted.emit()
    window.shell.retire()
    (row,) = terms.of_company(window.office, company.id).terms
    longer = Term(MemberTier.COUNCIL, TERM.starts_on, dt.date(2027, 6, 30), "示例三")
    terms.save(window.office, company.id, longer, row.id, row.row_version)
    again = opened(drafts=keeper())
    view = membership(again, company)
    form = view.terms.form
    assert form.values.read() == {
        "member_tier": "council", "starts_on": "2026-01-01", "ends_on": "2027-06-30", "remark": "示例二",
    }  # fmt: skip
    assert "请先核对" in view.terms.bar.text
    assert "记录中现为：备注“示例三”" in view.terms.bar.text
    view.terms.save()
    again.idle()
    (row,) = terms.of_company(window.office, company.id).terms
    assert row.term == replace(longer, remark="示例二")


def test_a_draft_of_a_term_from_an_earlier_version_names_all_that_differs(
    opened: Open, keeper: Callable[[], DraftKeeper]
) -> None:
    window = opened(drafts=keeper())
    company = window.rows()[0]
    terms.save(window.office, company.id, TERM)
    (row,) = terms.of_company(window.office, company.id).terms
    typed = {"member_tier": "member", "starts_on": "2026-01-01", "ends_on": "2026-12-31", "remark": "示例二"}
    values = {"terms": {"over": [row.id, row.row_version], "values": typed}}
    files.keep(window.office.profile.drafts, files.Draft("membership", company.id, "示例", values))
    terms.save(window.office, company.id, replace(TERM, ends_on=dt.date(2027, 6, 30)), row.id, row.row_version)
    window.shell.retire()
    again = opened(drafts=keeper())
    view = membership(again, company)
    assert view.terms.form.values.read() == typed
    assert "2027-06-30" in view.terms.bar.text


@pytest.mark.parametrize("leaves", [True, False])
def test_an_own_field_that_somebody_else_filled_is_named_before_it_is_written_over(opened: Open, leaves: bool) -> None:
    window = opened()
    company, other = window.rows()[:2]
    own, second = (fields.add(window.office, name, FieldKind.TEXT) for name in ("示例字段", "示例次字段"))
    view = membership(window, company)
    typed_into = view.fields._inputs[own]
    assert isinstance(typed_into, LineEdit)
    typed_into.setText("示例我的")
    if leaves:
        shown(window, other)
    field_values.save(window.office, company.id, {own: "示例他的", second: "示例"})
    if leaves:
        shown(window, company)
    else:
        view.fields.save()
        window.idle()
    assert field_values.of_company(window.office, company.id) == {own: "示例他的", second: "示例"}
    window.idle()
    assert "记录中现为：示例字段“示例他的”" in view.fields.bar.text
    assert view.fields._read() == {own: "示例我的", second: "示例"}
    view.fields.save()
    window.idle()
    assert field_values.of_company(window.office, company.id) == {own: "示例我的", second: "示例"}
    assert not window.page.is_unsaved


def test_a_term_that_was_removed_under_the_form_can_be_added_again(opened: Open) -> None:
    window = opened()
    company = window.rows()[0]
    view = over_a_new_term(window, company)
    view.terms.form.ui.remark.setText("示例二")
    window.shell.undo()
    window.idle()
    assert "已被删除" in view.terms.bar.text
    view.terms.save()
    window.idle()
    assert [row.term.remark for row in terms.of_company(window.office, company.id).terms] == ["示例二"]


def test_a_form_over_a_term_that_is_gone_closes_where_nothing_is_typed(opened: Open) -> None:
    window = opened()
    company = window.rows()[0]
    view = over_a_new_term(window, company)
    window.shell.undo()
    window.idle()
    assert view.terms.form.isHidden()
    assert not window.page.is_unsaved
