"""扫描件: every paper of the company, of all years, and a way to add to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from qc_desktop.domain.scans import ScanKind
from qc_desktop.gui.pages.companies.aspects.aspect import AspectView
from qc_desktop.gui.scans.viewer import ScanViewer
from qc_desktop.gui.widgets.parts import label
from qc_desktop.gui.widgets.still_wheel import hold_still

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext


class ScansView(AspectView):
    """The viewer with all papers of the company; what is added is of the kind that is chosen above it."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.viewer = ScanViewer(context)
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of paper"))
        for kind in ScanKind:
            self.kind.addItem(context.words.text(f"scan.kind_{kind}"), kind)
        self.kind.activated.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Add as"), "muted"))
        row.addWidget(self.kind)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 0, 15, 12)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.viewer, 1)
        hold_still(self)

    def _choose(self) -> None:
        self.viewer.kind = ScanKind(self.kind.currentData())

    @override
    def show_company(self, company_id: str, campaign_id: str) -> None:
        self.viewer.show_all(company_id, campaign_id)
