"""第二份备份: after each backup a sealed copy in another place, a USB stick or a share, that opens with a passphrase.

The PC keeps only what seals. Scans and fonts, which never change, are sealed once each beside the copies.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
import re
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from qc_desktop.domain import dates
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.files import atomic_path, is_writable, write_atomic
from qc_desktop.paths import Profile
from qc_desktop.services import preferences
from qc_desktop.services.moving import content, packing
from qc_desktop.services.office import Office
from qc_desktop.storage.backup import needless
from qc_desktop.trust import sealed
from qc_desktop.trust.sealed import Sealing

FOLDER = "second_copy_folder"
SEEN = "second_copies_seen_in"
"""Where this PC remembers the folder in which it made copies: without one there, the stick that hung in it is away."""
_NAME = re.compile(r"(\d{6})-copy-([0-9a-f]{8})-(\d{8})-(\d{4})" + re.escape(content.SUFFIX))


@dataclass(frozen=True)
class Copy:
    """One sealed copy; its sequence number, not the clock, says which is newer."""

    path: Path
    seq: int
    at: dt.datetime
    kind: str = "copy"

    @property
    def day(self) -> dt.date:
        """The office's day on which it was made."""
        return self.at.date()


@dataclass(frozen=True)
class SecondCopyState:
    """``folder`` is None where none was set up; ``reachable`` says whether it can be written to now."""

    folder: Path | None
    newest: Copy | None = None
    reachable: bool = False


def state(office: Office) -> SecondCopyState:
    """Where second copies go and how old the newest is; what seals them being damaged is as not set up."""
    folder = _folder(office)
    try:
        mark = _sealing(office.profile).mark if folder else ""
    except UserError:
        folder = None
    if folder is None:
        return SecondCopyState(None)
    newest = next(iter(existing(folder, mark)), None)
    is_emptied = newest is None and preferences.remembered(office.profile, SEEN) == str(folder)
    return SecondCopyState(folder, newest, not is_emptied and folder.is_dir() and is_writable(folder))


def _folder(office: Office) -> Path | None:
    chosen = preferences.remembered(office.profile, FOLDER)
    return Path(chosen) if chosen and _sealing_file(office.profile).is_file() else None


def existing(folder: Path, mark: str) -> list[Copy]:
    """The copies in ``folder`` sealed under the key of ``mark``, newest first: another PC's there are not ours."""
    found = []
    for path in folder.glob(f"*{content.SUFFIX}") if folder.is_dir() else ():
        if (match := _NAME.fullmatch(path.name)) and match[2] == mark:
            at = dt.datetime.strptime(match[3] + match[4], "%Y%m%d%H%M").replace(tzinfo=dates.SHANGHAI)
            found.append(Copy(path, int(match[1]), at))
    return sorted(found, key=lambda copy: copy.seq, reverse=True)


def set_up(office: Office, folder: Path, passphrase: str) -> None:
    """Seals copies into ``folder`` from now on, under ``passphrase``.

    Raises UserError where that is too short, or the folder is none or cannot be written to.
    """
    if not folder.is_dir():
        raise UserError("settings.no_folder", path=folder)
    if not is_writable(folder):
        raise UserError("settings.folder_read_only", path=folder)
    sealing = sealed.new_sealing(passphrase)
    kept = {"recipient": sealing.recipient, "opening": base64.b64encode(sealing.opening).decode()}
    write_atomic(_sealing_file(office.profile), json.dumps(kept).encode())
    preferences.remember_on_pc(office.profile, {FOLDER: str(folder.resolve()), SEEN: ""})
    with office.writing("second_copy_set_up", undoable=False):
        pass


def stop(office: Office) -> None:
    """Makes no more second copies; those that are there stay."""
    preferences.remember_on_pc(office.profile, {FOLDER: ""})
    with office.writing("second_copy_stop", undoable=False):
        pass


def _sealing_file(profile: Profile) -> Path:
    return profile.root / "second_copy.json"


def _sealing(profile: Profile) -> Sealing:
    try:
        kept = json.loads(_sealing_file(profile).read_bytes())
        return Sealing(kept["recipient"], base64.b64decode(kept["opening"]))
    except (OSError, ValueError, KeyError) as problem:
        raise UserError("move.second_copy_again") from problem


def daily(office: Office) -> Job[Path | None]:
    """Makes today's copy if there is none yet; None where it was made, or its place cannot be reached."""
    newest = state(office).newest
    if newest is not None and newest.day == office.today:
        return None
    return (yield from write(office))


def write(office: Office) -> Job[Path | None]:
    """Makes a sealed copy now; None where none was set up or its place cannot be reached (a stick that is away).

    Raises UserError ``move.second_copy_again`` where what seals it is damaged.
    """
    if _folder(office) is None:
        return None
    sealing, now = _sealing(office.profile), state(office)
    if now.folder is None or not now.reachable:
        return None
    seq = (now.newest.seq if now.newest else 0) + 1
    made = dates.local(dates.now())
    target = now.folder / f"{seq:06}-copy-{sealing.mark}-{made:%Y%m%d-%H%M}{content.SUFFIX}"
    for name in content.LASTING:
        yield from _write_lasting(office.profile.root / name, content.beside(target, sealing.mark, name), sealing)
    yield from packing.pack(office, target, sealing, with_lasting=False)
    for copy in needless(existing(now.folder, sealing.mark)):
        copy.path.unlink(missing_ok=True)
    if preferences.remembered(office.profile, SEEN) != str(now.folder):
        preferences.remember_on_pc(office.profile, {SEEN: str(now.folder)})
    return target


def _write_lasting(origin: Path, folder: Path, sealing: Sealing) -> Job[None]:
    """Seals each file of ``origin`` that is not there yet."""
    fresh = list(_missing(origin, folder))
    for done, (source, target) in enumerate(fresh, 1):
        target.parent.mkdir(parents=True, exist_ok=True)
        with atomic_path(target) as part, sealed.writing(sealing, part) as stream:
            stream.write(source.read_bytes())
        yield Progress("pack_scans", done, len(fresh))


def _missing(origin: Path, folder: Path) -> Generator[tuple[Path, Path], None, None]:
    for source in sorted(origin.rglob("*")) if origin.is_dir() else ():
        target = folder / f"{source.relative_to(origin).as_posix()}{content.SUFFIX}"
        if source.is_file() and source.suffix != ".part" and not target.exists():
            yield source, target
