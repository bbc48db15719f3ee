"""Asking a person where files go, and showing them there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from qc_desktop.files import with_ending


def documents() -> Path:
    """The person's folder for documents."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()


def starting(remembered: str) -> Path:
    """The folder that was used last where it is still there, else the person's documents."""
    folder = Path(remembered)
    return folder if remembered and folder.is_dir() else documents()


def ask_file(parent: QWidget, title: str, suggested: Path, suffix: str) -> Path | None:
    """The file to write, ending in ``suffix`` (``.pdf``); None where the person thought better of it."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), f"*{suffix}")
    return _completed(Path(chosen), suffix) if chosen else None


def ask_file_of(parent: QWidget, title: str, suggested: Path, suffixes: Sequence[str]) -> Path | None:
    """The file to write, ending in one of ``suffixes``, the first where nothing else is said; None for no file."""
    kinds = ";;".join(f"*{suffix}" for suffix in suffixes)
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() in suffixes else _completed(path, kind.lstrip("*") or suffixes[0])


def _completed(chosen: Path, suffix: str) -> Path:
    """``chosen`` with its suffix; where that names another file than the dialog asked about, nothing is overwritten."""
    path = with_ending(chosen, suffix)
    return path if path == chosen else fresh(path)


def fresh(path: Path) -> Path:
    """``path``, or with (2), (3) … where a file of that name lies there already."""
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return free


def ask_folder(parent: QWidget, title: str, suggested: Path) -> Path | None:
    """The folder to write into; None where the person thought better of it."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(suggested))
    return Path(chosen) if chosen else None


def show_folder(folder: Path) -> None:
    """Opens ``folder`` in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def nearest(folder: Path) -> Path:
    """``folder``, or the first above it that exists."""
    return next((known for known in (folder, *folder.parents) if known.is_dir()), documents())
