"""Which companies: a filter as a value."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from qc_desktop.domain.custom_fields import OwnCondition


@dataclass(frozen=True)
class CompanyFilter:
    """Which companies; empty fields do not narrow, several values of one field widen.

    ``campaign_id`` also brings each company's stage there; with ``stages``, ``issued`` or ``certified`` only companies
    that take part are meant; not ``issued`` are those that wait for a certificate, not ``certified`` all without a
    live one. ``missing`` are things a company lacks, all of them (conditions.MISSING). ``list_id`` is a fixed list;
    ``movement`` what a company did in the year of the campaign: joined, left, came_back. ``membership`` is a
    MembershipStatus as it is on ``membership_on``, today by default. ``custom`` asks for what a company has in the
    association's own fields.
    """

    text: str = ""
    campaign_id: str = ""
    stages: tuple[str, ...] = ()
    issued: bool | None = None
    taking_part: bool | None = None
    certified: bool | None = None
    province_codes: tuple[str, ...] = ()
    industry_codes: tuple[str, ...] = ()
    member_tiers: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    list_id: str = ""
    movement: str = ""
    membership: str = ""
    membership_on: dt.date | None = None
    custom: tuple[OwnCondition, ...] = ()

    @property
    def asks_the_year(self) -> bool:
        """Whether it narrows by what a company does in the campaign."""
        years = (self.taking_part, self.issued, self.certified)
        return bool(self.stages) or any(each is not None for each in years)

    @property
    def needs_a_year(self) -> bool:
        """Whether it says what it means only in a campaign: by what a company does there, or did since the last."""
        return self.asks_the_year or bool(self.movement)
