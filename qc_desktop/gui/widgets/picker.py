"""A choice that can be typed: by characters, by pinyin or its initials, or by code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget
from typing_extensions import override

from qc_desktop.gui.widgets.line_edit import LineEdit

SEARCH_ROLE = Qt.ItemDataRole.UserRole + 1
OWN = "="
"""Begins the value of a choice that a person made up; what follows are its words."""


@dataclass(frozen=True)
class Choice:
    """A value with its words, and further text under which it is found (pinyin, a code)."""

    value: str
    words: str
    found_by: str = ""


class Picker(QComboBox):
    """Shows choices; typing narrows them. What fits none of them is taken back, or kept where ``own_words`` allows.

    The wheel never changes it: forms scroll.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.own_words = False
        self.editor = LineEdit(self)
        self.editor.setObjectName("qt_picker_editor")  # an inner part, no field of its own
        self.setLineEdit(self.editor)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self._finder = _Finder(self)
        self.setCompleter(self._finder)
        self.editor.editingFinished.connect(self.settle)
        self.currentIndexChanged.connect(lambda: self.editor.setCursorPosition(0))

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offers ``choices`` and keeps what is chosen, added where it is not among them."""
        held, words = str(self.currentData() or ""), self.currentText()
        was_blocked = self.blockSignals(True)
        self.clear()
        for choice in choices:
            self.addItem(choice.words, choice.value)
            self.setItemData(self.count() - 1, f"{choice.words} {choice.found_by}", SEARCH_ROLE)
        self.choose(held, words)
        self.blockSignals(was_blocked)

    def add(self, choices: Sequence[Choice]) -> None:
        """Offers ``choices`` too, while a person types: nothing that stands in the field is touched."""
        was_blocked = self.blockSignals(True)
        for choice in choices:
            if self.findData(choice.value) < 0:
                self.addItem(choice.words, choice.value)
                found_by = choice.found_by or self.currentText()  # the records found it by what is typed
                self.setItemData(self.count() - 1, f"{choice.words} {found_by}", SEARCH_ROLE)
        self.blockSignals(was_blocked)
        if choices and self.editor.hasFocus():
            self._finder.complete()

    def choose(self, value: str, words: str = "") -> None:
        """Chooses ``value``, which is added under ``words`` where it is not offered."""
        place = self.findData(value)
        if place < 0 and value:
            self.addItem(words or value.removeprefix(OWN), value)
            place = self.count() - 1
        self.setCurrentIndex(place)
        self._show(place)

    def settle(self) -> None:
        """Makes a choice of what was typed."""
        typed = self.currentText().strip()
        if self.currentIndex() >= 0 and typed == self.itemText(self.currentIndex()):
            return
        place = self._place_of(typed)
        if place >= 0:
            self.setCurrentIndex(place)
        elif self.own_words:
            self.choose(OWN + typed, typed)
        self._show(self.currentIndex())

    def _show(self, place: int) -> None:
        """Writes the words of the choice at ``place``, from their beginning."""
        self.setEditText(self.itemText(place) if place >= 0 else "")
        self.editor.setCursorPosition(0)

    def _place_of(self, typed: str) -> int:
        """Where the choice stands that ``typed`` names, or -1."""
        if not typed:
            return self.findData("")
        exact = self.findText(typed, Qt.MatchFlag.MatchFixedString)
        if exact >= 0:
            return exact
        found = self.model().match(self.model().index(0, 0), SEARCH_ROLE, typed, 2, Qt.MatchFlag.MatchContains)
        return found[0].row() if found and (len(found) == 1 or not self.own_words) else -1

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Finder(QCompleter):
    """Finds by the search text, writes the words."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box.model(), box)
        self.setCompletionRole(SEARCH_ROLE)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "")
