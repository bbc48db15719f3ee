"""Whose certificate a row of a carrier's list means: by its number, else by the company it went to.

A company's name means what was in force on the day of dispatch, also where another certificate has taken its place
since; without a day, what is in force today.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from qc_desktop.domain.campaigns import CampaignKind
from qc_desktop.domain.cells import text_of
from qc_desktop.domain.certificates import CertificateState, is_expired
from qc_desktop.domain.dates import local
from qc_desktop.domain.findings import Finding, error, warning
from qc_desktop.domain.number_ranges import is_part, place_of
from qc_desktop.domain.text import clean_code, clean_name, name_key
from qc_desktop.errors import UserError
from qc_desktop.exchange.dispatch_list import WHOSE
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.register_lookup import in_force_instead
from qc_desktop.storage.merged import survivors
from qc_desktop.storage.tables import Campaign, Certificate, Company, FormerName


@dataclass(frozen=True)
class Addressee:
    """A certificate that a row may mean."""

    id: str
    number: str
    holder: str
    uscc: str
    issued_on: dt.date
    expires_on: dt.date | None
    ended_on: dt.date | None

    @property
    def is_live(self) -> bool:
        """Whether it stands in the register, expired or not."""
        return self.ended_on is None

    def was_in_force(self, day: dt.date) -> bool:
        """Whether it was in force on some part of ``day``, which may be today."""
        begun = self.issued_on <= day and not is_expired(self.expires_on, day)
        return begun and (self.ended_on is None or day <= self.ended_on)


@dataclass
class Addressees:
    """What a list may mean: certificates by number, and all of the companies named by their codes and names.

    ``in_force`` has, by the id of one that ended, the number of its company's that is in force for the same year, empty
    where none is; ``by_digits`` has the number of the newest year that last digits in the column of numbers mean.
    """

    today: dt.date
    by_number: dict[str, Addressee] = field(default_factory=dict)
    by_company: dict[str, list[Addressee]] = field(default_factory=dict)
    in_force: dict[str, str] = field(default_factory=dict)
    by_digits: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, session: Session, rows: Sequence[Mapping[str, Any]], today: dt.date) -> Addressees:
        """Reads what ``rows`` (field to cell) name, and nothing else: the register has twenty years."""
        found = cls(today)
        found.by_digits = _meant_by_digits(session, rows)
        numbers = {clean_code(text) for row in rows for text in _texts(row)} | set(found.by_digits.values())
        for part in in_chunks(list(numbers)):
            for _, certificate in _read(session, Certificate.number, part):
                found.by_number[certificate.number] = certificate
        keys = _companies(session, [_company_of(row) for row in rows if not found._numbered(row)])
        for company_id, certificate in _issued_to(session, keys):
            for key in keys[company_id]:
                found.by_company.setdefault(key, []).append(certificate)
        lists = (found.by_number.values(), *found.by_company.values())
        ended = {one.id for each in lists for one in each if not one.is_live}
        found.in_force = {one: in_force_instead(session, session.get_one(Certificate, one), today) for one in ended}
        return found

    @property
    def ids(self) -> set[str]:
        """Every certificate that is meant."""
        lists = (self.by_number.values(), *self.by_company.values())
        return {one.id for each in lists for one in each}

    def meant(self, row: Mapping[str, Any], sent_on: dt.date | None, findings: list[Finding]) -> Addressee | None:
        """The certificate of ``row``, sent on that day if one is said; None is one that nobody knows.

        What is doubtful is added to ``findings``. Whichever of number, name and code stands in a column for one of
        them, it is read as what it is.
        """
        found, name = self._numbered(row), str(row.get("name") or "")
        if found is None:
            return self._of_company(row, sent_on, findings)
        if name and clean_code(name) not in (found.number, found.uscc) and name_key(name) != name_key(found.holder):
            odd = error if _number_cell(row) in self.by_digits else warning  # digits may be of something else
            findings.append(odd("dispatch.other_name", "name", name, holder=found.holder))
        elif not name and _number_cell(row) in self.by_digits and clean_code(str(row.get("uscc") or "")) != found.uscc:
            said = {"number": found.number, "holder": found.holder}
            findings.append(warning("dispatch.by_digits", "number", _number_cell(row), **said))
        return found

    def _numbered(self, row: Mapping[str, Any]) -> Addressee | None:
        """By its own column; by another one only where that is empty, for a wrong number is never made up for."""
        typed = str(row.get("number") or "")
        texts = [self.by_digits.get(_number_cell(row), typed)] if typed else _texts(row)
        return next((self.by_number[code] for text in texts if (code := clean_code(text)) in self.by_number), None)

    def _of_company(self, row: Mapping[str, Any], sent_on: dt.date | None, findings: list[Finding]) -> Addressee | None:
        said = _company_of(row)
        texts = _texts(said, "uscc", "name")
        named = (self.by_company.get(key) for text in texts for key in (clean_code(text), name_key(text)))
        candidates = self._fitting(next(filter(None, named), []), sent_on)
        number = clean_code(str(row.get("number") or "")) or next((text for text in texts if _is_number(text)), "")
        if number and (said is row or not candidates):  # a wrong number is never made up for by a name beside it
            findings.append(error("dispatch.unknown_number", "number", number))
        elif len(candidates) == 1:
            return candidates[0]
        elif candidates:
            numbers = [one.number for one in candidates[:5]]
            findings.append(error("dispatch.several", "name", texts[-1], numbers=numbers))
        else:
            findings.append(error("dispatch.unknown_company", "name", texts[-1] if texts else ""))
        return None

    def _fitting(self, known: Sequence[Addressee], sent_on: dt.date | None) -> list[Addressee]:
        """Those of ``known`` that were in force on the day of dispatch and are live; of what was all replaced or ended
        since the newest; without any, those in force today."""
        then = [one for one in known if sent_on is not None and one.was_in_force(sent_on)]
        newest = max((one.issued_on for one in then), default=None)
        live = [one for one in then if one.is_live]
        return (
            live
            or [one for one in then if one.issued_on == newest]
            or [one for one in known if one.is_live and one.was_in_force(self.today)]
        )


def _number_cell(row: Mapping[str, Any]) -> str:
    """What stands in the column of numbers; a spreadsheet may keep 000002 as 2.0."""
    cell = row.get("number")
    return "" if cell is None else clean_code(text_of(cell))


def _meant_by_digits(session: Session, rows: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The numbers that last digits in the column of numbers mean: of the newest year with certificates, whichever
    became of them. What means none or several is left out, and so unknown."""
    typed = {cell for row in rows if (cell := _number_cell(row)).isdigit() and is_part(cell)}
    if not typed:
        return {}
    of_kind = Campaign.kind == CampaignKind.INTEGRITY_PLEDGE
    years = select(Campaign.id).join(Certificate, Certificate.campaign_id == Campaign.id).where(of_kind)
    newest = session.scalars(years.order_by(Campaign.campaign_year.desc()).limit(1)).first()
    query = select(Certificate.number).where(Certificate.campaign_id == newest).order_by(Certificate.serial)
    known = session.scalars(query).all()
    meant: dict[str, str] = {}
    for digits in typed:
        with suppress(UserError):
            meant[digits] = known[place_of(digits, known)]
    return meant


