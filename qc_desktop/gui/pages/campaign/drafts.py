"""What is typed on the campaign page and not saved yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qc_desktop.gui.pages.form_drafts import FormDrafts
from qc_desktop.gui.widgets.spared import kept

if TYPE_CHECKING:
    from qc_desktop.gui.pages.campaign.page import CampaignPage
    from qc_desktop.services.campaigns.years import CampaignRow

OPENING = "campaign_opening"
DETAILS = "campaign_details"
CLAUSES = "campaign_clauses"


class CampaignDrafts(QObject):
    """The drafts of the three forms: opening a year, about the year, clauses."""

    def __init__(self, page: CampaignPage) -> None:
        super().__init__(page)
        keeper = page.context.drafts
        self._page = page
        self._opening = FormDrafts(OPENING, page.rooms.opening, page.rooms.opening.bar, keeper, self)
        self._details = FormDrafts(DETAILS, page.rooms.details, page.rooms.details.bar, keeper, self)
        self._clauses = FormDrafts(CLAUSES, page.rooms.clauses, page.rooms.clauses.bar, keeper, self)
        kept(page.rooms.opening, page.rooms.details, page.rooms.clauses)

    def take_up(self, row: CampaignRow) -> None:
        """The forms show ``row``: puts over it what was typed before."""
        year = row.values.campaign_year
        self._details.take_up(row.id, self._title(year, self.tr("About the year")), year)
        self._clauses.take_up(row.id, self._title(year, self.tr("Pledge clauses")), year)

    @property
    def opening_year(self) -> int:
        """The year that somebody was about to open, 0 for none."""
        found = self._opening.found("")
        return int(found.values["year"]) if found else 0

    def take_up_opening(self) -> None:
        """The form suggests a year: puts over it what was typed for one before."""
        title = self.tr("Open the year {year}").format(year=self._page.rooms.opening.year)
        self._opening.take_up("", title, 0)

    @staticmethod
    def _title(year: int, what: str) -> str:
        return f"{year} · {what}"
