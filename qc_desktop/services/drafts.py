"""What somebody typed and has not saved: one file each beside the records, readable by its owner only.

Files, because a draft must outlive what the records may not: a locked disk file, a crash, a damaged store.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import logging
import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from qc_desktop.domain import dates
from qc_desktop.errors import UserError
from qc_desktop.files import atomic_path, ensure_folder
from qc_desktop.services.draft_shapes import is_sound

FORMAT = 1
NEW = "new"
"""Stands in a file's name for a record that has no id yet."""
_PLAIN = re.compile("[0-9A-Za-z-]{0,64}")
_SPOT = "+"
_LOG = logging.getLogger(__name__)


def now() -> dt.datetime:
    """When something is typed that is kept from here on: to the second, as it is told."""
    return dates.local(dates.now()).replace(microsecond=0)


@dataclass(frozen=True)
class Draft:
    """What was typed into one form: ``kind`` names the form, ``key`` the record in it (empty for a new one).

    ``values`` is what JSON can hold, as the form understands it. ``title`` tells a person what it is, ``year`` is the
    campaign year the form stood in (0: none), ``at`` when it was typed. ``spot`` tells what two forms, or two windows,
    hold of one record from each other; it stands in the file's name only.
    """

    kind: str
    key: str
    title: str
    values: Mapping[str, Any]
    year: int = 0
    at: dt.datetime = field(default_factory=now)
    spot: str = ""

    @property
    def id(self) -> tuple[str, str, str]:
        """What tells it from all others."""
        return self.kind, self.key, self.spot


def new_spot() -> str:
    """A spot that no form of any window has."""
    return secrets.token_hex(4)


def keep(folder: Path, draft: Draft, in_place_of: Draft | None = None) -> Draft:
    """Writes ``draft`` in the place of an earlier one of the same record and spot; returns it.

    ``in_place_of`` is the one it goes on from, which is deleted then as :func:`discard` does. Raises UserError as
    :func:`~qc_desktop.files.atomic_path` does.
    """
    ensure_folder(folder)
    with atomic_path(_path(folder, draft)) as part:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)  # contacts are personal data
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(_written(draft))
    if in_place_of is not None and in_place_of.id != draft.id:
        discard(folder, in_place_of)
    return draft


def kept(folder: Path) -> list[Draft]:
    """All drafts in ``folder``, oldest first. A file that cannot be understood is left alone and noted in the log."""
    found = [draft for path in sorted(folder.glob("*.json")) if (draft := _read(path)) is not None]
    return sorted(found, key=lambda draft: draft.at)


def put_aside(folder: Path) -> list[Path]:
    """Renames what is no draft of ours to ``NAME.damaged``, so that nothing is written over it; where it lies now."""
    aside = []
    for path in sorted(folder.glob("*.json")):
        if path.is_file() and _read(path) is None:
            there = path.with_suffix(".damaged")
            try:
                path.replace(there)
            except OSError:  # the folder refuses: the file is as safe where it is
                there = path
            aside.append(there)
    return aside


def discard(folder: Path, draft: Draft) -> None:
    """Deletes ``draft``, if it is there; what another window typed on since stays.

    Raises UserError where the system refuses.
    """
    path = _path(folder, draft)
    try:
        found = _read(path) if path.is_file() else None
        if found is not None and _written(found) == _written(draft):
            path.unlink(missing_ok=True)
    except OSError as problem:
        raise UserError("file.denied", path=path, folder=folder) from problem


def _written(draft: Draft) -> str:
    content = {"format": FORMAT, **asdict(draft), "at": draft.at.isoformat()}
    del content["spot"]
    return json.dumps(content, ensure_ascii=False, indent=1)


def _path(folder: Path, draft: Draft) -> Path:
    """A key that is no short plain word (a name that was typed, a link) gives a name of its own all the same."""
    key, spot = draft.key, f"{_SPOT}{draft.spot}" if draft.spot else ""
    plain = key if _PLAIN.fullmatch(key) else hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return folder / f"{draft.kind}-{plain or NEW}{spot}.json"


def _read(path: Path) -> Draft | None:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        if found.pop("format") != FORMAT:
            raise ValueError("format")
        draft = Draft(**found)
        if not _is_whole(draft):
            raise ValueError("content")
        return replace(draft, at=dt.datetime.fromisoformat(str(draft.at)), spot=path.stem.partition(_SPOT)[2])
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as problem:
        _LOG.info("draft %s cannot be read: %s", path.name, type(problem).__name__)
        return None


def _is_whole(draft: Draft) -> bool:
    named = all(isinstance(text, str) for text in (draft.kind, draft.key, draft.title))
    return named and isinstance(draft.year, int) and is_sound(draft.kind, draft.values)
