"""What went wrong in a step of the walk: a step that is refused shows nothing, however calm the window stays."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from qc_desktop.errors import UserError
    from qc_desktop.gui.jobs import Task
    from qc_desktop.gui.window import Window

RED_BY_NATURE = ("certificates: revoked",)
"""Steps after which the window says in red what a person wanted; it may say so again when one comes back."""


class Troubles:
    """Gathers, while it is entered, what is refused, what crashes, and what the window says in red."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._found: list[str] = []
        self._known: list[str] = []
        self._wanted: set[str] = set()
        self._hook = sys.excepthook

    def __enter__(self) -> Troubles:
        jobs = self._window.jobs
        jobs.begun.connect(self._follow)
        jobs.failed.connect(self._refused)
        jobs.crashed.connect(self._crashed)
        self._hook, sys.excepthook = sys.excepthook, self._escaped
        return self

    def __exit__(self, *_: object) -> None:
        sys.excepthook = self._hook
        jobs = self._window.jobs
        for signal, slot in ((jobs.begun, self._follow), (jobs.failed, self._refused), (jobs.crashed, self._crashed)):
            signal.disconnect(slot)

    def take(self, step: str) -> tuple[str, ...]:
        """What was gathered, and what came to be said in red, while ``step`` was gone."""
        said = self._said()
        if step in RED_BY_NATURE:
            self._wanted.update(said)
        found = self._found + [text for text in said if text not in self._known and text not in self._wanted]
        self._found, self._known = [], said
        return tuple(dict.fromkeys(found))

    def _follow(self, task: Task) -> None:
        task.failed.connect(self._refused)
        task.crashed.connect(self._crashed)

    def _refused(self, error: UserError) -> None:
        self._found.append(f"refused: {error.code} {error.params}")

    def _crashed(self, report: Path) -> None:
        self._found.append(f"crashed: {report.read_text(encoding='utf-8')}")

    def _escaped(self, kind: type[BaseException], defect: BaseException, where: TracebackType | None) -> None:
        self._found.append(f"crashed: {kind.__name__}: {defect}")
        self._hook(kind, defect, where)

    def _said(self) -> list[str]:
        from qc_desktop.gui.frame.failed_page import FailedPage
        from qc_desktop.gui.widgets.message_bar import MessageBar

        seen = [part for part in self._window.shell.findChildren(QWidget) if part.isVisible()]
        red = [part.text for part in seen if isinstance(part, MessageBar) and part.property("message") == "bad"]
        return [f"said: {text}" for text in red] + ["the page failed" for part in seen if isinstance(part, FailedPage)]
