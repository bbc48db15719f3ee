"""Pictures of every page of a window, for the manual, for ``qc-desktop demo`` and for eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from qc_desktop.gui.shell import Shell

PATIENCE_MS = 5000
_POLL_MS = 20


def grab(widget: QWidget) -> QPixmap:
    """``widget`` as a picture, at the scale of the screen (QT_SCALE_FACTOR where there is none)."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # what changed last finds its place first
    return widget.grab()


def grab_pages(shell: Shell, folder: Path, suffix: str = "") -> list[Path]:
    """Shows each page in turn and writes it to ``folder`` as ``PAGE{suffix}.png``; gives the files in order.

    The folder is made when missing. Raises OSError where a picture cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pictures = []
    for page_id in shell.page_ids:
        shell.go(page_id)
        wait_until(lambda: not shell.context.jobs.is_asking)
        path = folder / f"{page_id}{suffix}.png"
        if not grab(shell).save(str(path)):
            raise OSError(f"{path}")
        pictures.append(path)
    return pictures


def wait_until(ready: Callable[[], bool]) -> bool:
    """Lets the window live until ``ready`` is true, five seconds at most; whether it became true."""
    loop = QEventLoop()
    poll = QTimer(interval=_POLL_MS)
    limit = QTimer(interval=PATIENCE_MS, singleShot=True)
    poll.timeout.connect(lambda: loop.quit() if ready() else None)
    limit.timeout.connect(loop.quit)
    poll.start()
    limit.start()
    loop.exec()
    return ready()