def _company_of(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """``row`` with what stands for a certificate's number taken for a company, where it names none otherwise."""
    said = row.get("number")
    return row if not said or row.get("name") or row.get("uscc") else {"name": str(said), "uscc": str(said)}


def _texts(row: Mapping[str, Any], *fields: str) -> list[str]:
    """What stands in the ``fields`` that tell whose row it is, all of them where none is named."""
    return [str(row[field]) for field in fields or WHOSE if row.get(field)]


def _is_number(text: str) -> bool:
    """Whether ``text`` looks like a certificate's number, which no company's name or code does: QC-2026-315-000128."""
    return text.isascii() and "-" in text and any(map(str.isdigit, text))


def _read(
    session: Session, column: InstrumentedAttribute[str], among: Sequence[str]
) -> Iterator[tuple[str, Addressee]]:
    """The certificates whose ``column`` is ``among`` those, in order, each with its company."""
    one = Certificate
    query = select(one.company_id, one.id, one.number, one.holder, one.uscc).add_columns(
        one.state, one.state_since, one.issued_on, one.expires_on
    )
    for row in session.execute(query.where(column.in_(among)).order_by(one.serial)):
        ended_on = None if row.state == CertificateState.LIVE else local(row.state_since).date()
        whose = (row.id, row.number, row.holder, row.uscc)
        yield row.company_id, Addressee(*whose, row.issued_on, row.expires_on, ended_on)


def _companies(session: Session, rows: Sequence[Mapping[str, Any]]) -> dict[str, set[str]]:
    """The companies that ``rows`` name, each with the codes and names under which they do."""
    texts = [text for row in rows for text in _texts(row, "uscc", "name")]
    codes, names = set(map(clean_code, texts)), set(map(clean_name, texts))
    gone = survivors(session)
    found: dict[str, set[str]] = {}
    for columns, wanted in (
        ((Company.id, Company.uscc), codes),
        ((Company.id, Company.name_key), set(map(name_key, names))),
        ((FormerName.company_id, FormerName.name), names),
    ):
        for part in in_chunks(list(wanted)):
            for company_id, key in session.execute(select(*columns).where(columns[1].in_(part))):
                spelled = str(key) if key in codes else name_key(str(key))
                found.setdefault(gone.get(company_id, company_id), set()).add(spelled)
    return found


def _issued_to(session: Session, companies: Mapping[str, set[str]]) -> Iterator[tuple[str, Addressee]]:
    """The certificates of ``companies``, also those issued to a company that was merged into one of them."""
    gone = {merged: survivor for merged, survivor in survivors(session).items() if survivor in companies}
    for part in in_chunks([*companies, *gone]):
        for company_id, certificate in _read(session, Certificate.company_id, part):
            yield gone.get(company_id, company_id), certificate
