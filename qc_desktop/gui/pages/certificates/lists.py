"""The columns of the page's lists, and the words and tones in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qc_desktop.domain.certificates import CertificateState, is_expired
from qc_desktop.domain.dates import local
from qc_desktop.gui.models.columns import RIGHT, Column
from qc_desktop.gui.pages.prose import joined
from qc_desktop.gui.tokens import Tone
from qc_desktop.services.certificates.dispatches import in_words
from qc_desktop.services.certificates.register import ORDERS

if TYPE_CHECKING:
    import datetime as dt

    from qc_desktop.messages import Messages
    from qc_desktop.services.certificates.candidates import Candidate
    from qc_desktop.services.certificates.issuing import Stopped
    from qc_desktop.services.certificates.register import CertificateRow
    from qc_desktop.services.companies.rows import CompanyRow

translate = QCoreApplication.translate

TONES: Mapping[CertificateState, Tone] = {
    CertificateState.LIVE: Tone.OK,
    CertificateState.VOID: Tone.MUTED,
    CertificateState.REVOKED: Tone.BAD,
    CertificateState.REPLACED: Tone.MUTED,
}


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
    made: tuple[Column[CertificateRow], ...] = (
        Column("number", translate("Certificates", "Number"), 11, lambda row: row.number, frozen=True),
        Column("holder", translate("Certificates", "Company"), 17, lambda row: row.holder, stretch=True, frozen=True),
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
        Column("sent", translate("Certificates", "Dispatch"), 12, lambda row: sent_words(row, words), optional=True),
        Column("uscc", translate("Certificates", "Credit code"), 12, lambda row: row.uscc, optional=True),
        Column("state_since", translate("Certificates", "In this state since"), 6, _since, optional=True),
        Column("reason", translate("Certificates", "Reason"), 14, lambda row: row.state_reason, optional=True),
        Column("replaced_by", translate("Certificates", "Replaced by"), 11, lambda row: row.replaced_by, optional=True),
    )
    return tuple(replace(column, sortable=column.id in ORDERS) for column in made)


def sent_words(row: CertificateRow, words: Messages) -> str:
    """How a certificate went out last; empty where nothing is noted."""
    return in_words(row.dispatch, words) if row.dispatch else ""


def _since(row: CertificateRow) -> str:
    return local(row.state_since).date().isoformat()


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
