"""The line of tools above a scan: which paper, which page, zoom, turn, add and remove."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QToolButton, QVBoxLayout, QWidget

from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import icon_button, label
from qc_desktop.gui.widgets.still_wheel import hold_still

if TYPE_CHECKING:
    from qc_desktop.services.scans import ScanRow


class ScanTools(QWidget):
    """The signals carry what a person asked for: ``stepped`` ±1 pages, ``zoomed`` ±1 or 0 for fit, ``turned`` ±1."""

    picked = Signal(int)
    stepped = Signal(int)
    zoomed = Signal(int)
    turned = Signal(int)
    add_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.papers = QComboBox()
        self.papers.setAccessibleName(self.tr("Scan shown"))
        self.papers.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.papers.setMinimumContentsLength(8)
        self.papers.activated.connect(self.picked)
        self._page = label("", "muted")
        self._looking = [
            self._tool("chevron-left", self.tr("Page before"), "PgUp", lambda: self.stepped.emit(-1)),
            self._tool("chevron-right", self.tr("Next page"), "PgDown", lambda: self.stepped.emit(1)),
            self._tool("zoom-out", self.tr("Zoom out"), "Ctrl+-", lambda: self.zoomed.emit(-1)),
            self._tool("zoom-in", self.tr("Zoom in"), "Ctrl+=", lambda: self.zoomed.emit(1)),
            self._tool("move-horizontal", self.tr("Fit the width"), "Ctrl+0", lambda: self.zoomed.emit(0)),
            self._tool("rotate-ccw", self.tr("Turn left"), "Ctrl+Shift+R", lambda: self.turned.emit(-1)),
            self._tool("rotate-cw", self.tr("Turn right"), "Ctrl+R", lambda: self.turned.emit(1)),
        ]
        QShortcut(QKeySequence("Ctrl++"), self).activated.connect(lambda: self.zoomed.emit(1))
        self._add = icon_button("plus", self.tr("Add scans"), self.add_wanted.emit)
        self._remove = icon_button("trash-2", self.tr("Remove this scan"), self.remove_wanted.emit)
        self._lay_out()
        hold_still(self)

    @staticmethod
    def _tool(icon_name: str, name: str, keys: str, act: object) -> QToolButton:
        return icon_button(icon_name, name, act, keys)  # type: ignore[arg-type]

    def _lay_out(self) -> None:
        row = FlowLayout(gap=0)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addLayout(row)
        before, after, *others = self._looking
        for part in (self.papers, before, self._page, after, *others, self._add, self._remove):
            row.addWidget(part)

    def show_papers(self, rows: Sequence[ScanRow], at: int) -> None:
        """Offers ``rows``, where there are several, and marks the one at ``at``."""
        self.papers.setVisible(len(rows) > 1)
        self.papers.clear()
        self.papers.addItems([f"{place}/{len(rows)} {row.file_name}" for place, row in enumerate(rows, 1)])
        self.papers.setCurrentIndex(at)
        self.papers.setToolTip(rows[at].file_name if rows else "")

    def show_page(self, page: int, pages: int) -> None:
        """Says which page of how many is shown, counted from 0; beyond its ends lie the other papers."""
        at = self.papers.currentIndex()
        self._page.setText(f"{page + 1} / {pages}")
        self._page.setFixedHeight(self._add.sizeHint().height())
        self._looking[0].setEnabled(page > 0 or at > 0)
        self._looking[1].setEnabled(page + 1 < pages or at + 1 < self.papers.count())
