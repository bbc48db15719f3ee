"""Enter as the way to the next field, for those who came from programs that are typed through so."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIELDS = (QLineEdit, QComboBox, QAbstractSpinBox, QCheckBox, QPlainTextEdit)


def is_enter(event: QKeyEvent) -> bool:
    """Whether ``event`` is Enter alone: with Ctrl it saves."""
    return event.key() in _RETURNS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def may_go_on(field: QWidget | None) -> bool:
    """Whether Enter means nothing in ``field`` yet: it searches, confirms or adds in fields that listen to it."""
    if isinstance(field, QLineEdit):
        return field.receivers(SIGNAL("returnPressed()")) == 0
    return isinstance(field, _FIELDS) and not isinstance(field, QPlainTextEdit)


def go_on(page: QWidget, field: QWidget) -> None:
    """Moves on from ``field``: to the next one of its form, from the last to the form's main button.

    A form is what the nearest main button stands in, else the page.
    """
    form, main = _form_of(page, field)
    fields = list(_fields(form))
    after = fields[fields.index(field) + 1 :] if field in fields else []
    target = after[0] if after else main
    if target is None:
        page.focusNextChild()
        return
    target.setFocus(Qt.FocusReason.TabFocusReason)


def _form_of(page: QWidget, field: QWidget) -> tuple[QWidget, QWidget | None]:
    around = field.parentWidget()
    while around is not None and around is not page.parentWidget():
        main = next((one for one in around.findChildren(QAbstractButton) if _is_main(one)), None)
        if main is not None:
            return around, main
        around = around.parentWidget()
    return page, None


def _is_main(button: QAbstractButton) -> bool:
    return button.property("kind") == "primary" and button.isVisible() and button.isEnabled()


def _fields(form: QWidget) -> Iterator[QWidget]:
    """The fields of ``form`` that can be typed into now, in the order of Tab."""
    start = form.window()
    widget = start.nextInFocusChain()
    while widget is not None and widget is not start:
        if isinstance(widget, _FIELDS) and form.isAncestorOf(widget) and _can_be_entered(widget):
            yield widget
        widget = widget.nextInFocusChain()


def _can_be_entered(field: QWidget) -> bool:
    by_tab = field.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return by_tab and field.isVisible() and field.isEnabled() and field.focusProxy() is None
