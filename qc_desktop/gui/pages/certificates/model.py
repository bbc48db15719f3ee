"""The rows of the page's lists, and how the year stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QCoreApplication

from qc_desktop.domain.campaigns import CampaignKind, Stage
from qc_desktop.domain.certificates import CertificateState, is_expired
from qc_desktop.gui.models.columns import RIGHT, Column
from qc_desktop.gui.pages.prose import joined
from qc_desktop.gui.tokens import Tone
from qc_desktop.services import preferences
from qc_desktop.services.campaigns import years
from qc_desktop.services.certificates import register
from qc_desktop.services.certificates.register import CertificateFilter, CertificateRow
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.browsing import CompanyFilter, CompanyRow

if TYPE_CHECKING:
    import datetime as dt

    from qc_desktop.gui.desk import Desk
    from qc_desktop.messages import Messages
    from qc_desktop.services.certificates.candidates import Candidate
    from qc_desktop.services.certificates.issuing import Stopped
    from qc_desktop.services.office import Office

translate = QCoreApplication.translate
Row = TypeVar("Row")

TONES: Mapping[CertificateState, Tone] = {
    CertificateState.LIVE: Tone.OK,
    CertificateState.VOID: Tone.MUTED,
    CertificateState.REVOKED: Tone.BAD,
    CertificateState.REPLACED: Tone.MUTED,
}


@dataclass(frozen=True)
class Standing:
    """How a year stands: its campaign (empty: not open), how many wait, the register by state, missing settings."""

    campaign_id: str = ""
    announcement_no: str = ""
    waiting: int = 0
    by_state: Mapping[CertificateState, int] = field(default_factory=dict)
    missing: tuple[str, ...] = ()

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
    rows = [row for row in years.campaigns(office) if row.values.campaign_year == year]
    row = next((row for row in rows if row.values.kind is CampaignKind.INTEGRITY_PLEDGE), None)
    if row is None:
        return Standing(missing=missing)
    filters = {state: CertificateFilter(row.id, states=(state.value,)) for state in CertificateState}
    counts = {state: register.count(office, wanted) for state, wanted in filters.items()}
    waiting = browsing.count(office, to_issue(row.id))
    return Standing(row.id, row.values.announcement_no, waiting, counts, missing)


def to_issue(campaign_id: str, text: str = "") -> CompanyFilter:
    """The companies of the campaign that are announced and have no live certificate."""
    return CompanyFilter(text=text, campaign_id=campaign_id, stages=(Stage.ANNOUNCED.value,), issued=False)


class RegisterSource:
    """The register of certificates, by number."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self, query: CertificateFilter) -> int:
        """How many certificates answer ``query``."""
        return register.count(self._desk.office, query)

    def page(self, query: CertificateFilter, offset: int, limit: int) -> Sequence[CertificateRow]:
        """The rows from ``offset`` on."""
        return register.page(self._desk.office, query, offset, limit)


class CompanySource:
    """Companies that can be issued a certificate, by name."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self, query: CompanyFilter) -> int:
        """How many companies answer ``query``."""
        return browsing.count(self._desk.office, query)

    def page(self, query: CompanyFilter, offset: int, limit: int) -> Sequence[CompanyRow]:
        """The rows from ``offset`` on."""
        return browsing.page(self._desk.office, query, offset, limit)


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


def state_words(row: CertificateRow, words: Messages, today: dt.date) -> str:
    """The state of ``row``; a live one whose time is over is called expired."""
    if row.state is CertificateState.LIVE and is_expired(row.expires_on, today):
        return words.text("verdict.expired")
    return words.text(f"certificate.{row.state}")


def state_tone(row: CertificateRow, today: dt.date) -> Tone:
    """The tone of that state."""
    if row.state is CertificateState.LIVE and is_expired(row.expires_on, today):
        return Tone.WARN
    return TONES[row.state]


def register_columns(words: Messages, today: Callable[[], dt.date]) -> tuple[Column[CertificateRow], ...]:
    """The columns of the register."""
    return (
        Column("number", translate("Certificates", "Number"), 11, lambda row: row.number),
        Column("holder", translate("Certificates", "Company"), 17, lambda row: row.holder, stretch=True),
        Column("issued", translate("Certificates", "Issued"), 6, lambda row: row.issued_on.isoformat(), rank=2),
        Column("expires", translate("Certificates", "Valid until"), 6, _last_day, rank=1),
        Column(
            "state",
            translate("Certificates", "State"),
            6,
            lambda row: state_words(row, words, today()),
            tone=lambda row: state_tone(row, today()),
        ),
        Column("printed", translate("Certificates", "Files"), 3, lambda row: str(row.printed), RIGHT, rank=3),
    )


def _last_day(row: CertificateRow) -> str:
    return row.expires_on.isoformat() if row.expires_on else ""


def company_columns() -> tuple[Column[CompanyRow], ...]:
    """The columns of the companies that wait."""
    return (
        Column("name", translate("Certificates", "Company"), 17, lambda row: row.name, stretch=True),
        Column("uscc", translate("Certificates", "Credit code"), 12, lambda row: row.uscc, rank=2),
        Column("province", translate("Certificates", "Province"), 8, lambda row: row.province, rank=1),
    )


def ready_columns() -> tuple[Column[Candidate], ...]:
    """The columns of the companies that passed the check."""
    return (
        Column("name", translate("Certificates", "Company"), 17, lambda row: row.name, stretch=True),
        Column("uscc", translate("Certificates", "Credit code"), 12, lambda row: row.uscc, rank=1),
    )


def stopped_columns(words: Messages) -> tuple[Column[Stopped], ...]:
    """The columns of the companies that did not, and why."""
    return (
        Column("name", translate("Certificates", "Company"), 17, lambda row: row.name),
        Column("reason", translate("Certificates", "What is wrong"), 20, lambda row: reason(row, words), stretch=True),
    )


def reason(stopped: Stopped, words: Messages) -> str:
    """Why a company was stopped, in words; what is wrong in the name is not said again of the sentence around it."""
    told = {(finding.code, str(finding.params.get("character", ""))): finding for finding in reversed(stopped.findings)}
    return joined(*(words.of(finding) for finding in reversed(told.values())))
