"""What bringing in a folder of returned forms would do, form by form, before anything is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import CompanyDraft, PledgeDraft
from qc_desktop.domain.findings import Finding, Severity, error, warning
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.exchange.reading.return_form import FormFile
from qc_desktop.messages import Messages
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.companies.planning import companies_by_id
from qc_desktop.services.office import Office
from qc_desktop.services.returns.comparing import Compared, Difference, Present, compare
from qc_desktop.services.returns.known import LastPledge, last_pledges
from qc_desktop.services.returns.reading import Read, read_all
from qc_desktop.services.returns.recognising import Owner, name_on, owner_of
from qc_desktop.storage.tables import Campaign, Company, Participation

EVERY = 20


class FormState(StrEnum):
    """What becomes of a form."""

    CHANGED = "changed"
    UNCHANGED = "unchanged"
    PROBLEM = "problem"
    DUPLICATE = "duplicate"
    UNKNOWN = "unknown"


LEFT_OUT = (FormState.PROBLEM, FormState.DUPLICATE, FormState.UNKNOWN)
"""States of forms that are not brought in."""


@dataclass(frozen=True)
class FormPlan:
    """One file: whose form it is and what it would change. ``key`` is its place among the files.

    ``alone`` is its state were there no other form of the company; ``company`` is the name to show.
    """

    key: int
    file: FormFile
    alone: FormState
    company_id: str = ""
    company: str = ""
    row_version: int = 0
    differences: tuple[Difference, ...] = ()
    findings: tuple[Finding, ...] = ()
    draft: CompanyDraft | None = field(default=None, repr=False)
    pledge: PledgeDraft = field(default_factory=PledgeDraft, repr=False)
    newer: str = ""

    @property
    def state(self) -> FormState:
        """What becomes of it; DUPLICATE where another file of the company is taken, ``newer``."""
        return FormState.DUPLICATE if self.newer else self.alone

    @property
    def ticked(self) -> frozenset[str]:
        """The fields that are taken unless somebody says otherwise."""
        return frozenset(each.field for each in self.differences if each.is_ticked)

    @property
    def open_questions(self) -> int:
        """How many differences wait for a person."""
        return sum(not each.is_ticked for each in self.differences)


@dataclass(frozen=True)
class ReturnPlan:
    """What bringing in ``source`` (what was dropped, in words) would do in the campaign."""

    campaign_id: str
    source: str
    forms: tuple[FormPlan, ...]

    def counted(self) -> dict[FormState, int]:
        """How many forms have each state."""
        return {state: sum(each.state is state for each in self.forms) for state in FormState}


def plan(office: Office, campaign_id: str, paths: Sequence[Path]) -> Job[ReturnPlan]:
    """Reads the forms that ``paths`` (files, folders, .zip files) name; nothing is written.

    Raises UserError where there is nothing to read.
    """
    found = yield from read_all(paths)
    source = paths[0].name if len(paths) == 1 else f"{paths[0].parent.name}（{len(paths)}）"
    with office.store.reading() as session:
        campaign = session.get_one(Campaign, campaign_id)
        forms = yield from _planned(session, campaign, found)
    return ReturnPlan(campaign_id, source, without_repeats(forms, {}))


def _planned(session: Session, campaign: Campaign, found: Sequence[Read]) -> Job[list[FormPlan]]:
    owners = [owner_of(session, campaign, each.form) if each.form else Owner() for each in found]
    ids = [owner.company_id for owner in owners if owner.company_id]
    known = companies_by_id(session, ids)
    stages, pledges = _stages(session, campaign.id, ids), last_pledges(session, campaign, ids)
    codes: dict[str, str] = {}
    forms = []
    for key, (read, owner) in enumerate(zip(found, owners, strict=True)):
        company = known.get(owner.company_id)
        if read.form is None or company is None:
            forms.append(_nobodys(key, read, owner))
        else:
            present = Present(company, stages.get(company.id), _this_years(pledges.get(company.id)))
            bare = FormPlan(key, read.file, FormState.UNCHANGED, company.id, company.name, company.row_version)
            forms.append(_somebodys(session, bare, compare(read.form, present), owner, codes))
        if len(forms) % EVERY == 0 or len(forms) == len(found):
            yield Progress("returns_compare", len(forms), len(found))
    return forms


def _this_years(last: LastPledge | None) -> PledgeDraft | None:
    return last.pledge if last and last.is_this_years else None


def _stages(session: Session, campaign_id: str, company_ids: Sequence[str]) -> dict[str, Stage]:
    found: dict[str, Stage] = {}
    for chunk in in_chunks(company_ids):
        query = select(Participation.company_id, Participation.stage).where(
            Participation.campaign_id == campaign_id, Participation.company_id.in_(chunk)
        )
        found |= {company_id: Stage(stage) for company_id, stage in session.execute(query)}
    return found


_UNREADABLE = frozenset(
    {"exchange.encrypted", "exchange.damaged", "exchange.too_slow", "exchange.too_heavy", "exchange.too_large",
     "exchange.unpacks_too_large", "exchange.no_permission", "exchange.empty", "exchange.cell_too_long",
     "returns.packed_too_large", "returns.too_many_files"}
)  # fmt: skip
"""Reasons for which a file that may well be a form could not be read: the company is asked for it again."""


def _nobodys(key: int, read: Read, owner: Owner) -> FormPlan:
    if read.problem is not None:
        state = FormState.PROBLEM if read.problem.code in _UNREADABLE else FormState.UNKNOWN
        found = Finding(Severity.ERROR, read.problem.code, params=dict(read.problem.params))
        return FormPlan(key, read.file, state, findings=(found,))
    state = FormState.PROBLEM if owner.finding and owner.finding.code in _OF_OURS else FormState.UNKNOWN
    name = name_on(read.form) if read.form else ""
    return FormPlan(key, read.file, state, company=name, findings=(owner.finding,) if owner.finding else ())


_OF_OURS = frozenset({"returns.other_year", "match.several_of_name", "match.other_code"})
"""Reasons for which a form that is known for one of ours cannot be brought in."""


def _somebodys(session: Session, bare: FormPlan, compared: Compared, owner: Owner, codes: dict[str, str]) -> FormPlan:
    told = (owner.finding,) if owner.finding else ()
    findings = (*told, *compared.findings, *_taken_code(session, compared, bare.company_id, codes))
    if any(found.severity is Severity.ERROR for found in findings):
        state = FormState.PROBLEM
    else:
        state = FormState.CHANGED if compared.differences else FormState.UNCHANGED
    said = compared.company, compared.pledge
    return replace(
        bare, alone=state, differences=compared.differences, findings=findings, draft=said[0], pledge=said[1]
    )


def _taken_code(session: Session, compared: Compared, company_id: str, codes: dict[str, str]) -> list[Finding]:
    """An error where the code on the form is another company's, or another form of this folder has it too."""
    if not any(each.field == "uscc" for each in compared.differences):
        return []
    code = compared.company.uscc
    other = session.scalars(select(Company.name).where(Company.uscc == code, Company.id != company_id)).first()
    if other is None and codes.setdefault(code, company_id) != company_id:
        other = compared.company.name
    return [error("company.uscc_taken", "uscc", uscc=code, name=other)] if other else []


