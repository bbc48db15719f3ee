"""Terms and own fields that something else changed while they are typed over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from qc_desktop.domain.companies import MemberTier
from qc_desktop.domain.custom_fields import FieldKind
from qc_desktop.domain.membership import Term
from qc_desktop.gui.drafts import DraftKeeper
from qc_desktop.gui.pages.companies.aspects.membership.view import MembershipView
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.services import drafts as files
from qc_desktop.services.companies.rows import CompanyRow
from qc_desktop.services.members import field_values, fields, terms

from .conftest import Open, Window
from .forms import shown
from .test_changed_under import TERM


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
