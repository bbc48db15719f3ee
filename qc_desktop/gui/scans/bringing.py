"""Papers that a person brings: dropped, chosen or pasted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from qc_desktop.domain.scans import SUFFIXES
from qc_desktop.services.scans import Paper, paper

Bring: TypeAlias = Callable[[], list[Paper]]
"""Makes papers of what a person brought; called away from the window's thread, for pictures have to be packed."""


def brought(data: QMimeData, pasted_name: str) -> Bring | None:
    """The papers in what was dropped or pasted; a picture without a file is called ``pasted_name``."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if paths:
        return lambda: [paper(path) for path in paths]
    image = data.imageData() if data.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return None
    return lambda: [Paper(pasted_name, content=_png(image))]


def may_hold_papers(data: QMimeData) -> bool:
    """Whether something in ``data`` may be a scan: files of another kind are refused in words when they are taken."""
    return data.hasImage() or any(url.toLocalFile().lower().endswith(SUFFIXES) for url in data.urls())


def ask_papers(parent: QWidget, title: str, kinds: str, folder: Path) -> list[Paper]:
    """The files that a person chooses; none where they thought better of it."""
    known = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), f"{kinds} ({known})")
    return [paper(Path(path)) for path in chosen]


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())
