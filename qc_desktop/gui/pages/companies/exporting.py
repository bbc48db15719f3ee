"""Writing the list that is shown to a workbook."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.model import Query
from qc_desktop.gui.pages.elsewhere import offering
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services import preferences
from qc_desktop.services.companies import exporting

OUT_FOLDER = "export_folder"


class Export(QObject):
    """Asks where to, then writes the companies of a query, without contacts."""

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def start(self, query: Query) -> None:
        """Asks for a file and writes it."""
        folder = places.starting(preferences.remembered(self._context.services.office.profile, OUT_FOLDER))
        title, name = self.tr("Export the list"), self.tr("Companies.xlsx")
        path = places.ask_file(self._page, title, folder / name, ".xlsx")
        if path is not None:
            self.write(query, path)

    def write(self, query: Query, path: Path) -> None:
        """Writes ``path`` and says so."""
        desk = self._context.services

        def say(count: int) -> None:
            desk.remember(**{OUT_FOLDER: str(path.parent)})
            told = self.tr("%n company(ies) written to {file}", "", count).format(file=path)
            where = Action(self.tr("Open the folder"), lambda: places.show_folder(path.parent))
            self._context.speaker.say(Tone.OK, told, where)

        self._context.jobs.run(
            lambda: exporting.export(desk.office, query.wanted, path, query.sort, query.descending),
            say,
            offering(self._context, path, partial(self.write, query)),
        )
