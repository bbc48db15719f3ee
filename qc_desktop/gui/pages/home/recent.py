"""The latest work: what, who, when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from qc_desktop.gui.when import when
from qc_desktop.gui.widgets.parts import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLabel

    from qc_desktop.messages import Messages
    from qc_desktop.services.history import CommandRow

_SUBJECTS = ("file", "name", "number", "year")
_COUNTS = ("count", "rows")


class RecentList(QWidget):
    """Shows the commands of the history in the words of ``words``."""

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self._labels: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)

    def show_commands(self, commands: Sequence[CommandRow]) -> None:
        """Shows ``commands``, newest first."""
        for old in self._labels:
            old.hide()
            old.deleteLater()
        self._labels = []
        for place, command in enumerate(commands):
            self._add(place, 0, label(self._told(command), wrap=True))
            self._add(place, 1, label(command.staff, "muted"))
            self._add(place, 2, label(when(command.at), "muted"))

    def _add(self, row: int, column: int, part: QLabel) -> None:
        part.setParent(self)
        self._grid.addWidget(part, row, column)
        part.show()
        self._labels.append(part)

    def _told(self, command: CommandRow) -> str:
        """What was done in a sentence; where there is none, its name, what it was about, how many."""
        told = _sentence(self._words, command) or _listed(self._words, command)
        return told + self._words.text("cli.undone") if command.undone else told


def _sentence(words: Messages, command: CommandRow) -> str:
    """The sentence of ``recent.NAME_one`` for one company or ``recent.NAME_many``; empty where there is none."""
    code = f"recent.{command.name}_{'one' if command.company else 'many'}"
    count = _count(command)
    if code not in words.sentences or ("{count" in words.sentences[code] and not count):
        return ""
    to = str(command.params.get("to", ""))
    group = "certificate" if command.name == "certificate_end" else "stage"
    known = {**command.params, "company": command.company, "count": count}
    return words.text(code, **known | ({"to": words.text(f"{group}.{to}")} if to else {}))


def _count(command: CommandRow) -> int:
    """How many it was about, 0 where that is not known."""
    params = command.params
    return next((int(params[key]) for key in _COUNTS if isinstance(params.get(key), int)), 0)


def _listed(words: Messages, command: CommandRow) -> str:
    """``导入名单 · 示例.xlsx · 200``."""
    params = command.params
    subject = command.company or next((str(params[key]) for key in _SUBJECTS if params.get(key)), "")
    number = 0 if command.company else _count(command)
    count = f"{number:,}" if number else ""
    return " · ".join(filter(None, [words.text(f"command.{command.name}"), subject, count]))
