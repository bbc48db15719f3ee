"""A field that is reached by its mnemonic is brought into view and stays there while the page takes its shape."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPushButton, QScrollBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import FieldNote
from qc_desktop.gui.widgets.scroll_area import Area, scroll_area


def test_a_mnemonic_scrolls_its_field_into_view(shown: Callable[[QWidget], QWidget]) -> None:
    inner = QWidget()
    column = QVBoxLayout(inner)
    fields = [QLineEdit() for _ in range(40)]
    for field in fields:
        column.addWidget(field)
    label = QLabel("&Name")
    label.setBuddy(fields[-1])
    column.addWidget(label)
    area = scroll_area(inner)
    area.resize(300, 200)
    shown(area)
    fields[0].setFocus()
    QTest.keyClick(fields[0], Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert fields[-1].hasFocus()
    assert not fields[-1].visibleRegion().isEmpty()


def test_a_page_that_grows_keeps_the_focus_in_view(shown: Callable[[QWidget], QWidget], qtbot: QtBot) -> None:
    inner = QWidget()
    column = QVBoxLayout(inner)
    above = QWidget()
    button = QPushButton("Go")
    column.addWidget(above)
    column.addWidget(button)
    area = scroll_area(inner)
    area.resize(300, 200)
    shown(area)
    button.setFocus()
    above.setMinimumHeight(900)  # what was asked for arrives after the focus moved
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect().height() == button.height())


def test_what_is_wrong_with_a_field_is_seen_with_it(shown: Callable[[QWidget], QWidget], qtbot: QtBot) -> None:
    inner = QWidget()
    form = QFormLayout(inner)
    fields = [QLineEdit() for _ in range(20)]
    for field in fields:
        form.addRow("", field)
    note = FieldNote(form, fields[-1])
    area = scroll_area(inner)
    area.resize(300, 200)
    shown(area)
    note.say(Tone.BAD, "Say why.")
    fields[-1].setFocus()  # as a form does that was refused
    qtbot.waitUntil(lambda: note.visibleRegion().boundingRect().height() == note.height() > 0)
    assert fields[-1].visibleRegion().boundingRect().height() == fields[-1].height()


def tall(rows: int = 40) -> tuple[Area, list[QLineEdit]]:
    inner = QWidget()
    column = QVBoxLayout(inner)
    fields = [QLineEdit() for _ in range(rows)]
    for field in fields:
        column.addWidget(field)
    area = scroll_area(inner)
    area.resize(300, 200)
    return area, fields


def test_what_opens_stands_at_its_top_though_the_focus_was_below(
    shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    area, fields = tall()
    shown(area)
    fields[20].setFocus()
    assert area.verticalScrollBar().value() > 0
    for field in fields[3:20]:
        field.hide()  # what stood above went: the field has its place near the top
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() == 0)
    assert fields[20].visibleRegion().boundingRect().height() == fields[20].height()


def test_what_a_person_scrolled_stays_there_until_something_else_is_shown(
    shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    area, fields = tall()
    shown(area)
    bar = area.verticalScrollBar()
    bar.triggerAction(QScrollBar.SliderAction.SliderToMaximum)
    was = bar.value()
    fields[-1].setFocus()
    qtbot.waitUntil(lambda: not area._settling.isActive())
    assert bar.value() == was
    fields[0].setFocus()
    area.begin_at_top()
    assert bar.value() == 0


def test_the_gutter_is_kept_and_empty_where_nothing_scrolls(shown: Callable[[QWidget], QWidget], qtbot: QtBot) -> None:
    area, fields = tall()
    area.keep_gutter()
    shown(area)
    width = area.viewport().width()
    for field in fields[1:]:
        field.hide()
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert bar.isVisible()
    assert area.viewport().width() == width
    picture = bar.grab().toImage()
    assert {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())} == {
        picture.pixel(0, 0)
    }
