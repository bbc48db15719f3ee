"""Choices in forms that the mouse wheel leaves alone: no value changes unseen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QPlainTextEdit, QWidget
from typing_extensions import override


class _PassOn(QObject):
    """Leaves wheel events to the parent of the widget they came to."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel:
            return False
        parent = watched.parent()
        if isinstance(parent, QPlainTextEdit) and parent.hasFocus() and parent.verticalScrollBar().maximum():
            return False  # a long text at which a person is
        event.ignore()
        return True


def hold_still(form: QWidget) -> None:
    """Keeps the wheel from changing any choice or number in ``form``; the event is left to what ``form`` stands in.

    Nor does the wheel take the focus from the field where a person types. A text of several lines moves only where
    the person is in it.
    """
    pass_on = _PassOn(form)
    for text in form.findChildren(QPlainTextEdit):
        text.viewport().installEventFilter(pass_on)
    for field in (*form.findChildren(QComboBox), *form.findChildren(QAbstractSpinBox)):
        field.installEventFilter(pass_on)
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
