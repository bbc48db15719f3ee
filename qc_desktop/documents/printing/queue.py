"""What a print queue is, whatever system it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from qc_desktop.domain.printing import Placing
from qc_desktop.errors import UserError


class JobState(StrEnum):
    """What a queue says of a job."""

    PENDING = "pending"
    STOPPED = "stopped"  # the printer stands still: paper, a jam, or somebody stopped it
    GONE = "gone"  # printed, or cancelled: few systems tell which


@dataclass(frozen=True)
class Printer:
    """A printer by its name; ``is_default`` is the system's own choice."""

    name: str
    is_default: bool = False


@dataclass(frozen=True)
class Abilities:
    """What a printer says it has, its own names: papers, and trays with what it calls them. Empty: it does not say."""

    media: tuple[str, ...] = ()
    trays: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class PrintOptions:
    """How sheets are printed: at their true size, on one side. No tray: where the printer takes paper from."""

    media: str = "A4"
    sides: str = "one-sided"
    tray: str = ""
    placing: Placing = Placing.AS_IS


def demand(printer: str, has: Abilities, options: PrintOptions) -> None:
    """Raises UserError where a printer that says what it has lacks the paper or the tray."""
    if has.media and options.media not in has.media:
        raise UserError("print.no_paper", printer=printer, paper=options.media)
    trays = dict(has.trays)
    if trays and options.tray and options.tray not in trays:
        raise UserError("print.no_tray", printer=printer, tray=tray_words(options.tray), known=list(trays.values()))


def tray_words(tray: str) -> str:
    """What a printer calls a tray: ``InputSlot=Tray1`` is Tray1."""
    return tray.rpartition("=")[2]


class PrintQueue(Protocol):
    """One printer's queue. Every method raises UserError ``print.*`` where the system refuses."""

    @property
    def name(self) -> str:
        """The printer's name."""
        ...

    def abilities(self) -> Abilities:
        """The papers and trays of the printer."""
        ...

    def submit(self, pdf: Path, title: str, options: PrintOptions) -> str:
        """Hands the pages of ``pdf`` over, which may be removed then; returns the job's id."""
        ...

    def state(self, job: str) -> JobState:
        """What has become of ``job``."""
        ...

    def cancel(self, job: str) -> None:
        """Takes ``job`` back as far as it is not printed; one that is gone stays gone."""
        ...
