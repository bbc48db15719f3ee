"""Backups: made online, opened and checked before they count, rotated by their sequence number.

A backup is ``NNNNNN-KIND-YYYYMMDD-HHMM.sqlite3`` (earlier ones lack the time of day, which is the office's) with its
SHA-256 beside it. Its sequence number, not the clock, says which is newer.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import re
import shutil
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from qc_desktop.domain import dates
from qc_desktop.domain.progress import Tell, stretch, untold
from qc_desktop.errors import UserError
from qc_desktop.files import atomic_path, write_atomic
from qc_desktop.storage.sound import COUNTED, check, copy

__all__ = ["COUNTED", "Backup", "check", "create", "existing", "needless", "restore", "rotate", "verify"]

KINDS = ("daily", "import", "issue", "publish", "restore", "migration", "move", "manual")
RECENT, DAYS, WEEKS, MONTHS = 10, 14, 8, 12
COPYING = 0.2
"""The part of the time of a backup that copying takes; the rest is the check."""
PINNED = ("migration", "restore")
"""Kinds that rotation never removes."""

_NAME = re.compile(r"(\d{6})-([a-z]+)-(\d{8})(?:-(\d{4}))?\.sqlite3")


@dataclass(frozen=True)
class Backup:
    """One backup file; ``at`` is when it was made, as its name says, else as the file does."""

    path: Path
    seq: int
    kind: str
    at: dt.datetime

    @property
    def day(self) -> dt.date:
        """The office's day on which it was made."""
        return dates.local(self.at).date()


def existing(folder: Path) -> list[Backup]:
    """The backups in ``folder``, newest first."""
    found = []
    for path in folder.glob("*.sqlite3") if folder.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if match:
            found.append(Backup(path, int(match[1]), match[2], _time(path, match)))
    return sorted(found, key=lambda backup: backup.seq, reverse=True)


def _time(path: Path, name: re.Match[str]) -> dt.datetime:
    """When the backup was made; a file copied to another folder keeps what its name says."""
    if name[4] is None:
        day = dt.datetime.strptime(name[3], "%Y%m%d").replace(tzinfo=dates.SHANGHAI)
        written = dt.datetime.fromtimestamp(path.stat().st_mtime, dates.SHANGHAI)
        return written if written.date() == day.date() else day
    return dt.datetime.strptime(name[3] + name[4], "%Y%m%d%H%M").replace(tzinfo=dates.SHANGHAI)


def create(database: Path, folder: Path, kind: str = "manual", tell: Tell = untold) -> Backup:
    """Copies ``database`` into ``folder`` while it may be in use, checks the copy, and rotates older ones.

    Broken off it leaves nothing behind. Raises UserError where the disk is full or refuses, ``store.damaged`` where
    ``database`` itself is, and ``store.moved_away`` where it is gone.
    """
    _ensure_folder(folder)
    seq = max((backup.seq for backup in existing(folder)), default=0) + 1
    now = dates.local(dates.now())
    target = folder / f"{seq:06}-{kind}-{now:%Y%m%d-%H%M}.sqlite3"
    with atomic_path(target) as part:
        copy(database, part, stretch(tell, 0, COPYING))
        _check_copy(part, database, stretch(tell, COPYING, 1))
        write_atomic(_digest_path(target), f"{_sha256(part)}  {target.name}\n".encode())  # never a backup without it
    rotate(folder)
    return Backup(target, seq, kind, now.replace(second=0, microsecond=0))


def _ensure_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UserError("backup.folder", folder=folder) from problem


def _check_copy(part: Path, database: Path, tell: Tell) -> None:
    try:
        check(part, tell)
    except UserError as problem:
        if problem.code != "backup.damaged":
            raise
        raise UserError("store.damaged", path=database) from problem


