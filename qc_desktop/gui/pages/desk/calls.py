"""The log of the desk: entering, today's entries, earlier sightings, and the whole of it as a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.elsewhere import offering
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services import call_log
from qc_desktop.services.call_log import CallFilter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.answers import Answer


class Calls(QObject):
    """``entered`` carries the Call that stands in the log now, ``listed`` today's calls, ``seen`` the Sightings."""

    entered = Signal(object)  # Call
    refused = Signal(object)  # UserError
    listed = Signal(object)  # list[Call]
    seen = Signal(object)  # Sightings

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._context = context
        self._desk: Desk = context.services
        self._seen_ticket = Ticket()

    def enter(self, asked: str, answer: Answer, remark: str) -> None:
        """Enters that ``asked`` was answered with ``answer``."""
        office = self._desk.office
        work = partial(call_log.enter, office, asked, answer, remark)
        self._context.jobs.change(work, self.entered.emit, self.refused.emit)

    def ask_today(self) -> None:
        """Asks for today's calls."""
        office = self._desk.office
        self._context.jobs.query(lambda: call_log.today(office), self.listed.emit)

    def ask_sightings(self, answer: Answer) -> None:
        """Asks how often the certificate of ``answer`` was asked for before."""
        self._seen_ticket.tear()
        if answer.number:
            office, number = self._desk.office, answer.number
            ask = partial(call_log.sightings, office, number)
            self._seen_ticket = self._context.jobs.query(ask, self.seen.emit)

    def ask_file(self) -> None:
        """Asks for a file and writes the whole log into it."""
        title = self._context.words.text("calls.title")
        path = places.ask_file(self._page, title, places.documents() / f"{title}{call_log.SUFFIX}", call_log.SUFFIX)
        if path is not None:
            self.export(path)

    def export(self, path: Path) -> None:
        """Writes the whole log to ``path``."""
        office, words = self._desk.office, self._context.words
        self._context.jobs.run(
            lambda: call_log.export(office, words, CallFilter(), path),
            partial(self._say_exported, path),
            offering(self._context, path, self.export),
        )

    def _say_exported(self, path: Path, count: int) -> None:
        told = self._context.words.text("calls.exported", count=count, path=path)
        words = QCoreApplication.translate("DeskCalls", "Open the folder")
        self._context.speaker.say(Tone.OK, told, Action(words, lambda: places.show_folder(path.parent)))
