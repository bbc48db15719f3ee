"""Two companies side by side: the left one stays, the right one goes into it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.companies.duplicates.field_line import FIELD, LEFT, RESULT, RIGHT, SIDE, FieldLine
from qc_desktop.gui.pages.companies.duplicates.texts import field_words, worded, year_sentences
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import label
from qc_desktop.gui.widgets.scroll_area import scroll_area
from qc_desktop.gui.widgets.unkept import Undecided
from qc_desktop.messages import Messages
from qc_desktop.services.companies.merge_plan import MergePlan, Side

WIDE = 900


class MergeView(QFrame, Undecided):
    """Shows a MergePlan and what a person takes from which side; ``changed`` tells of the latter."""

    changed = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._words = words
        self.plan: MergePlan | None = None
        self.lines: list[FieldLine] = []
        self.bar = MessageBar(closable=False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 12, 1, 1)
        self._column.setSpacing(8)
        self._column.addWidget(self.bar)
        self._area: QWidget | None = None
        self._grid_box: QGridLayout | None = None

    @property
    @override
    def holds_decisions(self) -> bool:
        return not self.isHidden() and any(line.is_decided for line in self.lines)

    @property
    @override
    def decided_at(self) -> QWidget:
        return next((line.switch for line in self.lines if line.is_decided), self)

    @property
    def taken(self) -> list[str]:
        """The fields whose value comes from the company that goes."""
        return [line.pair.field for line in self.lines if line.takes_other]

    def show_plan(self, plan: MergePlan) -> None:
        """Shows ``plan`` from its top, with what it suggests."""
        self.plan = plan
        self._clear()
        inner = QWidget()
        inner.setProperty("plain", True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(15, 4, 15, 12)
        column.setSpacing(12)
        column.addWidget(self._grid(plan))
        for told in (self._same(plan), *year_sentences(self._words, plan), self._along(plan)):
            if told:
                column.addWidget(label(told, "muted", wrap=True))
        column.addStretch(1)
        self._area = scroll_area(inner)
        self._column.addWidget(self._area, 1)
        self._show_results()
        if plan.refusal:
            self.bar.say(Tone.BAD, self._words.of(plan.refusal))
        self.changed.emit()

    def _clear(self) -> None:
        self.bar.clear()
        self.lines = []
        if self._area is not None:
            self._column.removeWidget(self._area)
            self._area.hide()
            self._area.deleteLater()

    def _grid(self, plan: MergePlan) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        self._grid_box = grid
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for place, share in ((FIELD, 2), (LEFT, 5), (SIDE, 0), (RIGHT, 5), (RESULT, 5)):
            grid.setColumnStretch(place, share)
        heads = ((LEFT, self.tr("Kept"), plan.kept), (RIGHT, self.tr("Merged into it"), plan.other))
        for place, title, side in heads:
            grid.addWidget(self._head(title, side), 0, place, Qt.AlignmentFlag.AlignTop)
        self._result = label(self.tr("Result"), "section")
        grid.addWidget(self._result, 0, RESULT, Qt.AlignmentFlag.AlignTop)
        for row, pair in enumerate((pair for pair in plan.fields if pair.differs), 1):
            line = FieldLine(pair, worded(self._words, pair), field_words(pair.field), grid, row)
            line.changed.connect(self.changed)
            self.lines.append(line)
        return box

    def _head(self, title: str, side: Side) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(title, "section"))
        column.addWidget(label(f"{side.name}\n{self._built(side)}", "muted", wrap=True))
        return box

    def _same(self, plan: MergePlan) -> str:
        same = [field_words(pair.field) for pair in plan.fields if not pair.differs and pair.kept]
        return self.tr("The same in both: {fields}").format(fields=self.tr(", ").join(same)) if same else ""

    def _built(self, side: Side) -> str:
        """How much was built on a company."""
        certificates = self.tr("%n valid certificate(s)", "", side.live_certificates)
        return " · ".join((self.tr("Takes part in %n year(s)", "", side.years), certificates))

    def _along(self, plan: MergePlan) -> str:
        """What comes along without a question."""
        counted = plan.other.belongings
        told = {
            "contacts": self.tr("%n contact(s)", "", counted["contacts"]),
            "products": self.tr("%n product(s)", "", counted["products"]),
            "terms": self.tr("%n term(s) of membership", "", counted["terms"]),
            "dues": self.tr("%n year(s) of dues", "", counted["dues"]),
            "scans": self.tr("%n scan(s)", "", counted["scans"]),
        }
        things = self.tr(", ").join(words for name, words in told.items() if counted[name])
        name = self.tr("The name that is given up becomes a former name.")
        return " ".join((self.tr("Coming along: {things}.").format(things=things), name)) if things else name

    def _show_results(self) -> None:
        wide = self.width() >= WIDE
        for line in self.lines:
            line.show_result(wide)
        if self._grid_box is not None:
            self._result.setVisible(wide)
            self._grid_box.setColumnStretch(RESULT, 5 if wide else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_results()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.lines:
            self.lines[0].switch.setFocus()
