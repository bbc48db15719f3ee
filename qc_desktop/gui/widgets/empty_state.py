"""What a page shows while there is nothing to show: one sentence, one thing to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.widgets.parts import Action, button, label
from qc_desktop.gui.widgets.tinted import TintedIcon

WIDTH = 480


class EmptyState(QWidget):
    """An icon, a heading, a sentence and at most one action, in the middle; ``entrance`` takes the focus."""

    def __init__(
        self,
        icon_name: str,
        heading: str,
        sentence: str,
        action: Action | None = None,
        width: int = WIDTH,
        kind: str = "primary",
    ) -> None:
        super().__init__()
        self.entrance: QWidget = self
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._told = told = label(sentence, "muted", wrap=True)
        told.setAlignment(middle)
        told.setFixedWidth(width)
        told.ensurePolished()
        self._fit()
        told.installEventFilter(self)
        title = label(heading, "section", wrap=True)
        title.setAlignment(middle)
        column.addStretch(1)
        column.addWidget(TintedIcon(icon_name, "muted", 40), 0, middle)
        column.addWidget(title)
        row = QVBoxLayout()
        row.addWidget(told)
        column.addLayout(row)
        column.setAlignment(row, middle)
        if action is not None:
            column.addSpacing(8)
            self.entrance = button(action.text, action.call, kind)
            column.addWidget(self.entrance, 0, middle)
        column.addStretch(2)

    def _fit(self) -> None:
        """A layout asks for the height at its own, larger width."""
        self._told.setMinimumHeight(self._told.heightForWidth(self._told.minimumWidth()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._told and event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
        return super().eventFilter(watched, event)
