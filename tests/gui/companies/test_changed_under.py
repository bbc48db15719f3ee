"""Something else changes the company while something is typed over it: what is typed can be saved all the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import fields as fields_of

import pytest

from qc_desktop.domain.companies import CompanyDraft, MemberTier
from qc_desktop.domain.membership import Term
from qc_desktop.gui.drafts import DraftKeeper
from qc_desktop.gui.pages.campaign.page import CampaignPage
from qc_desktop.gui.pages.campaign.review.form import ReviewForm
from qc_desktop.gui.pages.companies.aspects.membership.view import MembershipView
from qc_desktop.services.companies import details, editing
from qc_desktop.services.companies.details import ContactRow
from qc_desktop.services.companies.rows import CompanyRow

from .conftest import Open, Window
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
