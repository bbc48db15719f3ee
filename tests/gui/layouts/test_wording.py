"""The wording of a layout: typed, seen, saved, and asked for its reasons."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
)
from pytestqt.qtbot import QtBot

from qc_desktop.documents.layout.editing import changed, with_element
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.gui.pages.layouts.page import LayoutsPage
from qc_desktop.gui.pages.layouts.workbench import PAGE
from qc_desktop.gui.shell import Shell
from qc_desktop.services.layouts import choosing, versions
from tests.gui.real import rest, settle
from tests.gui.wheel import wheel_down
from tests.samples import Year

from .conftest import KIND, own

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_words_are_typed_seen_saved_and_used(qtbot: QtBot, shell: Shell, at_work: LayoutsPage, year: Year):
    bench = at_work.bench
    field = bench.wording.fields["phrases.label"]
    before = bench.wording.picture.dots
    field.setPlainText("扫码查验\n编号：{证书编号}\n有效期至：{有效期至}")
    assert bench.making.layout.phrases["label"] == ("扫码查验", "编号：{number}", "有效期至：{expires:date}")
    rest(qtbot, shell)
    assert bench.wording.picture.dots >= before
    assert at_work.is_unsaved
    QTest.keyClick(field, Qt.Key.Key_S, CONTROL)
    rest(qtbot, shell)
    assert not at_work.is_unsaved
    assert own(year).version == 2
    assert bench.head.use.isVisible()
    bench.head.use.setFocus()
    bench.head.use.click()
    rest(qtbot, shell)
    assert not bench.head.use.isVisible()
    assert QApplication.focusWidget() is bench.head.tabs.marked
    assert choosing.in_use(year.office, KIND).phrases["label"][1] == "编号：{number}"


def test_a_claim_is_marked_while_one_types_and_asks_for_its_reason(qtbot: QtBot, at_work: LayoutsPage):
    bench = at_work.bench
    assert bench.wording.claims.isHidden()
    bench.wording.fields["words.label_heading"].setPlainText("国家级推荐标识")
    assert not bench.wording.claims.isHidden()
    assert set(bench.wording.claims.reasons) == {"国家级", "推荐"}
    waves = bench.wording.fields["words.label_heading"].extraSelections()
    assert {wave.cursor.selectedText() for wave in waves} == {"国家级", "推荐"}
    QTest.keyClicks(bench.wording.claims.reasons["推荐"], "ordinary reason")
    assert bench.making.layout.accepted[0].word == "推荐"
    bench.wording.fields["words.label_heading"].setPlainText("专用标识")
    assert bench.wording.claims.isHidden()
    bench.wording.fields["words.title"].setPlainText("全国承诺展示公告证明")
    assert not bench.wording.claims.isHidden()
    QTest.keyClicks(bench.wording.claims.approval, "1")
    assert bench.making.layout.approval == "1"


def test_a_claim_in_a_text_on_the_page_is_marked_and_leads_to_its_reason(qtbot: QtBot, at_work: LayoutsPage):
    bench = at_work.bench
    bench.head.tabs.choose(PAGE)
    bench.making.choose(["issued"])
    words = bench.editor.properties.field("text")
    assert words.remark.isHidden()
    words.field.setPlainText("𠀀推 荐、認證\n{发证日期}")
    waves = {wave.cursor.selectedText() for wave in words.field.extraSelections()}
    assert waves == {"推 荐", "認證"}
    assert "“推荐”" in words.remark.text()
    assert not words.remark.isHidden()
    words.reasons.click()
    assert bench.wording.isVisible()
    assert set(bench.wording.claims.reasons) == {"推荐", "认证"}
    for field in bench.wording.claims.reasons.values():
        QTest.keyClicks(field, "ordinary reason")
    bench.head.tabs.choose(PAGE)
    assert bench.editor.properties.field("text").remark.isHidden()


def test_the_wording_reads_as_the_page_does_and_leaves_the_wheel_alone(qtbot: QtBot, at_work: LayoutsPage):
    wording = at_work.bench.wording
    order = list(wording.fields)
    assert order[0] == "words.title"
    assert order.index("phrases.statement") < order.index("words.copy")
    assert order[-1] in ("words.copy", "words.ordinals")
    field = wording.fields["phrases.statement"]
    field.setPlainText("示例\n" * 20)
    assert field.verticalScrollBar().maximum() > 0
    wheel_down(field.viewport())
    assert field.verticalScrollBar().value() == 0


def test_what_asks_for_reasons_moves_no_field(qtbot: QtBot, at_work: LayoutsPage):
    wording = at_work.bench.wording
    field = wording.fields["words.title"]
    before = field.mapTo(wording, QPoint()), field.width()
    field.setPlainText("全国推荐示例证明")
    settle(qtbot)
    assert wording.claims.isVisible()
    assert (field.mapTo(wording, QPoint()), field.width()) == before
    assert wording.claims.mapTo(wording, QPoint()).x() > field.mapTo(wording, QPoint()).x() + field.width()


def test_a_refused_use_leads_to_the_reason_it_asks_for(qtbot: QtBot, shell: Shell, at_work: LayoutsPage, year: Year):
    claiming = changed(load_layout(KIND), words={**load_layout(KIND).words, "number": "推荐编号　{number}"})
    versions.save(year.office, own(year), claiming)
    shell.go("layouts", f"{own(year).id}:list")
    rest(qtbot, shell)
    at_work.overview.use.setFocus()
    at_work.overview.use.click()
    rest(qtbot, shell)
    bar = at_work.overview.bar
    assert "{证书编号}" in bar.text
    assert "number" not in bar.text
    bar._button.click()
    rest(qtbot, shell)
    assert at_work.place == own(year).id
    qtbot.waitUntil(at_work.bench.wording.claims.reasons["推荐"].hasFocus)


def test_the_locked_sentence_cannot_be_typed_over(at_work: LayoutsPage):
    field = at_work.bench.wording.fields["words.scope"]
    before = field.toPlainText()
    QTest.keyClicks(field, "x")
    assert field.isReadOnly()
    assert field.toPlainText() == before


def test_what_cannot_be_printed_is_said_and_the_last_page_stays(qtbot: QtBot, shell: Shell, at_work: LayoutsPage):
    bench = at_work.bench
    qtbot.waitUntil(lambda: not bench.wording.picture.is_blank)
    bench.wording.fields["words.number"].setPlainText("编号{没有的}")
    qtbot.waitUntil(lambda: "没有的" in bench.appearance.note.text)
    assert not bench.wording.picture.is_blank
    bench.wording.fields["words.number"].setPlainText("编号{证书编号}")
    qtbot.waitUntil(lambda: bench.appearance.note.isHidden())


def test_a_spoiled_variable_is_said_while_one_types_and_refused(
    qtbot: QtBot, shell: Shell, at_work: LayoutsPage, year: Year
):
    bench = at_work.bench
    field = bench.wording.fields["words.number"]
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: "{证书编号" in bench.appearance.found.text)
    QTest.keyClick(field, Qt.Key.Key_S, CONTROL)
    rest(qtbot, shell)
    bench.head.use.click()
    rest(qtbot, shell)
    assert choosing.in_use(year.office, KIND).words["number"] == "证书编号　{number}"
    bench.head.tabs.choose(PAGE)
    bench.bar._button.click()
    qtbot.waitUntil(field.hasFocus)


def test_a_refused_use_selects_the_element_that_it_is_about(
    qtbot: QtBot, shell: Shell, at_work: LayoutsPage, year: Year
):
    shipped = load_layout(KIND)
    off = with_element(shipped, "issuer", replace(shipped.element("issuer"), x=280.0))
    at_work.bench.take_saved(versions.save(year.office, own(year), off), off)
    at_work.bench.making.take(off)
    at_work.bench.head.use.click()
    rest(qtbot, shell)
    at_work.bench.bar._button.click()
    assert at_work.bench.making.chosen == ("issuer",)
