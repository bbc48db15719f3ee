"""The filters above the list, and how many companies each leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from qc_desktop.domain.campaigns import BEFORE_REVIEW, Stage
from qc_desktop.errors import UserError
from qc_desktop.gui.widgets.filter_chips import Chip
from qc_desktop.services.campaigns import years
from qc_desktop.services.campaigns.years import CampaignRow
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.members.fields import FieldRow, fields
from qc_desktop.services.members.own_columns import OwnColumn, own_columns
from qc_desktop.services.office import Office
from qc_desktop.services.reports import keys

translate = QCoreApplication.translate

ALL, AWAITED, REVIEW, RETURNED, NO_CODE, OUTSIDE, READY = (
    *("all", "awaited", "review", "returned"),
    *("no_code", "outside", "ready"),
)

KEYS = frozenset({ALL, AWAITED, REVIEW, RETURNED, NO_CODE, OUTSIDE, READY})
"""The filters by the keys under which other pages open them."""

_WITHIN_YEAR: Mapping[str, CompanyFilter] = {
    AWAITED: CompanyFilter(stages=tuple(stage.value for stage in BEFORE_REVIEW)),
    REVIEW: CompanyFilter(stages=(Stage.MATERIAL_REVIEW.value,)),
    RETURNED: CompanyFilter(stages=(Stage.RETURNED_FOR_CORRECTION.value,)),
    OUTSIDE: CompanyFilter(taking_part=False),
    READY: CompanyFilter(stages=(Stage.ANNOUNCED.value,), issued=False),
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


def is_filter(key: str) -> bool:
    """Whether another page may open the list under ``key``: a filter of ours, or a number of the overview."""
    return key in KEYS or keys.is_key(key)


def narrowed(key: str, text: str, campaign_id: str, further: CompanyFilter | None = None) -> CompanyFilter:
    """The filter ``key`` with what was typed, in the campaign; ``further`` are conditions that hold besides."""
    return replace(_both(_base(key, campaign_id), further or CompanyFilter()), text=text, campaign_id=campaign_id)


def _base(key: str, campaign_id: str) -> CompanyFilter:
    if keys.is_key(key):
        return keys.companies_of(key, campaign_id) if campaign_id else CompanyFilter()
    return CompanyFilter(missing=("uscc",)) if key == NO_CODE else _WITHIN_YEAR.get(key, CompanyFilter())


def _both(chip: CompanyFilter, further: CompanyFilter) -> CompanyFilter:
    """What answers the chip and the further conditions."""
    return replace(
        further,
        stages=_meet(chip.stages, further.stages),
        province_codes=_meet(chip.province_codes, further.province_codes),
        industry_codes=_meet(chip.industry_codes, further.industry_codes),
        member_tiers=_meet(chip.member_tiers, further.member_tiers),
        missing=tuple(dict.fromkeys((*chip.missing, *further.missing))),
        issued=further.issued if chip.issued is None else chip.issued,
        certified=further.certified if chip.certified is None else chip.certified,
        taking_part=further.taking_part if chip.taking_part is None else chip.taking_part,
        movement=chip.movement or further.movement,
        custom=tuple(dict.fromkeys((*chip.custom, *further.custom))),
    )


def _meet(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The values that both allow; an empty one allows all, and where none is left ``""`` is nobody's."""
    if not one or not other:
        return one or other
    return tuple(value for value in one if value in other) or ("",)


@dataclass(frozen=True)
class Around:
    """What the list shows besides companies: the year's campaign, and the association's own fields.

    ``own`` are the fields that are offered, as columns; ``fields`` the retired ones too.
    """

    campaign: CampaignRow | None
    own: tuple[OwnColumn, ...]
    fields: tuple[FieldRow, ...]


def around(office: Office, year: int) -> Around:
    """What stands around the list in ``year``."""
    return Around(campaign_of(office, year), own_columns(office), fields(office, retired=True))


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


def chips(counts: Counts | None, opened: Chip | None = None) -> list[Chip]:
    """The chips with their counts, those of a year only where one is open; ``opened`` by a number of the overview."""
    return [*_usual(counts), *([opened] if opened else [])]


def _usual(counts: Counts | None) -> list[Chip]:
    words = {
        ALL: translate("CompanyFilters", "All"),
        AWAITED: translate("CompanyFilters", "Pledge awaited"),
        REVIEW: translate("CompanyFilters", "In review"),
        RETURNED: translate("CompanyFilters", "Returned"),
        NO_CODE: translate("CompanyFilters", "No credit code"),
        OUTSIDE: translate("CompanyFilters", "Not taking part"),
        READY: translate("CompanyFilters", "Ready to issue"),
    }
    if counts is None:
        return [Chip(ALL, words[ALL])]
    return [Chip(key, said, counts.by_key[key]) for key, said in words.items() if key in counts.by_key]
