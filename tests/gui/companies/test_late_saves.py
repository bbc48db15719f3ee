"""The writer may be busy: a save ends late, and by then the form shows another company."""

from __future__ import annotations

import threading

import pytest

from qc_desktop.services.companies import details

from .conftest import Open
from .forms import NAME, shown, started


def test_a_save_that_ends_late_leaves_the_company_shown_by_then_alone(opened: Open) -> None:
    """While the writer is busy a person goes on to another company and types there."""
    window = opened()
    first, second = window.rows()[:2]
    editor = shown(window, first)
    editor.company.form.short_name.setText("示例甲简称")
    gate = threading.Event()
    window.jobs.change(gate.wait)
    editor.save()
    editor.open(second.id)
    window.qtbot.waitUntil(lambda: not window.jobs.is_asking)
    assert editor.sheet.id == second.id
    editor.company.form.website.setText("https://b.example/")
    gate.set()
    window.idle()
    assert (editor.sheet.id, editor.company.form.name.text()) == (second.id, second.name)
    editor.save()
    window.idle()
    assert details.detail(window.office, first.id).values["short_name"] == "示例甲简称"
    assert details.detail(window.office, second.id).values["name"] == second.name
    assert details.detail(window.office, second.id).values["website"] == "https://b.example/"
    assert not window.page.is_unsaved


def test_f9_at_the_list_means_the_company_shown_also_after_a_late_save(opened: Open) -> None:
    window = opened()
    first, second = window.rows(stages=("material_review",))[:2]
    editor = shown(window, first)
    editor.company.form.short_name.setText("示例甲简称")
    gate = threading.Event()
    window.jobs.change(gate.wait)
    editor.save()
    window.page.listing.table.choose(second.id)
    window.qtbot.waitUntil(lambda: not window.jobs.is_asking)
    gate.set()
    window.idle()
    assert editor.title.text() == second.name
    assert not window.page.is_unsaved


def test_a_late_refusal_names_its_company_and_keeps_what_was_typed(opened: Open) -> None:
    window = opened()
    first, second, third = window.rows()[:3]
    editor = shown(window, first)
    editor.company.form.uscc.setText(third.uscc)
    gate = threading.Event()
    window.jobs.change(gate.wait)
    editor.save()
    editor.open(second.id)
    window.qtbot.waitUntil(lambda: not window.jobs.is_asking)
    gate.set()
    window.idle()
    assert editor.sheet.id == second.id
    assert window.shell._messages.text.startswith(first.name)
    assert window.page.is_unsaved
    editor.open(first.id)
    window.idle()
    assert editor.company.form.uscc.text() == third.uscc


def test_what_is_typed_while_another_company_is_on_its_way_is_kept(opened: Open) -> None:
    window = opened()
    first, second = window.rows()[:2]
    editor = shown(window, first)
    editor.open(second.id)
    editor.company.form.website.setText("https://a.example/")
    window.idle()
    assert editor.sheet.id == second.id
    assert window.page.is_unsaved
    editor.open(first.id)
    window.idle()
    assert editor.company.form.website.text() == "https://a.example/"


def test_after_a_defect_in_saving_it_can_be_tried_again(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    window = opened()
    editor = started(window)
    editor.company.form.name.setText(NAME)
    with monkeypatch.context() as patch:
        patch.setattr("qc_desktop.services.companies.entering.enter", lambda *_: 1 // 0)
        editor.save()
        window.idle()
    assert "软件出了问题" in window.shell._messages.text
    assert editor.company.form.name.text() == NAME
    assert window.page.is_unsaved
    editor.save()
    window.idle()
    assert window.rows(text=NAME)[0].name == NAME
