"""The one field of the desk: typed, scanned, pasted."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QKeyEvent, QKeySequence
from typing_extensions import override

from qc_desktop.gui.pages.desk.model import names_file
from qc_desktop.gui.widgets.search_field import SearchField

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class DeskField(SearchField):
    """A large search field. ``moved`` is ↑ or ↓, ``emptied`` Escape; ``file_given`` carries the path of a pasted
    file, ``picture_given`` the PNG bytes of a pasted picture.
    """

    moved = Signal(int)
    emptied = Signal()
    file_given = Signal(str)
    picture_given = Signal(object)  # bytes

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "large")
        self.setAcceptDrops(False)  # the whole page takes what is dropped

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.moved.emit(_STEPS[key])
        elif key == Qt.Key.Key_Escape and not self.is_composing:
            self.clear()
            self.emptied.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and self.take(QGuiApplication.clipboard().mimeData()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def take(self, data: QMimeData) -> bool:
        """Takes a file or a picture out of ``data``; False where it has neither."""
        path = file_in(data)
        if path:
            self.file_given.emit(path)
            return True
        if data.hasImage() and not data.hasText():
            self.picture_given.emit(_png(data.imageData()))
            return True
        return False


def file_in(data: QMimeData) -> str:
    """The first picture or PDF among the files of ``data``, or nothing."""
    paths = (url.toLocalFile() for url in data.urls() if url.isLocalFile())
    return next((path for path in paths if names_file(path)), "")


def _png(image: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(held.data())
