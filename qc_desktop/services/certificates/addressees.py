"""Whose certificate a row of a carrier's list means: by its number, else by the company it went to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.certificates import CertificateState, is_expired
from qc_desktop.domain.findings import Finding, error, warning
from qc_desktop.domain.text import clean_code, clean_name, name_key
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.storage.merged import survivors
from qc_desktop.storage.tables import Certificate, Company, FormerName


@dataclass(frozen=True)
class Addressee:
    """A certificate that a row may mean."""

    id: str
    number: str
    holder: str
    is_live: bool
    issued_on: dt.date


@dataclass
class Addressees:
    """What a list may mean: certificates by number, and those in force by their companies' codes and names."""

    by_number: dict[str, Addressee] = field(default_factory=dict)
    by_company: dict[str, list[Addressee]] = field(default_factory=dict)

    @classmethod
    def load(cls, session: Session, rows: Sequence[Mapping[str, Any]], day: dt.date) -> Addressees:
        """Reads what ``rows`` (field to cell) name, and nothing else: the register has twenty years."""
        found = cls()
        numbers = {clean_code(str(row["number"])) for row in rows if row.get("number")}
        for part in in_chunks(list(numbers)):
            for certificate in session.scalars(select(Certificate).where(Certificate.number.in_(part))):
                found.by_number[certificate.number] = _addressee(certificate)
        keys = _companies(session, [_company_of(row) for row in rows if not found._numbered(row)])
        for company_id, certificate in _in_force(session, keys, day):
            for key in keys[company_id]:
                found.by_company.setdefault(key, []).append(_addressee(certificate))
        return found

    @property
    def ids(self) -> set[str]:
        """Every certificate that is meant."""
        lists = (self.by_number.values(), *self.by_company.values())
        return {one.id for each in lists for one in each}

    def meant(self, row: Mapping[str, Any], findings: list[Finding]) -> Addressee | None:
        """The certificate of ``row``; what is doubtful is added to ``findings``, and None is one that nobody knows."""
        found, name = self._numbered(row), str(row.get("name") or "")
        if found is None:
            return self._of_company(row, findings)
        if name and name_key(name) != name_key(found.holder):
            findings.append(warning("dispatch.other_name", "name", name, holder=found.holder))
        return found

    def _numbered(self, row: Mapping[str, Any]) -> Addressee | None:
        return self.by_number.get(clean_code(str(row.get("number") or "")))

    def _of_company(self, row: Mapping[str, Any], findings: list[Finding]) -> Addressee | None:
        said = _company_of(row)
        name, uscc = str(said.get("name") or ""), clean_code(str(said.get("uscc") or ""))
        candidates = self.by_company.get(uscc) or self.by_company.get(name_key(name)) or []
        number = clean_code(str(row.get("number") or ""))
        if number and (said is row or not candidates):  # a wrong number is never made up for by a name beside it
            findings.append(error("dispatch.unknown_number", "number", number))
        elif len(candidates) == 1:
            return candidates[0]
        elif candidates:
            numbers = [one.number for one in candidates[:5]]
            findings.append(error("dispatch.several", "name", name or uscc, numbers=numbers))
        else:
            findings.append(error("dispatch.unknown_company", "name", name or uscc))
        return None


def _company_of(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """``row`` with what stands for a certificate's number taken for a company, where it names none otherwise."""
    said = row.get("number")
    return row if not said or row.get("name") or row.get("uscc") else {"name": str(said), "uscc": str(said)}


def _addressee(certificate: Certificate) -> Addressee:
    is_live = certificate.state == CertificateState.LIVE
    return Addressee(certificate.id, certificate.number, certificate.holder, is_live, certificate.issued_on)


def _companies(session: Session, rows: Sequence[Mapping[str, Any]]) -> dict[str, set[str]]:
    """The companies that ``rows`` name, each with the codes and names under which they do."""
    codes = {clean_code(str(row["uscc"])) for row in rows if row.get("uscc")}
    names = {clean_name(str(row["name"])) for row in rows if row.get("name")}
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


def _in_force(session: Session, companies: Mapping[str, set[str]], day: dt.date) -> Iterable[tuple[str, Certificate]]:
    """The valid certificates of ``companies``, also those issued to a company that was merged into one of them."""
    gone = {merged: survivor for merged, survivor in survivors(session).items() if survivor in companies}
    for part in in_chunks([*companies, *gone]):
        live = select(Certificate).where(
            Certificate.company_id.in_(part), Certificate.state == CertificateState.LIVE.value
        )
        for certificate in session.scalars(live.order_by(Certificate.serial)):
            if not is_expired(certificate.expires_on, day):
                yield gone.get(certificate.company_id, certificate.company_id), certificate
