"""Saving a company, new or changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop import reference
from qc_desktop.domain import uscc as uscc_rule
from qc_desktop.domain.companies import NAME_LIMIT, PLAIN_TEXTS, TEXT_LIMITS, CompanyDraft, MemberTier
from qc_desktop.domain.findings import Finding, error, errors, warning
from qc_desktop.domain.search import sort_key
from qc_desktop.domain.text import clean, clean_name, clean_plain, code_points, name_key, private_use
from qc_desktop.domain.websites import check_website
from qc_desktop.errors import UserError
from qc_desktop.services.companies.details import CompanyDetail, ContactRow, FormerNameRow, detail_of
from qc_desktop.services.office import Office
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Company, Contact, FormerName

CONTACT = {"contact_person": "name", "contact_phone": "phone", "contact_email": "email"}
"""Fields of a draft that go to the contact, and what they are called there."""

PLAIN = tuple(
    field.name
    for field in fields(CompanyDraft)
    if field.name not in {"name", "uscc", "former_names", "member_tier", *CONTACT}
)
"""Fields of a draft that go to the company as they are."""


SHOWN = 20
"""So many characters of a text name it in a sentence."""
_IN_A_LIST = {"row.private_use": "company.private_use_in", "row.too_long": "company.too_long_in"}


def check(draft: CompanyDraft) -> list[Finding]:
    """What is wrong with ``draft``, field by field, as a form shows it."""
    found: list[Finding] = []
    if not draft.name.strip():
        found.append(error("company.name_missing", "name"))
    if bad := private_use(draft.name):
        found.append(error("company.private_use", "name", draft.name, characters="".join(bad)))
    if len(draft.name) > NAME_LIMIT:
        found.append(error("company.name_long", "name", draft.name, length=len(draft.name)))
    found += [wrong for name in TEXT_LIMITS for wrong in check_text(name, getattr(draft, name))]
    if draft.uscc.strip():
        found += uscc_rule.check(draft.uscc)[1]
    else:
        found.append(warning("company.uscc_missing", "uscc"))
    return found


def check_text(field: str, text: str) -> list[Finding]:
    """What is wrong with ``text`` in ``field``, one of TEXT_LIMITS."""
    if bad := private_use(text):
        return [error("row.private_use", field, text, characters=code_points(sorted(set(bad))))]
    tidied, limit = _tidied(field, text), TEXT_LIMITS[field]
    if len(tidied) > limit:
        return [error("row.too_long", field, text, length=len(tidied), limit=limit)]
    return check_website(tidied) if field == "website" else []


def _tidied(field: str, text: str) -> str:
    """``text`` as it is stored."""
    return clean_plain(text) if field in PLAIN_TEXTS else clean(text)


def save(
    office: Office,
    draft: CompanyDraft,
    company_id: str = "",
    row_version: int = 0,
    former_names: Sequence[FormerNameRow] | None = None,
    contacts: Sequence[ContactRow] | None = None,
) -> CompanyDetail:
    """Saves ``draft`` as a new company, or over the one with ``company_id`` as last seen at ``row_version``.

    A form gives every field, so an empty one empties; None for the lists leaves them. A changed name is kept as a
    former one. Raises UserError for an error in the draft, a code that another company has, or a row changed meanwhile.
    """
    with office.writing("company_change" if company_id else "company_add", name=clean_name(draft.name)) as work:
        return write(office, work, draft, company_id, row_version, former_names, contacts)


def write(
    office: Office,
    work: UnitOfWork,
    draft: CompanyDraft,
    company_id: str,
    row_version: int,
    former_names: Sequence[FormerNameRow] | None,
    contacts: Sequence[ContactRow] | None,
) -> CompanyDetail:
    """What :func:`save` does, as a part of ``work``."""
    bad = errors(check(draft))
    if bad:
        raise UserError(bad[0].code, **bad[0].params)
    _check_lists(former_names or (), contacts or ())
    company = _row(work.session, company_id, row_version)
    before = company.name
    _refuse_taken_code(work.session, draft, company_id)
    fill(company, draft, overwrite=True)
    if former_names is not None:
        _list_former_names(company, former_names)
    if company_id and company.name != before:
        company.former_names.append(FormerName(name=before, until=office.today))
    if contacts is not None:
        _list_contacts(company, contacts)
    work.session.flush()
    return detail_of(company)


def _check_lists(former_names: Sequence[FormerNameRow], contacts: Sequence[ContactRow]) -> None:
    """Raises UserError for a former name or a contact that cannot be kept."""
    found = [wrong for row in former_names for wrong in check_text("short_name", row.name)]
    said = [(ours, getattr(row, theirs)) for row in contacts for ours, theirs in CONTACT.items()]
    found += [wrong for ours, text in said for wrong in check_text(ours, text)]
    for wrong in found:
        raise UserError(_IN_A_LIST[wrong.code], text=wrong.value[:SHOWN], **wrong.params)


def _row(session: Session, company_id: str, row_version: int) -> Company:
    if not company_id:
        company = Company(name="", former_names=[], contacts=[])
        session.add(company)
        return company
    found = session.get(Company, company_id)
    if found is None:
        raise UserError("company.gone")
    if found.merged_into_id:
        raise UserError("company.merged", name=session.get_one(Company, found.merged_into_id).name)
    if found.row_version != row_version:
        raise UserError("store.changed_meanwhile")
    return found


def _list_former_names(company: Company, wanted: Sequence[FormerNameRow]) -> None:
    """Makes the former names those of ``wanted``; rows that say the same stay, so that the history is silent."""
    known = {(former.name, former.until): former for former in company.former_names}
    given = dict.fromkeys((clean_name(row.name), row.until) for row in wanted if row.name.strip())
    company.former_names = [known.get(each) or FormerName(name=each[0], until=each[1]) for each in given]


def _list_contacts(company: Company, wanted: Sequence[ContactRow]) -> None:
    known = {(contact.name, contact.phone, contact.email): contact for contact in company.contacts}
    given = dict.fromkeys((row.name, row.phone, row.email) for row in wanted if any((row.name, row.phone, row.email)))
    company.contacts = [known.get(each) or Contact(name=each[0], phone=each[1], email=each[2]) for each in given]


def _refuse_taken_code(session: Session, draft: CompanyDraft, company_id: str) -> None:
    code = uscc_rule.check(draft.uscc)[0]
    with session.no_autoflush:
        other = session.scalars(select(Company).where(Company.uscc == code, Company.id != company_id)).first()
        if not code or other is None:
            return
        if other.merged_into_id and other.merged_into_id == company_id:  # its own code from before the merging
            other.uscc = None
            session.flush()
            return
        holder = session.get_one(Company, other.merged_into_id or other.id)
        raise UserError("company.uscc_taken", uscc=code, name=holder.name)


def fill(company: Company, draft: CompanyDraft, *, overwrite: bool) -> None:
    """Copies ``draft`` into ``company``; without ``overwrite`` an empty field leaves what is there."""
    for name, value in differences(company, draft, overwrite=overwrite).items():
        setattr(company, name, value)
    if company.name_key != name_key(company.name):
        company.name_key = name_key(company.name)
    company.sort_key = sort_key(company.name)
    _fill_derived(company)
    if not overwrite:
        _add_former_names(company, draft)
        _add_contact(company, draft)


def differences(company: Company, draft: CompanyDraft, *, overwrite: bool) -> dict[str, Any]:
    """The columns of ``company`` that ``draft`` would change, with their new values."""
    given: dict[str, Any] = {name: getattr(draft, name) for name in PLAIN}
    given |= {name: _tidied(name, given[name]) for name in TEXT_LIMITS if name in given}
    given["name"] = clean_name(draft.name)
    given["uscc"] = uscc_rule.check(draft.uscc)[0] or None
    given["member_tier"] = draft.member_tier or company.member_tier or MemberTier.NON_MEMBER
    if draft.province_derived and company.province_code and not overwrite:
        given = {name: value for name, value in given.items() if name not in _PLACE}
    if not draft.province_code:
        given.pop("province_derived", None)
    settled = {"province_derived"}  # a province that is given settles whether it was derived
    return {
        name: value
        for name, value in given.items()
        if (value or overwrite or name in settled) and value != getattr(company, name)
    }


_PLACE = ("province_code", "province", "province_derived")
"""What a code alone suggests never replaces what an office said."""


def _fill_derived(company: Company) -> None:
    if not company.province_code and company.uscc:
        found = reference.admin_divisions().province_of_uscc(company.uscc)
        if found:
            company.province_code, company.province = found.province_code, found.name
            company.province_derived = True


def _add_former_names(company: Company, draft: CompanyDraft) -> None:
    company.former_names.extend(FormerName(name=name) for name in new_former_names(company, draft))


def new_former_names(company: Company, draft: CompanyDraft) -> list[str]:
    """The former names in ``draft`` that ``company`` does not have yet."""
    known = {name_key(former.name) for former in company.former_names} | {company.name_key}
    return [clean_name(name) for name in draft.former_names if name_key(name) not in known]


def _add_contact(company: Company, draft: CompanyDraft) -> None:
    known, given = contact_changes(company, draft)
    if given and known is None:
        company.contacts.append(Contact(**{"name": "", "phone": "", "email": ""} | given))
    for name, value in given.items() if known else ():
        setattr(known, name, value)


def contact_changes(company: Company, draft: CompanyDraft) -> tuple[Contact | None, dict[str, str]]:
    """The contact that ``draft`` speaks of, None for a new one, and what it would change there."""
    given = {theirs: getattr(draft, ours) for ours, theirs in CONTACT.items() if getattr(draft, ours)}
    known = next((c for c in company.contacts if given.get("name", c.name) == c.name), None) if given else None
    return known, {name: value for name, value in given.items() if known is None or getattr(known, name) != value}
