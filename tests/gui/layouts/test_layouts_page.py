"""Layouts as staff use them: worded, laid out, saved, used, carried."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDoubleSpinBox,
    QFileDialog,
    QLabel,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from qc_desktop.documents.elements.frame import Frame
from qc_desktop.documents.layout.editing import changed
from qc_desktop.documents.layout.reading import parse_layout
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.gui.frame.draft_words import name_of
from qc_desktop.gui.pages.layouts.editor.canvas import MARGIN, Canvas
from qc_desktop.gui.pages.layouts.editor.page_values import PageValues
from qc_desktop.gui.pages.layouts.editor.painting import STOCK
from qc_desktop.gui.pages.layouts.editor.side import LAYERS, VALUES
from qc_desktop.gui.pages.layouts.page import LayoutsPage
from qc_desktop.gui.pages.layouts.workbench import PAGE, WORDING
from qc_desktop.gui.shell import Shell
from qc_desktop.gui.tokens import Tone
from qc_desktop.services.layouts import versions
from tests.documents.elements.test_drawings import picture
from tests.gui.real import rest, settle
from tests.samples import Year

from .conftest import KIND, own

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_the_layout_that_ships_is_shown_and_changed_as_a_copy(
    qtbot: QtBot, shell: Shell, page: LayoutsPage, year: Year
):
    assert page.overview.row is not None
    assert page.overview.row.ships
    qtbot.waitUntil(lambda: not page.overview.picture.is_blank)
    page.overview.wording.click()
    rest(qtbot, shell)
    assert page.place == KIND
    assert all(row.ships for row in versions.listing(year.office))  # nothing is made before it is saved
    page.bench.wording.fields["words.title"].setPlainText("示例标题")
    page.bench.save_wanted.emit()
    rest(qtbot, shell)
    saved = own(year)
    assert (saved.name, saved.version) == ("承诺展示公告证明 副本", 1)
    assert page.place == saved.id
    assert page.bench.typed_for(KIND) is None
    assert not page.is_unsaved
    assert page.bench.head.called.whole == saved.name
    page.bench.head.undo.click()
    assert name_of(page.bench.drafts._read()) == "版式 · 承诺展示公告证明 副本"
    page.bench.save_wanted.emit()
    rest(qtbot, shell)
    assert (own(year).version, own(year).id) == (2, saved.id)


def test_copies_have_names_that_people_give(qtbot: QtBot, shell: Shell, page: LayoutsPage, year: Year):
    for name in ("承诺展示公告证明 副本", "承诺展示公告证明 副本 2", "承诺展示公告证明 副本 3"):
        page.overview.copy.click()  # the second is a copy of the first
        rest(qtbot, shell)
        assert page.overview.row.name == name
        assert page.overview.row.version == 1


def test_what_hides_text_is_said_with_both_names_and_kept_with_a_reason(qtbot, shell, canvas: Canvas, at_work, year):
    bench, making = at_work.bench, canvas.making
    making.add(Frame, x=60.0, y=20.0, width=40.0, height=18.0, fill="#FFFFFF")
    rest(qtbot, shell)
    qtbot.waitUntil(lambda: "方框 1" in bench.appearance.found.text)
    assert "证书名称" in bench.appearance.found.text
    bench.appearance.found._button.click()
    assert bench.views.currentWidget() is bench.wording
    field = bench.wording.claims.reasons["frame1/title"]
    qtbot.waitUntil(field.hasFocus)
    QTest.keyClicks(field, "designed so")
    rest(qtbot, shell)
    qtbot.waitUntil(lambda: bench.appearance.found.isHidden())
    making.change("frame1", y=25.0, width=150.0)
    rest(qtbot, shell)
    qtbot.waitUntil(lambda: "%" in bench.appearance.found.text)
    making.choose([])
    bench.appearance.found._button.click()
    assert (bench.views.currentWidget(), making.chosen) == (bench.editor, ("frame1",))


@pytest.fixture
def canvas(qtbot: QtBot, shell: Shell, at_work: LayoutsPage) -> Canvas:
    at_work.bench.head.tabs.choose(PAGE)
    rest(qtbot, shell)
    return at_work.bench.editor.board.canvas


def at(canvas: Canvas, x: float, y: float) -> QPoint:
    return QPoint(round((x + MARGIN) * canvas.scale), round((y + MARGIN) * canvas.scale))


def drag(
    canvas: Canvas, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, keys, start)
    QTest.mouseMove(canvas, (start + end) / 2)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, keys, end)


def test_a_click_selects_a_drag_moves_and_arrows_move_finely(canvas: Canvas):
    making = canvas.making
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, 148.0, 40.0))
    assert making.chosen == ("title",)
    x, y = making.element("title").x, making.element("title").y
    drag(canvas, at(canvas, 148.0, 40.0), at(canvas, 158.0, 52.0))
    assert making.element("title").x - x == pytest.approx(10.0, abs=1.6)
    assert making.element("title").y - y == pytest.approx(12.0, abs=1.6)
    moved = making.element("title").x
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Right, SHIFT)
    assert making.element("title").x - moved == pytest.approx(1.1)
    QTest.keyClick(canvas, Qt.Key.Key_Z, CONTROL)
    QTest.keyClick(canvas, Qt.Key.Key_Z, CONTROL)
    assert (making.element("title").x, making.element("title").y) == (x, y)
    QTest.keyClick(canvas, Qt.Key.Key_Y, CONTROL)
    assert making.element("title").x == pytest.approx(moved)


def test_a_handle_changes_the_width(canvas: Canvas):
    making = canvas.making
    making.choose(["scope"])
    box = making.boxes()["scope"]
    drag(canvas, at(canvas, box.right, box.y + box.height / 2), at(canvas, box.right - 20.0, box.y))
    assert making.element("scope").width == pytest.approx(223.0, abs=0.6)


def test_what_is_dragged_off_the_page_stays_at_its_edge_and_is_saved(qtbot, shell, canvas: Canvas, at_work, year: Year):
    drag(canvas, at(canvas, 148.0, 40.0), at(canvas, -60.0, -40.0))
    title = canvas.making.element("title")
    assert title.x == 0.0
    assert title.y > 0.0
    canvas.making.choose(["issuer"])
    QTest.keyClick(canvas, Qt.Key.Key_Left, SHIFT)
    at_work.bench.save_wanted.emit()
    rest(qtbot, shell)
    assert own(year).version == 2
    assert at_work.bench.bar.isHidden()


def test_a_refused_value_is_named_and_led_to_until_the_layout_is_sound(qtbot, shell, canvas: Canvas, at_work):
    bench, making = at_work.bench, canvas.making
    making.change("title", x=-20.0)
    bench.save_wanted.emit()
    rest(qtbot, shell)
    assert bench.bar.text == "“证书名称”的“距左边”现在是 -20，不能用，请改正。"
    assert [made.text() for made in bench.bar.findChildren(QPushButton) if made.isVisible()] == ["去看看"]
    bench.head.tabs.choose(WORDING)
    bench.bar.findChildren(QPushButton)[0].click()
    assert (bench.views.currentWidget(), making.chosen) == (bench.editor, ("title",))
    bench.save_wanted.emit()
    rest(qtbot, shell)
    assert bench.bar.isVisible()
    bench.head.undo.click()
    assert bench.bar.isHidden()


def test_escape_and_a_click_beside_the_page_select_nothing(qtbot, shell, canvas: Canvas, at_work: LayoutsPage):
    making, editor = canvas.making, at_work.bench.editor
    area = editor.board.area.viewport()
    making.choose(["title"])
    field = editor.properties.field("size")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert making.chosen == ()
    assert QApplication.focusWidget() is canvas
    making.choose(["title"])
    beside = QPoint(area.width() - 2, area.height() - 2)
    assert not canvas.geometry().contains(beside)
    QTest.mouseClick(area, Qt.MouseButton.LeftButton, pos=beside)
    assert making.chosen == ()


def test_a_band_and_control_select_several(canvas: Canvas):
    making = canvas.making
    making.choose([])
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, 232.0, 161.0))
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, CONTROL, at(canvas, 232.0, 170.0))
    assert set(making.chosen) == {"issuer", "issued"}
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert making.chosen == ()
    drag(canvas, at(canvas, -6.0, 138.0), at(canvas, 120.0, 215.0))
    assert {"label", "qr", "label_frame"} <= set(making.chosen)


def test_layers_and_values_follow_the_page_and_lead_it(qtbot: QtBot, canvas: Canvas, at_work: LayoutsPage):
    editor, making = at_work.bench.editor, canvas.making
    making.choose(["title"])
    assert [item.text() for item in editor.layers.list.selectedItems()] == ["证书名称"]
    size = editor.properties.field("size")
    assert isinstance(size, QDoubleSpinBox)
    size.setValue(30.0)
    assert making.element("title").size == 30.0
    words = editor.properties.field("text").findChild(QPlainTextEdit)
    assert words.toPlainText() == "{证书名称}"
    words.setPlainText("{证书名称}（副本）")
    assert making.element("title").text == ("{title}（副本）",)
    before = [element.id for element in making.layout.elements].index("title")
    editor.layers.rise.click()
    assert [element.id for element in making.layout.elements].index("title") == before + 1
    making.choose(["flow"])
    assert editor.properties.field("set") is not None


def test_what_is_not_saved_is_there_after_the_list_and_after_another_layout(qtbot, shell, at_work: LayoutsPage, year):
    other = versions.create(year.office, load_layout(KIND), "另一个示例")
    bench, key = at_work.bench, at_work.bench.key
    bench.wording.fields["words.title"].setPlainText("示例标题")
    bench.head.back.click()
    rest(qtbot, shell)
    for wanted in (key, other.id, key):
        shell.go("layouts", wanted)
        rest(qtbot, shell)
        assert bench.making.layout.words["title"] == ("示例标题" if wanted == key else "承诺展示公告证明")
        assert bench.typed_for(key) is not None
    bench.head.undo.click()
    assert not bench.making.is_unsaved


def test_undo_takes_back_a_step_of_the_layout_wherever_the_focus_is(qtbot, shell, at_work: LayoutsPage, year):
    versions.use(year.office, own(year))
    at_work.bench.wording.fields["words.title"].setPlainText("示例标题")
    at_work.bench.foot.discard_button.setFocus()
    QTest.keyClick(at_work.bench.foot.discard_button, Qt.Key.Key_Z, CONTROL)
    rest(qtbot, shell)
    assert at_work.bench.making.layout.words["title"] == "承诺展示公告证明"
    assert own(year).in_use


def test_the_field_at_work_follows_a_step_back_and_keeps_its_cursor(qtbot: QtBot, at_work: LayoutsPage):
    bench, field = at_work.bench, at_work.bench.wording.fields["words.number"]
    before = field.toPlainText()
    field.setFocus()
    QTest.keyClicks(field, "No. ")
    cursor = field.textCursor().position()
    assert (field.toPlainText(), cursor) == (f"No. {before}", 4)
    bench.head.undo.click()
    assert field.hasFocus()
    assert field.toPlainText() == before
    bench.head.redo.click()
    assert field.toPlainText() == f"No. {before}"
    QTest.keyClick(field, Qt.Key.Key_Return)  # a break in a word is nothing: the letters around it are left alone
    bench.making.take_saved(bench.making.layout)
    assert "\n" in field.toPlainText()


def test_a_value_at_work_follows_a_step_back_too(qtbot: QtBot, canvas: Canvas, at_work: LayoutsPage):
    bench, making = at_work.bench, canvas.making
    properties = bench.editor.properties
    making.choose(["title"])
    making.move(1.0, 0.0)
    size = properties.field("size")
    before = making.element("title").size
    size.setFocus()
    size.selectAll()
    QTest.keyClicks(size, "31")
    assert making.element("title").size == before  # a number waits for Return
    bench.head.undo.click()
    assert (making.element("title").size, making.can_redo) == (before, True)
    assert properties.field("size").value() == before
    assert properties.field("size").hasFocus()
    bench.head.redo.click()
    assert properties.field("size").value() == making.element("title").size == 31.0


def test_being_taken_into_use_meanwhile_does_not_keep_a_layout_from_being_saved(qtbot, shell, at_work, year):
    versions.use(year.office, own(year))
    at_work.bench.wording.fields["words.number"].setPlainText("编号{证书编号}")
    at_work.bench.save_wanted.emit()
    rest(qtbot, shell)
    assert own(year).version == 2


def test_a_refusal_stays_and_what_was_made_is_kept_as_a_copy(qtbot, shell, at_work: LayoutsPage, year):
    seen = own(year)
    changed_elsewhere = parse_layout(load_layout(KIND).text.replace("证书编号　", "编号　"))
    versions.save(year.office, seen, changed_elsewhere)
    bench = at_work.bench
    bench.wording.fields["words.title"].setPlainText("示例标题")
    rest(qtbot, shell)
    bench.save_wanted.emit()
    rest(qtbot, shell)
    bench.appearance.ask()
    rest(qtbot, shell)
    assert not bench.bar.isHidden()
    bench.copy_wanted.emit()
    rest(qtbot, shell)
    assert {row.name for row in versions.listing(year.office, KIND)} == {"", "示例版式", "示例版式 副本"}
    assert bench.head.called.whole == "示例版式 副本"
    assert bench.making.layout.words["title"] == "示例标题"


def test_a_layout_goes_out_and_comes_in(qtbot: QtBot, shell: Shell, at_work: LayoutsPage, tmp_path: Path, monkeypatch):
    path = tmp_path / "示例.qclayout"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    at_work.bench.head.back.click()
    rest(qtbot, shell)
    at_work.overview.export.click()
    rest(qtbot, shell)
    assert path.is_file()
    at_work.bringing.click()
    rest(qtbot, shell)
    assert at_work.overview.row.name == "示例"
    path.write_bytes(b"noise")
    at_work.bringing.click()
    rest(qtbot, shell)
    assert "读不懂" in at_work.overview.bar.text


def test_a_name_is_changed_and_a_layout_deleted_with_undo(qtbot: QtBot, shell: Shell, at_work: LayoutsPage, year: Year):
    at_work.bench.head.back.click()
    rest(qtbot, shell)
    overview = at_work.overview
    overview.name.setFocus()
    overview.name.selectAll()
    QTest.keyClicks(overview.name, "renamed")
    QTest.keyClick(overview.name, Qt.Key.Key_Return)
    rest(qtbot, shell)
    assert own(year).name == "renamed"
    overview.delete.click()
    rest(qtbot, shell)
    assert all(row.ships for row in versions.listing(year.office))
    assert WORDING


def test_with_nothing_selected_the_page_itself_is_changed(canvas: Canvas, at_work: LayoutsPage, monkeypatch):
    making, properties = canvas.making, at_work.bench.editor.properties
    making.choose([])
    values = properties.findChild(PageValues)
    values.size_choice.setCurrentIndex(values.size_choice.findData("420×297"))
    values.size_choice.activated.emit(values.size_choice.currentIndex())
    assert making.page == (420.0, 297.0)
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_, **__: QColor("#123456"))
    values = properties.findChild(PageValues)
    next(made for made in values.findChildren(QPushButton) if made.text() == "#17365D").click()
    assert making.layout.schemes["navy"]["main"] == "#123456"
    assert "black" not in [field.accessibleName() for field in properties.findChildren(QPushButton)]


def is_blue(colour: QColor) -> bool:
    return colour.blue() > colour.red() + 50


def test_a_scan_of_the_stock_lies_below_the_page(qtbot, shell, canvas: Canvas, at_work, tmp_path, monkeypatch):
    scan = tmp_path / "stock.png"
    scan.write_bytes(picture("blue", (297, 210)))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(scan), ""))
    making = canvas.making
    making.choose([])
    properties = at_work.bench.editor.properties
    choose = properties.field("background")
    choose.setFocus()
    choose.click()
    rest(qtbot, shell)
    assert making.layout.background is not None
    assert QApplication.focusWidget() is properties.field("background") is not choose
    qtbot.waitUntil(lambda: canvas._image.width() > 20 and is_blue(canvas._image.pixelColor(20, 20)))
    making.undo()
    assert making.layout.background is None


def test_nothing_jumps_when_something_is_said_or_changed(qtbot, shell, canvas: Canvas, at_work: LayoutsPage):
    bench = at_work.bench
    bench.appearance.note.clear()
    before = canvas.mapTo(shell, QPoint(0, 0)), canvas.scale
    bench.bar.say(Tone.BAD, "示例提示")
    bench.appearance.note.say(Tone.WARN, "示例提示，写得很长，要占两行" * 6)
    canvas.making.choose(["title"])
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    settle(qtbot)
    rest(qtbot, shell)
    assert at_work.is_unsaved
    assert bench.bar.isVisible()
    assert (canvas.mapTo(shell, QPoint(0, 0)), canvas.scale) == before
    assert bench.editor.board.geometry().contains(bench.editor.mapFrom(bench, bench.said.geometry().center()))
    assert bench.said.geometry().bottom() <= bench.views.geometry().bottom()
    bench.bar.clear()
    bench.appearance.note.clear()
    assert bench.said.isHidden()


@pytest.mark.parametrize(("width", "height"), [(911, 440), (1366, 728)])
def test_what_is_said_covers_no_field(qtbot, shell: Shell, at_work: LayoutsPage, width: int, height: int):
    bench = at_work.bench
    shell.resize(width, height)
    bench.wording.fields["words.title"].setPlainText("全国金奖证明")
    for act in (bench.save_wanted, bench.use_wanted):
        act.emit()
        rest(qtbot, shell)
    settle(qtbot)
    assert bench.bar.isVisible()
    said, picture = bench.said.geometry(), bench.wording.picture
    assert (said.left(), said.width()) == (picture.mapTo(bench, QPoint()).x(), picture.width())
    claims = bench.wording.claims
    for field in (*claims.reasons.values(), claims.approval, *bench.wording.fields.values()):
        assert not said.intersects(field.rect().translated(field.mapTo(bench, QPoint())))
    at_work.bench.head.tabs.choose(PAGE)
    settle(qtbot)
    side = bench.editor.side
    assert not bench.said.geometry().intersects(side.rect().translated(side.mapTo(bench, QPoint())))


def darkest(image: QImage) -> int:
    places = product(range(0, image.width(), 3), range(0, image.height(), 3))
    return min(image.pixelColor(x, y).lightness() for x, y in places)


def test_why_there_is_no_page_can_be_put_away(qtbot: QtBot, shell: Shell, at_work: LayoutsPage):
    note, field = at_work.bench.appearance.note, at_work.bench.wording.fields["words.number"]
    picture = at_work.bench.wording.picture
    qtbot.waitUntil(lambda: not picture.is_blank)
    assert darkest(picture._image) < 60
    field.setPlainText("{没有的}")
    qtbot.waitUntil(note.isVisible)
    assert darkest(picture._image) > 150  # the page as it was before is pale
    note._close.click()
    at_work.bench.appearance.ask()
    rest(qtbot, shell)
    assert note.isHidden()
    field.setPlainText("{也没有的}")
    qtbot.waitUntil(note.isVisible)


@pytest.mark.parametrize(("width", "height"), [(911, 440), (1093, 543)])
def test_a_second_click_on_a_step_back_meets_it_again(qtbot, shell: Shell, at_work: LayoutsPage, width, height):
    """Saved, changed, taken back, in use or not: whatever appears in the head of a low window, nothing there moves."""
    bench = at_work.bench
    shell.resize(width, height)
    settle(qtbot)
    rest(qtbot, shell)
    head = bench.head
    parts = (head.back, head.called, head.tabs, head.whose, head.undo, head.redo)

    def places() -> list[object]:
        return [part.geometry() for part in parts]

    def turn() -> list[object]:
        settle(qtbot)
        rest(qtbot, shell)
        return places()

    assert head.use.isVisible()
    assert head.called.isVisible()
    before = places()
    bench.wording.fields["words.title"].setPlainText("示例标题")
    assert turn() == before
    assert bench.foot.isVisible()
    assert head.isAncestorOf(bench.foot)
    assert not head.use.isVisible()
    bench.save_wanted.emit()
    assert turn() == before
    assert head.use.text() == "启用"
    head.undo.click()
    assert turn() == before
    head.redo.click()
    head.use.click()
    assert turn() == before
    assert not head.use.isVisible()


def test_the_locked_sentence_is_seen_whole(at_work: LayoutsPage):
    field = at_work.bench.wording.fields["words.scope"]
    assert field.document().size().height() * field.fontMetrics().lineSpacing() <= field.viewport().height()
    assert field.verticalScrollBar().maximum() == 0


def test_a_click_or_return_opens_a_layout_in_a_narrow_window(qtbot, shell, page: LayoutsPage):
    shell.resize(911, 440)
    settle(qtbot)
    rest(qtbot, shell)
    overview = page.overview
    item = overview.list.item(2)
    QTest.mouseClick(
        overview.list.viewport(), Qt.MouseButton.LeftButton, pos=overview.list.visualItemRect(item).center()
    )
    rest(qtbot, shell)
    assert (overview.split.is_open, overview.list.currentRow()) == (True, 2)
    overview.split.close_detail()
    QTest.keyClick(overview.list, Qt.Key.Key_Return)
    assert overview.split.is_open


def test_the_seal_is_as_large_as_the_settings_say(qtbot, shell, canvas: Canvas, at_work: LayoutsPage):
    making, properties = canvas.making, at_work.bench.editor.properties
    seal = next(element for element in making.layout.elements if element.KIND == "seal")
    making.choose([seal.id])
    assert not {"width", "height"} & set(properties._fields)
    assert {"x", "y"} <= set(properties._fields)
    told = [made.text() for made in properties.findChildren(QLabel)]
    assert any(text.startswith("直径 45 毫米") for text in told)
    box = making.boxes()[seal.id]
    drag(canvas, at(canvas, box.right, box.bottom), at(canvas, box.right - 5.0, box.bottom - 5.0))
    now = making.element(seal.id)
    assert (now.width, now.height) == (seal.width, seal.height)
    next(made for made in properties.findChildren(QPushButton) if made.text().startswith("改公章直径")).click()
    rest(qtbot, shell)
    assert shell.page.place.startswith("office")


def test_a_low_window_gives_its_room_to_the_page(qtbot: QtBot, shell: Shell, canvas: Canvas, at_work: LayoutsPage):
    bench, editor = at_work.bench, at_work.bench.editor
    assert editor.layers.isVisible()
    assert editor.properties.isVisible()
    for width, height, least in ((911, 440, 260), (1093, 543, 300)):
        shell.resize(width, height)
        settle(qtbot)
        assert editor.board.height() >= least
        assert at_work._area.verticalScrollBar().maximum() == 0  # one bar at most: that of the values
        assert editor.properties.isVisible()
        assert not editor.layers.isVisible()
        editor.side.tabs.choose(LAYERS)
        assert editor.layers.isVisible()
        editor.side.tabs.choose(VALUES)
        canvas.making.choose(["title"])
        QTest.keyClick(canvas, Qt.Key.Key_Right)
        settle(qtbot)
        assert bench.foot.mapTo(bench, QPoint()).y() < editor.mapTo(bench, QPoint()).y()
        assert editor.board.height() >= least
        bench.head.undo.click()
    shell.resize(1366, 728)
    settle(qtbot)
    assert editor.layers.isVisible()
    assert editor.properties.isVisible()
    assert not bench.isAncestorOf(bench.foot)


def test_what_stands_on_the_paper_already_is_marked(qtbot: QtBot, canvas: Canvas, at_work: LayoutsPage):
    layers, making = at_work.bench.editor.layers, canvas.making
    making.choose([])
    box = canvas._rect(canvas._boxes["title"]).toRect()

    def marked() -> bool:
        shown = canvas.grab(box).toImage()
        return any(shown.pixelColor(x, 3) == QColor(STOCK) for x in range(shown.width()))

    assert not marked()
    making.change("title", stock=True)
    assert "证书名称（预印纸上已有）" in [item.text() for item in layers._items()]
    assert marked()


def test_colours_to_choose_from_are_those_of_the_page_as_it_is_now(canvas: Canvas, at_work: LayoutsPage):
    making, properties = canvas.making, at_work.bench.editor.properties
    schemes = making.layout.schemes
    making.take(changed(making.layout, schemes={**schemes, "navy": {**schemes["navy"], "main": "#FF0000"}}))
    making.choose(["title"])
    field = properties.field("colour")
    assert field.itemIcon(field.findData("main")).pixmap(14, 14).toImage().pixelColor(5, 5) == QColor("#FF0000")


def test_a_letter_of_several_pages_is_turned_in_the_list(qtbot: QtBot, shell: Shell, page: LayoutsPage):
    shell.go("layouts", "announcement:list")
    rest(qtbot, shell)
    overview = page.overview
    qtbot.waitUntil(lambda: overview.leaves.isVisible())
    first = overview.picture._image
    overview.leaves.on.click()
    qtbot.waitUntil(lambda: overview.picture._image != first)
    assert overview.leaves.page == 2
    shell.go("layouts", f"{KIND}:list")
    rest(qtbot, shell)
    qtbot.waitUntil(lambda: not overview.leaves.isVisible())


@pytest.mark.painted
def test_whether_a_layout_is_in_use_is_seen_behind_the_longest_name(qtbot, shell, page: LayoutsPage, year: Year):
    versions.use(year.office, versions.create(year.office, load_layout(KIND), "示例" * 20))
    page.refresh()
    rest(qtbot, shell)
    places = page.overview.list
    row = next(row for row in range(places.count()) if places.item(row).toolTip().strip() == "示例" * 20)
    shown = places.grab(places.visualItemRect(places.item(row))).toImage()
    other = places.grab(places.visualItemRect(places.item(row - 1))).toImage()  # that which ships, no more in use
    right = range(shown.width() - 80, shown.width() - 14)
    middle = shown.height() // 2
    assert len({shown.pixel(x, middle) for x in right}) > 1
    assert len({other.pixel(x, middle) for x in right}) == 1
