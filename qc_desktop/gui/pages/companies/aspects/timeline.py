"""历程: years as headings, below each what is on record of it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.desk import Desk
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.aspects.aspect import AspectView
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import label, set_tone
from qc_desktop.gui.widgets.scroll_area import scroll_area
from qc_desktop.services.companies import timeline
from qc_desktop.services.companies.timeline import TimelineYear, What

TONES = {
    What.GAP: Tone.MUTED,
    What.ENDED: Tone.BAD,
    What.ISSUED: Tone.OK,
    What.PRODUCTS: Tone.MUTED,
    What.LABELS_STOPPED: Tone.BAD,
}


class TimelineView(AspectView):
    """The timeline of a company; the arrow keys scroll it."""

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self._context = context
        self._desk = cast("Desk", context.services)
        self._ticket = Ticket()
        self._company_id = ""
        self._years: tuple[TimelineYear, ...] | None = None
        self._inner = QWidget()
        self._inner.setProperty("plain", True)
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(15, 0, 15, 12)
        self._column.setSpacing(12)
        self._body = QWidget()
        self._column.addWidget(self._body)
        self._column.addStretch(1)
        self.area = scroll_area(self._inner)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(self.tr("Timeline"))
        self.setFocusProxy(self.area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)

    @override
    def show_company(self, company_id: str, campaign_id: str) -> None:
        if company_id != self._company_id:
            self._company_id = company_id
            self._show(())
            self._years = None
        self._ticket.tear()
        self._ticket = Ticket()
        desk = self._desk
        self._context.jobs.query(lambda: timeline.timeline(desk.office, company_id), self._take, self._ticket)

    def _take(self, years: tuple[TimelineYear, ...]) -> None:
        if years != self._years:
            self._years = years
            self._show(years, "" if years else self.tr("Nothing is on record yet."))

    def _show(self, years: tuple[TimelineYear, ...], told: str = "") -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if told:
            column.addWidget(label(told, "muted", wrap=True))
        for year in years:
            column.addWidget(self._year(year))
        self._column.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        self.area.verticalScrollBar().setValue(0)

    def _year(self, year: TimelineYear) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, self.fontMetrics().horizontalAdvance("00-00"))
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(str(year.year) if year.year else self.tr("Undated"), "strong"), 0, 0, 1, 2)
        for place, entry in enumerate(year.entries, 1):
            told = label(timeline.sentence(entry, self._context.words), wrap=True)
            set_tone(told, TONES.get(entry.what))
            grid.addWidget(label(f"{entry.on:%m-%d}" if entry.on else "", "muted"), place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(told, place, 1)
        return made
