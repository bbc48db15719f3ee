"""Companies that may be the one that is being typed: by code, by name in any spelling, by how it sounds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from qc_desktop import reference
from qc_desktop.domain import uscc as uscc_rule
from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.likeness import STRENGTH, Identity, Likeness, identity, likeness
from qc_desktop.domain.pasted_text import Recognised
from qc_desktop.domain.search import normalise_query
from qc_desktop.domain.search_words import alike
from qc_desktop.services.office import Office
from qc_desktop.storage import search_index
from qc_desktop.storage.merged import not_merged
from qc_desktop.storage.tables import Company, DistinctCompanies, FormerName

MOST = 5
A_QUESTION = 60
"""Candidates that one question to the index brings at most: what more have is no slip of the pen."""


@dataclass(frozen=True)
class Lookalike:
    """A company that may be the same, and why."""

    id: str
    name: str
    uscc: str
    why: Likeness


def lookalikes(
    office: Office, draft: CompanyDraft, besides: str = "", different: Iterable[str] = ()
) -> list[Lookalike]:
    """At most MOST companies that may be ``draft``, the likeliest first.

    Never the one with id ``besides``, those known to be different from it, or those in ``different``.
    """
    typed = identity(draft.name, draft.uscc, draft.short_name, draft.former_names, reference.place_names())
    with office.store.reading() as session:
        passed_over = {besides, *different, *_known_different(session, besides)}
        found = _candidates(session, typed) - passed_over
        rows = _identities(session, sorted(found))
    alike_ones = [
        Lookalike(company_id, name, known.uscc, why)
        for company_id, (name, known) in rows.items()
        if (why := likeness(typed, known))
    ]
    return sorted(alike_ones, key=lambda one: (STRENGTH[one.why], one.name, one.id))[:MOST]


def known_company(office: Office, read: Recognised) -> Lookalike | None:
    """The company that a pasted message is about, where its code, or a name it has or had, is known."""
    sure = (Likeness.SAME_USCC, Likeness.SAME_NAME, Likeness.FORMER_NAME)
    found = lookalikes(office, CompanyDraft(read.value("name"), read.value("uscc")))
    return next((one for one in found if one.why in sure), None)


def _known_different(session: Session, company_id: str) -> set[str]:
    if not company_id:
        return set()
    pair = select(DistinctCompanies.first_id, DistinctCompanies.second_id)
    rows = session.execute(
        pair.where(or_(DistinctCompanies.first_id == company_id, DistinctCompanies.second_id == company_id))
    )
    return {one for row in rows for one in row}


def _candidates(session: Session, typed: Identity) -> set[str]:
    found: set[str] = set()
    if typed.uscc:
        codes = [typed.uscc, *(() if uscc_rule.is_valid(typed.uscc) else uscc_rule.neighbours(typed.uscc))]
        found.update(session.scalars(select(Company.id).where(Company.uscc.in_(codes), not_merged(Company.id))))
    if typed.key:
        named = select(Company.id).where(Company.name_key == typed.key, not_merged(Company.id))
        found.update(session.scalars(named.limit(A_QUESTION)))
    if typed.core:
        found.update(search_index.candidates(session, _questions(typed), A_QUESTION))
    return found


def _questions(typed: Identity) -> list[str]:
    whole = normalise_query(typed.key)
    questions = alike(typed.core, typed.sound)
    return questions if whole == typed.core else [*alike(whole, "")[:1], *questions]


def _identities(session: Session, ids: Sequence[str]) -> dict[str, tuple[str, Identity]]:
    places = reference.place_names()
    former: dict[str, list[str]] = {}
    for company_id, name in session.execute(
        select(FormerName.company_id, FormerName.name).where(FormerName.company_id.in_(ids))
    ):
        former.setdefault(company_id, []).append(name)
    columns = select(Company.id, Company.name, Company.uscc, Company.short_name).where(Company.id.in_(ids))
    return {
        row.id: (row.name, identity(row.name, row.uscc or "", row.short_name, former.get(row.id, ()), places))
        for row in session.execute(columns)
    }
