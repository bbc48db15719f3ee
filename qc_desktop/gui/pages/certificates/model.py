"""How the year stands, and where the rows of the page's lists come from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from qc_desktop.domain.campaigns import CampaignKind, Stage
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.services import preferences
from qc_desktop.services.campaigns import years
from qc_desktop.services.certificates import register
from qc_desktop.services.certificates.register import CertificateFilter, CertificateRow
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.rows import CompanyRow

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.services.office import Office

Row = TypeVar("Row")


@dataclass(frozen=True)
class Standing:
    """How a year stands: its campaign (empty: not open), how many wait, the register by state, missing settings."""

    campaign_id: str = ""
    announcement_no: str = ""
    waiting: int = 0
    by_state: Mapping[CertificateState, int] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    year: int = 0

    @property
    def issued(self) -> int:
        """How many certificates stand in the register, whatever became of them."""
        return sum(self.by_state.values())


def look(office: Office, year: int) -> Standing:
    """How ``year`` stands."""
    missing = tuple(
        name
        for name, value in (
            ("association_name", preferences.issuer_line(office)),
            ("verification_prefix", preferences.get(office, "verification_prefix")),
        )
        if not value
    )
    rows = years.campaigns(office, year)
    row = next((row for row in rows if row.values.kind is CampaignKind.INTEGRITY_PLEDGE), None)
    if row is None:
        return Standing(missing=missing)
    filters = {state: CertificateFilter(row.id, states=(state.value,)) for state in CertificateState}
    counts = {state: register.count(office, wanted) for state, wanted in filters.items()}
    waiting = browsing.count(office, to_issue(row.id))
    return Standing(row.id, row.values.announcement_no, waiting, counts, missing, year)


def to_issue(campaign_id: str, text: str = "") -> CompanyFilter:
    """The companies of the campaign that are announced and have no live certificate."""
    return CompanyFilter(text=text, campaign_id=campaign_id, stages=(Stage.ANNOUNCED.value,), issued=False)


@dataclass(frozen=True)
class RegisterQuery:
    """Which certificates, in which order."""

    wanted: CertificateFilter
    sort: str = "number"
    descending: bool = False


class RegisterSource:
    """The register of certificates."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self, query: RegisterQuery) -> int:
        """How many certificates answer ``query``."""
        return register.count(self._desk.office, query.wanted)

    def page(self, query: RegisterQuery, offset: int, limit: int) -> Sequence[CertificateRow]:
        """The rows from ``offset`` on."""
        return register.page(self._desk.office, query.wanted, offset, limit, query.sort, query.descending)

    def keys(self, query: RegisterQuery) -> Sequence[str]:
        """The numbers of all certificates that answer ``query``."""
        return register.numbers(self._desk.office, query.wanted, query.sort, descending=query.descending)


class CompanySource:
    """Companies that can be issued a certificate, in the order of the roster, which is that of the numbers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self, query: CompanyFilter) -> int:
        """How many companies answer ``query``."""
        return browsing.count(self._desk.office, query)

    def page(self, query: CompanyFilter, offset: int, limit: int) -> Sequence[CompanyRow]:
        """The rows from ``offset`` on."""
        return browsing.page(self._desk.office, query, offset, limit, sort="roster")

    def keys(self, query: CompanyFilter) -> Sequence[str]:
        """The participations of all companies that answer ``query``."""
        return browsing.participation_ids(self._desk.office, query, sort="roster")


class Held(Generic[Row]):
    """Rows that a job brought; a query is text that must stand in what ``text`` says of a row."""

    def __init__(self, text: Callable[[Row], str]) -> None:
        self.rows: tuple[Row, ...] = ()
        self._text = text

    def count(self, query: str) -> int:
        """How many rows hold ``query``."""
        return len(self._found(query))

    def page(self, query: str, offset: int, limit: int) -> Sequence[Row]:
        """The rows from ``offset`` on."""
        return self._found(query)[offset : offset + limit]

    def _found(self, query: str) -> Sequence[Row]:
        wanted = query.strip().casefold()
        return [row for row in self.rows if wanted in self._text(row).casefold()] if wanted else self.rows
