"""What every part of the 会员 aspect is made of: a heading, a line that says what was refused, and typed text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.errors import UserError
from qc_desktop.gui.desk import Desk, Done
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import label

T = TypeVar("T")


class Part(QWidget):
    """``edited`` tells that :attr:`draft` may differ; ``saved`` carries the company whose draft is saved by now.

    ``stale`` asks for what is stored, because saving was refused over what something else changed.
    """

    edited = Signal()
    saved = Signal(str)
    stale = Signal()
    opened = Signal(object)  # a widget that is to be seen

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.desk = cast("Desk", context.services)
        self.company_id = self.company_name = ""
        self.bar = MessageBar()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.heading = label("", "section")
        self.column.addWidget(self.heading)
        self.column.addWidget(self.bar)

    @property
    def draft(self) -> Any:
        """What is typed and not saved, None where nothing is."""
        return None

    def begin(self, company_id: str) -> None:
        """Turns to another company: nothing is typed of it yet, and nothing known."""
        self.company_id = company_id
        self.bar.clear()

    def put_back(self, draft: Any) -> None:
        """Shows a draft of this company again."""

    def as_plain(self, draft: Any) -> Any:
        """``draft`` as JSON can hold it."""
        return draft

    def take_up(self, kept: Any) -> bool:
        """Puts the draft that :meth:`as_plain` gave ``kept`` of over what is shown; says what was changed meanwhile.

        Returns whether anything was.
        """
        raise NotImplementedError

    def save(self) -> None:
        """Saves the draft, or says in place what stops it."""

    def change(self, work: Callable[[], T], done: Callable[[T], None], told: str = "") -> None:
        """Runs ``work`` on the writer thread for the company at hand; ``told`` is said for a while, with Undo.

        ``done`` is called only while the company is shown and nothing was typed on.
        """
        company_id, name, typed = self.company_id, self.company_name, self.draft

        def finish(did: Done[T]) -> None:
            if told:
                self.context.undoing.offer(told, did.command)
            if (company_id, typed) == (self.company_id, self.draft):
                done(did.result)
            self.saved.emit(company_id)

        def refuse(error: UserError) -> None:
            words = self.context.words.of(error)
            if company_id == self.company_id:
                self.bar.say(Tone.BAD, words)
                if error.code == "store.changed_meanwhile":
                    self.stale.emit()
            else:
                self.context.speaker.say(Tone.BAD, self.context.words.named(name, words))

        self.context.jobs.change(lambda: self.desk.doing(work), finish, refuse)
