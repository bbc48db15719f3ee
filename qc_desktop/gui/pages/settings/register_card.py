"""签发登记簿: how long it is, when it was confirmed last, and whether it is what others hold of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from qc_desktop.domain.dates import local
from qc_desktop.domain.records import RECEIPT_FILE
from qc_desktop.errors import UserError
from qc_desktop.gui.pages.places import documents
from qc_desktop.gui.pages.prose import joined
from qc_desktop.gui.pages.settings.override_panel import OverridePanel
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.when import when
from qc_desktop.gui.widgets.breakable import breakable
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.into_view import bring_into_view
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action, button, label
from qc_desktop.services.ledger import overriding, standing, witness
from qc_desktop.services.ledger.standing import RegisterStanding
from qc_desktop.services.ledger.witness import Witnessed
from qc_desktop.services.site.register import CHECKPOINT

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.office import Office

_KINDS = (CHECKPOINT, f"*{Path(RECEIPT_FILE).suffix}", "*.pdf")


def kept_in(data: QMimeData) -> Path | None:
    """The file or folder among what was dropped that may hold what was kept of the register."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return next((path for path in paths if path.is_dir() or any(path.match(kind) for kind in _KINDS)), None)


def compared(office: Office, path: Path) -> Witnessed | UserError:
    """What is kept in ``path`` held against the register, or why it does not agree. For a reader's thread."""
    try:
        return witness.check(office, path)
    except UserError as problem:
        return problem


class RegisterCard(QWidget):
    """``changed`` tells that the register stands otherwise now."""

    changed = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._desk = cast("Desk", context.services)
        self._asked, self._compared = Ticket(), Ticket()
        self._wishes_override = False
        self.state = label("", wrap=True)
        self.overridden = label("", wrap=True)
        self.behind = MessageBar(closable=False)
        self.override = OverridePanel()
        self.result = MessageBar()
        self.compare_button = button(self.tr("Compare with what was kept…"), self.choose, "", "file-check")
        self._lay_out()
        self.override.wanted.connect(self._override)
        self.override.given_up.connect(self.refresh)

    def _lay_out(self) -> None:
        told = self.tr(
            "What somebody kept of the register earlier shows whether it was changed since: a file from the published "
            "folder, the receipt (.tlog-proof) or the PDF of a certificate, from a stick or from a company. Choose it, "
            "or drop it here."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self.state, self.overridden, self.behind, self.override, label(told, "muted", wrap=True)):
            column.addWidget(part)
        row = FlowLayout(gap=8)
        row.addWidget(self.compare_button)
        column.addLayout(row)
        column.addWidget(self.result)

    def refresh(self) -> None:
        """Asks how the register stands."""
        self._asked.tear()
        office = self._desk.office
        self._asked = self._context.jobs.report(lambda: standing.standing(office), self._show)

    def begin_override(self) -> None:
        """Offers the way on, as soon as it is known that one is needed."""
        self._wishes_override = True
        self.refresh()

    def _show(self, now: RegisterStanding) -> None:
        self.state.setText(self._words(now))
        past = [
            self.tr("On {day} it went on from other records ({staff}): {reason}").format(
                day=f"{local(one.at):%Y-%m-%d}", staff=one.staff, reason=one.reason
            )
            for one in now.overridden
        ]
        self.overridden.setText("\n".join(past))
        self.overridden.setVisible(bool(past))
        self._show_behind(now.behind)

    def _show_behind(self, problem: UserError | None) -> None:
        wished, self._wishes_override = self._wishes_override, False
        if problem is None:
            self.behind.clear()
            self.override.hide()
            return
        signed = int(str(problem.params["signed"]))
        asks = not self.override.isHidden()
        start = Action(self.tr("Go on with a reason…"), lambda: self._start(signed))
        self.behind.say(Tone.BAD, self._context.words.of(problem), None if asks else start)
        if wished and not asks:
            self._start(signed)

    def _start(self, signed: int) -> None:
        self.override.start(signed)
        self.refresh()

    def _words(self, now: RegisterStanding) -> str:
        if not now.entries:
            return self.tr("Nothing was entered yet: the first certificate begins it.")
        said = self._context.words.text("ledger.head", entries=now.entries, signed=now.signed)
        last = self.tr("Confirmed last {when}.").format(when=when(now.at)) if now.at is not None else ""
        rest = self.tr("The rest is confirmed at the next issue, or when the pages are published.")
        return joined(said, last, rest if now.signed < now.entries else "")

    def choose(self) -> None:
        """Lets the person choose what was kept."""
        title = self.tr("What was kept of the register")
        kinds = f"{title} ({' '.join(_KINDS)});;{self.tr('All files')} (*)"
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(documents()), kinds)
        if chosen:
            self.compare(Path(chosen))

    def compare(self, path: Path) -> None:
        """Holds what is kept in ``path`` against the register."""
        self._compared.tear()
        self.compare_button.setEnabled(False)
        self.result.say(Tone.PLAIN, self.tr("Comparing {name} …").format(name=breakable(path.name)))
        office = self._desk.office
        self._compared = self._context.jobs.report(lambda: compared(office, path), self._tell)

    def _tell(self, found: Witnessed | UserError) -> None:
        self.compare_button.setEnabled(True)
        words = self._context.words
        if isinstance(found, Witnessed):
            self.result.say(Tone.OK, words.text("ledger.witnessed", signed=found.signed, entries=found.size))
        else:
            differs = found.code.startswith("ledger.witness_")
            self.result.say(Tone.BAD if differs else Tone.WARN, breakable(words.of(found)))
        bring_into_view(self.result)

    def _override(self, reason: str) -> None:
        office = self._desk.office
        self.override.setEnabled(False)
        task = self._context.jobs.change(
            lambda: overriding.override(office, reason), self._say_overridden, self._refuse
        )
        task.ended.connect(lambda: self.override.setEnabled(True))

    def _say_overridden(self, entries: int) -> None:
        self.override.settle()
        self.result.say(Tone.OK, self._context.words.text("ledger.overridden", entries=entries))
        self.changed.emit()

    def _refuse(self, error: UserError) -> None:
        self.override.refuse(self._context.words.of(error))
