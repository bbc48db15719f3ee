"""What the page shows while there is no certificate: why, and the one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.parts import Action

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.pages.certificates.model import Standing


class EmptyStates(QWidget):
    """No year, nobody announced, or everybody waiting; ``begin`` begins the first batch."""

    def __init__(self, context: PageContext, begin: Callable[[], None]) -> None:
        super().__init__()
        self._context = context
        to_campaign = Action(self.tr("Go to the campaign"), self._go_to_campaign)
        self._no_year = EmptyState(
            "award",
            self.tr("This year is not open yet"),
            self.tr("Certificates belong to a campaign year. Open it first."),
            to_campaign,
        )
        self._nobody = EmptyState(
            "award",
            self.tr("There are no certificates yet"),
            self.tr("A company gets its certificate after it was announced. Nobody is announced yet."),
            to_campaign,
        )
        self._waiting = EmptyState(
            "award",
            self.tr("Ready for the first certificates"),
            self.tr("The announced companies wait for them. Everything is checked before a number is given."),
            Action(self.tr("Issue certificates"), begin),
        )
        self._blocked = EmptyState(
            "award",
            self.tr("There are no certificates yet"),
            self.tr("Complete the settings first; then certificates can be issued."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._states = (self._no_year, self._nobody, self._waiting, self._blocked)
        for state in self._states:
            column.addWidget(state)
            state.hide()

    def _go_to_campaign(self) -> None:
        self._context.go("campaign", "")

    @property
    def entrance(self) -> QWidget:
        """What the state that is shown offers to do."""
        return next((state.entrance for state in self._states if not state.isHidden()), self)

    def show_standing(self, standing: Standing) -> None:
        """Shows the state that fits."""
        wanted = self._waiting
        if not standing.campaign_id:
            wanted = self._no_year
        elif not standing.waiting:
            wanted = self._nobody
        elif standing.missing:
            wanted = self._blocked
        for state in self._states:
            state.setVisible(state is wanted)
