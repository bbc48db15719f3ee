"""Bringing in returned forms as a person decided: one transaction, one undo step; what is left goes to a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path

from sqlalchemy.exc import IntegrityError

from qc_desktop.domain import dates
from qc_desktop.domain.companies import CompanyDraft, PledgeDraft
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.domain.text import name_key
from qc_desktop.errors import UserError
from qc_desktop.exchange.registry import list_writer
from qc_desktop.exchange.writing.content import ListContent
from qc_desktop.messages import Messages
from qc_desktop.services import backups
from qc_desktop.services.campaigns.pledging import enter_many
from qc_desktop.services.companies.editing import fill
from qc_desktop.services.companies.planning import companies_by_id
from qc_desktop.services.office import Office
from qc_desktop.services.returns.comparing import COMPANY_FIELDS, ENTERING, PLEDGE_FIELDS, Kind, columns_of, only
from qc_desktop.services.returns.planning import LEFT_OUT, FormPlan, FormState, ReturnPlan, reasons
from qc_desktop.storage.tables import Company, FormerName

EVERY = 50
PROBLEMS_TITLE = "没有导入的回表"
PROBLEM_COLUMNS = ("文件", "企业", "问题和处理办法")
"""In files the document's language is spoken, Chinese."""

Choice = Mapping[int, frozenset[str]]
"""The fields that are taken of a form, by its key; a form that is not named goes as its plan says."""


@dataclass(frozen=True)
class Applied:
    """What was brought in: companies changed, pledges entered or changed, and the command that takes it back."""

    companies: int
    pledges: int
    command: int


@dataclass(frozen=True)
class _Chosen:
    """A form and the fields of it that are taken."""

    form: FormPlan
    fields: frozenset[str]

    @property
    def pledge(self) -> PledgeDraft | None:
        """What is entered of the pledge; None where the person left it alone, or there is nothing."""
        offered = {each.field for each in self.form.differences}
        if ENTERING in offered and ENTERING not in self.fields:
            return None
        taken = self.fields & {ENTERING, *PLEDGE_FIELDS}
        if not taken:
            return None
        blank = PledgeDraft()
        untaken = {field.name: getattr(blank, field.name) for field in fields(blank) if field.name not in taken}
        return replace(self.form.pledge, **untaken)


def chosen_fields(form: FormPlan, choice: Choice) -> frozenset[str]:
    """The fields that are taken of ``form``."""
    return choice.get(form.key, form.ticked) & {each.field for each in form.differences}


def ready(plan: ReturnPlan, choice: Choice) -> int:
    """How many forms of ``plan`` would change something."""
    return sum(each.state is FormState.CHANGED and bool(chosen_fields(each, choice)) for each in plan.forms)


def apply(office: Office, plan: ReturnPlan, choice: Choice | None = None) -> Job[Applied]:
    """Brings in the forms of ``plan`` that change something, with the fields that ``choice`` names of them.

    A backup is made before. One transaction: closing the generator leaves nothing. Raises UserError where there is
    nothing to bring in, or a company was changed since the plan was made.
    """
    chosen = [
        _Chosen(each, taken)
        for each in plan.forms
        if each.state is FormState.CHANGED and (taken := chosen_fields(each, choice or {}))
    ]
    if not chosen:
        raise UserError("returns.nothing_new")
    yield from backups.making(office, "import")
    with _as_planned(), office.writing("returns_import", file=plan.source, count=len(chosen)) as work:
        known = companies_by_id(work.session, [each.form.company_id for each in chosen])
        for done, each in enumerate(chosen, start=1):
            _change(office, known.get(each.form.company_id), each)
            if done % EVERY == 0:
                work.session.flush()
                yield Progress("returns_save", done, len(chosen))
        work.session.flush()
        pledges = {each.form.company_id: pledge for each in chosen if (pledge := each.pledge) is not None}
        enter_many(work, plan.campaign_id, pledges, merge=True)
        yield Progress("returns_save", len(chosen), len(chosen))
        seq = work.command.seq
    return Applied(len(chosen), len(pledges), seq)


@contextmanager
def _as_planned() -> Iterator[None]:
    """Says in words that a code of the plan is taken by now."""
    try:
        yield
    except IntegrityError as problem:
        raise UserError("store.changed_meanwhile") from problem


def _change(office: Office, company: Company | None, chosen: _Chosen) -> None:
    if company is None or company.row_version != chosen.form.row_version:
        raise UserError("store.changed_meanwhile")
    draft = only(_draft(chosen.form), company, chosen.fields - {ENTERING, *PLEDGE_FIELDS})
    if name_key(draft.name) != company.name_key:
        company.former_names.append(FormerName(name=company.name, until=office.today))
    cleared = {each.field for each in chosen.form.differences if each.kind is Kind.CLEARED} & chosen.fields
    for field in cleared & set(COMPANY_FIELDS):
        for column in columns_of(field):
            setattr(company, column, getattr(CompanyDraft(""), column))
    fill(company, draft, overwrite=False)


def _draft(form: FormPlan) -> CompanyDraft:
    assert form.draft is not None
    return form.draft


def write_problems(plan: ReturnPlan, path: Path, words: Messages) -> int:
    """Writes the forms that are not brought in to the workbook ``path``: file, company, what is wrong, what to do.

    Returns how many there are; without any, no file is written. Raises UserError ``file.*``.
    """
    left = [each for each in plan.forms if each.state in LEFT_OUT]
    if left:
        rows = tuple((each.file.name, each.company, "\n".join(reasons(each, words))) for each in left)
        content = ListContent(PROBLEMS_TITLE, plan.source, PROBLEM_COLUMNS, rows, dates.now())
        list_writer("xlsx").write(path, content)
    return len(left)
