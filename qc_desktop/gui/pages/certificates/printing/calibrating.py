"""The calibration view's way to the use cases."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qc_desktop.domain.calibration import Calibration, paper
from qc_desktop.errors import UserError
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.certificates.printing import acts
from qc_desktop.gui.pages.elsewhere import offering
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services import calibrations

if TYPE_CHECKING:
    from pathlib import Path

    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.certificates.printing.acts import Printers
    from qc_desktop.gui.pages.certificates.printing.calibration_view import CalibrationView


class Calibrating(QObject):
    """Runs what the view asks for."""

    def __init__(self, view: CalibrationView, context: PageContext, desk: Desk) -> None:
        super().__init__(view)
        self.view, self._context, self._desk = view, context, desk
        view.printer_chosen.connect(self._ask_printer)
        view.ruler_wanted.connect(self._print)
        view.kept.connect(self._keep)
        view.look_wanted.connect(lambda: self.begin(""))
        view.file_wanted.connect(self._ask_file)

    def begin(self, printer: str) -> None:
        """Offers the printers of this PC, ``printer`` at hand."""
        self._context.jobs.query(lambda: acts.printers(self._desk), partial(self._show_printers, printer))

    def _show_printers(self, printer: str, found: Printers | UserError) -> None:
        if isinstance(found, UserError):
            self.view.say_no_printer(self._context.words.of(found))
        else:
            self.view.offer(found.names, printer or found.chosen)

    def _ask_printer(self, printer: str) -> None:
        if printer:
            self._context.jobs.query(lambda: acts.abilities(self._desk, printer), self._show_abilities)

    def _show_abilities(self, found: acts.Answer) -> None:
        if isinstance(found, UserError):
            self._refuse(found)
            return
        has, last = found
        self.view.show_known(calibrations.known(self._desk.office.profile))
        self.view.show_abilities(has, last.tray)

    def _print(self, printer: str, tray: str, paper_id: str) -> None:
        self.view.ruler.setEnabled(False)
        work = partial(acts.print_ruler, self._desk, printer, tray, paper(paper_id))
        said = self.tr("The ruler page went to {printer}. Measure the four lengths that it names and type them here.")
        told = said.format(printer=printer)
        task = self._context.jobs.change(work, lambda _: self._say_printed(told), self._refuse)
        task.ended.connect(lambda: self.view.ruler.setEnabled(True))

    def _say_printed(self, told: str) -> None:
        self.view.bar.say(Tone.OK, told)
        self.view.ui.left.setFocus()

    def _ask_file(self, printer: str, tray: str, paper_id: str) -> None:
        words = self.tr("Ruler page")
        path = places.ask_file(self.view, words, places.fresh(places.documents() / f"{words}.pdf"), ".pdf")
        if path is not None:
            self._write(printer, tray, paper_id, path)

    def _write(self, printer: str, tray: str, paper_id: str, path: Path) -> None:
        again = offering(self._context, path, partial(self._write, printer, tray, paper_id))
        work = partial(calibrations.write_ruler, self._desk.office, path, printer, tray, paper(paper_id))
        self._context.jobs.change(work, self._say_written, again)

    def _say_written(self, path: Path) -> None:
        told = self.tr("Written to {path}. Print it at 100 per cent from the tray that is measured.")
        where = Action(self.tr("Open the folder"), lambda: places.show_folder(path.parent))
        self.view.bar.say(Tone.OK, told.format(path=path), where)

    def _keep(self, printer: str, tray: str, paper_id: str, made: Calibration) -> None:
        profile = self._desk.office.profile
        work = partial(calibrations.remember, profile, printer, tray, paper_id, made)
        self._context.jobs.change(work, lambda _: self._settle(), self._refuse)

    def _settle(self) -> None:
        self.view.settle()
        self.view.show_known(calibrations.known(self._desk.office.profile))

    def _refuse(self, error: UserError) -> None:
        self.view.bar.say(Tone.BAD, self._context.words.of(error))
