"""Everything of the office into one sealed file: records, keys, scans and the seal."""

from __future__ import annotations

import hashlib
import json
import tarfile
import tempfile
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from qc_desktop.domain import dates
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.files import atomic_path
from qc_desktop.services import preferences
from qc_desktop.services.apart import apart
from qc_desktop.services.moving.content import FORMAT, KEYS, LASTING, MANIFEST, RECORDS, SEAL, VERSION, Packed, packed
from qc_desktop.services.office import Office
from qc_desktop.storage import backup
from qc_desktop.storage.schema import SCHEMA_VERSION
from qc_desktop.trust import sealed
from qc_desktop.trust.sealed import Sealing

MOVED_ON = "moved_on"
"""What a PC remembers once its records were packed for another one: the day."""


PIECE = 256 * 1024
"""Bytes that are packed before somebody may stop it again."""


@dataclass(frozen=True)
class _Item:
    name: str
    path: Path
    size: int
    sha256: str


def pack_for_move(office: Office, target: Path, passphrase: str) -> Job[Packed]:
    """As :func:`pack`, under ``passphrase`` and for good: this PC says from now on that its records went elsewhere."""
    made = yield from pack(office, target, sealed.new_sealing(passphrase))
    with office.writing("move_pack", undoable=False, file=target.name):
        pass
    preferences.remember_on_pc(office.profile, {MOVED_ON: office.today.isoformat()})
    return made


def pack(office: Office, target: Path, sealing: Sealing, *, with_lasting: bool = True) -> Job[Packed]:
    """Writes everything of the office into the one sealed file ``target``, while it may be in use.

    Raises UserError where the disk is full or refuses, or the records are damaged. Closing the job leaves no file.
    """
    with tempfile.TemporaryDirectory(dir=office.profile.root, prefix="packing-") as folder:
        where = Path(folder)
        made = yield from apart("pack_copy", lambda tell: backup.create(office.profile.database, where, "move", tell))
        copy = made.path
        items = list(_items(office, copy, with_lasting))
        about = _manifest(office, backup.check(copy), items)
        with atomic_path(target) as part, sealed.writing(sealing, part) as stream:
            yield from _write(stream, about, items)
    return packed(about)


def _items(office: Office, copy: Path, with_lasting: bool) -> Generator[_Item, None, None]:
    yield _item(RECORDS, copy)
    yield from _folder_items(KEYS, office.profile.keys)
    for name in LASTING if with_lasting else ():
        yield from _folder_items(name, office.profile.root / name)
    picture = preferences.get(office, "seal_picture")
    if picture and Path(picture).is_file():
        yield _item(SEAL + Path(picture).suffix.lower(), Path(picture))


def _folder_items(name: str, folder: Path) -> Generator[_Item, None, None]:
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file() and path.suffix != ".part":
            yield _item(f"{name}/{path.relative_to(folder).as_posix()}", path)


def _item(name: str, path: Path) -> _Item:
    with path.open("rb") as stream:
        return _Item(name, path, path.stat().st_size, hashlib.file_digest(stream, "sha256").hexdigest())


def _manifest(office: Office, counts: Mapping[str, int], items: list[_Item]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "schema": SCHEMA_VERSION,
        "made_at": dates.now().isoformat(),
        "made_by": office.author.staff,
        "made_on": office.author.pc,
        "association": preferences.get(office, "association_name"),
        "counts": dict(counts),
        "files": [{"name": item.name, "size": item.size, "sha256": item.sha256} for item in items],
    }


def _write(stream: IO[bytes], about: Mapping[str, Any], items: list[_Item]) -> Job[None]:
    total = sum(item.size for item in items)
    written = 0
    content = json.dumps(about, ensure_ascii=False).encode()
    for _ in _entry(stream, MANIFEST, BytesIO(content), len(content)):
        pass
    for item in items:
        with item.path.open("rb") as source:
            for count in _entry(stream, item.name, source, item.size):
                written += count
                yield Progress("pack", written, total)
    stream.write(bytes(2 * tarfile.BLOCKSIZE))


def _entry(stream: IO[bytes], name: str, source: IO[bytes], size: int) -> Generator[int, None, None]:
    """One file of the archive, a piece at a time: on a slow stick the records alone take minutes."""
    head = tarfile.TarInfo(name)
    head.size = left = size
    stream.write(head.tobuf(tarfile.PAX_FORMAT))
    while left:
        piece = source.read(min(PIECE, left))
        if not piece:
            raise OSError(f"{name} became shorter while it was packed")
        stream.write(piece)
        left -= len(piece)
        yield len(piece)
    stream.write(bytes(-size % tarfile.BLOCKSIZE))
