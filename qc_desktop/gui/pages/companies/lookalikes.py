"""A word, while one types, that this company may be there already. It never stops anybody."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.lookalike_panel import LookalikePanel
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.services.companies import distinct
from qc_desktop.services.companies.lookalikes import Lookalike, lookalikes

PAUSE_MS = 250


class Lookalikes(QObject):
    """Watches the fields for name and code and speaks through ``panel``.

    ``open_wanted`` and ``merge_wanted`` carry a company's id. ``different`` are those that a person said are not the
    new one in the form: they are remembered with it when it is saved.
    """

    open_wanted = Signal(str)
    merge_wanted = Signal(str)

    def __init__(self, context: PageContext, fields: tuple[LineEdit, LineEdit], panel: LookalikePanel) -> None:
        super().__init__(panel)
        self._context = context
        self._name, self._code = fields
        self._panel = panel
        self._besides = ""
        self.different: tuple[str, ...] = ()
        self._ticket = Ticket()
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask)
        for field in fields:
            field.textEdited.connect(self._pause.start)
        panel.open_wanted.connect(self.open_wanted)
        panel.merge_wanted.connect(self.merge_wanted)
        panel.different.connect(self._tell_apart)

    def forget(self, besides: str = "") -> None:
        """Says nothing until something is typed; the company with id ``besides`` is the one being edited."""
        self._pause.stop()
        self._ticket.tear()
        self._panel.clear()
        self._besides = besides
        self.different = ()

    def look(self) -> None:
        """Looks now: the fields were filled by other means than typing."""
        self._pause.start()

    def _ask(self) -> None:
        if self._name.is_composing or self._code.is_composing:
            self._pause.start()
            return
        self._ticket.tear()
        self._ticket = Ticket()
        draft = CompanyDraft(self._name.text(), uscc=self._code.text())
        besides, different, desk = self._besides, self.different, self._context.services
        self._context.jobs.query(lambda: lookalikes(desk.office, draft, besides, different), self._show, self._ticket)

    def _show(self, found: list[Lookalike]) -> None:
        self._panel.show_found(found, may_merge=bool(self._besides))

    def _tell_apart(self, company_id: str) -> None:
        """Remembers at once for a company that is saved, with the saving for a new one."""
        left = [one for one in self._panel.found if one.id != company_id]
        name = next((one.name for one in self._panel.found if one.id == company_id), "")
        self._name.setFocus()
        self._show(left)
        if not self._besides:
            self.different = (*self.different, company_id)
            return
        desk, mine = self._context.services, self._besides
        told = self.tr("Remembered: not the same as {name}.").format(name=name)
        self._context.jobs.change(
            lambda: distinct.mark(desk.office, mine, company_id), lambda seq: self._context.undoing.offer(told, seq)
        )
