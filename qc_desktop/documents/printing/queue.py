"""What a print queue is, whatever system it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol


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
class PrintOptions:
    """How sheets are printed: at their true size, on one side."""

    media: str = "A4"
    sides: str = "one-sided"


class PrintQueue(Protocol):
    """One printer's queue. Every method raises UserError ``print.*`` where the system refuses."""

    @property
    def name(self) -> str:
        """The printer's name."""
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
