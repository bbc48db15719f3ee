"""Safe-keeping: the daily backup, backups by hand, and putting one back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text

from qc_desktop.domain.events import EventKind
from qc_desktop.domain.progress import Job, finish
from qc_desktop.errors import UserError
from qc_desktop.paths import Profile
from qc_desktop.services import preferences
from qc_desktop.services.apart import apart
from qc_desktop.services.ledger import carrying
from qc_desktop.services.ledger.told_by_events import CARRIED
from qc_desktop.services.office import Office, open_office
from qc_desktop.storage import backup
from qc_desktop.storage.backup import Backup
from qc_desktop.storage.counters import keep_ahead, last_numbers

SEEN = "backups_seen_in"
"""Where this PC remembers the chosen folder in which it made backups."""


@dataclass(frozen=True)
class BackupState:
    """What the status bar says: when the newest backup was made, None where there is none.

    ``is_gone``: the folder that was chosen for them is not there, a stick that is not plugged in; ``is_emptied``: what
    stands in its place is a folder, but not one in which those made there lie.
    """

    newest: Backup | None
    at: dt.datetime | None
    folder: Path
    is_gone: bool = False
    is_emptied: bool = False


def folder(office: Office) -> Path:
    """Where backups go: the folder that was set, else the profile's own."""
    chosen = preferences.get(office, "backup_folder")
    return Path(chosen) if chosen else office.profile.backups


def is_gone(office: Office) -> bool:
    """Whether a folder was chosen for backups and is not there now, nor is one that was emptied."""
    return bool(preferences.get(office, "backup_folder")) and (not folder(office).exists() or is_emptied(office))


def is_emptied(office: Office) -> bool:
    """Whether the chosen folder is there, but none of the backups that this PC made in it.

    Where a stick was unplugged the folder it hung in may stay: on the PC's own disk.
    """
    chosen, seen = folder(office), preferences.remembered(office.profile, SEEN)
    return chosen.exists() and seen == str(chosen) and not backup.existing(chosen)


def choose_folder(office: Office, path: str) -> None:
    """Backups go to ``path`` from now on, also where those made there are gone. Raises UserError as settings do."""
    preferences.change(office, {"backup_folder": path})
    preferences.remember_on_pc(office.profile, {SEEN: ""})


def _folder_now(office: Office) -> Path:
    """Where backups go now: the chosen folder; while that is gone the profile's own, so that work goes on safely.

    It is not made anew: what was a stick would be a folder on another disk.
    """
    return office.profile.backups if is_gone(office) else folder(office)


def state(office: Office) -> BackupState:
    """The newest backup and its age."""
    found = listed(office)
    newest = found[0] if found else None
    at = newest.at if newest else None
    return BackupState(newest, at, folder(office), is_gone(office), is_emptied(office))


@dataclass(frozen=True)
class BackupRow:
    """A backup as a list shows it: ``kind`` is one of storage's kinds, ``size`` in bytes."""

    path: Path
    kind: str
    at: dt.datetime
    size: int


def rows(office: Office) -> list[BackupRow]:
    """All backups with their time and size, newest first."""
    return [BackupRow(known.path, known.kind, known.at, known.path.stat().st_size) for known in listed(office)]


def present(office: Office) -> dict[str, int]:
    """How many rows the main tables of the records have now, to compare with :func:`preview`."""
    with office.store.reading() as session:
        return {
            name: session.scalar(text(f"SELECT count(*) FROM {rows}")) or 0 for name, rows in backup.COUNTED.items()
        }


def listed(office: Office) -> list[Backup]:
    """All backups that can be reached now, newest first."""
    return backup.existing(_folder_now(office))


def make(office: Office, kind: str = "manual") -> Backup:
    """Makes and checks a backup now. Raises UserError where that fails."""
    return finish(making(office, kind))


def making(office: Office, kind: str = "manual") -> Job[Backup]:
    """As :func:`make`; closed before its end it leaves nothing behind.

    Raises UserError for one by hand while the chosen folder is gone: a person means to carry that one away.
    """
    if kind == "manual" and is_gone(office):
        raise UserError("backup.folder_emptied" if is_emptied(office) else "backup.folder_gone", folder=folder(office))
    where = _folder_now(office)
    made = yield from apart("backup", lambda tell: backup.create(office.profile.database, where, kind, tell))
    _note_seen(office, where)
    return made


def _note_seen(office: Office, where: Path) -> None:
    """Remembers that backups lie in the chosen folder; ``where`` is it, unless that is gone."""
    if where == folder(office) and preferences.remembered(office.profile, SEEN) != str(where):
        preferences.remember_on_pc(office.profile, {SEEN: str(where)})


def behind(office: Office, kind: str) -> Job[UserError | None]:
    """A backup behind something that stays for good, ``issue`` or ``publish``; where that fails, why.

    What was done stands all the same.
    """
    try:
        yield from making(office, kind)
    except UserError as problem:
        return problem
    return None


def daily(office: Office) -> Job[Backup | None]:
    """Makes today's backup if there is none yet of this day; None where it was made already."""
    if any(known.day == office.today and known.kind == "daily" for known in listed(office)):
        _note_seen(office, _folder_now(office))
        return None
    return (yield from making(office, "daily"))


def preview(path: Path) -> dict[str, int]:
    """Checks the backup at ``path`` and says how many rows its main tables have. Raises UserError."""
    return backup.verify(path)


def restore(office: Office, path: Path) -> Office:
    """As :func:`restoring`, unwatched."""
    return finish(restoring(office, path))


def restoring(office: Office, path: Path) -> Job[Office]:
    """Puts the backup at ``path`` in the place of the records and opens them again; ``office`` is closed.

    The replaced files are kept beside the records. Numbers that were given out since the backup stay taken, for they
    may stand on paper, and so does what the ledger held since then, for others may have it. Closed before the records
    change places, or raising UserError where the backup does not hold, it leaves everything as it was.
    """
    target = _folder_now(office)
    office.close()
    return (yield from _swapping(office.profile, path, target, office.author.staff))


def recovering(profile: Profile, path: Path, staff: str = "") -> Job[Office]:
    """As :func:`restoring`, for records that cannot be opened: the backups lie where ``path`` does."""
    return _swapping(profile, path, path.parent, staff)


def _swapping(profile: Profile, path: Path, target: Path, staff: str) -> Job[Office]:
    given_out, ledger = last_numbers(profile.database), carrying.held(profile.database)
    yield from apart("restore", lambda tell: backup.restore(path, profile.database, target, tell))
    fresh = open_office(profile, staff)
    with fresh.writing("backup_restore", undoable=False, file=path.name) as work:
        passed_over = keep_ahead(work.session, given_out)
        carried = carrying.carry(work, ledger)
        what = {"size": path.stat().st_size, "numbers_passed_over": passed_over, CARRIED: list(carried)}
        work.register(EventKind.BACKUP_RESTORED, path.name, what)
    return fresh


def newest_good(profile: Profile) -> Backup | None:
    """The newest backup of ``profile`` that holds; None where there is none. Needs no open records."""
    for known in backup.existing(profile.backups):
        try:
            backup.verify(known.path)
        except UserError:
            continue
        return known
    return None