def without_repeats(forms: Sequence[FormPlan], preferred: Mapping[str, int]) -> tuple[FormPlan, ...]:
    """``forms`` with one of each company: the one that ``preferred`` names by its key, else the newest file."""
    taken: dict[str, FormPlan] = {}
    for each in forms:
        best = taken.get(each.company_id)
        if best is None or _rank(each, preferred) >= _rank(best, preferred):
            taken[each.company_id] = each
    return tuple(_beside(each, taken[each.company_id]) if each.company_id else each for each in forms)


def _rank(each: FormPlan, preferred: Mapping[str, int]) -> tuple[bool, dt.datetime]:
    return preferred.get(each.company_id) == each.key, each.file.modified


def _beside(each: FormPlan, taken: FormPlan) -> FormPlan:
    return replace(each, newer="" if taken.key == each.key else taken.file.name)


def prefer(made: ReturnPlan, key: int) -> ReturnPlan:
    """``made`` with the form ``key`` taken for its company in the place of the other."""
    wanted = made.forms[key]
    preferred = {each.company_id: each.key for each in made.forms if each.company_id and not each.newer}
    return replace(made, forms=without_repeats(made.forms, preferred | {wanted.company_id: key}))


def is_held(each: FormPlan) -> bool:
    """Whether a form that is read has changes that only a person takes: they are not ticked."""
    return each.state is FormState.CHANGED and any(not one.is_ticked for one in each.differences)


def reasons(each: FormPlan, words: Messages) -> list[str]:
    """Everything that is said of a form: first why it is not taken, then what is wrong, then what to look at."""
    told = [words.of(warning("returns.repeated", newer=each.newer))] if each.newer else []
    worst_first = sorted(each.findings, key=lambda found: found.severity is not Severity.ERROR)
    return told + [words.of(found) for found in worst_first]
