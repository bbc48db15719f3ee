"""The desk's lists: certificates to choose from, what was checked in this session, what was entered today."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from qc_desktop.domain.dates import local
from qc_desktop.gui.models.columns import Column
from qc_desktop.gui.models.given import Given, ordered
from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.pages.desk.look import TONES, word_of
from qc_desktop.gui.widgets.fitted import fit_rows
from qc_desktop.gui.widgets.list_head import ListHead
from qc_desktop.gui.widgets.parts import label
from qc_desktop.gui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.desk.model import Check
    from qc_desktop.messages import Messages
    from qc_desktop.services.answers import Answer
    from qc_desktop.services.call_log import Call

Row = TypeVar("Row")
translate = QCoreApplication.translate


def answer_columns(words: Messages) -> tuple[Column[tuple[int, Answer]], ...]:
    """The columns of the certificates to choose from; a row is its place and its answer."""
    return (
        Column("number", translate("DeskLists", "Number"), 11, lambda row: numbered(row[1])),
        Column("holder", translate("DeskLists", "Company"), 17, lambda row: row[1].holder or "–", stretch=True),
        Column("issued", translate("DeskLists", "Issued on"), 6, lambda row: row[1].issued, rank=1),
        Column(
            "verdict",
            translate("DeskLists", "Verdict"),
            13,
            lambda row: word_of(row[1], words),
            tone=lambda row: TONES[row[1].verdict],
        ),
    )


def check_columns(words: Messages) -> tuple[Column[Check], ...]:
    """The columns of what was checked in this session."""
    made: tuple[Column[Check], ...] = (
        Column("at", translate("DeskLists", "Time"), 4, lambda row: f"{local(row.at):%H:%M}"),
        Column("typed", translate("DeskLists", "Asked"), 11, lambda row: _short(row.typed), rank=1),
        Column("number", translate("DeskLists", "Number"), 11, lambda row: numbered(row.answer)),
        Column(
            "holder",
            translate("DeskLists", "Company"),
            17,
            lambda row: row.answer.holder or "–",
            stretch=True,
        ),
        Column(
            "verdict",
            translate("DeskLists", "Verdict"),
            13,
            lambda row: word_of(row.answer, words),
            tone=lambda row: TONES[row.answer.verdict],
        ),
    )
    return _sortable(made)


def numbered(answer: Answer) -> str:
    """A certificate's number, or a label's, which says so."""
    if answer.is_label and answer.number:
        return translate("DeskLists", "Label {number}").format(number=answer.number)
    return answer.number or "–"


def call_columns(words: Messages) -> tuple[Column[Call], ...]:
    """The columns of the checks that were entered today."""
    made: tuple[Column[Call], ...] = (
        Column("at", translate("DeskLists", "Time"), 4, lambda row: f"{local(row.at):%H:%M}"),
        Column("asked", translate("DeskLists", "Asked"), 11, lambda row: _short(row.asked)),
        Column("holder", translate("DeskLists", "Company"), 17, lambda row: row.holder or "–", stretch=True),
        Column(
            "verdict",
            translate("DeskLists", "Verdict then"),
            13,
            lambda row: words.text(f"verdict.{row.verdict}"),
            tone=lambda row: TONES[row.verdict],
        ),
        Column("staff", translate("DeskLists", "Staff"), 6, lambda row: row.staff, rank=1),
        Column("remark", translate("DeskLists", "Remark"), 9, lambda row: _short(row.remark), rank=2),
    )
    return _sortable(made)


def _sortable(columns: tuple[Column[Row], ...]) -> tuple[Column[Row], ...]:
    return tuple(replace(column, sortable=True) for column in columns)


def _short(typed: str) -> str:
    return typed if len(typed) <= 18 else f"…{typed[-16:]}"


class RowsCard(QFrame):
    """A heading over a table that is as tall as its rows. ``picked`` carries the key of the row a person opens."""

    picked = Signal(object)

    def __init__(
        self, name: str, columns: Sequence[Column[Any]], key: Any, context: PageContext, kept: str = ""
    ) -> None:
        """``kept`` names the list among what this PC remembers of heads; without it the list has none."""
        super().__init__()
        self._marks_first = False
        self._rows: tuple[Any, ...] = ()
        self.model: PagedModel[tuple[Any, ...], Any] = PagedModel(Given(), columns, key, context.jobs, self)
        self.table = Table(self.model, name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        self.head = QHBoxLayout()
        self.head.addWidget(label(name, "section"), 1)
        self.order = ListHead(self.table, kept, context) if kept else None
        if self.order is not None:
            self.head.addWidget(self.order.button)
            self.order.sort_changed.connect(lambda *_: self._ask())
        column.addLayout(self.head)
        column.addWidget(self.table)
        self.model.counted.connect(self._settle)
        self.table.opened.connect(self.picked)
        self.table.clicked.connect(lambda index: self.picked.emit(self.model.key_of(index.row())))

    def show_rows(self, rows: Sequence[Any], *, mark_first: bool = False) -> None:
        """Shows ``rows``; hidden where there are none."""
        self._marks_first = mark_first
        fit_rows(self.table, len(rows))
        self._rows = tuple(rows)
        self._ask()
        self.setVisible(bool(rows))

    def _ask(self) -> None:
        order = self.order
        given = ordered(self._rows, self.model.columns, order.sort, order.descending) if order else self._rows
        self.model.ask(given)

    def step(self, by: int) -> None:
        """Moves the mark ``by`` rows; it stops at the ends."""
        now = self.table.currentIndex().row()
        self.table.selectRow(min(max(now + by, 0), self.model.rowCount() - 1))

    @property
    def current(self) -> Hashable | None:
        """The key of the marked row."""
        place = self.table.currentIndex().row()
        return self.model.key_of(place) if place >= 0 else None

    def _settle(self, count: int) -> None:
        if self._marks_first and count:
            self.table.selectRow(0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.isVisible():
            fit_rows(self.table, self.model.rowCount())
