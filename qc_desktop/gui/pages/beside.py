"""Two parts side by side where there is room, one below the other where there is not."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

BESIDE_FROM = 900
"""As a rule; what is narrow itself may stand beside another from less."""


class Beside(QWidget):
    """``left`` takes two fifths and ``right`` three from ``wide_from`` logical pixels, or from ``wide_em`` characters.

    Below it they stand one above the other, ``left`` on top; with ``right_on_top`` the other way round.
    """

    def __init__(
        self,
        left: QWidget,
        right: QWidget,
        *,
        right_on_top: bool = False,
        wide_from: int = BESIDE_FROM,
        wide_em: int = 0,
    ) -> None:
        super().__init__()
        self._wide_from, self._wide_em = wide_from, wide_em
        direction = QBoxLayout.Direction
        self._narrow = direction.BottomToTop if right_on_top else direction.TopToBottom
        self._row = QBoxLayout(self._narrow, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(left, 2)
        self._row.addWidget(right, 3)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        em = self.fontMetrics().horizontalAdvance("中")
        wide = event.size().width() >= (self._wide_em * em or self._wide_from)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else self._narrow)
