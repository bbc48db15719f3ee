"""What every section of the settings is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action, card, label

if TYPE_CHECKING:
    from qc_desktop.errors import UserError
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext

WIDEST = 860


class Section(QWidget):
    """One section: cards in a column, and a bar that says what went wrong here."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.desk = cast("Desk", context.services)
        self.trouble = MessageBar()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addWidget(self.trouble)
        self.setMaximumWidth(WIDEST)

    def refresh(self) -> None:
        """Asks again for what the section shows."""

    def add_card(self, title: str) -> QVBoxLayout:
        """A new card with a heading at the end of the section; gives the column inside it."""
        frame: QFrame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(title, "section"))
        self.column.addWidget(frame)
        return column

    def refuse(self, error: UserError, action: Action | None = None) -> None:
        """Says in this section what was refused, and what is offered instead."""
        self.trouble.say(Tone.BAD, self.context.words.of(error), action)
        self.bring_into_view(self.trouble)

    def bring_into_view(self, part: QWidget) -> None:
        """Scrolls until ``part`` is seen, once it has its place."""
        QTimer.singleShot(0, part, lambda: self._scroll_to(part))

    def _scroll_to(self, part: QWidget) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(part)

    def offer_undo(self, sentence: str) -> None:
        """Says what was done, with a button that takes it back."""
        last = self.desk.last_command
        self.context.jobs.query(last, lambda command: self.context.undoing.offer(sentence, command))
