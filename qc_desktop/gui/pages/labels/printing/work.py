"""Printing's way to the use cases."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qc_desktop.errors import UserError
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.certificates.batch_work import PASSPHRASE_PROBLEMS
from qc_desktop.gui.pages.certificates.printing import acts as printers
from qc_desktop.gui.pages.elsewhere import instead
from qc_desktop.gui.pages.labels import acts
from qc_desktop.gui.pages.labels.printing.form import FILES, PRINTER
from qc_desktop.gui.pages.prose import joined
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services import preferences
from qc_desktop.services.labels import presets

if TYPE_CHECKING:
    from qc_desktop.documents.labels.checking import SheetProblem
    from qc_desktop.domain.label_sheets import SheetMemory, SheetPreset
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.labels.acts import PrintGround
    from qc_desktop.gui.pages.labels.printing.view import LabelPrintView
    from qc_desktop.services.labels.printing import PrintedLabels
    from qc_desktop.services.labels.runs import PrintOrder
    from qc_desktop.services.labels.sending import SentLabels

DPI = 300.0
_TOLD = 3


class LabelPrintWork(QObject):
    """``done`` carries the number of a batch of which something was printed."""

    done = Signal(str)

    def __init__(self, view: LabelPrintView, context: PageContext, desk: Desk) -> None:
        super().__init__(view)
        self._view, self._context, self._desk = view, context, desk
        self._ticket = Ticket()
        self.batch = ""
        view.look_wanted.connect(self.look)
        view.print_wanted.connect(self.run)
        view.trial_wanted.connect(self.try_out)
        view.begins_at.connect(self._remember)
        view.form.turned.connect(self._find_printers)
        view.form.printer_chosen.connect(self._ask_trays)

    def start(self, batch: str) -> None:
        """Offers to print the batch."""
        self.batch = batch
        self._view.bar.clear()
        self._view.passphrase.clear()
        self._offer_rest()

    def _show_ground(self, ground: PrintGround) -> None:
        used = places.starting(preferences.remembered(self._desk.office.profile, acts.FOLDER))
        self._view.start(ground, str(used))

    def look(self) -> None:
        """Draws a label of the batch on the sheet at hand."""
        view, desk, batch = self._view, self._desk, self.batch
        key, dots, hidden = view.sheet.key, view.sheet.dots, view.form.hidden.isChecked()
        self._ticket.tear()
        if batch and key:
            self._ticket = self._context.jobs.report(
                lambda: acts.batch_look(desk, batch, key, dots, hidden=hidden, scale=DPI), view.show_look
            )

    def _remember(self, preset: SheetPreset, memory: SheetMemory) -> None:
        office = self._desk.office
        self._context.jobs.change(lambda: presets.remember(office, preset, memory)).is_quiet = True

    def _find_printers(self) -> None:
        form = self._view.form
        if form.way.current == PRINTER and not form.printer.count():
            self._context.jobs.query(lambda: printers.printers(self._desk), self._show_printers)

    def _show_printers(self, found: printers.Printers | UserError) -> None:
        if isinstance(found, UserError):
            again = Action(self.tr("Look again"), self._find_printers)
            files = Action(self.tr("Make PDF files instead"), lambda: self._view.form.way.choose(FILES))
            self._view.bar.say(Tone.WARN, self._context.words.of(found), again, files)
        else:
            self._view.bar.clear()
            self._view.form.offer_printers(found.names, found.chosen)
            self._view.show_busy(False)

    def _ask_trays(self, printer: str) -> None:
        self._context.jobs.query(lambda: acts.trays(self._desk, printer), self._show_trays)

    def _show_trays(self, found: tuple[list[tuple[str, str]], str] | UserError) -> None:
        if isinstance(found, UserError):
            self._view.bar.say(Tone.WARN, self._context.words.of(found))
        else:
            self._view.form.offer_trays(*found)

    def run(self) -> None:
        """Makes the files, or prints."""
        view, order = self._view, self._view.order
        passphrase = view.passphrase.read()
        if passphrase is None or order is None:
            return
        view.bar.clear()
        form, batch = view.form, self.batch
        if form.way.current == FILES:
            folder = Path(form.folder.text().strip())
            make = partial(acts.make_files, self._desk, batch, order, folder, passphrase)
            task = self._context.jobs.run(make, self._say_made, self._refuse)
        else:
            printer, tray = form.printer.currentText(), str(form.tray.currentData() or "")
            send = partial(acts.send, self._desk, batch, order, printer, tray, passphrase)
            task = self._context.jobs.run(send, self._say_sent, self._refuse)
        view.show_busy(True)
        task.cancelled.connect(partial(self._say_stopped, order))
        task.ended.connect(lambda: self._end(batch))
        step = "step.label_render" if form.way.current == FILES else "step.print"
        view.progress.watch(task, self._context.words.text(step))

    def try_out(self) -> None:
        """Prints one sheet of samples."""
        view, form = self._view, self._view.form
        order, printer, tray = view.order, form.printer.currentText(), str(form.tray.currentData() or "")
        if order is None or not printer:
            return
        view.bar.clear()
        said = self.tr("A sheet of samples went to {printer}. Nothing on it is genuine; no label was used up.")
        told = said.format(printer=printer)
        work = partial(acts.trial, self._desk, self.batch, order, printer, tray)
        task = self._context.jobs.run(work, lambda _: view.bar.say(Tone.OK, told), self._refuse)
        view.show_busy(True)
        task.ended.connect(lambda: view.show_busy(False))
        view.progress.watch(task, self._context.words.text("step.print"))

    def _end(self, batch: str) -> None:
        self._view.show_busy(False)
        self.done.emit(batch)

    def _say_made(self, made: PrintedLabels) -> None:
        self._settle()
        told = [self.tr("%n label(s) made in {folder}.", "", made.labels).format(folder=made.folder)]
        if made.skipped:
            told.append(self.tr("%n lay there already.", "", made.skipped))
        if made.mended:
            told.append(self.tr("Files were damaged; %n label(s) in them were made again.", "", made.mended))
        told += self._spoiled(made.spoiled) + self._withheld(made.withheld)
        where = Action(self.tr("Open the folder"), lambda: places.show_folder(made.folder))
        self._view.bar.say(Tone.WARN if made.withheld else Tone.OK, joined(*told), where)

    def _say_sent(self, sent: SentLabels) -> None:
        self._settle()
        told = [self.tr("%n label(s) were checked one by one and sent to the printer.", "", sent.labels)]
        told += self._spoiled(sent.spoiled) + self._withheld(sent.withheld)
        self._view.bar.say(Tone.WARN if sent.withheld else Tone.OK, joined(*told))

    def _spoiled(self, count: int) -> list[str]:
        return [self._context.words.text("cli.label_spoiled", count=count)] if count else []

    def _withheld(self, problems: tuple[SheetProblem, ...]) -> list[str]:
        if not problems:
            return []
        words = self._context.words
        said = [f"{one.serial} {words.of(one.finding)}" for one in problems[:_TOLD]]
        return [self.tr("Sheets were withheld:"), *said]

    def _settle(self) -> None:
        """What was typed was used; what is left to print is offered next."""
        self._view.passphrase.clear()
        self._view.form.settle()
        self._offer_rest()

    def _offer_rest(self) -> None:
        desk, batch = self._desk, self.batch
        self._context.jobs.query(lambda: acts.print_ground(desk, batch), self._show_ground)

    def _say_stopped(self, order: PrintOrder) -> None:
        if self._view.form.way.current == PRINTER:
            self._offer_rest()
            self._view.bar.say(
                Tone.WARN, self.tr("Stopped between two jobs. What was sent stands; the rest is offered now.")
            )
            return
        self._view.bar.say(Tone.WARN, self.tr("Stopped. Whole files stay, and begun again it goes on behind them."))
        work = partial(acts.after_stop, self._desk, self.batch, order)
        self._context.jobs.change(work, self._offer_behind).is_quiet = True

    def _offer_behind(self, done: int) -> None:
        """Whole files were made before the stop: the sheet and the labels behind them come next."""
        if done:
            told = self.tr("Stopped. %n label(s) are in whole files; the rest is offered now.", "", done)
            self._view.bar.say(Tone.WARN, told)
            self._offer_rest()

    def _refuse(self, error: UserError) -> None:
        sentence = self._context.words.of(error)
        if error.code in PASSPHRASE_PROBLEMS:
            self._view.passphrase.refuse(sentence)
            return
        self._view.bar.say(Tone.BAD, sentence, instead(error, self._view.print_at))
