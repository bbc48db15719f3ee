"""What the list shows and how it is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QCoreApplication

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.dates import local
from qc_desktop.domain.membership import MembershipStatus
from qc_desktop.gui.desk import Desk
from qc_desktop.gui.models.columns import LEFT, RIGHT, Column
from qc_desktop.gui.tokens import Tone
from qc_desktop.messages import Messages
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.ordering import SORTABLE
from qc_desktop.services.companies.rows import CompanyRow
from qc_desktop.services.members.fields import said
from qc_desktop.services.members.own_columns import OwnColumn, is_number

translate = QCoreApplication.translate

STAGE_TONES: Mapping[str, Tone] = {
    Stage.DRAFT: Tone.MUTED,
    Stage.INVITED: Tone.MUTED,
    Stage.APPLIED: Tone.ACCENT,
    Stage.DECLINED: Tone.MUTED,
    Stage.MATERIAL_REVIEW: Tone.WARN,
    Stage.RETURNED_FOR_CORRECTION: Tone.BAD,
    Stage.PLEDGED: Tone.OK,
    Stage.ANNOUNCEMENT_PENDING: Tone.ACCENT,
    Stage.ANNOUNCED: Tone.OK,
    Stage.WITHDRAWN: Tone.MUTED,
    Stage.REVOKED: Tone.BAD,
}

MEMBERSHIP_TONES: Mapping[str, Tone] = {
    MembershipStatus.CURRENT: Tone.OK,
    MembershipStatus.GRACE: Tone.WARN,
    MembershipStatus.UPCOMING: Tone.ACCENT,
    MembershipStatus.LAPSED: Tone.BAD,
    MembershipStatus.NONE: Tone.MUTED,
}


@dataclass(frozen=True)
class Query:
    """Which companies, in which order."""

    wanted: CompanyFilter = field(default_factory=CompanyFilter)
    sort: str = "name"
    descending: bool = False


class CompanySource:
    """The companies of the desk's office as rows of a list."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self, query: Query) -> int:
        """How many companies answer ``query``."""
        return browsing.count(self._desk.office, query.wanted)

    def page(self, query: Query, offset: int, limit: int) -> Sequence[CompanyRow]:
        """At most ``limit`` rows from ``offset`` on."""
        return browsing.page(self._desk.office, query.wanted, offset, limit, query.sort, query.descending)

    def keys(self, query: Query) -> Sequence[str]:
        """The ids of all companies that answer ``query``."""
        return browsing.in_order(self._desk.office, query.wanted, query.sort, descending=query.descending)

    def place(self, query: Query, company_id: str) -> int | None:
        """Which row the company is, None where ``query`` leaves it out."""
        return browsing.place(self._desk.office, query.wanted, company_id, query.sort, query.descending)


def columns(words: Messages, own: Sequence[OwnColumn] = ()) -> tuple[Column[CompanyRow], ...]:
    """The columns, those at the end only where a person chose them: the association's ``own`` are the last."""
    made = (*_default_columns(words), *_further_columns(words))
    known = [replace(column, sortable=column.id in SORTABLE) for column in made]
    return (*known, *(_own_column(words, column) for column in own))


def _own_column(words: Messages, own: OwnColumn) -> Column[CompanyRow]:
    field = own.field
    return Column(
        field.key,
        field.name,
        own.width,
        lambda row: said(field, row.own.get(field.id, ""), words),
        RIGHT if is_number(field) else LEFT,
        optional=True,
        sortable=True,
    )


def _default_columns(words: Messages) -> tuple[Column[CompanyRow], ...]:
    wide = 1.0 if words.lang == "zh_CN" else 1.5
    certificate = translate("CompanyList", "Certificate no.")
    return (
        Column(
            "member_no", translate("CompanyList", "Member no."), 4.6, lambda row: row.member_no, rank=1, frozen=True
        ),
        Column("name", translate("CompanyList", "Company"), 17, lambda row: row.name, stretch=True, frozen=True),
        Column("uscc", translate("CompanyList", "Credit code"), 11, lambda row: row.uscc, rank=3),
        Column("industry_name", translate("CompanyList", "Industry"), 16, lambda row: row.industry_name, rank=6),
        Column("province", translate("CompanyList", "Province"), 3.4, lambda row: short_province(row.province), rank=2),
        Column(
            "member_tier",
            translate("CompanyList", "Tier"),
            6.2 * wide,
            lambda row: tier_words(words, row.member_tier),
            rank=5,
        ),
        Column(
            "stage",
            translate("CompanyList", "Pledge"),
            6.2 * wide,
            lambda row: stage_words(words, row.stage, row.certificate_no),
            tone=lambda row: stage_tone(row.stage, row.certificate_no),
        ),
        Column("certificate_no", certificate, 11.4, lambda row: row.certificate_no, rank=4),
    )


def _further_columns(words: Messages) -> tuple[Column[CompanyRow], ...]:
    membership = Column[CompanyRow](
        "membership",
        translate("CompanyList", "Membership"),
        4.6 if words.lang == "zh_CN" else 7,
        lambda row: words.text(f"membership.{row.membership}") if row.membership else "",
        tone=lambda row: MEMBERSHIP_TONES.get(row.membership, Tone.MUTED),
        optional=True,
    )
    titles = {
        "stage_since": (translate("CompanyList", "At this stage since"), 6.0),
        "short_name": (translate("CompanyList", "Short name"), 8.0),
        "former_names": (translate("CompanyList", "Former names"), 16.0),
        "legal_representative": (translate("CompanyList", "Legal representative"), 5.0),
        "city": (translate("CompanyList", "City"), 6.0),
        "address": (translate("CompanyList", "Address"), 20.0),
        "hotline": (translate("CompanyList", "Hotline"), 8.0),
        "website": (translate("CompanyList", "Website"), 14.0),
        "remark": (translate("CompanyList", "Remark"), 16.0),
    }
    plain = [
        Column[CompanyRow](name, title, width, partial(_plain, name), optional=True)
        for name, (title, width) in titles.items()
    ]
    return (membership, *plain)


def _plain(name: str, row: CompanyRow) -> str:
    """The cell ``name`` of ``row``: names in a row, a moment as its day."""
    value = getattr(row, name)
    if isinstance(value, tuple):
        return "、".join(value)
    return local(value).date().isoformat() if isinstance(value, dt.datetime) else str(value or "")


def stage_words(words: Messages, stage: str, certificate_no: str = "") -> str:
    """What a stage is called; with a live certificate it is issued, and without a stage nothing came in yet."""
    if certificate_no:
        return translate("CompanyList", "Issued")
    return words.text(f"stage.{stage}") if stage else translate("CompanyList", "Not taking part")


def stage_tone(stage: str, certificate_no: str = "") -> Tone:
    """The colour of a stage."""
    return Tone.OK if certificate_no else STAGE_TONES.get(stage, Tone.MUTED)


def tier_words(words: Messages, tier: str) -> str:
    """What a member tier is called."""
    return words.text(f"tier.{tier}") if tier else ""


def short_province(name: str) -> str:
    """广西 for 广西壮族自治区: what fits a column, and what people say."""
    from qc_desktop.domain.admin_divisions import PROVINCES

    return next((short for _, full, short in PROVINCES if full == name), name)
