"""The printing desk's way to the use cases: a batch begun, sent, mended; its papers written."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qc_desktop.domain.findings import Finding
from qc_desktop.domain.printing import RECEIPTS, SEAL_REGISTER, SheetState
from qc_desktop.errors import UserError
from qc_desktop.gui.pages import places
from qc_desktop.gui.pages.certificates.printing import acts
from qc_desktop.gui.pages.certificates.printing.batch_detail import BatchDetail
from qc_desktop.gui.pages.elsewhere import offering
from qc_desktop.gui.pages.prose import joined
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import Action
from qc_desktop.services import preferences
from qc_desktop.services.certificates import pre_printed, print_batches, print_lists, print_mending
from qc_desktop.services.certificates.print_standing import BROKE_OFF, standing

if TYPE_CHECKING:
    from pathlib import Path

    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.certificates.printing.acts import PickedUp, Printers
    from qc_desktop.gui.pages.certificates.printing.desk_view import DeskView
    from qc_desktop.gui.pages.certificates.printing.start_view import StartView
    from qc_desktop.gui.pages.certificates.printing.wanted import Wanted
    from qc_desktop.services.certificates.print_lists import BatchRow
    from qc_desktop.services.certificates.print_sending import Sent


NAMED = 5
"""How many numbers a sentence names."""


class PrintWork(QObject):
    """Runs what the start view and the desk ask for. ``begun`` carries the id of a new batch."""

    begun = Signal(str)

    def __init__(self, start: StartView, view: DeskView, context: PageContext, desk: Desk) -> None:
        super().__init__(view)
        self.start, self.view, self._context, self._desk = start, view, context, desk
        self._ticket, self._counting = Ticket(), Ticket()
        start.start_wanted.connect(self._begin)
        start.look_wanted.connect(self.find_printers)
        start.trial_wanted.connect(self._try)
        start.printer_chosen.connect(self._ask_printer)
        start.counted.connect(self._ask_printed)
        view.batch_chosen.connect(self.show_batch)
        view.detail.act_wanted.connect(self._act)
        view.detail.asking.answered.connect(self._answer)

    def find_printers(self) -> None:
        """Asks for the printers of this PC; where there is none, the start view says so and what to do."""
        self._context.jobs.query(lambda: acts.printers(self._desk), self._show_printers)

    def _show_printers(self, found: Printers | UserError) -> None:
        if isinstance(found, UserError):
            self.start.say_no_printer(self._context.words.of(found))
        else:
            self.start.show_printers(found)

    def _ask_printer(self, printer: str) -> None:
        if printer:
            self._context.jobs.query(lambda: acts.abilities(self._desk, printer), self._show_abilities)

    def _show_abilities(self, found: acts.Answer) -> None:
        if isinstance(found, UserError):
            self._refuse_start(found)
        else:
            self.start.show_abilities(*found)

    def _ask_printed(self, numbers: Sequence[str]) -> None:
        self._counting.tear()
        self._counting = Ticket()
        count = partial(acts.printed_before, self._desk, numbers)
        self._context.jobs.query(count, self.start.show_printed, self._counting)
        remarks = partial(pre_printed.remarks, self._desk.office, numbers)
        self._context.jobs.query(remarks, self.start.show_stock, self._counting)

    def _begin(self, wanted: Wanted) -> None:
        self.start.bar.clear()
        self.start.show_busy(True)
        task = self._context.jobs.change(partial(acts.begin, self._desk, wanted), self._go, self._refuse_start)
        task.ended.connect(lambda: self.start.show_busy(False))

    def _go(self, batch_id: str) -> None:
        self.begun.emit(batch_id)
        self.send(batch_id)

    def _try(self, wanted: Wanted) -> None:
        self.start.bar.clear()
        self.start.show_busy(True)
        said = self.tr("A trial print of {number} went to {printer}. It is marked and is not counted as a copy.")
        sentence = said.format(number=wanted.numbers[0], printer=wanted.printer)
        job = partial(acts.trial, self._desk, wanted)
        task = self._context.jobs.run(job, lambda _: self.start.bar.say(Tone.OK, sentence), self._refuse_start)
        task.ended.connect(lambda: self.start.show_busy(False))
        self.start.progress.watch(task, self.tr("Trial print"))

    def _refuse_start(self, error: UserError) -> None:
        self.start.bar.say(Tone.BAD, self._context.words.of(error))

    def send(self, batch_id: str) -> None:
        """Sends what waits of the batch."""
        self.view.bar.clear()
        self.view.detail.show_busy(True)
        halted = partial(self._say_halted, batch_id)
        task = self._context.jobs.run(partial(acts.send, self._desk, batch_id), self._say_sent, halted)
        task.cancelled.connect(self._say_stopped)
        task.ended.connect(lambda: self._end(batch_id))
        self.view.progress.watch(task, self._context.words.text("step.print"))

    def _end(self, batch_id: str) -> None:
        self.view.detail.show_busy(False)
        self.view.show_batches(batch_id)

    def _say_sent(self, sent: Sent) -> None:
        sentences = [self.tr("%n sheet(s) were checked page by page and sent to the printer.", "", sent.sheets)]
        if sent.withheld:
            numbers = "、".join(_some(sent.withheld))
            sentences.append(self.tr("Withheld: {numbers}. See the sheets below for why.").format(numbers=numbers))
        else:
            sentences.append(self.tr("Look at the paper: what is spoiled can be printed again here."))
        if sent.ended:
            words = self._context.words
            sentences.append(words.text("print.ended", count=len(sent.ended), numbers=_some(sent.ended)))
        self.view.bar.say(Tone.WARN if sent.withheld or sent.ended else Tone.OK, joined(*sentences))

    def _say_stopped(self) -> None:
        said = self.tr("Stopped between two chunks. What was sent stands; go on when you like.")
        self.view.bar.say(Tone.WARN, said)

    def _say_halted(self, batch_id: str, error: UserError) -> None:
        """Why it stopped, and where the batch stands by then; a fault of the disk says that already."""
        self._refuse(error)
        office, words = self._desk.office, self._context.words

        def add(found: Finding) -> None:
            if found.params.get("sent"):
                self.view.bar.say(Tone.BAD, joined(words.of(error), words.of(found)))

        if error.code != BROKE_OFF:
            self._context.jobs.query(lambda: standing(office, batch_id), add)

    def _refuse(self, error: UserError) -> None:
        self.view.bar.say(Tone.BAD, self._context.words.of(error))

    def show_batch(self, batch_id: str) -> None:
        """Shows the batch at hand."""
        self._ticket.tear()
        self._ticket = Ticket()
        if not batch_id:
            self.view.detail.show_row(None)
            return
        office = self._desk.office
        self._context.jobs.query(lambda: print_lists.batch(office, batch_id), self.view.detail.show_row, self._ticket)

    def _act(self, name: str) -> None:
        row = self.view.detail.row
        if row is None:
            return
        if name in (BatchDetail.SEAL, BatchDetail.RECEIPTS):
            self._write_paper(row.id, name)
        elif name == BatchDetail.CANCEL:
            self._ask_about_cancelling(row)
        elif name == BatchDetail.TURN:
            self._context.jobs.query(lambda: acts.printers(self._desk), partial(self._ask_which_printer, row.printer))
        elif name == BatchDetail.GO_ON:
            self._go_on(row.id, bool(row.of(SheetState.SENT) or row.of(SheetState.SENDING)))
        else:
            self.view.detail.with_chosen(partial(self._ask_about_sheets, name))

    def _go_on(self, batch_id: str, some_sent: bool) -> None:
        """Goes on at once where nothing was sent yet; else asks first up to which number it came out right."""
        if not some_sent:
            self.send(batch_id)
            return
        office, detail = self._desk.office, self.view.detail
        about = self.tr(
            "Look at the paper: up to which number did it come out right? What was sent after it is printed again "
            "as the next copy. Leave it empty where nothing came out."
        )
        self._context.jobs.query(
            lambda: print_lists.last_sent(office, batch_id),
            lambda last: detail.ask(BatchDetail.GO_ON, about, last, self.tr("Continue printing")),
        )

    def _ask_which_printer(self, present: str, found: Printers | UserError) -> None:
        if isinstance(found, UserError):
            self._refuse(found)
            return
        others = [name for name in found.names if name != present] or list(found.names)
        about = self.tr("Which printer prints the rest, with the tray it had last? There are: {names}")
        told = about.format(names=self._context.words.listed(found.names))
        self.view.detail.ask(BatchDetail.TURN, told, others[0], self.tr("Use this printer"))

    def _ask_about_cancelling(self, row: BatchRow) -> None:
        """What is dropped is not taken up again: it is asked before, and not with the focus on yes."""
        about = self.tr(
            "%n sheet(s) of this batch are not printed yet. They will not be printed any more, and this cannot be "
            "undone. What was sent to the printer stands.",
            "",
            row.of(SheetState.WAITING) + row.of(SheetState.WITHHELD),
        )
        self.view.detail.ask(BatchDetail.CANCEL, about, None, self.tr("Do not print them"))

    def _ask_about_sheets(self, name: str, numbers: Sequence[str]) -> None:
        if name == BatchDetail.DAMAGE:
            about = self.tr("Which sheets spoiled, and why? Numbers, last digits, or 118～121. They are printed again.")
            confirm = self.tr("Note it and print again")
            self.view.detail.ask(name, about, "、".join(numbers), confirm, why=True)
        elif name == BatchDetail.PICKED_UP:
            about = self.tr(
                "Which certificates were picked up today? Numbers, last digits, 118～121, or companies' names."
            )
            self.view.detail.ask(name, about, "、".join(numbers), self.tr("Note it"))
        else:
            about = self.tr("From which number on should it be printed again, as the next copy, and why?")
            self.view.detail.ask(name, about, next(iter(numbers), ""), self.tr("Print again"), why=True)

    def _answer(self, question: str, typed: str, reason: str) -> None:
        row, office = self.view.detail.row, self._desk.office
        if row is None:
            return
        numbers = list(filter(None, re.split(r"[、，,;；\n]+", typed)))
        answers: dict[str, Callable[[], object]] = {
            BatchDetail.GO_ON: lambda: print_mending.settle(office, row.id, typed),
            BatchDetail.DAMAGE: lambda: print_mending.damage(office, row.id, numbers, reason),
            BatchDetail.REPRINT: lambda: print_mending.reprint(office, row.id, typed, reason),
        }
        if question == BatchDetail.TURN:
            turned = partial(acts.turn_to, self._desk, row.id, typed)
            self._context.jobs.change(turned, partial(self._say_turned, row.id), self._refuse_answer)
        elif question == BatchDetail.PICKED_UP:
            self._note_picked_up(row.id, numbers)
        elif question == BatchDetail.CANCEL:
            cancel = partial(print_batches.cancel, office, row.id)
            self._context.jobs.change(cancel, partial(self._say_cancelled, row.id), self._refuse_answer)
        else:
            self._change(answers[question], row.id)

    def _say_turned(self, batch_id: str, printer: str) -> None:
        self.view.detail.settle_question()
        self.view.show_batches(batch_id)
        said = self.tr("The rest of the batch goes to {printer}. Continue printing when it is ready.")
        self._context.speaker.toast(said.format(printer=printer))

    def _note_picked_up(self, batch_id: str, typed: Sequence[str], *, ended_too: bool = False) -> None:
        def refuse(error: UserError) -> None:
            if error.code != acts.NOT_IN_FORCE:
                self._refuse_answer(error)
                return
            insist = partial(self._note_picked_up, batch_id, typed, ended_too=True)
            action = Action(self.tr("Note it all the same"), insist)
            self.view.bar.say(Tone.WARN, self._context.words.of(error), action)

        self.view.bar.clear()
        picked = partial(acts.note_picked_up, self._desk, batch_id, typed, ended_too=ended_too)
        self._context.jobs.change(picked, self._say_picked_up, refuse)

    def _say_picked_up(self, found: PickedUp) -> None:
        self.view.detail.settle_question()
        noted = self.tr("%n certificate(s) noted as picked up; this can be undone.", "", found.new)
        self._context.speaker.toast(noted if found.new else self.tr("These were noted as picked up before."))
        if found.left_out:
            told = self.tr("Left out, having ended: {numbers}. If one was picked up, type its number alone.")
            first, more = self._context.words.listed(found.left_out[:5]), "…" if len(found.left_out) > 5 else ""
            self.view.bar.say(Tone.WARN, told.format(numbers=first + more))

    def _say_cancelled(self, batch_id: str, dropped: int) -> None:
        self.view.detail.settle_question()
        self.view.show_batches(batch_id)
        told = self.tr("The batch is cancelled: %n sheet(s) will not be printed.", "", dropped)
        self._context.speaker.toast(told)

    def _change(self, work: Callable[[], object], batch_id: str) -> None:
        """Does ``work``, then sends what waits of the batch."""

        def done(_: object) -> None:
            self.view.detail.settle_question()
            self.send(batch_id)

        self._context.jobs.change(work, done, self._refuse_answer)

    def _refuse_answer(self, error: UserError) -> None:
        asking = self.view.detail.asking
        sentence = self._context.words.of(error)
        if asking.question:
            asking.refuse(sentence)
        else:
            self.view.bar.say(Tone.BAD, sentence)

    def _write_paper(self, batch_id: str, name: str) -> None:
        paper = SEAL_REGISTER if name == BatchDetail.SEAL else RECEIPTS
        words = self.tr("Seal register") if paper == SEAL_REGISTER else self.tr("Receipt list")
        folder = places.starting(preferences.remembered(self._desk.office.profile, acts.PAPERS_FOLDER))
        suggested = places.fresh(folder / f"{words}.pdf")
        path = places.ask_file_of(self.view, words, suggested, (".pdf", ".xlsx", ".docx"))
        if path is not None:
            self._write_at(batch_id, paper, words, path)

    def _write_at(self, batch_id: str, paper: str, words: str, path: Path) -> None:
        job = partial(acts.write_papers, self._desk, batch_id, paper, path)
        again = offering(self._context, path, partial(self._write_at, batch_id, paper, words))
        task = self._context.jobs.run(job, self._say_written, again)
        self.view.progress.watch(task, words)

    def _say_written(self, path: Path) -> None:
        open_folder = Action(self.tr("Open the folder"), lambda: places.show_folder(path.parent))
        self.view.bar.say(Tone.OK, self.tr("Written to {path}.").format(path=path), open_folder)


def _some(numbers: Sequence[str]) -> list[str]:
    """The first few of ``numbers``, with a sign that there are more."""
    return [*numbers[:NAMED], *(["…"] if numbers[NAMED:] else [])]
