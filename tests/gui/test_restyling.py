"""Another look: at once what is seen, the rest when it is shown; then it is as if it had been made in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from typing_extensions import override

from qc_desktop.gui.restyling import restyle_all, restyle_and_breathe
from qc_desktop.gui.theme import TextSize, Theme
from qc_desktop.gui.tokens import DARK, LIGHT, Tone
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label, set_tone

from .conftest import Keep

NEW = Theme(DARK, TextSize.LARGE)
OTHER = Theme(LIGHT, TextSize.EXTRA_LARGE)


class Leaf(QFrame):
    """A bit of everything that the style sheet knows, and a part that is not shown yet."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.toned = label("示例", "small")
        set_tone(self.toned, Tone.BAD)
        self.hidden = button("示例", print, "danger", "x")
        self.hidden.hide()
        column = QVBoxLayout(self)
        for role in ("title", "muted", "small"):
            column.addWidget(label("示例", role))
        for widget in (LineEdit(), button("示例", print, "primary", "plus"), button("示例", print)):
            column.addWidget(widget)
        column.addWidget(self.toned)
        column.addWidget(self.hidden)
        for part in self.findChildren(QWidget):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what has it is drawn otherwise


class Book(QStackedWidget):
    """Leaves of which one is shown."""

    def __init__(self, leaves: int) -> None:
        super().__init__()
        self.leaves = [Leaf() for _ in range(leaves)]
        for leaf in self.leaves:
            self.addWidget(leaf)
        self.resize(300, 500)
        self.show()

    def turn(self, place: int) -> None:
        self.setCurrentIndex(place)
        settle()


@pytest.fixture
def book(keep: Keep) -> Book:
    """Two leaves that have been looked at, all of the second, the first of them in sight."""
    made = Book(2)
    keep(made)
    made.turn(1)
    made.leaves[1].hidden.show()
    settle()
    made.leaves[1].hidden.hide()
    made.turn(0)
    return made


def settle() -> None:
    for _ in range(3):
        QApplication.sendPostedEvents()


def picture(widget: QWidget) -> QImage:
    settle()
    return widget.grab().toImage()


def fresh(keep: Keep) -> QImage:
    """A leaf that was made in the look of the moment."""
    made = Book(1)
    keep(made)
    return picture(made)


def test_what_is_seen_changes_at_once(qapp: QApplication, book: Book, keep: Keep) -> None:
    before = picture(book)
    restyle_all(qapp, NEW)
    assert picture(book) == fresh(keep) != before


def test_what_is_not_seen_changes_when_it_is_shown(qapp: QApplication, book: Book, keep: Keep) -> None:
    size = book.leaves[1].toned.font().pointSizeF()
    restyle_all(qapp, NEW)
    settle()
    assert book.leaves[1].toned.font().pointSizeF() == size
    book.turn(1)
    assert picture(book) == fresh(keep)
    book.turn(0)
    assert picture(book) == fresh(keep)


def test_many_looks_leave_no_trace(qapp: QApplication, book: Book, keep: Keep) -> None:
    for look in (OTHER, NEW, OTHER):
        restyle_all(qapp, look)
    set_tone(book.leaves[1].toned, None)
    restyle_all(qapp, NEW)
    book.turn(1)
    set_tone(book.leaves[1].toned, Tone.BAD)
    assert picture(book) == fresh(keep)


def test_a_tone_that_went_while_nobody_looked_is_gone(qapp: QApplication, book: Book, keep: Keep) -> None:
    restyle_all(qapp, NEW)
    set_tone(book.leaves[1].toned, None)
    book.turn(1)
    other = Book(1)
    keep(other)
    set_tone(other.leaves[0].toned, None)
    assert picture(book) == picture(other) != fresh(keep)


def test_a_part_that_is_shown_later_is_in_the_look_too(qapp: QApplication, book: Book, keep: Keep) -> None:
    restyle_all(qapp, NEW)
    book.turn(1)
    other = Book(1)
    keep(other)
    for leaf in (book.leaves[1], other.leaves[0]):
        leaf.hidden.show()
    assert picture(book) == picture(other)


def test_with_breath_it_comes_to_the_same(qtbot: QtBot, qapp: QApplication, book: Book, keep: Keep) -> None:
    restyle_and_breathe(qapp, NEW)
    assert not book.updatesEnabled()
    qtbot.waitUntil(book.updatesEnabled)
    assert picture(book) == fresh(keep)


def test_what_comes_into_sight_between_two_breaths_is_in_the_look(
    qtbot: QtBot, qapp: QApplication, book: Book, keep: Keep
) -> None:
    restyle_and_breathe(qapp, NEW)
    book.turn(1)
    qtbot.waitUntil(book.updatesEnabled)
    assert picture(book) == fresh(keep)


def test_what_goes_between_two_breaths_is_not_missed(qtbot: QtBot, qapp: QApplication, book: Book, keep: Keep) -> None:
    other = Book(2)
    keep(other)
    restyle_and_breathe(qapp, NEW)
    delete(other.leaves[1])
    delete(other.leaves[0].toned)
    qtbot.waitUntil(book.updatesEnabled)
    assert picture(book) == fresh(keep)


class _Count(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.told = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.told += event.type() == QEvent.Type.StyleChange
        return False


@pytest.mark.parametrize("shown", [0, 1])
def test_nothing_is_done_to_what_is_not_seen(qapp: QApplication, book: Book, shown: int) -> None:
    count = _Count()
    for widget in book.leaves[1].findChildren(QLabel):
        widget.installEventFilter(count)
    book.turn(shown)
    restyle_all(qapp, NEW)
    settle()
    assert bool(count.told) == bool(shown)
