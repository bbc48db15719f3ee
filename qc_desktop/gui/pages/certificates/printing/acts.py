"""What the printing desk has done on other threads; what prints is imported there, not with the page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from qc_desktop.errors import UserError
from qc_desktop.gui.printing.system import print_system
from qc_desktop.services.certificates import print_batches, print_lists
from qc_desktop.services.certificates.dispatches import NOT_IN_FORCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qc_desktop.documents.printing.queue import Abilities, PrintOptions, PrintQueue
    from qc_desktop.domain.calibration import Paper
    from qc_desktop.domain.progress import Job
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.certificates.printing.wanted import Wanted
    from qc_desktop.services.certificates.print_lists import BatchRow, PrintedRow, SheetRow
    from qc_desktop.services.certificates.print_sending import Sent

__all__ = ["NOT_IN_FORCE"]
PAPERS_FOLDER = "print_papers_folder"


@dataclass(frozen=True)
class Printers:
    """The names of the printers, and the one to begin with."""

    names: tuple[str, ...]
    chosen: str


def printers(desk: Desk) -> Printers | UserError:
    """The printers of this PC, to begin with the one used last, else the default; where there is none, why."""
    system = print_system()
    try:
        at_hand = queue(desk)
        return Printers(tuple(printer.name for printer in system.printers()), at_hand.name)
    except UserError as problem:
        return problem


def queue(desk: Desk, printer: str = "") -> PrintQueue:
    """The queue of ``printer``, else of the one used last, with its corrections. Raises UserError."""
    from qc_desktop.services import calibrations

    return calibrations.queue(desk.office.profile, print_system(), printer)


Answer: TypeAlias = "tuple[Abilities, PrintOptions] | UserError"


def abilities(desk: Desk, printer: str) -> Answer:
    """What ``printer`` has and what was chosen for it last; where it does not answer, why."""
    from qc_desktop.services import print_choices

    try:
        return queue(desk, printer).abilities(), print_choices.remembered(desk.office.profile, printer)
    except UserError as problem:
        return problem


def printed_before(desk: Desk, numbers: Sequence[str]) -> int:
    """How many of ``numbers`` are on paper already, or wait for it in some batch."""
    return print_lists.printed_before(desk.office, numbers)


def begin(desk: Desk, wanted: Wanted) -> str:
    """Makes a batch and remembers how it is printed; returns the batch's id. Nothing is sent."""
    options = _remember(desk, wanted)
    return print_batches.create(
        desk.office,
        wanted.numbers,
        wanted.printer,
        chunk=wanted.chunk,
        copies=wanted.copies,
        options=options,
        reason=wanted.reason,
    )


def _remember(desk: Desk, wanted: Wanted) -> PrintOptions:
    from qc_desktop.services import print_choices

    options = print_choices.options_of(wanted.placing, wanted.tray)
    print_choices.remember(desk.office.profile, wanted.printer, options)
    return options


def send(desk: Desk, batch_id: str) -> Job[Sent]:
    """Sends what waits of the batch to its printer."""
    from qc_desktop.services.certificates import print_sending

    row = print_lists.batch(desk.office, batch_id)
    return (yield from print_sending.send(desk.office, batch_id, queue(desk, row.printer)))


def trial(desk: Desk, wanted: Wanted) -> Job[str]:
    """Prints the first page wanted on trial."""
    from qc_desktop.services.certificates.trial import trial as print_trial

    options = _remember(desk, wanted)
    return (yield from print_trial(desk.office, wanted.numbers[0], queue(desk, wanted.printer), options))


def print_ruler(desk: Desk, printer: str, tray: str, sheet: Paper) -> str:
    """Prints the ruler page; returns the job's id."""
    from qc_desktop.services import calibrations

    return calibrations.print_ruler(desk.office, queue(desk, printer), tray, sheet)


def write_papers(desk: Desk, batch_id: str, paper: str, path: Path) -> Job[Path]:
    """Writes 用印登记表 or 领取签收单 of the batch."""
    from qc_desktop.services.certificates import papers

    desk.remember(**{PAPERS_FOLDER: str(path.parent)})
    return (yield from papers.write(desk.office, paper, papers.of_batch(desk.office, batch_id), path))


def turn_to(desk: Desk, batch_id: str, printer: str) -> str:
    """Lets the rest of the batch come out of ``printer``, as that was used last; returns its name."""
    from qc_desktop.services import print_choices

    name = queue(desk, printer).name
    print_batches.turn_to(desk.office, batch_id, name, print_choices.remembered(desk.office.profile, name))
    return name


@dataclass(frozen=True)
class PickedUp:
    """How many are new, and which ended ones a range left out."""

    new: int
    left_out: tuple[str, ...]


def note_picked_up(desk: Desk, batch_id: str, typed: Sequence[str], *, ended_too: bool = False) -> PickedUp:
    """Notes that those of the batch whom ``typed`` names were picked up today, ended ones if ``ended_too``."""
    from qc_desktop.domain.dispatch import DispatchDraft, Way
    from qc_desktop.services.certificates import dispatches

    named = print_batches.named(desk.office, batch_id, typed)
    draft = DispatchDraft(Way.PICKED_UP, sent_on=desk.office.today)
    return PickedUp(dispatches.note(desk.office, named.numbers, draft, ended_too=ended_too), named.left_out)


def print_log(desk: Desk, number: str) -> list[PrintedRow]:
    """What was printed of certificate ``number``, newest first."""
    return print_lists.print_log(desk.office, number)


class BatchSource:
    """The print batches, newest first."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self, query: str) -> int:
        """How many there are."""
        return print_lists.count(self._desk.office)

    def page(self, query: str, offset: int, limit: int) -> Sequence[BatchRow]:
        """The batches from ``offset`` on."""
        return print_lists.page(self._desk.office, offset, limit)


class SheetSource:
    """The sheets of a batch; a query is its id and the states wanted."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self, query: tuple[str, tuple[str, ...]]) -> int:
        """How many sheets answer ``query``."""
        return print_lists.sheet_count(self._desk.office, *query)

    def page(self, query: tuple[str, tuple[str, ...]], offset: int, limit: int) -> Sequence[SheetRow]:
        """The sheets from ``offset`` on."""
        return print_lists.sheets(self._desk.office, *query, offset, limit)