def verify(backup: Path, tell: Tell = untold) -> dict[str, int]:
    """Checks ``backup`` against the SHA-256 beside it, then as :func:`check` does."""
    digest = _digest_path(backup)
    if not digest.exists() or digest.read_text(encoding="utf-8").split()[:1] != [_sha256(backup)]:
        raise UserError("backup.damaged", path=backup)
    return check(backup, tell)


def restore(backup: Path, database: Path, folder: Path, tell: Tell = untold) -> Path:
    """Puts ``backup`` in the place of ``database``; returns the folder in which the replaced files now lie.

    Nobody may have the database open. What lies beside it (-journal, -wal, -shm) moves aside before the copy takes its
    place: a left-over journal would be played into the restored file. At every moment a whole database stands under
    its name, whenever the power goes. Broken off, or raising, it leaves everything as it was: the backup that it made
    first stands for nothing then, and goes.
    """
    verify(backup, stretch(tell, 0, 0.3))
    made = _backed_up_if_sound(database, folder, stretch(tell, 0.3, 0.7)) if database.exists() else None
    with ExitStack() as unless_replaced:
        if made is not None:
            unless_replaced.callback(_removed, made.path)
        with atomic_path(database) as part:
            shutil.copyfile(backup, part)
            check(part, stretch(tell, 0.7, 1))
            aside = _move_aside(database)
        unless_replaced.pop_all()
    return aside


def _backed_up_if_sound(database: Path, folder: Path, tell: Tell) -> Backup | None:
    """Backs up what is about to be replaced, which also rolls back its journal; a damaged one is only kept."""
    try:
        return create(database, folder, "restore", tell)
    except UserError as problem:
        if problem.code not in ("store.damaged", "store.moved_away"):
            raise
        return None


def _move_aside(database: Path) -> Path:
    """Keeps ``database`` and what lies beside it in a fresh folder; ``database`` itself stays until it is replaced."""
    beside = [database.with_name(database.name + end) for end in ("-journal", "-wal", "-shm")]
    taken = {path.name for path in database.parent.glob(f"{database.name}.before-restore-*")}
    names = (f"{database.name}.before-restore-{count}" for count in itertools.count(1))
    aside = database.with_name(next(name for name in names if name not in taken))
    aside.mkdir()
    if database.exists():
        shutil.copyfile(database, aside / database.name)
    for left in filter(Path.exists, beside):
        left.replace(aside / left.name)
    return aside


def rotate(folder: Path) -> list[Path]:
    """Removes the backups that are no longer needed; returns what was removed. What the system holds on to stays."""
    return [backup.path for backup in needless(existing(folder)) if _removed(backup.path)]


def _removed(path: Path) -> bool:
    try:
        path.unlink()
        _digest_path(path).unlink(missing_ok=True)
    except OSError:  # the next rotation tries again
        return False
    return True


class Dated(Protocol):
    """Something kept in a row of its like."""

    @property
    def path(self) -> Path:
        """Where it lies."""
        ...

    @property
    def kind(self) -> str:
        """What it was made for."""
        ...

    @property
    def day(self) -> dt.date:
        """The office's day on which it was made."""
        ...


Kept = TypeVar("Kept", bound=Dated)


def needless(backups: Sequence[Kept]) -> list[Kept]:
    """Those of ``backups``, newest first, that neither the newest RECENT, nor a kept day, week or month needs."""
    kept = {backup.path for backup in backups[:RECENT]} | {b.path for b in backups if b.kind in PINNED}
    for how_many, period in ((DAYS, "%Y%m%d"), (WEEKS, "%G%V"), (MONTHS, "%Y%m")):
        kept |= _newest_of_each(backups, how_many, period)
    return [backup for backup in backups if backup.path not in kept]


def _newest_of_each(backups: Sequence[Kept], how_many: int, period: str) -> set[Path]:
    newest: dict[str, Path] = {}
    for backup in backups:
        newest.setdefault(backup.day.strftime(period), backup.path)
    return set(list(newest.values())[:how_many])


def _digest_path(path: Path) -> Path:
    return path.with_name(path.name + ".sha256")


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
