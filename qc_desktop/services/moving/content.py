"""What a file for another PC holds: its format, its manifest, the names in it.

Inside the sealed file is a tar archive: ``manifest.json`` first, with the size and SHA-256 of each file that follows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

FORMAT, VERSION = "qc-desktop-move", 1
SUFFIX = ".qcmove"
MANIFEST, RECORDS, SEAL, KEYS, SCANS = "manifest.json", "records.sqlite3", "seal", "keys", "scans"
FONTS = "fonts"
LASTING = (SCANS, FONTS)
"""Folders of a profile whose files never change, each named by its content."""


@dataclass(frozen=True)
class Packed:
    """What a file for another PC holds: ``counts`` names tables and their rows, ``size`` is in bytes unsealed."""

    made_at: dt.datetime
    association: str
    counts: Mapping[str, int]
    files: int
    size: int


def packed(about: Mapping[str, Any]) -> Packed:
    """What the manifest ``about`` says of the whole file."""
    return Packed(
        made_at=dt.datetime.fromisoformat(about["made_at"]),
        association=about["association"],
        counts=about["counts"],
        files=len(about["files"]),
        size=sum(file["size"] for file in about["files"]),
    )


def is_ours(name: str) -> bool:
    """Whether ``name`` lies where a pack puts its files: nothing is ever written beside them."""
    path = PurePosixPath(name)
    plain = not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name
    return plain and (name == RECORDS or path.parts[0] in (KEYS, *LASTING) or path.stem == SEAL)


def beside(copy: Path, mark: str, name: str) -> Path:
    """Where a second copy's files of the folder ``name`` lie, each sealed by itself under the key of ``mark``."""
    return copy.parent / f"{name}-{mark}"
