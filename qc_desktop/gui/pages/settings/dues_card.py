"""A year's dues at a glance, and the reminder list as a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from qc_desktop.domain.money import yuan
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.elsewhere import offering
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import Action, button, label
from qc_desktop.gui.widgets.still_wheel import hold_still
from qc_desktop.services import preferences
from qc_desktop.services.members import dues
from qc_desktop.services.members.dues import DuesYear

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.settings.section import Section

OUT_FOLDER = "dues_folder"


class DuesCard(QWidget):
    """Due, paid and open of the chosen year; who owes something still, with a text to send to each."""

    def __init__(self, context: PageContext, section: Section) -> None:
        super().__init__()
        self._context = context
        self._section = section
        self._years: tuple[DuesYear, ...] = ()
        self.year = QComboBox()
        self.year.setAccessibleName(self.tr("Year"))
        self.year.currentIndexChanged.connect(self._tell)
        self.told = label("", wrap=True)
        self.contacts = QCheckBox(self.tr("With contacts (personal data, logged)"))
        self.export = button(self.tr("Reminder list"), self._ask, "", "download")
        row = FlowLayout(gap=8)
        for part in (self.year, self.export, self.contacts):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.told)
        column.addLayout(row)
        hold_still(self)

    def show_years(self, years: tuple[DuesYear, ...]) -> None:
        """Offers ``years``, newest first; the one that is shown stays."""
        held = self.year.currentData()
        self._years = years
        self.year.blockSignals(True)
        self.year.clear()
        for sums in years:
            self.year.addItem(str(sums.dues_year), sums.dues_year)
        self.year.setCurrentIndex(max(self.year.findData(held), 0) if years else -1)
        self.year.blockSignals(False)
        for part in (self.year, self.export, self.contacts):
            part.setVisible(bool(years))
        self._tell()

    def _tell(self) -> None:
        sums = self._chosen()
        if sums is None:
            self.told.setText(self.tr("Nothing is noted yet. Enter dues with a company, under Member."))
            return
        words = self.tr("{year}: due {due}, paid {paid}, open {open} yuan ({companies})")
        self.told.setText(
            words.format(
                year=sums.dues_year,
                due=yuan(sums.due_fen),
                paid=yuan(sums.paid_fen),
                open=yuan(sums.open_fen),
                companies=sums.open_companies,
            )
        )
        self.export.setEnabled(sums.open_companies > 0)

    def _chosen(self) -> DuesYear | None:
        return next((sums for sums in self._years if sums.dues_year == self.year.currentData()), None)

    def _ask(self) -> None:
        name = self.tr("Reminder list {year}").format(year=self.year.currentData())
        folder = places.starting(preferences.remembered(self._section.desk.office.profile, OUT_FOLDER))
        path = places.ask_file(self, self.export.text(), folder / f"{name}.xlsx", ".xlsx")
        if path is not None:
            self.write(path)

    def write(self, path: Path) -> None:
        """Writes the reminder list of the chosen year to ``path``."""
        office, year, contacts = self._section.desk.office, int(self.year.currentData()), self.contacts.isChecked()
        self._context.jobs.run(
            lambda: dues.export(office, year, path, contacts=contacts),
            partial(self._say_written, path),
            offering(self._context, path, self.write),
        )

    def _say_written(self, path: Path, count: int) -> None:
        self._section.desk.remember(**{OUT_FOLDER: str(path.parent)})
        told = self.tr("Written to {file}: {count}").format(file=path, count=count)
        where = Action(self.tr("Open the folder"), lambda: places.show_folder(path.parent))
        self._context.speaker.say(Tone.OK, told, where)
