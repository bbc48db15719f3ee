"""审核台: the queue at the left, the original in the middle, the fields at the right; one key a verdict."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.gui.pages.campaign.nobody import nobody_takes_part
from qc_desktop.gui.pages.campaign.review.arrows import Arrows
from qc_desktop.gui.pages.campaign.review.form import ReviewForm
from qc_desktop.gui.pages.campaign.review.queue import Queue
from qc_desktop.gui.pages.campaign.review.reasons import ReasonsCard
from qc_desktop.gui.pages.companies.actions import CompanyActions, still_returned
from qc_desktop.gui.pages.companies.model import Query
from qc_desktop.gui.pages.companies.reason_panel import return_reasons
from qc_desktop.gui.pages.companies.scope import Scope
from qc_desktop.gui.papers.menu import PaperMenu
from qc_desktop.gui.papers.panel import PaperPanel
from qc_desktop.gui.papers.place import paper_area
from qc_desktop.gui.scans.viewer import ScanViewer
from qc_desktop.gui.theme import size_in_use
from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.parts import Action, button, icon_button, label
from qc_desktop.gui.widgets.views import Views
from qc_desktop.services.papers.records import RETURN

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.papers.panel import Companies
    from qc_desktop.gui.widgets.progress_panel import ProgressPanel
    from qc_desktop.services.campaigns.years import CampaignRow
    from qc_desktop.services.companies.rows import CompanyRow

QUEUE_FROM = 1080
"""Narrower than this, in logical pixels, the queue gives way to a line that says where one stands."""
QUEUE_WIDTH, FORM_WIDTH, GAP = 270, 400, 12


class ReviewDesk(QWidget):
    """``back_wanted`` leads back to the page where that is not seen; ``dirt_changed`` as the form says it.

    ``turned`` tells that it began or ended to have something to review.
    """

    back_wanted = Signal()
    turned = Signal()
    dirt_changed = Signal()

    def __init__(self, context: PageContext, window: QWidget, progress: ProgressPanel) -> None:
        super().__init__()
        self._context = context
        self._campaign: CampaignRow | None = None
        self._shown_id = ""
        self.queue = Queue(context)
        self.viewer = ScanViewer(context, tools_elsewhere=True)
        self.form = ReviewForm(context, window)
        self.reasons = ReasonsCard(context.drafts)
        self._actions = CompanyActions(context, self)
        self.papers = PaperMenu(
            context, PaperPanel(context), progress, lambda: still_returned(self._actions.campaign_id)
        )
        self.right = Views()
        self._left = label("", "strong")
        self._stack = Views()
        self._arrows = Arrows(self, self.queue.step, self._leads_by)
        self._lay_out()
        self._connect()

    def _leads_by(self, focus: QWidget) -> bool:
        """Whether arrows lead through the queue though the focus is in ``focus``: among reasons they lead to others."""
        return self.queue.isHidden() and not self.reasons.isAncestorOf(focus)

    def _lay_out(self) -> None:
        self.right.addWidget(self.form)
        self.right.addWidget(self.reasons)
        self._asking = paper_area(self.papers.panel)
        sides = QHBoxLayout()
        sides.setSpacing(GAP)
        for part in (self.queue, self.viewer, self.right):
            sides.addWidget(part, 1 if part is self.viewer else 0)
        working = QWidget()
        column = QVBoxLayout(working)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._line())
        column.addLayout(sides, 1)
        self._done = EmptyState(
            "circle-check",
            self.tr("Nothing to review"),
            self.tr("No pledge of this year waits for a verdict now."),
            Action(self.tr("Notices of return…"), self.make_notices),
            kind="",
        )
        self._nobody = nobody_takes_part(self._context)
        for view in (self._done, self._nobody, working, self._asking):
            self._stack.addWidget(view)
        self._working = self._resting = working
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._fit_sides()

    def _line(self) -> QHBoxLayout:
        """How many are left, and the way to the next."""
        self.back = button(self.tr("Back"), self.back_wanted.emit, "plain", "arrow-left")
        self.back.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(self._left)
        row.addWidget(icon_button("chevron-up", self.tr("Company before"), lambda: self.queue.step(-1), "Ctrl+Up"))
        row.addWidget(icon_button("chevron-down", self.tr("Next company"), lambda: self.queue.step(1), "Ctrl+Down"))
        row.addWidget(icon_button("printer", self.tr("Notices of return…"), lambda: self.make_notices()))
        row.addWidget(self.viewer.tools, 1)
        row.addStretch(0)
        self._hint = label(self.tr("F9 approve · F10 return · Ctrl+↑↓ company · PgUp PgDown page"), "small")
        row.addWidget(self._hint)
        return row

    @property
    def is_at_work(self) -> bool:
        """Whether somebody waits for a verdict: only there is a way back of its own."""
        return self._stack.currentWidget() is self._working

    def _connect(self) -> None:
        self._stack.currentChanged.connect(self.turned)
        self.queue.chosen.connect(self._show)
        self.queue.counted.connect(self._count)
        self.form.approve.clicked.connect(self.approve)
        self.form.send_back.clicked.connect(self.ask_reason)
        self.form.dirt_changed.connect(self.dirt_changed)
        self.reasons.given.connect(self._send_back)
        self.reasons.closed.connect(self._close_reasons)
        self._actions.notices_wanted.connect(self.make_notices)
        self.papers.panel.closed.connect(self._end_asking)
        for keys, act in (("F9", self.approve), ("F10", self.ask_reason)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _fit_sides(self) -> None:
        """Queue and form are as wide as their words at the present text size, the form as far as there is room."""
        width, factor = self.width(), size_in_use().value
        has_queue = width >= round(QUEUE_FROM * factor)
        queue = round(QUEUE_WIDTH * factor)
        self.queue.setFixedWidth(queue)
        gives_way = not has_queue and self.queue.table.hasFocus()
        self.queue.setVisible(has_queue)
        if gives_way:
            self.take_focus()
        self._arrows.weigh()
        self._hint.setVisible(width >= round(QUEUE_FROM * factor**1.5))  # the tools beside it grow as well
        taken = self.viewer.minimumSizeHint().width() + (queue + GAP if has_queue else 0) + GAP
        self.right.setFixedWidth(max(FORM_WIDTH, min(round(FORM_WIDTH * factor), width - taken)))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_sides()

    @override
    def minimumSizeHint(self) -> QSize:
        """What the narrowest window leaves: there the queue gives way."""
        return QSize(FORM_WIDTH + 200, 200)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_sides()

    def show_campaign(self, campaign: CampaignRow) -> None:
        """Shows who waits in ``campaign``; asked again after every change."""
        changed = self._campaign is None or self._campaign.id != campaign.id
        self._campaign = campaign
        self._actions.campaign_id = campaign.id
        self.papers.show_campaign(campaign.id)
        if changed or self.form.campaign != campaign:
            self.form.show_campaign(campaign)
        if not campaign.companies:  # known before the queue is counted, so that the focus finds its way
            self._stack.setCurrentWidget(self._nobody)
        self.queue.show_campaign(campaign.id)
        office = self._context.services.office
        self._context.jobs.query(lambda: return_reasons(office), self.reasons.offer)
        if self._shown_id and not changed and (row := self.queue.row) is not None:
            self.viewer.show_company(row.id, row.participation_id, campaign.id)

    @property
    def entrance(self) -> QWidget:
        """Where the arrows lead through the queue; the one action where nobody takes part."""
        if self._stack.currentWidget() is self._nobody:
            return self._nobody.entrance
        return self.viewer.entrance if self.queue.isHidden() else self.queue.table

    def take_focus(self) -> None:
        """Puts the focus there."""
        self.entrance.setFocus()

    def _count(self, count: int) -> None:
        takes_part = self._campaign is not None and self._campaign.companies > 0
        self._resting = self._working if count else self._done if takes_part else self._nobody
        if self._stack.currentWidget() is not self._asking:
            self._stack.setCurrentWidget(self._resting)
        self._tell_place()

    def _tell_place(self) -> None:
        count = self.queue.model.rowCount()
        self._left.setText(self.tr("%n left to review", "", count))
        self._left.setToolTip(f"{self.queue.place + 1} / {count}")

    def _show(self, row: CompanyRow | None) -> None:
        if row is None or self._campaign is None:
            self._shown_id = ""
            return
        self._tell_place()
        if row.id != self._shown_id:
            self._shown_id = row.id
            self.right.setCurrentWidget(self.form)
            self.form.open(row.id)
            self.viewer.show_company(row.id, row.participation_id, self._campaign.id)
            if (after := self.queue.after) is not None:
                self.viewer.prefetch(after.participation_id)

    def approve(self) -> None:
        """审核通过 for the company at hand, once what is typed is saved; then on to the next."""
        if self.is_at_work and self.right.currentWidget() is self.form:
            self.form.save_then(lambda: self._settle(self._actions.approve))

    def ask_reason(self) -> None:
        """退回补正: asks why, in the place of the form."""
        row = self.queue.row
        if row is not None and self.is_at_work:
            self.form.save_then(lambda: self._ask(row))

    def _ask(self, row: CompanyRow) -> None:
        self.right.setCurrentWidget(self.reasons)
        self.reasons.ask(row.participation_id, row.name)

    def _send_back(self, reason: str) -> None:
        key = self.reasons.texts.key or ""
        self.right.setCurrentWidget(self.form)
        self._settle(lambda scope: self._actions.send_back(scope, reason, lambda: self.reasons.texts.forget(key)))

    def make_notices(self, companies: Companies | None = None) -> None:
        """退回补正通知: asks what is to be made of the notices, for ``companies`` or for all who stand returned."""
        self._stack.setCurrentWidget(self._asking)
        self.papers.ask(RETURN, chosen=companies)

    def _end_asking(self) -> None:
        self._stack.setCurrentWidget(self._resting)
        self.take_focus()

    def _close_reasons(self) -> None:
        self.right.setCurrentWidget(self.form)
        self.take_focus()

    def _settle(self, act: Callable[[Scope], None]) -> None:
        row = self.queue.row
        if row is None or row.id != self._shown_id:
            return
        self.take_focus()
        self.queue.pass_on()
        act(Scope(1, Query(), (row,)))
