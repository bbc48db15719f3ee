"""To a new PC in one file: records, keys, scans and the seal, sealed under a passphrase; and out of it again.

Inside is a tar archive: ``manifest.json`` first, with the size and SHA-256 of each file that follows.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import json
import shutil
import tarfile
import tempfile
from collections.abc import Generator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, Any

from qc_desktop.domain import dates
from qc_desktop.domain.events import EventKind
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.files import atomic_path
from qc_desktop.paths import Profile
from qc_desktop.services import preferences
from qc_desktop.services.office import Office, open_office
from qc_desktop.storage import backup
from qc_desktop.storage.schema import SCHEMA_VERSION
from qc_desktop.trust import sealed
from qc_desktop.trust.sealed import Opening, Sealing

FORMAT, VERSION = "qc-desktop-move", 1
SUFFIX = ".qcmove"
MOVED_ON = "moved_on"
"""What a PC remembers once its records were packed for another one: the day."""
_MANIFEST, _RECORDS, _SEAL = "manifest.json", "records.sqlite3", "seal"
_MOST_MANIFEST = 64 * 1024 * 1024
_CHUNK = 1024 * 1024


@dataclass(frozen=True)
class Packed:
    """What a file for another PC holds: ``counts`` names tables and their rows, ``size`` is in bytes unsealed."""

    made_at: dt.datetime
    association: str
    counts: Mapping[str, int]
    files: int
    size: int


@dataclass(frozen=True)
class _Item:
    name: str
    path: Path
    size: int
    sha256: str


def pack_for_move(office: Office, target: Path, passphrase: str) -> Job[Packed]:
    """As :func:`pack`, under ``passphrase`` and for good: this PC says from now on that its records went elsewhere."""
    packed = yield from pack(office, target, sealed.new_sealing(passphrase))
    with office.writing("move_pack", undoable=False, file=target.name):
        pass
    preferences.remember_on_pc(office.profile, {MOVED_ON: office.today.isoformat()})
    return packed


def pack(office: Office, target: Path, sealing: Sealing, *, with_scans: bool = True) -> Job[Packed]:
    """Writes everything of the office into the one sealed file ``target``, while it may be in use.

    Raises UserError where the disk is full or refuses, or the records are damaged. Closing the job leaves no file.
    """
    with tempfile.TemporaryDirectory(dir=office.profile.root, prefix="packing-") as folder:
        yield Progress("pack_copy", 0, 1)
        copy = backup.create(office.profile.database, Path(folder), kind="move").path
        items = list(_items(office, copy, with_scans))
        about = _manifest(office, backup.check(copy), items)
        with atomic_path(target) as part, sealed.writing(sealing, part) as stream:
            yield from _write(stream, about, items)
    return _packed(about)


def _items(office: Office, copy: Path, with_scans: bool) -> Generator[_Item, None, None]:
    yield _item(_RECORDS, copy)
    yield from _folder_items("keys", office.profile.keys)
    if with_scans:
        yield from _folder_items("scans", office.profile.scans)
    picture = preferences.get(office, "seal_picture")
    if picture and Path(picture).is_file():
        yield _item(_SEAL + Path(picture).suffix.lower(), Path(picture))


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


def _packed(about: Mapping[str, Any]) -> Packed:
    return Packed(
        made_at=dt.datetime.fromisoformat(about["made_at"]),
        association=about["association"],
        counts=about["counts"],
        files=len(about["files"]),
        size=sum(file["size"] for file in about["files"]),
    )


def _write(stream: IO[bytes], about: Mapping[str, Any], items: list[_Item]) -> Job[None]:
    total = sum(item.size for item in items)
    written = 0
    with tarfile.open(fileobj=stream, mode="w|") as archive:
        content = json.dumps(about, ensure_ascii=False).encode()
        head = tarfile.TarInfo(_MANIFEST)
        head.size = len(content)
        archive.addfile(head, BytesIO(content))
        for item in items:
            head = tarfile.TarInfo(item.name)
            head.size = item.size
            with item.path.open("rb") as source:
                archive.addfile(head, source)
            written += item.size
            yield Progress("pack", written, total)


def look(path: Path, passphrase: str) -> Packed:
    """What the sealed file at ``path`` holds; nothing is unpacked. Raises UserError as :func:`unpack` does."""
    return _packed(_about(sealed.opening(path, passphrase)))


def _about(key: Opening) -> dict[str, Any]:
    with sealed.reading(key) as stream, _archive(stream, key) as archive:
        return _read_manifest(archive, key)


@contextmanager
def _archive(stream: IO[bytes], key: Opening) -> Generator[tarfile.TarFile, None, None]:
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            yield archive
    except tarfile.TarError as problem:
        raise UserError("move.damaged", path=key.path) from problem


def _read_manifest(archive: tarfile.TarFile, key: Opening) -> dict[str, Any]:
    """Raises UserError where it is not ours, damaged, or of a later version."""
    head = archive.next()
    if head is None or head.name != _MANIFEST or head.size > _MOST_MANIFEST:
        raise UserError("move.not_sealed", path=key.path)
    try:
        about = json.loads(_content(archive, head).read())
        known = about["format"] == FORMAT and all(_is_ours(file["name"]) for file in about["files"])
        if not known:
            raise UserError("move.not_sealed", path=key.path)
        if about["version"] > VERSION or about["schema"] > SCHEMA_VERSION:
            raise UserError("move.newer", path=key.path)
    except (ValueError, KeyError, TypeError) as problem:
        raise UserError("move.damaged", path=key.path) from problem
    return dict(about)


def _content(archive: tarfile.TarFile, head: tarfile.TarInfo) -> IO[bytes]:
    content = archive.extractfile(head)
    if content is None:
        raise tarfile.ReadError(head.name)
    return content


def _is_ours(name: str) -> bool:
    """Whether ``name`` lies where a pack puts its files: nothing is ever written beside them."""
    path = PurePosixPath(name)
    plain = not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name
    return plain and (name == _RECORDS or path.parts[0] in ("keys", "scans") or path.stem == _SEAL)


def unpack(profile: Profile, path: Path, passphrase: str, staff: str = "") -> Job[Packed]:
    """Puts what the sealed file at ``path`` holds into the empty ``profile``.

    The records take their place last: until then there are none. Raises UserError where there are records already,
    for another passphrase, and for a file that is damaged, not ours or newer; the profile is as it was then.
    """
    if profile.database.exists():
        raise UserError("move.records_here", folder=profile.root)
    profile.root.mkdir(parents=True, exist_ok=True)
    key = sealed.opening(path, passphrase)
    with tempfile.TemporaryDirectory(dir=profile.root, prefix="unpacking-") as folder:
        staged = Path(folder)
        about = yield from _extract(key, staged)
        yield from _unseal_scans(key, staged / "scans")
        backup.check(staged / _RECORDS)
        _settle(staged, profile)
    with closing(open_office(profile, staff)) as office:
        _adopt(office, path, about)
    return _packed(about)


def _extract(key: Opening, staged: Path) -> Job[dict[str, Any]]:
    with sealed.reading(key) as stream, _archive(stream, key) as archive:
        about = _read_manifest(archive, key)
        wanted = {file["name"]: file for file in about["files"]}
        total, written = sum(file["size"] for file in wanted.values()), 0
        while (head := archive.next()) is not None:
            file = wanted.pop(head.name, None)
            if file is None or _extract_one(archive, head, staged / head.name) != file["sha256"]:
                raise UserError("move.damaged", path=key.path)
            written += head.size
            yield Progress("unpack", written, total)
    if wanted:
        raise UserError("move.damaged", path=key.path)
    return about


def _extract_one(archive: tarfile.TarFile, head: tarfile.TarInfo, target: Path) -> str:
    """Writes one file and returns its SHA-256."""
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with atomic_path(target) as part, part.open("wb") as sink:
        content = _content(archive, head)
        while chunk := content.read(_CHUNK):
            digest.update(chunk)
            sink.write(chunk)
    return digest.hexdigest()


def scans_beside(copy: Path, mark: str) -> Path:
    """Where a second copy's scans lie, each sealed by itself under the key of ``mark``."""
    return copy.parent / f"scans-{mark}"


