"""The window of the sample, and the ways about it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from qc_desktop.gui.window import Window


class Stage:
    """The window of the sample, and the ways about it."""

    def __init__(self, window: Window, forms: Path) -> None:
        self.window = window
        self.forms = forms

    @property
    def shell(self) -> Any:
        """The window that is shown."""
        return self.window.shell

    @property
    def page(self) -> Any:
        """The page that is shown."""
        return self.shell.page

    def rest(self) -> None:
        """Waits until nothing is asked, done or still to be laid out. Raises TimeoutError where that never comes."""
        from PySide6.QtWidgets import QApplication

        from qc_desktop.gui.screenshots import wait_until

        jobs = self.shell.context.jobs
        if not [wait_until(lambda: not jobs.is_asking and not jobs.is_busy) for _ in range(3)][-1]:
            raise TimeoutError("the window is still at work")
        QApplication.sendPostedEvents()

    def go(self, page_id: str, key: str = "") -> Any:
        """Opens a page, at an item of it."""
        self.shell.go(page_id, key)
        self.rest()
        return self.page

    def company(self, place: int = 6) -> str:
        """The id of the company at ``place`` in the list by name."""
        from qc_desktop.services.companies import browsing
        from qc_desktop.services.companies.filtering import CompanyFilter

        return browsing.page(self.window.desk.office, CompanyFilter(), place, 1)[0].id

    def grab(self, part: QWidget | None = None) -> QPixmap:
        """The window, or a part of it, with the menu that is open."""
        from PySide6.QtWidgets import QApplication

        from qc_desktop.gui.screenshots import grab

        self.rest()
        picture = grab(self.shell)
        popup = QApplication.activePopupWidget()
        if popup is not None:
            self._paint(picture, popup)
            popup.close()
        if part is None:
            return picture
        ratio = picture.devicePixelRatio()
        at = part.mapTo(self.shell, part.rect().topLeft())
        return picture.copy(*(round(each * ratio) for each in (at.x(), at.y(), part.width(), part.height())))

    def _paint(self, picture: QPixmap, popup: QWidget) -> None:
        from PySide6.QtGui import QPainter

        at = self.shell.mapFromGlobal(popup.mapToGlobal(popup.rect().topLeft()))
        at.setY(max(0, min(at.y(), self.shell.height() - popup.height())))  # as on a screen of the window's size
        with QPainter(picture) as painter:
            painter.drawPixmap(at, popup.grab())


Scene = Callable[[Stage], "QWidget | None"]
"""Brings something forward; gives the part of the window to look at, None for all of it."""


def page(page_id: str, key: str = "") -> Scene:
    """The scene of a page as it opens, at an item of it."""

    def show(stage: Stage) -> None:
        stage.go(page_id, key)

    return show


def type_into(field: Any, text: str) -> None:
    """Writes ``text`` without what typing would start by itself a moment later."""
    field.blockSignals(True)
    field.setText(text)
    field.blockSignals(False)


@contextmanager
def stage(app: Any, profile_folder: Path, forms: Path, lang: str, size: tuple[int, int]) -> Iterator[Stage]:
    """The window on the records in ``profile_folder``."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from qc_desktop.app import opened
    from qc_desktop.paths import Profile

    with opened(app, Profile(profile_folder), lang) as window:
        window.shell.resize(*size)
        window.shell.show()
        made = Stage(window, forms)
        made.rest()
        yield made
        window.shell.leave()
        window.shell.deleteLater()
    shutil.rmtree(Profile(profile_folder).drafts, ignore_errors=True)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
