"""The clauses of the pledge: short as on the certificate, full as in the pledge letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.domain.pledges import PledgeClause
from qc_desktop.gui.pages.campaign.clause_line import ClauseLine
from qc_desktop.gui.pages.campaign.clauses_preview import ClausesPreview
from qc_desktop.gui.pages.worded_panel import WordedPanel
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.foot_bar import UnsavedBar
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import button, card, label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.services.campaigns.years import CampaignRow
    from qc_desktop.services.worded import Known

MOST = 12
BESIDE_FROM = 760
"""Pixels from which on the certificate stands beside the clauses."""


class ClausesView(QWidget):
    """``save_wanted`` carries the campaign's id, its new clauses and reasons for their wording.

    ``typed_changed`` carries the id of a campaign for which :meth:`typed_for` may say something else now.
    """

    save_wanted = Signal(str, object, object)
    typed_changed = Signal(str)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._words = context.words
        self._row: CampaignRow | None = None
        self._typed: dict[str, tuple[PledgeClause, ...]] = {}
        self._bases: dict[str, tuple[PledgeClause, ...]] = {}
        self._lines: list[ClauseLine] = []
        self._is_writing = False  # half written the clauses would be taken for typed, and their draft given up
        self._problem = MessageBar(closable=False)
        self.preview = ClausesPreview(context)
        self.reasons = WordedPanel(context.words)
        self.reasons.edited.connect(self._mark)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.bar = UnsavedBar(self, self.tr("Save as a new version"))
        self.bar.save_wanted.connect(self._submit)
        self.bar.discard_wanted.connect(self._forget)
        self._add = button(self.tr("Add a clause"), self._add_empty, "", "plus")
        self._lay_out()

    def _lay_out(self) -> None:
        frame = card()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._parts.setSpacing(12)
        self._parts.addWidget(frame, 5, Qt.AlignmentFlag.AlignTop)
        beside = QVBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.preview)
        beside.addWidget(self.reasons)
        beside.addStretch(1)
        self._parts.addLayout(beside, 3)
        outer.addLayout(self._parts)
        outer.addStretch(1)
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        about = self.tr(
            "Each clause has a short text, printed on the certificate, and a full one for the pledge letter. A change "
            "becomes a new version; pledges that were signed on an earlier one keep it."
        )
        column.addWidget(label(about, "muted", wrap=True))
        column.addWidget(self._problem)
        column.addLayout(self._list)
        buttons = QHBoxLayout()
        buttons.addWidget(self._add)
        buttons.addStretch(1)
        column.addLayout(buttons)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside, direction = event.size().width() >= BESIDE_FROM, QBoxLayout.Direction
        self._parts.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    @property
    def is_dirty(self) -> bool:
        """Whether the lines say something else than the records."""
        return self._row is not None and (self._row.id in self._typed or self.reasons.is_typed)

    @property
    def holds_changes(self) -> bool:
        """Whether something is typed over any year and not saved."""
        return bool(self._typed) or self.reasons.holds_changes

    def show_row(self, row: CampaignRow, known: Known) -> None:
        """Shows the clauses of ``row``, or what a person has typed over them."""
        self.reasons.know(known)
        same = self._row is not None and self._row.id == row.id
        wanted = self._typed.get(row.id, row.clauses)
        self._row = row
        self.reasons.turn_to(row.id)
        if not same or wanted != self._read():
            self._write(wanted)
        self._mark()

    def saved(self, campaign_id: str) -> None:
        """Forgets what was typed: it is in the records now."""
        self._typed.pop(campaign_id, None)
        self.reasons.forget(campaign_id)
        self._say()
        self.typed_changed.emit(campaign_id)

    def typed_for(self, campaign_id: str) -> dict[str, Any] | None:
        """What is typed over a campaign's clauses and what it was typed over, as JSON can hold it."""
        typed, reasons = self._typed.get(campaign_id), self.reasons.typed_about(campaign_id)
        if typed is None and not reasons:
            return None
        base = () if typed is None else self._bases[campaign_id]
        return {"values": _pairs(typed or ()), "base": _pairs(base), "reasons": reasons}

    def put_over(self, typed: Mapping[str, Any]) -> bool:
        """Puts what :meth:`typed_for` gave before over the clauses shown; whether they were changed meanwhile."""
        if self._row is None:
            return False
        is_reworded = typed["values"] != typed["base"]
        if is_reworded:
            self._write(tuple(PledgeClause(*pair) for pair in typed["values"]))
        self.reasons.put_over(typed.get("reasons", {}))
        self._mark()
        return is_reworded and bool(typed["base"] != _pairs(self._row.clauses))

    def refuse(self, sentence: str) -> None:
        """Says why the clauses were not saved."""
        self._problem.say(Tone.BAD, sentence)

    def _write(self, clauses: tuple[PledgeClause, ...]) -> None:
        for line in self._lines:
            self._list.removeWidget(line)
            line.deleteLater()
        self._lines = []
        self._is_writing = True
        for clause in clauses:
            self._add_line().write(clause)
        self._is_writing = False

    def _read(self) -> tuple[PledgeClause, ...]:
        return tuple(line.read() for line in self._lines)

    def _add_line(self) -> ClauseLine:
        line = ClauseLine(len(self._lines) + 1, self._words)
        line.edited.connect(self._mark)
        line.removal_wanted.connect(lambda: self._remove(line))
        self._lines.append(line)
        self._list.addWidget(line)
        return line

    def _add_empty(self) -> None:
        self._add_line().take_focus()
        self._mark()

    def _remove(self, line: ClauseLine) -> None:
        self._lines.remove(line)
        self._list.removeWidget(line)
        line.deleteLater()
        for place, left in enumerate(self._lines, 1):
            left.number(place)
        self._mark()

    def _mark(self) -> None:
        if self._row is None or self._is_writing:
            return
        if self._read() == self._row.clauses:
            self._typed.pop(self._row.id, None)
        else:
            self._typed[self._row.id] = self._read()
            self._bases[self._row.id] = self._row.clauses
        self._say()
        self.typed_changed.emit(self._row.id)

    def _say(self) -> None:
        self.reasons.follow_clauses(text for line in self._lines for text in line.bounded())
        for line in self._lines:
            line.wave(self.reasons.words)
        self.preview.follow([clause.short for clause in self._read()])
        if self._problem.isVisible():
            self._problem.clear()
        self.bar.show_unsaved(self.is_dirty)
        self._add.setEnabled(len(self._lines) < MOST)

    def _forget(self) -> None:
        if self._row is not None:
            self._typed.pop(self._row.id, None)
            self.reasons.forget()
            self._write(self._row.clauses)
            self._say()
            self.typed_changed.emit(self._row.id)

    def _submit(self) -> None:
        if self._row is not None and self.is_dirty:
            self.reasons.lead()
            self.save_wanted.emit(self._row.id, self._read(), self.reasons.given)


def _pairs(clauses: Iterable[PledgeClause]) -> list[list[str]]:
    return [[clause.short, clause.full] for clause in clauses]