def _unseal_scans(key: Opening, target: Path) -> Job[None]:
    beside = scans_beside(key.path, key.mark)
    files = sorted(beside.rglob(f"*{SUFFIX}")) if beside.is_dir() else []
    for done, file in enumerate(files, 1):
        scan = target / file.relative_to(beside).with_suffix("")
        scan.parent.mkdir(parents=True, exist_ok=True)
        one = Opening(file, key.secret, key.mark)
        with sealed.reading(one) as stream, atomic_path(scan) as part, part.open("wb") as sink:
            shutil.copyfileobj(stream, sink)
        yield Progress("unpack_scans", done, len(files))


def _settle(staged: Path, profile: Profile) -> None:
    """Moves what was unpacked to its places; what lay there keeps its own name beside it."""
    for name in ("keys", "scans", *(path.name for path in staged.glob(f"{_SEAL}.*"))):
        here = profile.root / name
        if here.exists() and (staged / name).exists():
            here.replace(_aside(here))
        if (staged / name).exists():
            (staged / name).replace(here)
    (staged / _RECORDS).replace(profile.database)


def _aside(path: Path) -> Path:
    names = (path.with_name(f"{path.name}.before-move-{count}") for count in itertools.count(1))
    return next(name for name in names if not name.exists())


def _adopt(office: Office, path: Path, about: Mapping[str, Any]) -> None:
    """Settings that named places on the old PC are made true here; the move goes into the register."""
    changed = {}
    picture = next(office.profile.root.glob(f"{_SEAL}.*"), None)
    if picture is not None:
        changed["seal_picture"] = str(picture)
    folder = preferences.get(office, "backup_folder")
    if folder and not Path(folder).is_dir():
        changed["backup_folder"] = ""
    if changed:
        preferences.change(office, changed)
    with office.writing("move_unpack", undoable=False, file=path.name) as work:
        work.register(EventKind.RECORDS_MOVED, path.name, {"made_at": about["made_at"], "made_on": about["made_on"]})
