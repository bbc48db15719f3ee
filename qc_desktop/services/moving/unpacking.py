"""A sealed file from another PC: looked into, and put into an empty profile."""

from __future__ import annotations

import hashlib
import itertools
import json
import shutil
import tarfile
import tempfile
from collections.abc import Generator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, Any

from qc_desktop.documents.pictures import picture_file
from qc_desktop.documents.seals import check_seal
from qc_desktop.domain.events import EventKind
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.files import atomic_path
from qc_desktop.paths import Profile
from qc_desktop.services import preferences
from qc_desktop.services.moving.content import (
    FORMAT,
    KEYS,
    LASTING,
    MANIFEST,
    RECORDS,
    SEAL,
    SUFFIX,
    VERSION,
    Packed,
    beside,
    is_ours,
    packed,
)
from qc_desktop.services.office import Office, open_office
from qc_desktop.storage import backup
from qc_desktop.storage.schema import SCHEMA_VERSION
from qc_desktop.trust import sealed
from qc_desktop.trust.sealed import Opening

_MOST_MANIFEST = 64 * 1024 * 1024
_CHUNK = 1024 * 1024


def look(path: Path, passphrase: str) -> Packed:
    """What the sealed file at ``path`` holds; nothing is unpacked. Raises UserError as :func:`unpack` does."""
    return packed(_about(sealed.opening(path, passphrase)))


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
    if head is None or head.name != MANIFEST or head.size > _MOST_MANIFEST:
        raise UserError("move.not_sealed", path=key.path)
    try:
        about = json.loads(_content(archive, head).read())
        known = about["format"] == FORMAT and all(is_ours(file["name"]) for file in about["files"])
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
        for name in LASTING:
            yield from _unseal(key, name, staged / name)
        backup.check(staged / RECORDS)
        _settle(staged, profile)
    with closing(open_office(profile, staff)) as office:
        _adopt(office, path, about)
    return packed(about)


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


def _unseal(key: Opening, name: str, target: Path) -> Job[None]:
    folder = beside(key.path, key.mark, name)
    files = sorted(folder.rglob(f"*{SUFFIX}")) if folder.is_dir() else []
    for done, file in enumerate(files, 1):
        lasting = target / file.relative_to(folder).with_suffix("")
        lasting.parent.mkdir(parents=True, exist_ok=True)
        one = Opening(file, key.secret, key.mark)
        with sealed.reading(one) as stream, atomic_path(lasting) as part, part.open("wb") as sink:
            shutil.copyfileobj(stream, sink)
        yield Progress("unpack_scans", done, len(files))


def _settle(staged: Path, profile: Profile) -> None:
    """Moves what was unpacked to its places; what lay there keeps its own name beside it."""
    for name in (KEYS, *LASTING, *(path.name for path in staged.glob(f"{SEAL}.*"))):
        here = profile.root / name
        if here.exists() and (staged / name).exists():
            here.replace(_aside(here))
        if (staged / name).exists():
            (staged / name).replace(here)
    (staged / RECORDS).replace(profile.database)


def _aside(path: Path) -> Path:
    names = (path.with_name(f"{path.name}.before-move-{count}") for count in itertools.count(1))
    return next(name for name in names if not name.exists())


def _is_seal(picture: Path) -> bool:
    """One that shows none keeps nobody from moving: the check-up names it, and nothing is issued with it. So it is
    with one of too few pixels for its size, but that is a seal."""
    try:
        check_seal(picture_file(picture))
    except UserError:
        return False
    return True


def _adopt(office: Office, path: Path, about: Mapping[str, Any]) -> None:
    """Settings that named places on the old PC are made true here; the move goes into the register."""
    changed: dict[str, str] = {}
    picture = next(office.profile.root.glob(f"{SEAL}.*"), None)
    if picture is not None and _is_seal(picture):
        changed["seal_picture"] = str(picture.resolve())
    folder = preferences.get(office, "backup_folder")
    if folder and not Path(folder).is_dir():
        changed["backup_folder"] = ""
    with office.writing("move_unpack", undoable=False, file=path.name) as work:
        preferences.put(work, changed)
        work.register(EventKind.RECORDS_MOVED, path.name, {"made_at": about["made_at"], "made_on": about["made_on"]})
