"""The filters above the list, and how many companies each leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from qc_desktop.domain.campaigns import BEFORE_REVIEW, Stage
from qc_desktop.errors import UserError
from qc_desktop.gui.widgets.filter_chips import Chip
from qc_desktop.messages import Messages
from qc_desktop.services.campaigns import years
from qc_desktop.services.campaigns.years import CampaignRow
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.browsing import CompanyFilter
from qc_desktop.services.office import Office

translate = QCoreApplication.translate

ALL, AWAITED, REVIEW, RETURNED, NO_CODE, OUTSIDE, READY = (
    *("all", "awaited", "review", "returned"),
    *("no_code", "outside", "ready"),
)

STAGE_KEY = "stage:"
"""Begins the key of the filter for one stage; its chip is there only once a number of the year has led to it."""
_STAGES = {
    STAGE_KEY + stage: CompanyFilter(stages=(stage.value,))
    for stage in (
        *(Stage.PLEDGED, Stage.ANNOUNCEMENT_PENDING, Stage.ANNOUNCED),
        *(Stage.DECLINED, Stage.WITHDRAWN, Stage.REVOKED),
    )
}

KEYS = frozenset({ALL, AWAITED, REVIEW, RETURNED, NO_CODE, OUTSIDE, READY, *_STAGES})
"""The filters by the keys under which other pages open them."""

_WITHIN_YEAR: Mapping[str, CompanyFilter] = {
    AWAITED: CompanyFilter(stages=tuple(stage.value for stage in BEFORE_REVIEW)),
    REVIEW: CompanyFilter(stages=(Stage.MATERIAL_REVIEW.value,)),
    RETURNED: CompanyFilter(stages=(Stage.RETURNED_FOR_CORRECTION.value,)),
    OUTSIDE: CompanyFilter(taking_part=False),
    READY: CompanyFilter(stages=(Stage.ANNOUNCED.value,), issued=False),
    **_STAGES,
}
"""Filters that mean something only where a year is open."""


@dataclass(frozen=True)
class Counts:
    """How many companies each filter leaves, by its key."""

    by_key: Mapping[str, int]

    @property
    def total(self) -> int:
        """All companies."""
        return self.by_key[ALL]


def narrowed(key: str, text: str, campaign_id: str) -> CompanyFilter:
    """The filter ``key`` with what was typed, in the campaign."""
    base = CompanyFilter(missing="uscc") if key == NO_CODE else _WITHIN_YEAR.get(key, CompanyFilter())
    return replace(base, text=text, campaign_id=campaign_id)


def campaign_of(office: Office, year: int) -> CampaignRow | None:
    """The year's campaign, or None where that year is not open."""
    try:
        return years.campaign(office, year)
    except UserError as missing:
        if missing.code == "campaign.not_open":
            return None
        raise


def count(office: Office, campaign_id: str) -> Counts:
    """The counts for the chips."""
    keys = [ALL, NO_CODE, *(_WITHIN_YEAR if campaign_id else ())]
    return Counts({key: browsing.count(office, narrowed(key, "", campaign_id)) for key in keys})


def chips(counts: Counts | None, words: Messages, picked: str = "") -> list[Chip]:
    """The chips with their counts; those of a year only where one is open, that of a stage where it is ``picked``."""
    said = {
        ALL: translate("CompanyFilters", "All"),
        AWAITED: translate("CompanyFilters", "Pledge awaited"),
        REVIEW: translate("CompanyFilters", "In review"),
        RETURNED: translate("CompanyFilters", "Returned"),
        NO_CODE: translate("CompanyFilters", "No credit code"),
        OUTSIDE: translate("CompanyFilters", "Not taking part"),
        READY: translate("CompanyFilters", "Ready to issue"),
    }
    if counts is None:
        return [Chip(ALL, said[ALL])]
    if picked in _STAGES:
        said[picked] = words.text(f"stage.{picked.removeprefix(STAGE_KEY)}")
    return [Chip(key, name, counts.by_key[key]) for key, name in said.items() if key in counts.by_key]
