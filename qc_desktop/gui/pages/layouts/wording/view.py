"""字句: titles, the statement, the lines beside the label, as plain text beside the page that they make."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.documents.layout.editing import changed
from qc_desktop.documents.layout.printed import LOCKED
from qc_desktop.documents.layout.wordlint import found_claims
from qc_desktop.documents.registry import document_type
from qc_desktop.documents.types import PAGE
from qc_desktop.gui.pages.certificates.picture import PagePicture
from qc_desktop.gui.pages.layouts.editor.value_fields import inserting
from qc_desktop.gui.pages.layouts.wording.claims_panel import ClaimsPanel
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.scroll_area import scroll_area
from qc_desktop.gui.widgets.still_wheel import hold_still
from qc_desktop.gui.widgets.waves import wave
from qc_desktop.services.layouts import slots

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qc_desktop.gui.pages.layouts.steps import Steps
    from qc_desktop.messages import Messages

WIDTH = 400
_ROW = 24
_ASKED_MOST = 0.5
"""How much of the height may be taken by what asks for reasons; more is scrolled."""
FRAME = 48
"""Pixels beside the text of a field: its edges, and the bar that scrolls the form."""


class WordingView(QWidget):
    """A field for each of the layout's words and phrases; what is typed is in the layout, and on the page, at once."""

    def __init__(self, words: Messages, go: Callable[[str, str], None]) -> None:
        super().__init__()
        self._words = words
        self._go = go
        self._making: Steps[Any] | None = None
        self._slots: dict[str, Mapping[str, str]] = {}
        self.fields: dict[str, QPlainTextEdit] = {}
        self.claims = ClaimsPanel(words)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._make_room)
        self.claims.told.connect(self._make_room)
        self.claims.told.connect(self._settle.start)
        self._asked = scroll_area(self.claims)
        self._asked.hide()
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
        beside = QVBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self.picture, 1)
        beside.addWidget(self._asked)
        row.addLayout(beside, 1)

    def lead(self, key: str) -> None:
        """To the field of the word or phrase ``key``, once it is there to be seen."""
        QTimer.singleShot(0, self.fields[key], self.fields[key].setFocus)

    def _make_room(self) -> None:
        """What asks for reasons stands below the page: the fields, into one of which somebody types, stay put."""
        high = self.claims.heightForWidth(self.width() - WIDTH - FRAME)
        self._asked.setFixedHeight(min(max(high, _ROW), round(self.height() * _ASKED_MOST)))
        self._asked.setVisible(not self.claims.isHidden())

    @override
    def sizeHint(self) -> QSize:
        """As little as it can be: the page takes the room that there is, and asks for none."""
        return self.minimumSizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()

    def open(self, making: Steps[Any]) -> None:
        """Shows the wording of ``making``."""
        self._making = making
        layout = making.layout
        for part in [item.widget() for item in map(self._column.itemAt, range(self._column.count()))]:
            if part is not None:
                part.hide()
                part.deleteLater()
        while self._column.count():
            self._column.takeAt(0)
        self.fields = {}
        for group, name in slots.in_order(layout):
            called = slots.said(self._words, layout, "wording", name)
            if group == "words":
                self._add(f"words.{name}", called, 1, locked=name in LOCKED)
            else:
                self._add(f"phrases.{name}", called, 6, locked=False, phrase=name)
        if document_type(layout.kind).form == PAGE:
            self._add_elsewhere()
        else:
            self._add_hint()
        self._column.addStretch(1)
        hold_still(self._form)
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
        field.setFixedHeight(16 + _ROW * rows)
        field.textChanged.connect(partial(self._take, key))
        self.fields[key] = field
        if locked:
            self._show_whole(field, self._text(key))
        head = QHBoxLayout()
        head.addWidget(label(called, "small", wrap=True), 1)
        variables = slots.offered(self._making.layout, key.partition(".")[2], found)
        insert = inserting(field, variables)
        if locked or not variables:
            insert.hide()
        insert.setAccessibleName(f"{insert.text()} {called}")
        head.addWidget(insert)
        row = QWidget()
        head.setContentsMargins(0, 0, 0, 0)
        row.setLayout(head)
        self._column.addWidget(row)
        self._column.addWidget(field)

    def _show_whole(self, field: QPlainTextEdit, text: str) -> None:
        """Gives ``field`` the lines that ``text`` takes: nobody scrolls in it."""
        metrics = field.fontMetrics()
        room = QRect(0, 0, WIDTH - FRAME, 10_000)
        lines = metrics.boundingRect(room, Qt.TextFlag.TextWrapAnywhere, text).height() / metrics.height()
        field.setFixedHeight(16 + max(_ROW, metrics.lineSpacing()) * math.ceil(lines))

    def _add_elsewhere(self) -> None:
        """What the page says too and is kept elsewhere: the issuer line and the clauses of the year."""
        told = self.tr(
            "The issuer line is changed in the settings, the clauses of the pledge with the campaign's year."
        )
        self._column.addWidget(label(told, "muted", wrap=True))
        ways = FlowLayout(gap=8)
        ways.addWidget(button(self.tr("Issuer line…"), lambda: self._go("settings", "office"), "plain", "settings"))
        ways.addWidget(
            button(self.tr("Pledge clauses…"), lambda: self._go("campaign", "clauses"), "plain", "file-check")
        )
        row = QWidget()
        row.setLayout(ways)
        self._column.addWidget(row)

    def _add_hint(self) -> None:
        told = self.tr(
            "Where a | stands, the words break if they take two lines. A line is left out where its data is missing."
        )
        self._column.addWidget(label(told, "muted", wrap=True))

    def _held(self, key: str) -> str | tuple[str, ...]:
        """What the layout says there: a word, or the lines of a phrase."""
        assert self._making is not None
        group, name = key.split(".", 1)
        found: str | tuple[str, ...] = getattr(self._making.layout, group)[name]
        return found

    def _text(self, key: str) -> str:
        """The same as a person reads it."""
        held = self._held(key)
        return slots.readable(held if isinstance(held, str) else "\n".join(held), self._slots[key])

    def _meant(self, key: str) -> str | tuple[str, ...]:
        """What the field says, as a layout holds it: an empty line, or a break in a word, is nothing."""
        text = slots.typed(self.fields[key].toPlainText(), self._slots[key])
        lines = tuple(line for line in text.split("\n") if line)
        return "".join(lines) if key.startswith("words.") else lines

    def _follow(self) -> None:
        for key, field in self.fields.items():
            shown = self._text(key)
            if field.toPlainText() != shown and self._meant(key) != self._held(key):
                at = field.textCursor().position()
                with QSignalBlocker(field):
                    field.setPlainText(shown)
                cursor = field.textCursor()
                cursor.setPosition(min(at, len(shown)))
                field.setTextCursor(cursor)
            field.document().setModified(False)
        self._mark()

    def _mark(self) -> None:
        """Underlines the words that want a reason, where they stand."""
        assert self._making is not None
        words = [claim.word for claim in found_claims(self._making.layout)]
        for field in self.fields.values():
            wave(field, words)

    def _take(self, key: str) -> None:
        assert self._making is not None
        group, name = key.split(".", 1)
        layout = self._making.layout
        self.fields[key].document().setModified(False)  # every letter is in the layout already, and kept with it
        held: Mapping[str, Any] = getattr(layout, group)
        self._making.take(changed(layout, **{group: {**held, name: self._meant(key)}}), run=key)
