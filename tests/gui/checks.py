"""What interface.md asks of every page, as functions that name the offenders."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QWidget,
)

from qc_desktop.gui.models.columns import Column
from qc_desktop.gui.models.paged import tone_of
from qc_desktop.gui.widgets.cells import is_cut, text_rect
from qc_desktop.gui.widgets.elided import Elided
from qc_desktop.gui.widgets.table import Table

LEAST_ROOM = 6
INTERACTIVE = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
SIZES = ((911, 440), (1093, 543), (1366, 768), (1920, 1080), (3840, 2160))
NARROW = SIZES[:3]
"""Where longer words and larger text may want room; in wider windows they have more than plain Chinese has in these."""


def find_places() -> None:
    """Lets the layouts come to rest: a part that turns with its width asks its parents for another height after it."""
    for _ in range(6):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def shown(root: QWidget, kind: type | tuple[type, ...] = QWidget) -> Iterator[QWidget]:
    """The visible widgets of ``kind`` below ``root``, without Qt's own inner parts."""
    for widget in root.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), (QLineEdit, QComboBox))
        if isinstance(widget, kind) and widget.isVisibleTo(root) and not inner and not isinstance(widget, QHeaderView):
            yield widget


def told(widget: QWidget) -> str:
    """A name for ``widget`` in a failure."""
    words = getattr(widget, "text", lambda: "")() or widget.accessibleName() or widget.objectName()
    return f"{type(widget).__name__}({words!r})"


def unnamed(root: QWidget) -> list[str]:
    """Interactive widgets that a screen reader could not name."""
    buddies = {label.buddy() for label in root.findChildren(QLabel) if label.buddy()}
    return [
        f"{told(widget)} in {told(widget.parentWidget())}"
        for widget in shown(root)
        if isinstance(widget, INTERACTIVE) or takes_focus(widget)
        if not (widget.accessibleName() or widget in buddies or (isinstance(widget, QAbstractButton) and widget.text()))
    ]


def takes_focus(widget: QWidget) -> bool:
    """Whether Tab stops at ``widget``, whatever it is: a text to read, a chart, a page, an editor of a cell."""
    return widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus


def truncated(root: QWidget, *, long: bool = False) -> list[str]:
    """Labels, buttons, headers, placeholders and table cells whose text does not fit; an elided line may hold ….

    With texts as ``long`` as real ones a cell of a column that stretches or gives way may end in …, the whole being in
    its tool tip, where LEAST_ROOM characters of it are seen.
    """
    find_places()
    return [
        *(told(label) for label in shown(root, QLabel) if _label_is_cut(label)),
        *(told(button) for button in shown(root, QAbstractButton) if _button_is_cut(button)),
        *(told(field) for field in shown(root, QLineEdit) if _placeholder_is_cut(field)),
        *(cut for table in shown(root, QTableView) for cut in _cut_cells(table, long=long)),
    ]


def _label_is_cut(label: QLabel) -> bool:
    if not label.text():
        return False
    if isinstance(label, Elided):
        return label.width() < label.least_width
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    return label.sizeHint().width() > label.width() or label.sizeHint().height() > label.height() + 1


def _button_is_cut(button: QAbstractButton) -> bool:
    return bool(button.text()) and button.minimumSizeHint().width() > button.width()


def _placeholder_is_cut(field: QLineEdit) -> bool:
    icons = sum(24 for action in field.actions() if action.isVisible())
    return field.fontMetrics().horizontalAdvance(field.placeholderText()) > field.width() - icons - 16


def _cut_cells(table: QTableView, *, long: bool) -> Iterator[str]:
    header = table.horizontalHeader()
    least = LEAST_ROOM * table.fontMetrics().horizontalAdvance("国")
    for column in range(table.model().columnCount()):
        if table.isColumnHidden(column):
            continue
        title = str(table.model().headerData(column, Qt.Orientation.Horizontal))
        if header.sectionSizeHint(column) > header.sectionSize(column):
            yield f"header {title!r}"
        may_end = long and isinstance(table, Table) and _may_end(table.paged.columns[column])
        for row in range(min(40, table.model().rowCount())):
            index = table.model().index(row, column)
            room = text_rect(table.visualRect(index), dotted=tone_of(index) is not None).width()
            if is_cut(table, index) and not (may_end and room >= least):
                yield f"cell {index.data()!r} in {title!r}"


def _may_end(column: Column[Any]) -> bool:
    return column.stretch or column.rank > 0


def too_wide(window: QWidget) -> list[str]:
    """What makes the window, or something that scrolls in it, wider than it is."""
    find_places()
    found = []
    if window.minimumSizeHint().width() > window.width():
        found.append(f"window needs {window.minimumSizeHint().width()} of {window.width()}")
    for area in shown(window, QAbstractScrollArea):
        if area.horizontalScrollBar().maximum() > 0:
            found.append(f"{told(area)} scrolls sideways")
        if isinstance(area, QScrollArea) and area.widget().minimumSizeHint().width() > area.viewport().width():
            found.append(f"{told(area.widget())} is wider than its scroll area")
    return found + outside(window)


def strays(window: QWidget) -> list[str]:
    """Other windows that stand open, as a widget does that is shown before it has a parent."""
    return [told(other) for other in QApplication.topLevelWidgets() if other.isVisible() and other is not window]


def outside(window: QWidget) -> list[str]:
    """Interactive widgets that reach over the left or right edge of the window."""
    found = []
    for widget in shown(window, INTERACTIVE):
        left = widget.mapTo(window, QPoint(0, 0)).x()
        if left < 0 or left + widget.width() > window.width():
            found.append(f"{told(widget)} at {left}…{left + widget.width()}")
    return found


def tab_misses(window: QWidget) -> list[str]:
    """Interactive widgets that Tab never reaches, or a word that Tab never comes back."""
    wanted = {w for w in shown(window, INTERACTIVE) if w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus}
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    start = QApplication.focusWidget() or next(iter(wanted))
    start.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(len(wanted) + 20):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now in seen:
            break
        seen.append(now)
    missed = [told(widget) for widget in wanted - set(seen)]
    return missed if start in seen or start not in wanted else [*missed, f"Tab does not come back to {told(start)}"]


def repeated_mnemonics(root: QWidget) -> list[str]:
    """Mnemonics and shortcuts that more than one visible widget claims."""
    letters = Counter()
    for widget in shown(root, (QLabel, QAbstractButton)):
        if isinstance(widget, QLabel) and widget.buddy() is None:
            continue
        found = re.search(r"&([^&\s])", widget.text().replace("&&", ""))
        letters.update([found.group(1).upper()] if found else [])
    keys = Counter(key.key().toString() for key in root.findChildren(QShortcut) if _works(key, root))
    return [f"{key} × {number}" for key, number in (letters + keys).items() if number > 1]


def _works(key: QShortcut, root: QWidget) -> bool:
    owner = key.parent()
    return isinstance(owner, QWidget) and key.isEnabled() and (owner is root or owner.isVisibleTo(root))


def without_mnemonic_target(root: QWidget) -> list[str]:
    """Labels that show a mnemonic but lead nowhere."""
    return [told(label) for label in shown(root, QLabel) if re.search(r"&[^&\s]", label.text()) and not label.buddy()]
