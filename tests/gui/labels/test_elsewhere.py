"""Labels on other pages: the button beside the register, a company's own, a label at the desk."""

from __future__ import annotations

from qc_desktop.gui.pages.companies.aspects.labels import LabelsAspect
from qc_desktop.gui.pages.desk.lists import numbered
from qc_desktop.gui.pages.desk.page import DeskPage
from qc_desktop.services import call_log

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
