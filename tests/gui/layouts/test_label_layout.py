"""The layout of labels as staff change it: words beside a label, lines moved and set, sheets and classes turned."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QColorDialog, QDoubleSpinBox
from pytestqt.qtbot import QtBot

from qc_desktop.documents.labels.editing import class_called
from qc_desktop.documents.layout.shipped import load_design
from qc_desktop.domain.labels import KIND
from qc_desktop.gui.pages.layouts.page import LayoutsPage
from qc_desktop.gui.pages.layouts.workbench import PAGE, Workbench
from qc_desktop.gui.shell import Shell
from qc_desktop.services.labels.layouts import layout_in_use
from qc_desktop.services.layouts import versions
from tests.gui.real import rest
from tests.samples import Year

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bench(qtbot: QtBot, shell: Shell, page: LayoutsPage, year: Year) -> Workbench:
    """A copy of the layout that ships at work, its label in sight."""
    row = versions.create(year.office, load_design(KIND), "示例标识")
    shell.go("layouts", row.id)
    qtbot.waitUntil(lambda: "bench" in page.__dict__ and not page.bench.wording.picture.is_blank)
    rest(qtbot, shell)
    return page.bench


@pytest.fixture
def lines(qtbot: QtBot, shell: Shell, bench: Workbench) -> Workbench:
    bench.head.tabs.choose(PAGE)
    rest(qtbot, shell)
    return bench


def top(bench: Workbench, name: str = "large") -> list[str]:
    return [line.word for line in class_called(bench.making.layout, name).lines]


def test_the_sheet_of_labels_is_among_the_layouts(qtbot: QtBot, shell: Shell, page: LayoutsPage, bench: Workbench):
    bench.head.back.click()
    rest(qtbot, shell)
    texts = [page.overview.list.item(row).text() for row in range(page.overview.list.count())]
    assert texts[-2].startswith("专用标识")
    assert texts[-1].strip().startswith("示例标识")
    qtbot.waitUntil(lambda: not page.overview.picture.is_blank)


def test_words_are_typed_seen_saved_and_used(qtbot: QtBot, shell: Shell, page: LayoutsPage, bench, year: Year):
    field = bench.wording.fields["words.lot"]
    assert field.toPlainText() == "批号　{产品批号}"
    field.setPlainText("批次　{产品批号}")
    assert bench.making.layout.words["lot"] == "批次　{lot}"
    QTest.keyClick(field, Qt.Key.Key_S, CONTROL)
    rest(qtbot, shell)
    assert not page.is_unsaved
    bench.head.back.click()
    rest(qtbot, shell)
    page.overview.use.click()
    rest(qtbot, shell)
    assert layout_in_use(year.office).words["lot"] == "批次　{lot}"


def test_a_word_that_claims_too_much_asks_for_its_reason_and_a_lost_number_is_said(qtbot: QtBot, bench: Workbench):
    bench.wording.fields["words.heading"].setPlainText("放|心标识")
    assert set(bench.wording.claims.reasons) == {"放心"}
    bench.wording.fields["words.heading"].setPlainText("中国|诚信标识")
    assert not bench.wording.claims.isHidden()
    bench.wording.fields["words.heading"].setPlainText("诚信标识")
    assert bench.wording.claims.isHidden()
    bench.wording.fields["words.complaint"].setPlainText("投诉举报")
    qtbot.waitUntil(lambda: "12315" in bench.appearance.note.text)
    assert not bench.looks.told.text()
    bench.head.undo.click()
    qtbot.waitUntil(lambda: bench.appearance.note.isHidden())


def test_a_text_without_room_names_its_line_and_its_sheet(qtbot: QtBot, bench: Workbench):
    bench.looks.sheets.choose("A4-65")
    qtbot.waitUntil(lambda: bench.label.sizes.currentData() == "small")
    bench.wording.fields["words.heading"].setPlainText("质量诚信溯源和防伪验证专用标识" * 2)
    qtbot.waitUntil(lambda: "A4 65格" in bench.appearance.note.text and "标识名称" in bench.appearance.note.text)
    assert "8 种" in bench.looks.told.text()
    assert "A4 65格" in bench.looks.told.toolTip()
    bench.head.undo.click()
    qtbot.waitUntil(lambda: bench.appearance.note.isHidden())
    bench.looks.hidden.setChecked(True)
    qtbot.waitUntil(lambda: "刮开" in bench.appearance.note.text)


def test_sheets_and_classes_lead_each_other(qtbot: QtBot, lines: Workbench):
    assert lines.label.sizes.currentData() == "large"
    lines.looks.sheets.choose("A4-40")
    assert lines.label.sizes.currentData() == "middle"
    lines.label.sizes.setCurrentIndex(lines.label.sizes.findData("small"))
    lines.label.sizes.activated.emit(lines.label.sizes.currentIndex())
    assert lines.looks.sheets.key == "A4-65"
    assert lines.label.lines.list.count() == 5


def test_lines_are_moved_taken_away_and_added_with_a_way_back(lines: Workbench):
    before = top(lines)
    parts = lines.label.lines
    parts.list.setCurrentRow(1)
    parts.rise.click()
    assert top(lines)[:2] == ["company", "heading"]
    parts.sink.click()
    assert top(lines) == before
    parts.list.setCurrentRow(3)
    parts.removing.click()
    assert "lot" not in top(lines)
    parts.add("lot")
    assert "lot" in top(lines)
    for _ in range(4):
        lines.head.undo.click()
    assert top(lines) == before
    assert not lines.making.is_unsaved


def test_values_follow_the_line_at_hand_and_change_it(qtbot: QtBot, lines: Workbench, monkeypatch):
    view = lines.label
    view.lines.list.setCurrentRow(2)
    size = view.fields["size"]
    assert isinstance(size, QDoubleSpinBox)
    assert size.value() == 7.0
    assert (size.minimum(), size.maximum()) == (4.5, 72.0)
    size.setValue(8.0)
    assert class_called(lines.making.layout, "large").lines[2].size == 8.0
    view.fields["class.edge"].setValue(1.5)
    view.fields["class.frame"].setValue(2.0)
    qtbot.waitUntil(lambda: "边框线" in lines.appearance.note.text)
    view.fields["class.frame"].setValue(1.0)
    qtbot.waitUntil(lambda: lines.appearance.note.isHidden())
    box = view.fields["hidden"]
    assert isinstance(box, QCheckBox)
    box.setChecked(False)
    assert class_called(lines.making.layout, "large").hidden is None
    view.fields["hidden"].setChecked(True)
    view.fields["hidden.size"].setValue(7.0)
    assert class_called(lines.making.layout, "large").hidden.size == 7.0
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_, **__: QColor("#123456"))
    view.fields["colour.accent"].click()
    assert lines.making.layout.colours["accent"] == "#123456"
    view.lines.list.setCurrentRow(6)
    assert "lines" not in view.fields, "the serial stands on one line"


def test_what_is_not_saved_is_kept_while_another_layout_is_at_work(qtbot, shell, page, bench, year):
    key = bench.key
    bench.wording.fields["words.lot"].setPlainText("批次　{产品批号}")
    other = versions.create(year.office, load_design("pledge_display_certificate"), "示例证明")
    for wanted, words in ((other.id, "label_heading"), (key, "lot")):
        shell.go("layouts", wanted)
        rest(qtbot, shell)
        assert f"words.{words}" in bench.wording.fields
        assert bench.looks.isVisibleTo(bench) == (wanted == key)
    assert bench.making.layout.words["lot"] == "批次　{lot}"
    assert bench.typed_for(key)["text"] == bench.making.layout.text


def test_a_size_is_added_and_taken_away(lines: Workbench):
    view = lines.label
    view.adding.click()
    assert len(lines.making.layout.classes) == 5
    assert view.sizes.currentData() == "size1"
    assert "51.3×29.7" in view.sizes.currentText()
    view.removing.click()
    assert not lines.making.is_unsaved
    assert view.sizes.currentData() == "grand"


def test_a_draft_is_taken_up_again(qtbot: QtBot, bench: Workbench):
    typed = {"text": bench.making.layout.text.replace("批号", "批次"), "base": bench.making.saved.sha256}
    assert not bench.put_over(typed)
    assert bench.wording.fields["words.lot"].toPlainText().startswith("批次")
    assert not bench.put_over({**typed, "text": "format = 3\nkind = 'verification_label'"})
    assert "较新版本" in bench.bar.text
