"""All that the form shows of one company, read in one go; and what somebody typed over it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from qc_desktop.gui.widgets.form_values import Value
from qc_desktop.services import drafts as files
from qc_desktop.services.campaigns import pledging
from qc_desktop.services.campaigns.pledging import PledgeRow
from qc_desktop.services.companies import browsing, details, splitting
from qc_desktop.services.companies.details import CompanyDetail, ContactRow
from qc_desktop.services.companies.splitting import MergedCompany
from qc_desktop.services.office import Office


@dataclass(frozen=True)
class Sheet:
    """A company with its pledge of the year (None where it does not take part); without ``detail`` a new one.

    ``merged`` are the companies that went into it.
    """

    detail: CompanyDetail | None = None
    pledge: PledgeRow | None = None
    certificate_no: str = ""
    merged: tuple[MergedCompany, ...] = ()

    @property
    def id(self) -> str:
        """The company's id, empty for a new one."""
        return self.detail.id if self.detail else ""

    @property
    def name(self) -> str:
        """The company's name, empty for a new one."""
        return str(self.detail.values["name"]) if self.detail else ""


@dataclass(frozen=True)
class Draft:
    """What was typed over ``sheet`` and is not saved yet; ``typed`` is what differs from it, as JSON can hold it."""

    sheet: Sheet
    company: Mapping[str, Value]
    pledge: Mapping[str, Value]
    submit: bool
    contacts: tuple[ContactRow, ...] | None
    typed: Mapping[str, Any]
    year: int
    at: dt.datetime = field(default_factory=files.now)

    @property
    def name(self) -> str:
        """What the company is called in the form."""
        return str(self.company["name"])


def read(office: Office, company_id: str, campaign_id: str) -> Sheet:
    """The sheet of a company. Raises UserError when it is gone."""
    detail = details.detail(office, company_id)
    merged = tuple(splitting.merged_into(office, detail.id))
    if not campaign_id:
        return Sheet(detail, merged=merged)
    row = browsing.in_campaign(office, campaign_id, detail.id)
    return Sheet(detail, pledging.pledge_of(office, campaign_id, detail.id), row.certificate_no, merged)
