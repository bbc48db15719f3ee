"""A layout in the making: every change with its way back."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from qc_desktop.documents.layout import Design

MOST_STEPS = 200

D = TypeVar("D", bound=Design)


class Steps(QObject, Generic[D]):
    """``changed`` tells that the layout is another."""

    changed = Signal()

    def __init__(self, layout: D) -> None:
        super().__init__()
        self.layout = layout
        self.saved = layout
        self._before: list[D] = []
        self._after: list[D] = []
        self._run = ""

    @property
    def is_unsaved(self) -> bool:
        """Whether something was changed since it was saved."""
        return self.layout.sha256 != self.saved.sha256

    def take_saved(self, layout: D) -> None:
        """``layout`` was saved."""
        self._run = ""
        self.saved = layout
        self.changed.emit()

    def let_go(self) -> None:
        """Whoever follows it follows it no more."""
        self.changed.disconnect()

    def take(self, layout: D, run: str = "") -> None:
        """Goes on with ``layout``; changes of one ``run``, as letters typed into a field, are one step back."""
        if layout.sha256 == self.layout.sha256:
            return
        if not run or run != self._run:
            self._before = [*self._before[-MOST_STEPS:], self.layout]
        self._run, self._after = run, []
        self._show(layout)

    def _show(self, layout: D) -> None:
        self.layout = layout
        self.changed.emit()

    @property
    def is_typed(self) -> bool:
        """Whether it is what somebody types, whose next letter belongs to the same step."""
        return bool(self._run)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether a step that was taken back can be done again."""
        return bool(self._after)

    def undo(self) -> None:
        """Takes the last step back."""
        if self._before:
            self._after.append(self.layout)
            self._run = ""
            self._show(self._before.pop())

    def redo(self) -> None:
        """Does the step again that was taken back last."""
        if self._after:
            self._before.append(self.layout)
            self._run = ""
            self._show(self._after.pop())
