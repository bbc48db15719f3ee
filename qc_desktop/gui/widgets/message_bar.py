"""A sentence with an icon and, perhaps, something to do about it. Never a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.lent_focus import LentFocus
from qc_desktop.gui.widgets.parts import TONE_ICONS, Action, button, icon_button, label, restyle, set_tone
from qc_desktop.gui.widgets.tinted import TintedIcon


class MessageBar(QFrame):
    """Takes no room until something is said; the latest message replaces the one before.

    ``closed`` tells that the person put it away or used its action.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, closable: bool = True) -> None:
        super().__init__(parent)
        self._icon = TintedIcon("info", "accent")
        self._text = label(wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action: Action | None = None
        self._other: Action | None = None
        self._tone = Tone.PLAIN
        self._button = button("", self._act, "plain")
        self._second = button("", self._act_otherwise, "plain")
        self._focus = LentFocus(self)
        self._close = icon_button("x", self.tr("Close this message"), self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(8)
        for part in (self._icon, self._text, self._button, self._second, self._close):
            row.addWidget(part, 1 if part is self._text else 0)
        self._close.setVisible(closable)
        self.setMinimumHeight(44)
        self.hide()

    @property
    def text(self) -> str:
        """What the bar says now, empty when it says nothing."""
        return self._text.text()

    def say(self, tone: Tone, text: str, action: Action | None = None, other: Action | None = None) -> None:
        """Shows ``text`` in ``tone``, with a button for ``action`` and one for an ``other``."""
        self._action, self._other, self._tone = action, other, tone
        is_plain = tone not in (Tone.OK, Tone.WARN, Tone.BAD)
        self.setProperty("message", "accent" if is_plain else tone.value)
        restyle(self)
        self._icon.show_icon(TONE_ICONS[tone], "on_selection" if is_plain else tone.value)
        self._text.setText(text)
        set_tone(self._text, None if is_plain else tone)
        for made, offered in ((self._button, action), (self._second, other)):
            made.setText(offered.text if offered else "")
            made.setVisible(offered is not None)
        self.setAccessibleName(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @property
    def is_good_news(self) -> bool:
        """Whether what it says needs nothing to be done."""
        return self._tone in (Tone.OK, Tone.ACCENT)

    def clear(self) -> None:
        """Puts the message away."""
        self._action = self._other = None
        self._text.clear()
        self._focus.give_back()
        self.hide()
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._close.isVisible():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _act(self) -> None:
        self._call(self._action)

    def _act_otherwise(self) -> None:
        self._call(self._other)

    def _call(self, action: Action | None) -> None:
        self.clear()
        if action is not None:
            action.call()
