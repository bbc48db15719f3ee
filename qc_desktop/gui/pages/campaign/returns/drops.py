"""Returned forms among what is dropped on a page, and how one page hands them to another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from qc_desktop.exchange.reading.return_form import PACKED, SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData

KEY = "returns"
"""The item that other pages name to have forms brought in; the paths follow it."""


def dropped_paths(data: QMimeData) -> list[Path]:
    """The folders, packed folders and workbooks among dropped files."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in (PACKED, *SUFFIXES) or path.is_dir()]


def dropped_forms(data: QMimeData) -> list[Path]:
    """As :func:`dropped_paths` where it can only be returned forms: one workbook alone may be a list."""
    paths = dropped_paths(data)
    alone = len(paths) == 1 and not paths[0].is_dir() and paths[0].suffix.lower() != PACKED
    return [] if alone else paths


def key_of(paths: Sequence[Path]) -> str:
    """The key under which the campaign page opens ``paths``."""
    return KEY + json.dumps([str(path) for path in paths])


def paths_in(key: str) -> list[Path]:
    """The paths of a key made by :func:`key_of`; none in the bare KEY."""
    listed = key.removeprefix(KEY)
    return [Path(path) for path in json.loads(listed)] if listed else []
