"""Where one is in a task of several steps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import label, set_tone


class StepHeader(QWidget):
    """``✓ 选择企业 — 2 检查资料 — 3 预览``: done, current and coming steps in words and signs."""

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = tuple(steps)
        row = FlowLayout(self, gap=12)
        self._labels = [label() for _ in self._steps]
        for place, part in enumerate(self._labels):
            if place:
                row.addWidget(label("→", "muted"))
            row.addWidget(part)
        self.go_to(0)

    def go_to(self, current: int) -> None:
        """Makes step ``current``, counted from 0, the one at hand; its number of steps means all are done."""
        for place, (part, words) in enumerate(zip(self._labels, self._steps, strict=True)):
            sign = "✓" if place < current else str(place + 1)
            part.setText(f"{sign} {words}")
            part.setProperty("role", "strong" if place == current else "")
            set_tone(part, self._tone(place, current))
        self.setAccessibleName(self._labels[min(current, len(self._labels) - 1)].text())

    @staticmethod
    def _tone(place: int, current: int) -> Tone:
        if place < current:
            return Tone.OK
        return Tone.ACCENT if place == current else Tone.MUTED
