"""What every section of the settings is made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.into_view import bring_into_view
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action, card, label

if TYPE_CHECKING:
    from qc_desktop.errors import UserError
    from qc_desktop.gui.desk import Desk, Done
    from qc_desktop.gui.pages.base import PageContext

T = TypeVar("T")
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

    def take_focus(self) -> None:
        """The section was chosen: the focus goes where it is typed in, if that is all there is to do."""

    def lead_to(self, part: str) -> None:
        """Leads on to one of its cards, where it names them; it has been asked for, and may not be filled yet."""

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
        bring_into_view(self.trouble)

    def do_change(
        self, work: Callable[[], T], then: Callable[[T], str], refuse: Callable[[UserError], None] | None = None
    ) -> None:
        """Has ``work`` done; ``then`` says what was done in a sentence, which is offered with a way back."""

        def tell(done: Done[T]) -> None:
            self.context.undoing.offer(then(done.result), done.command)

        self.context.jobs.change(lambda: self.desk.doing(work), tell, refuse or self.refuse)
