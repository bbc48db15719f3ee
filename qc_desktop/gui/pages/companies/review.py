"""Approving, returning, bringing into the year: by key, from the form, or for many at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.actions import CompanyActions
from qc_desktop.gui.pages.companies.editor import Editor
from qc_desktop.gui.pages.companies.listing import Listing
from qc_desktop.gui.pages.companies.reason_panel import ReasonPanel, return_reasons
from qc_desktop.gui.pages.companies.scope import Scope
from qc_desktop.gui.widgets.list_detail import ListDetail


class Review(QObject):
    """Joins the keys F9 and F10 and the buttons of list and form to what they do."""

    def __init__(
        self, context: PageContext, split: ListDetail, listing: Listing, editor: Editor, reason: ReasonPanel
    ) -> None:
        super().__init__(split)
        self._context = context
        self._split = split
        self._listing = listing
        self._editor = editor
        self._reason = reason
        self.actions = CompanyActions(context, self)
        editor.approve.clicked.connect(lambda: self.approve(self._shown()))
        editor.send_back.clicked.connect(lambda: self.ask_reason(self._shown()))
        bar = listing.bar
        bar.approve.connect(lambda: self.approve(listing.scope()))
        bar.send_back.connect(lambda: self.ask_reason(listing.scope()))
        bar.pledge.connect(lambda: self.actions.enter_pledges(listing.scope()))
        bar.join.connect(lambda: self.actions.join(listing.scope()))
        reason.given.connect(self.actions.send_back)
        reason.closed.connect(listing.setFocus)
        self.actions.done.connect(self._go_on)
        for keys, act in (("F9", self.approve), ("F10", self.ask_reason)):
            QShortcut(QKeySequence(keys), split).activated.connect(partial(self.with_scope, act))

    def show_campaign(self, campaign_id: str) -> None:
        """Reviews belong to this campaign; '' where no year is open."""
        self.actions.campaign_id = campaign_id
        desk = self._context.services
        self._context.jobs.query(lambda: return_reasons(desk.office), self._reason.offer)

    def with_scope(self, act: Callable[[Scope], None]) -> None:
        """Does ``act`` to the company in the form where a person works there or beside it, else to what is selected."""
        act(self._shown() if self._split.works_in_detail else self._listing.scope())

    def _go_on(self) -> None:
        """The next one is in the list: never leave the cursor in the form of a company that was just dealt with."""
        if self._listing.isVisible():
            self._listing.setFocus()

    def approve(self, scope: Scope) -> None:
        """审核通过 for everyone in ``scope``."""
        if scope.count and self.actions.campaign_id:
            self.actions.approve(scope)

    def ask_reason(self, scope: Scope) -> None:
        """退回补正 for everyone in ``scope``, once the reason is given."""
        if scope.count and self.actions.campaign_id:
            self._split.close_detail()
            self._reason.ask(scope, self._listing.bar.in_review if scope.count > 1 else 1)

    def _shown(self) -> Scope:
        row = self._editor.row
        return Scope(0, self._listing.query) if row is None else Scope(1, self._listing.query, (row,))
