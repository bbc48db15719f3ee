"""Writing the list that is shown to a workbook."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.model import Query
from qc_desktop.services.companies import exporting


class Export(QObject):
    """Asks where to, then writes the companies of a query, without contacts."""

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def start(self, query: Query) -> None:
        """Asks for a file and writes it."""
        title, name = self.tr("Export the list"), self.tr("Companies.xlsx")
        chosen, _ = QFileDialog.getSaveFileName(self._page, title, name, self.tr("Workbook (*.xlsx)"))
        if chosen:
            self.write(query, Path(chosen).with_suffix(".xlsx"))

    def write(self, query: Query, path: Path) -> None:
        """Writes ``path`` and says so."""
        desk = self._context.services

        def say(count: int) -> None:
            self._context.speaker.toast(self.tr("%n company(ies) written to {file}", "", count).format(file=path.name))

        self._context.jobs.run(
            lambda: exporting.export(desk.office, query.wanted, path, query.sort, query.descending), say
        )
