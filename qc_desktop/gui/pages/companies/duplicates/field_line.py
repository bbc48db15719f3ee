"""One field of two companies: what each says, which is taken, and what the result is."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel

from qc_desktop.domain.merging import FieldPair
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import button, label, set_tone

FIELD, LEFT, SIDE, RIGHT, RESULT = range(5)
"""The columns of the grid."""


class FieldLine(QObject):
    """A row of ``grid`` for ``pair``, whose values read as in ``shown``; ``changed`` tells that a side was taken."""

    changed = Signal()

    def __init__(self, pair: FieldPair, shown: FieldPair, title: str, grid: QGridLayout, row: int) -> None:
        super().__init__(grid.parentWidget())
        self.pair = pair
        self._shown = shown
        self._title = title
        self._takes_other = pair.take_other
        self._name = label(title, "muted", wrap=True)
        self._left, self._right = label(shown.kept or "—", wrap=True), label(shown.other or "—", wrap=True)
        self._result = label("", wrap=True)
        self.switch = button("", self.toggle, "plain")
        parts = {FIELD: self._name, LEFT: self._left, SIDE: self.switch, RIGHT: self._right, RESULT: self._result}
        for column, part in parts.items():
            grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignVCenter)
        self._show()

    @property
    def takes_other(self) -> bool:
        """Whether the value of the company that goes is taken."""
        return self._takes_other

    @property
    def is_decided(self) -> bool:
        """Whether a person took the other side than was suggested."""
        return self._takes_other != self.pair.take_other

    def toggle(self) -> None:
        """Takes the other side."""
        self._takes_other = not self._takes_other
        self._show()
        self.changed.emit()

    def show_result(self, shown: bool) -> None:
        """Shows the result in a column of its own where there is room."""
        self._result.setVisible(shown)

    def _show(self) -> None:
        taken, left = (self._right, self._left) if self._takes_other else (self._left, self._right)
        self._mark(taken, left)
        self._result.setText((self._shown.other if self._takes_other else self._shown.kept) or "—")
        self.switch.setText(self.tr("Right →") if self._takes_other else self.tr("← Left"))
        side = (
            self.tr("{field}: the right one is taken")
            if self._takes_other
            else self.tr("{field}: the left one is taken")
        )
        self.switch.setAccessibleName(side.format(field=self._title))

    @staticmethod
    def _mark(taken: QLabel, left: QLabel) -> None:
        set_tone(taken, Tone.OK)
        set_tone(left, Tone.MUTED)
