"""A short message in the last line of the window that goes away by itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.widgets.lent_focus import LentFocus
from qc_desktop.gui.widgets.parts import Action, button, label

SHOWN_MS = 8000
_MARGIN, _LINE = 8, 36


class Toast(QFrame):
    """Lies over ``window``, says one thing, offers up to two actions (Undo, what comes next), leaves after a while.

    It stays while the mouse is over it or a button of it has the focus. ``free`` gives the part of the last line where
    nothing stands; no page reaches that far down, so that rows and buttons are never covered.
    """

    def __init__(self, window: QWidget, free: Callable[[], QRect] | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._free = free or (lambda: QRect(0, window.height() - _LINE, window.width(), _LINE))
        self.setProperty("toast", True)
        self._actions: tuple[Action | None, ...] = (None, None)
        self._text = label()
        self._button, self._other = (button("", partial(self._act, place), "plain") for place in range(2))
        self._focus = LentFocus(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 4, 0)
        row.addWidget(self._text)
        row.addWidget(self._button)
        row.addWidget(self._other)
        self._timer = QTimer(self, interval=SHOWN_MS, singleShot=True)
        self._timer.timeout.connect(self._leave)
        window.installEventFilter(self)
        self.hide()

    def say(self, text: str, action: Action | None = None, other: Action | None = None) -> None:
        """Shows ``text``, with a button for ``action`` and one for ``other``."""
        self._actions = (action, other)
        self._text.setText(text)
        for shown, act in zip((self._button, self._other), self._actions, strict=True):
            shown.setText(act.text if act else "")
            shown.setVisible(act is not None)
        self.setAccessibleName(text)
        self._settle()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._settle()
        return super().eventFilter(watched, event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)

    def _settle(self) -> None:
        window, free = self._window, self._free()
        widest = window.width() - 2 * _MARGIN
        self._text.setWordWrap(False)
        self.setMaximumWidth(widest)
        self._text.setWordWrap(self.sizeHint().width() > widest)
        self.adjustSize()
        in_free = free.center().x() - self.width() // 2
        beside = window.width() - self.width() - _MARGIN
        middle = free.center().y() - self.height() // 2
        lowest = window.height() - self.height() - 1
        self.move(in_free if self.width() <= free.width() else beside, min(middle, lowest))

    def _leave(self) -> None:
        if self._button.hasFocus() or self._other.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _act(self, place: int = 0) -> None:
        action = self._actions[place]
        self._focus.give_back()
        self.hide()
        if action is not None:
            action.call()
