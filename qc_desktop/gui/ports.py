"""What the window as a whole needs from the program; pages name their own needs beside themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from qc_desktop.domain.progress import Job


@dataclass(frozen=True)
class Standing:
    """What the frame of the window shows. ``undo`` says in words what Undo would take back, empty for nothing.

    ``backups_gone`` says that the folder chosen for backups is not there.

    ``is_open`` says that the issuing passphrase was given and holds.

    ``is_trial`` says that the sample data lie beside real records, to which one can go over.
    """

    years: tuple[int, ...]
    year: int
    operator: str
    undo: str = ""
    last_backup: dt.datetime | None = None
    backups_gone: bool = False
    is_sample: bool = False
    is_trial: bool = False
    is_open: bool = False


@dataclass(frozen=True)
class Hit:
    """Something the global search found: ``key`` on the page ``page_id``, or the command ``command``.

    ``group`` is companies, certificates, products or commands; ``shortcut`` does the same from anywhere.
    """

    title: str
    detail: str
    page_id: str
    key: str
    icon: str = "building-2"
    group: str = "companies"
    command: str = ""
    shortcut: str = ""


class FrameService(Protocol):
    """The frame's way to the program. ``standing`` and ``search`` are called on the reader thread, ``begin`` and
    ``change`` on the writer thread, where the jobs ``undo`` and ``back_up`` run too; all may raise UserError.
    """

    def standing(self, year: int | None) -> Standing:
        """How things stand in ``year``, or in the latest year."""
        ...

    def search(self, text: str, limit: int) -> Sequence[Hit]:
        """What answers ``text`` anywhere, group by group, at most ``limit`` of each, best first."""
        ...

    def undo(self, seq: int | None = None) -> Job[str]:
        """Takes the latest change back, or the one with the number ``seq``, and says in a sentence what it was.

        Where a later act stays, the latest is not taken back unasked: UserError ``undo.stays`` names it and its
        ``seq``.
        """
        ...

    def begin(self) -> bool:
        """Ends the trying of sample data; whether these records were a sample."""
        ...

    def back_up(self) -> Job[str]:
        """Makes a backup now; gives its name."""
        ...

    def change(self, values: Mapping[str, str]) -> None:
        """Changes settings."""
        ...
