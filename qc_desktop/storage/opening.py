"""Opening a profile's database: refuse what is not ours untouched, mend what can be mended, then migrate."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from qc_desktop.errors import UserError
from qc_desktop.paths import Profile
from qc_desktop.storage import backup
from qc_desktop.storage.engine import APPLICATION_ID, open_engine, sqlite_module
from qc_desktop.storage.faults import said_of
from qc_desktop.storage.location import unsafe_folder
from qc_desktop.storage.schema import SCHEMA_VERSION, upgrade
from qc_desktop.storage.store import Store

_MAGIC = b"SQLite format 3\x00"


def open_store(profile: Profile) -> Store:
    """The database of ``profile``, made, checked and migrated as needed.

    Raises UserError where the folder is no place for one, the file is not ours, is damaged, or was written by a newer
    program; the file is left byte for byte as it was.
    """
    path = profile.database
    _check_place(profile)
    if path.exists():
        if path.stat().st_size == 0 and any(profile.keys.glob("*")):  # emptied by something else: never begin anew
            raise UserError("store.damaged", path=path)
        version = _check_file(path)
        if version > SCHEMA_VERSION:
            raise UserError("store.newer", path=path, version=version, known=SCHEMA_VERSION)
        if version < SCHEMA_VERSION and path.stat().st_size:
            backup.create(path, profile.backups, kind="migration")
    else:
        version = 0
    engine = open_engine(path)
    if version < SCHEMA_VERSION:
        try:
            with said_of(path):
                upgrade(engine)
        except UserError:
            engine.dispose()
            raise
    return Store(engine)


def _check_place(profile: Profile) -> None:
    reason = unsafe_folder(profile.root)
    if reason:
        raise UserError(f"store.folder_{reason}", folder=profile.root, safe=Path.home() / "QC Desktop")
    try:
        profile.root.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UserError("store.folder_denied", folder=profile.root, safe=Path.home() / "QC Desktop") from problem


def _check_file(path: Path) -> int:
    """The schema version of ``path``, opened read-only. Raises UserError unless it is a sound file of ours."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEADER)
    except OSError as problem:
        raise UserError("store.cannot_read", path=path) from problem
    if head and not head.startswith(_MAGIC):
        raise UserError("store.not_ours", path=path)
    crashed = _left_unfinished(path)
    if not crashed and _is_cut_short(path, head):
        raise UserError("store.damaged", path=path)
    with closing(_connect(path, read_only=not crashed)) as connection:
        try:
            version, owner = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _IDENTITY)
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            if crashed and connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                raise UserError("store.damaged", path=path)
        except sqlite_module().DatabaseError as problem:
            raise UserError("store.damaged", path=path) from problem
    if tables and owner != APPLICATION_ID:
        raise UserError("store.not_ours", path=path)
    return int(version)


_IDENTITY = ("user_version", "application_id")
_HEADER = 100
"""Bytes of SQLite's file header (file format, 1.3)."""


def _left_unfinished(path: Path) -> bool:
    """Whether a journal waits to be rolled back; in TRUNCATE mode an empty one stays after every good end."""
    journal = path.with_name(path.name + "-journal")
    return journal.exists() and journal.stat().st_size > 0


def _is_cut_short(path: Path, head: bytes) -> bool:
    """Whether ``path`` is smaller than the pages that its header counts."""
    if len(head) < _HEADER:
        return bool(head)
    size = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    return path.stat().st_size < (65536 if size == 1 else size) * pages


def _connect(path: Path, *, read_only: bool) -> Any:
    mode = "ro" if read_only else "rw"
    return sqlite_module().connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)
