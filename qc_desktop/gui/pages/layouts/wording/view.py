"""字句: titles, the statement, the lines beside the label, as plain text beside the page that they make."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from qc_desktop.documents.layout.editing import changed
from qc_desktop.documents.layout.wordlint import LOCKED
from qc_desktop.gui.pages.certificates.picture import PagePicture
from qc_desktop.gui.pages.layouts.wording.claims_panel import ClaimsPanel
from qc_desktop.gui.widgets.parts import label
from qc_desktop.gui.widgets.scroll_area import scroll_area
from qc_desktop.services.layouts import slots

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qc_desktop.gui.pages.layouts.editor.making import Making
    from qc_desktop.messages import Messages

WIDTH = 400
_ROW = 24


class WordingView(QWidget):
    """A field for each of the layout's words and phrases; what is typed is in the layout, and on the page, at once."""

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self._making: Making | None = None
        self._slots: dict[str, Mapping[str, str]] = {}
        self.fields: dict[str, QPlainTextEdit] = {}
        self.claims = ClaimsPanel()
        self.picture = PagePicture(fills=True)
        self._form = QWidget()
        self._column = QVBoxLayout(self._form)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(6)
        left = scroll_area(self._form)
        left.setFixedWidth(WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(left)
        row.addWidget(self.picture, 1)

    def open(self, making: Making) -> None:
        """Shows the wording of ``making``."""
        self._making = making
        layout = making.layout
        for part in [item.widget() for item in map(self._column.itemAt, range(self._column.count()))]:
            if part is not None and part is not self.claims:
                part.hide()
                part.deleteLater()
        while self._column.count():
            self._column.takeAt(0)
        self.fields = {}
        self._column.addWidget(self.claims)
        for name in layout.words:
            self._add(f"words.{name}", slots.said(self._words, "wording", name), 1, locked=name in LOCKED)
        for name in layout.phrases:
            self._add(f"phrases.{name}", slots.said(self._words, "wording", name), 6, locked=False, phrase=name)
        self._column.addStretch(1)
        self.claims.open(making)
        making.changed.connect(self._follow)
        self._follow()

    def _add(self, key: str, called: str, rows: int, *, locked: bool, phrase: str = "") -> None:
        assert self._making is not None
        found = slots.names(self._making.layout, self._words, phrase)
        self._slots[key] = found
        field = QPlainTextEdit()
        field.setAccessibleName(called)
        field.setTabChangesFocus(True)
        field.setReadOnly(locked)
        field.setFixedHeight(16 + _ROW * max(rows, 2 if locked else rows))
        known = "　".join(f"{{{name}}}" for slot, name in found.items() if "." not in slot)
        field.setToolTip(self.tr("Names that are replaced: {names}").format(names=known))
        field.textChanged.connect(partial(self._take, key))
        self.fields[key] = field
        self._column.addWidget(label(called, "small", wrap=True))
        self._column.addWidget(field)

    def _text(self, key: str) -> str:
        """What the layout says there."""
        assert self._making is not None
        group, name = key.split(".", 1)
        layout = self._making.layout
        text = layout.words[name] if group == "words" else "\n".join(layout.phrases[name])
        return slots.readable(text, self._slots[key])

    def _follow(self) -> None:
        for key, field in self.fields.items():
            if field.toPlainText() != self._text(key) and not field.hasFocus():
                with QSignalBlocker(field):
                    field.setPlainText(self._text(key))
            field.document().setModified(False)

    def _take(self, key: str) -> None:
        assert self._making is not None
        group, name = key.split(".", 1)
        field, layout = self.fields[key], self._making.layout
        field.document().setModified(False)  # every letter is in the layout already, and kept with it
        text = slots.typed(field.toPlainText(), self._slots[key])
        if group == "words":
            made = changed(layout, words={**layout.words, name: text.replace("\n", "")})
        else:
            lines = tuple(line for line in text.split("\n") if line)
            made = changed(layout, phrases={**layout.phrases, name: lines})
        self._making.take(made, run=key)
