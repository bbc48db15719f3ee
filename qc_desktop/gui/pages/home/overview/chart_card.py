"""A chart in a card, with what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from qc_desktop.gui.widgets.chart_view import ChartView
from qc_desktop.gui.widgets.parts import button, icon_button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QToolButton

    from qc_desktop.domain.charts import Chart


class ChartCard(QFrame):
    """``chosen`` carries a picked mark; ``copy_wanted`` and ``save_wanted`` the chart whose picture is asked for.

    ``back_wanted`` asks for the chart from which this one was opened.
    """

    chosen = Signal(object)  # Mark
    copy_wanted = Signal(object)  # Chart
    save_wanted = Signal(object)  # Chart
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._chart: Chart | None = None
        self.title = label("", "section", wrap=True)
        self.view = ChartView()
        self.back = button(self.tr("All industries"), self.back_wanted.emit, "plain", "arrow-left")
        self.copy = icon_button("copy", "", self._copy)
        self.save = icon_button("download", "", self._save)
        self.back.hide()
        self.view.chosen.connect(self.chosen)
        self._nothing = label(self.tr("Nothing to show yet."), "muted")
        head = QHBoxLayout()
        head.setSpacing(4)
        for part in (self.title, self.back, self.copy, self.save):
            head.addWidget(part, 1 if part is self.title else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 12, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        column.addStretch(0)

    def show_chart(self, chart: Chart, *, inner: bool = False) -> None:
        """Shows ``chart``; ``inner`` is one that was opened from another."""
        self._chart = chart
        self.title.setText(chart.title)
        self.back.setVisible(inner)
        self._name(self.copy, self.tr("Copy the picture: {title}").format(title=chart.title))
        self._name(self.save, self.tr("Save the picture: {title}").format(title=chart.title))
        for part in (self.copy, self.save, self.view):
            part.setVisible(not chart.is_empty)
        self._nothing.setVisible(chart.is_empty)
        self.view.show_chart(chart)

    @staticmethod
    def _name(made: QToolButton, name: str) -> None:
        made.setAccessibleName(name)
        made.setToolTip(name)

    def _copy(self) -> None:
        if self._chart is not None:
            self.copy_wanted.emit(self._chart)

    def _save(self) -> None:
        if self._chart is not None:
            self.save_wanted.emit(self._chart)
