"""Where things stand: nothing over another, nothing cut, lists with rows to be seen, one main button."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QWidget,
)

from qc_desktop.gui.frame.search_popup import SearchPopup
from qc_desktop.gui.widgets.frozen import FrozenColumns
from qc_desktop.gui.widgets.toast import Toast

from .checks import shown, told

ROWS = 3
WHOLE = (QAbstractScrollArea, QLineEdit, QComboBox, QAbstractButton)
"""What arranges its own inner parts."""
OVER = (Toast, SearchPopup, FrozenColumns)
"""What lies over others on purpose."""


def faults_of_place(root: QWidget) -> list[str]:
    """Everything that this module finds."""
    return [*overlaps(root), *cut_off(root), *few_rows(root), *main_buttons(root)]


def _families(root: QWidget) -> Iterator[tuple[QWidget, list[QWidget]]]:
    for parent in (root, *shown(root)):
        children = [
            each
            for each in parent.children()
            if isinstance(each, QWidget)
            and each.isVisibleTo(root)
            and not each.isWindow()
            and not isinstance(each, OVER)
        ]
        if not isinstance(parent, WHOLE) and len(children) > 0:
            yield parent, children


def overlaps(root: QWidget) -> list[str]:
    """Neighbours of which one covers more than a hairline of the other."""
    found = []
    for parent, children in _families(root):
        for one, other in combinations(children, 2):
            common = one.geometry() & other.geometry()
            if common.width() > 1 and common.height() > 1:
                found.append(f"{told(one)} and {told(other)} overlap in {told(parent)}")
    return found


def cut_off(root: QWidget) -> list[str]:
    """What reaches over the edge of the widget it stands in, so that a part of it is never seen."""
    found = []
    for parent, children in _families(root):
        if parent.objectName() == "qt_scrollarea_viewport":
            continue
        for child in children:
            over = child.geometry().bottom() - parent.rect().bottom(), child.geometry().right() - parent.rect().right()
            if max(over) > 1:
                found.append(f"{told(child)} reaches {over} over {told(parent)}")
    return found + [told(each) for each in shown(root, (QLabel, QPushButton)) if _is_squeezed(each)]


def _is_squeezed(widget: QWidget) -> bool:
    return widget.height() + 1 < widget.minimumSizeHint().height() and bool(widget.text())  # type: ignore[attr-defined]


def few_rows(root: QWidget) -> list[str]:
    """Lists that show neither three rows nor all they have."""
    found = []
    for table in shown(root, QTableView):
        if isinstance(table, OVER):
            continue
        wanted = sum(table.rowHeight(row) for row in range(min(ROWS, table.model().rowCount())))
        if table.viewport().height() < wanted:
            found.append(f"{told(table)} has {table.viewport().height()} of {wanted} pixels for rows")
    return found


def main_buttons(root: QWidget) -> list[str]:
    """More than one button that stands out as the main one."""
    mains = [told(each) for each in shown(root, QPushButton) if each.property("kind") == "primary"]
    return [f"{len(mains)} main buttons: {mains}"] if len(mains) > 1 else []
