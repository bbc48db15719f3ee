"""A word, while one types, that this company may be there already. It never stops anybody."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.gui.jobs import Ticket
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services.companies import editing
from qc_desktop.services.companies.editing import Lookalike

PAUSE_MS = 250


class Lookalikes(QObject):
    """Watches the fields for name and code and speaks through ``bar``; ``open_wanted`` carries a company's id."""

    open_wanted = Signal(str)

    def __init__(self, context: PageContext, fields: tuple[LineEdit, LineEdit], bar: MessageBar) -> None:
        super().__init__(bar)
        self._context = context
        self._name, self._code = fields
        self._bar = bar
        self._besides: Callable[[], str] = str
        self._ticket = Ticket()
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask)
        for field in fields:
            field.textEdited.connect(self._pause.start)

    def forget(self, besides: str = "") -> None:
        """Says nothing until something is typed; the company with id ``besides`` is the one being edited."""
        self._pause.stop()
        self._ticket.tear()
        self._bar.clear()
        self._besides = lambda: besides

    def _ask(self) -> None:
        if self._name.is_composing:
            return
        self._ticket.tear()
        self._ticket = Ticket()
        draft, besides = CompanyDraft(self._name.text(), uscc=self._code.text()), self._besides()
        desk = self._context.services
        self._context.jobs.query(lambda: editing.lookalikes(desk.office, draft, besides), self._show, self._ticket)

    def _show(self, found: list[Lookalike]) -> None:
        if not found:
            self._bar.clear()
            return
        first, words = found[0], self._context.words
        code = first.uscc or words.text("entry.no_code")
        told = words.text(f"entry.lookalike_{first.why}", name=first.name, uscc=code)
        self._bar.say(Tone.WARN, told, Action(self.tr("Open it"), lambda: self.open_wanted.emit(first.id)))
