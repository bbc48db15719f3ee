"""What is done to a page: a row of words above it, or where the window is low a strip of icons beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractButton, QWidget

from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, icon_button

_UNBOUND = 16777215
"""The width that Qt takes for none (QWIDGETSIZE_MAX)."""


@dataclass(frozen=True)
class Tool:
    """One tool in its two forms."""

    worded: QAbstractButton
    drawn: QAbstractButton

    def enable(self, enabled: bool) -> None:
        """Whether it can be used."""
        for one in (self.worded, self.drawn):
            one.setEnabled(enabled)

    def show(self, *, drawn: bool) -> None:
        """Which form is seen."""
        self.worded.setHidden(drawn)
        self.drawn.setVisible(drawn)

    @property
    def seen(self) -> QAbstractButton:
        """The form that is seen."""
        return self.worded if self.drawn.isHidden() else self.drawn


class Tools(QWidget):
    """A row that wraps; as a strip one icon below the other."""

    def __init__(self) -> None:
        super().__init__()
        self._tools: list[Tool] = []
        self._row = FlowLayout(self, gap=4)

    def add(self, icon: str, words: str, call: Callable[[], object], kind: str = "") -> Tool:
        """A tool called ``words``."""
        made = Tool(button(words, call, kind, "" if kind else icon), icon_button(icon, words, call))
        self._tools.append(made)
        for one in (made.worded, made.drawn):
            self._row.addWidget(one)
        made.show(drawn=False)
        return made

    def add_icon(self, icon: str, words: str, call: Callable[[], object]) -> None:
        """A tool that is an icon in both forms."""
        self._row.addWidget(icon_button(icon, words, call))

    def put(self, part: QWidget) -> None:
        """Another part at the end of the row."""
        self._row.addWidget(part)

    def turn(self, *, strip: bool) -> None:
        """Shows the strip, or the row."""
        for one in self._tools:
            one.show(drawn=strip)
        wide = self._tools[0].drawn.sizeHint().width()
        self.setMinimumWidth(wide if strip else 0)
        self.setMaximumWidth(wide if strip else _UNBOUND)
