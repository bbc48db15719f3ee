"""What a person typed or decided and nothing keeps: found before a window goes, and shown.

Every field that can be typed into counts, unless it is said here that it need not: so a new one is guarded unasked.
"""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from qc_desktop.gui.widgets.into_view import bring_into_view
from qc_desktop.gui.widgets.list_detail import ListDetail
from qc_desktop.gui.widgets.spared import is_spared
from qc_desktop.gui.widgets.views import Views


class Undecided:
    """A part that may hold what a person decided by other means than text; to be derived from beside a widget."""

    @property
    def holds_decisions(self) -> bool:
        """Whether something was decided here and not carried out yet."""
        raise NotImplementedError

    @property
    def decided_at(self) -> QWidget:
        """Where a person goes on with it."""
        raise NotImplementedError

    def come_back(self) -> None:
        """Shows itself again where it was put away with what was decided."""


def first(part: QWidget) -> QWidget | None:
    """The first field or part within ``part`` whose content would be lost with it; None where there is none.

    A dialog, which asks for a file, is answered or put away: what is typed in it counts for nothing.
    """
    for child in part.children():
        if not isinstance(child, QWidget) or isinstance(child, QDialog) or is_spared(child):
            continue
        if _is_typed(child) or (isinstance(child, Undecided) and child.holds_decisions):
            return child
        if not isinstance(child, QComboBox) and (found := first(child)) is not None:
            return found
    return None


def _is_typed(field: QWidget) -> bool:
    if not isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit) or field.isReadOnly():
        return False
    if isinstance(field, QLineEdit):
        return field.isModified() and bool(field.text().strip())
    return field.document().isModified() and bool(field.toPlainText().strip())


def show(part: QWidget) -> None:
    """Brings ``part``, which :func:`first` found, into view and puts the focus there."""
    child: QWidget = part
    while (around := child.parentWidget()) is not None and not child.isWindow():
        if isinstance(around, Views):
            around.setCurrentWidget(child)
        elif isinstance(around, ListDetail):
            around.bring_forward(child)
        child = around
    if isinstance(part, Undecided):
        part.come_back()
    held = part.decided_at if isinstance(part, Undecided) else part
    bring_into_view(held)
    held.setFocus()
