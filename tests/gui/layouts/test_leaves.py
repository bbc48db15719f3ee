"""Letters of several pages: turned over beside the wording and on the page that is laid out."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.gui.pages.layouts.page import LayoutsPage
from qc_desktop.gui.pages.layouts.workbench import PAGE
from qc_desktop.gui.shell import Shell
from qc_desktop.services.layouts import previewing, versions
from qc_desktop.services.layouts.previewing import Whose
from tests.gui.real import rest
from tests.samples import Year

LETTERS = ("announcement", "usage_notice", "label_stop_notice")


@pytest.fixture
def announcing(qtbot: QtBot, shell: Shell, page: LayoutsPage, year: Year) -> LayoutsPage:
    """The page with a copy of the announcement on its workbench."""
    row = versions.create(year.office, load_layout("announcement"), "示例公告")
    shell.go("layouts", row.id)
    rest(qtbot, shell)
    assert page.bench.making is not None
    return page


def show(qtbot: QtBot, shell: Shell, page: LayoutsPage, whose: Whose) -> None:
    choice = page.bench.head.whose
    choice.setCurrentIndex(choice.findData(whose))
    choice.activated.emit(choice.currentIndex())
    rest(qtbot, shell)


def wait_for(qtbot: QtBot, page: LayoutsPage, place: str) -> None:
    """Waits for the picture of ``place``, as 2/3."""
    qtbot.waitUntil(lambda: page.bench.head.leaves.place.text() == place and not page.bench.wording.picture.is_blank)


def turn(qtbot: QtBot, page: LayoutsPage) -> None:
    """Turns over and waits for the page."""
    before = page.bench.wording.picture._image
    page.bench.head.leaves.on.click()
    qtbot.waitUntil(lambda: page.bench.wording.picture._image != before)


def test_the_letters_are_among_the_layouts(page: LayoutsPage) -> None:
    kinds = [row.kind for row in page.overview._rows if row.ships]
    assert set(LETTERS) < set(kinds)


@pytest.mark.parametrize("kind", LETTERS)
def test_the_wording_of_each_letter_is_edited_beside_its_page(
    qtbot: QtBot, shell: Shell, page: LayoutsPage, year: Year, kind: str
) -> None:
    row = versions.create(year.office, load_layout(kind), "示例")
    shell.go("layouts", row.id)
    rest(qtbot, shell)
    bench = page.bench
    assert bench.appearance.note.isHidden()
    qtbot.waitUntil(lambda: not bench.wording.picture.is_blank)
    title = bench.wording.fields["words.title"]
    assert title.accessibleName() == "标题"
    title.setPlainText("示例标题")
    assert bench.making is not None
    assert bench.making.layout.words["title"] == "示例标题"


def test_pages_are_turned_and_stay_turned_while_one_types(qtbot: QtBot, shell: Shell, announcing: LayoutsPage) -> None:
    bench = announcing.bench
    leaves = bench.head.leaves
    wait_for(qtbot, announcing, "1/3")
    assert (leaves.isVisible(), leaves.back.isEnabled()) == (True, False)
    turn(qtbot, announcing)
    turn(qtbot, announcing)
    assert (leaves.place.text(), leaves.on.isEnabled()) == ("3/3", False)
    before = bench.wording.picture._image
    bench.wording.fields["words.annex_below"].setPlainText("合计{数量}家")
    qtbot.waitUntil(lambda: bench.wording.picture._image != before)
    assert leaves.place.text() == "3/3"


def test_a_document_of_one_page_is_not_turned(qtbot: QtBot, shell: Shell, announcing: LayoutsPage, year: Year) -> None:
    wait_for(qtbot, announcing, "1/3")
    turn(qtbot, announcing)
    row = versions.create(year.office, load_layout("usage_notice"), "示例须知")
    shell.go("layouts", row.id)
    rest(qtbot, shell)
    wait_for(qtbot, announcing, "1/1")
    assert announcing.bench.head.leaves.isHidden()
    assert announcing.bench.head.leaves.page == 1


def test_on_each_page_one_takes_hold_of_what_stands_there(qtbot: QtBot, shell: Shell, announcing: LayoutsPage) -> None:
    bench = announcing.bench
    bench.head.tabs.choose(PAGE)
    rest(qtbot, shell)
    canvas = bench.editor.board.canvas
    assert {"head", "rule", "page_odd", "flow"} <= set(canvas._boxes)
    assert "page_even" not in canvas._boxes
    bench.making.choose(["head"])
    wait_for(qtbot, announcing, "1/3")
    turn(qtbot, announcing)
    assert set(canvas._boxes) == {"page_even"}
    assert bench.making.chosen == ()
    bench.making.choose(["flow"])
    assert canvas._chosen == ()
    before = bench.making.layout.element("flow").x
    bench.making.align("left")
    assert bench.making.layout.element("flow").x != before


def test_what_need_not_be_there_can_be_looked_at_without_it(
    qtbot: QtBot, shell: Shell, announcing: LayoutsPage
) -> None:
    bench = announcing.bench
    bench.head.tabs.choose(PAGE)
    rest(qtbot, shell)
    wait_for(qtbot, announcing, "1/3")
    show(qtbot, shell, announcing, Whose.BARE)
    wait_for(qtbot, announcing, "1/2")
    assert "head" not in bench.editor.board.canvas._boxes


def test_a_condition_is_chosen_among_the_variables(qtbot: QtBot, shell: Shell, announcing: LayoutsPage) -> None:
    bench = announcing.bench
    bench.head.tabs.choose(PAGE)
    bench.making.choose(["rule"])
    rest(qtbot, shell)
    field = bench.editor.properties.field("only_with")
    assert isinstance(field, QComboBox)
    assert field.currentText() == "加红色版头"
    field.setCurrentIndex(field.findData(""))
    field.activated.emit(field.currentIndex())
    assert bench.making.layout.element("rule").only_with == ""


def test_a_page_beyond_the_last_is_the_last(year: Year) -> None:
    layout = load_layout("announcement")
    shown = previewing.page(year.office, layout, number=99)
    assert (shown.page, shown.pages) == (3, 3)
    assert previewing.page(year.office, layout, bare=True).pages == 2


def test_a_letter_to_a_company_is_shown_with_the_longest_name(year: Year) -> None:
    found = previewing.holders(year.office, 2026)
    layout = load_layout("label_stop_notice")
    longest = previewing.record_for(year.office, layout, found[Whose.LONGEST])["holder"]
    shortest = previewing.record_for(year.office, layout, found[Whose.SHORTEST])["holder"]
    assert len(longest) > len(shortest)
