"""Step two: what would go wrong on paper, before any number is given out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.certificates.lists import reason, stopped_columns
from qc_desktop.gui.pages.certificates.model import Held
from qc_desktop.gui.pages.prose import joined
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.table import Table

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.certificates.issuing import Preflight, Stopped


class CheckStep(QWidget):
    """``company_wanted`` carries the id of a stopped company that shall be opened."""

    company_wanted = Signal(str)
    again_wanted = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._words = context.words
        self._bar = MessageBar(closable=False)
        self._source: Held[Stopped] = Held(lambda row: row.name)
        columns = stopped_columns(context.words)
        self.model = PagedModel(self._source, columns, lambda row: row.company_id, context.jobs, self)
        self.table = Table(self.model, self.tr("Companies that get no certificate yet"))
        self.table.opened.connect(self._ask_company)
        self._open = button(self.tr("Open the company"), self._ask_current, "", "building-2")
        self._again = button(self.tr("Check again"), self.again_wanted.emit, "", "refresh-cw")
        self._whole = label("", "muted", wrap=True)
        self.table.current_changed.connect(self._tell_whole)
        self._heading = label(self.tr("These get no certificate yet:"), "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self._bar, self._heading):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self._whole)
        buttons = QHBoxLayout()
        buttons.addWidget(self._open)
        buttons.addWidget(self._again)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(0)

    def show_checked(self, checked: Preflight) -> None:
        """Says who is ready and lists who is not."""
        self._source.rows = checked.stopped
        self._whole.clear()
        self.model.ask("")
        stopped = len(checked.stopped)
        for part in (self.table, self._open, self._again, self._heading):
            part.setVisible(stopped > 0)
        ready = self.tr("%n company(ies) can be issued a certificate.", "", len(checked.ready))
        if not stopped:
            self._bar.say(Tone.OK, ready)
            return
        passed = self.tr("%n are stopped and will be left out; nothing is numbered for them.", "", stopped)
        self._bar.say(Tone.WARN if checked.ready else Tone.BAD, joined(ready, passed))

    def _tell_whole(self, company_id: str | None) -> None:
        """The reason in full: a line of the list seldom has room for it."""
        found = next((row for row in self._source.rows if row.company_id == company_id), None)
        self._whole.setText(reason(found, self._words) if found else "")

    def _ask_current(self) -> None:
        keys = self.table.chosen_keys
        self._ask_company(keys[0] if keys else self.model.key_of(0))

    def _ask_company(self, key: object) -> None:
        if key is not None:
            self.company_wanted.emit(str(key))
