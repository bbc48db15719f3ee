"""Labels on other pages: the button beside the register, a company's own, a label at the desk."""

from __future__ import annotations

import dataclasses

from qc_desktop.documents.labels.shipped import label_layout
from qc_desktop.documents.layout.editing import changed
from qc_desktop.domain.labels import KIND
from qc_desktop.domain.progress import finish
from qc_desktop.gui.pages.companies.aspects.labels import LabelsAspect
from qc_desktop.gui.pages.desk.lists import numbered
from qc_desktop.gui.pages.desk.page import DeskPage
from qc_desktop.services import call_log
from qc_desktop.services.labels import batches, issuing
from qc_desktop.services.layouts import versions
from tests.labelled import ORDER

from .conftest import Window


def test_a_button_beside_the_register_leads_to_labels(window: Window) -> None:
    window.shell.go("certificates")
    window.rest()
    window.shell.page._labels.click()
    window.rest()
    assert window.page.agreements.isVisible()


def own(window: Window) -> LabelsAspect:
    window.shell.go("companies", window.year.companies()[0].id)
    window.rest()
    window.shell.page.aspects.go("labels")
    window.rest()
    view = window.shell.page.aspects.view
    assert isinstance(view, LabelsAspect)
    return view


def test_a_company_begins_its_own_agreement(window: Window) -> None:
    own(window).enter.click()
    window.rest()
    editor = window.page.agreements.editor
    assert editor.form.company.text() == window.year.companies()[0].name
    assert editor.form.agreement_no.hasFocus()


def test_a_label_at_the_desk_is_called_one_and_how_often_it_was_seen_is_large(window: Window) -> None:
    window.shell.go("desk", "00001-000007")
    window.rest()
    page = window.shell.page
    assert isinstance(page, DeskPage)
    answer = page.results.card.answer
    assert answer is not None
    assert numbered(answer) == "标识 00001-000007"
    assert page.results.card._seen.isHidden()
    call_log.enter(window.year.office, "00001-000007", answer, "")
    window.shell.go("desk", "00001-000007")
    page.results.shown.emit(answer)
    window.rest()
    assert page.results.card._seen.isVisible()
    assert page.results.card._seen.property("role") == "section"


def test_the_page_leads_to_the_layout_and_a_batch_says_which_it_has(window: Window) -> None:
    page = window.go("batches")
    page._look.click()
    window.rest()
    layouts = window.shell.page
    assert layouts.overview.row.kind == KIND
    assert layouts.overview.row.ships
    made = changed(label_layout(), words={**label_layout().words, "heading": "示例|标识"})
    row = versions.create(window.year.office, made, "示例标识")
    versions.use(window.year.office, row)
    window.go("batches")._look.click()
    window.rest()
    assert layouts.overview.row.id == row.id
    order = dataclasses.replace(ORDER, lot="示例第二批")
    agreement = batches.row(window.year.office, "1").agreement_id
    finish(issuing.issue(window.year.office, agreement, order, window.year.keys))
    assert "版式：示例标识 第1版" in window.go("batch:00002").batches.detail._about.text()
    assert "版式" not in window.go("batch:00001").batches.detail._about.text()
