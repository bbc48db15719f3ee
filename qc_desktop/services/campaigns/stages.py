"""Bringing companies into a campaign and moving them through its stages, one or many at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop.domain import dates
from qc_desktop.domain.campaigns import NEEDS_REASON, Stage, check_transition, path_forward
from qc_desktop.domain.lengths import REASON, bound
from qc_desktop.domain.progress import Job, Progress, finish
from qc_desktop.errors import UserError
from qc_desktop.services.office import Office
from qc_desktop.storage.merged import merged, standing
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Company, Participation

CHUNK = 500
STEP = 100
"""So many are moved between two looks at whether to go on."""


@dataclass(frozen=True)
class Refused:
    """A company that a bulk action passed over, and why (a message code with its values)."""

    company: str
    error: UserError


@dataclass(frozen=True)
class Moved:
    """What a bulk action did: how many it moved, how many stood there already, and whom it passed over."""

    moved: int
    already: int
    refused: tuple[Refused, ...] = ()


def in_chunks(items: Sequence[str]) -> Iterator[Sequence[str]]:
    """``items`` in slices that a database statement can hold."""
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]


def take_in(office: Office, campaign_id: str, company_ids: Sequence[str], stage: Stage = Stage.DRAFT) -> int:
    """Brings companies into the campaign at ``stage`` (draft, invited or applied); returns how many were new to it.

    For one that was merged meanwhile its survivor comes.
    """
    return finish(taking_in(office, campaign_id, company_ids, stage))


def taking_in(office: Office, campaign_id: str, company_ids: Sequence[str], stage: Stage = Stage.DRAFT) -> Job[int]:
    """As :func:`take_in`; closed before its end it brings nobody in."""
    if stage not in (Stage.DRAFT, Stage.INVITED, Stage.APPLIED):
        raise UserError("stage.not_first", to=stage)
    with office.writing("companies_take_in", campaign=campaign_id, count=len(company_ids)) as work:
        done = fresh = 0
        everybody = standing(work.session, company_ids)
        for chunk in in_chunks(everybody):
            fresh += len(participations(work, campaign_id, chunk, stage)[1])
            done += len(chunk)
            yield Progress("take_in", done, len(everybody))
    return fresh


def participations(
    work: UnitOfWork, campaign_id: str, company_ids: Sequence[str], stage: Stage
) -> tuple[dict[str, Participation], list[Participation]]:
    """Every company's participation, and those among them that were missing and now stand at ``stage``."""
    by_company: dict[str, Participation] = {}
    for chunk in in_chunks(company_ids):
        found = work.session.scalars(
            select(Participation).where(Participation.campaign_id == campaign_id, Participation.company_id.in_(chunk))
        )
        by_company |= {participation.company_id: participation for participation in found}
    fresh = [
        Participation(company_id=company_id, campaign_id=campaign_id, stage=stage.value, stage_since=work.command.at)
        for company_id in dict.fromkeys(company_ids)
        if company_id not in by_company
    ]
    work.session.add_all(fresh)
    work.session.flush()
    return by_company | {participation.company_id: participation for participation in fresh}, fresh


def move(office: Office, participation_ids: Sequence[str], to: Stage, reason: str = "") -> Moved:
    """Takes each participation one step to ``to``; those for whom the rules do not allow it are named, not moved.

    Raises UserError where a reason is needed and missing. One command, one undo step.
    """
    return finish(moving(office, participation_ids, to, reason))


def moving(office: Office, participation_ids: Sequence[str], to: Stage, reason: str = "") -> Job[Moved]:
    """As :func:`move`; closed before its end it moves nobody."""
    if to in NEEDS_REASON and not reason.strip():
        raise UserError("stage.reason_needed", to=to)
    with office.writing("stage_change", to=to.value, count=len(participation_ids)) as work:
        return (yield from moving_within(work, participation_ids, to, reason))


def move_within(work: UnitOfWork, participation_ids: Sequence[str], to: Stage, reason: str = "") -> Moved:
    """As :func:`move`, as a part of a larger command."""
    return finish(moving_within(work, participation_ids, to, reason))


def moving_within(work: UnitOfWork, participation_ids: Sequence[str], to: Stage, reason: str = "") -> Job[Moved]:
    """As :func:`moving`, as a part of a larger command."""
    bound(reason, REASON)
    return _each(work.session, participation_ids, to, lambda row: _step(row, to, reason))


def bring_forward(office: Office, participation_ids: Sequence[str], to: Stage) -> Moved:
    """Takes each participation along the way that goes well as far as ``to``, each step by the rules.

    Declined, returned, withdrawn and revoked ones are named and stay.
    """
    with office.writing("stage_forward", to=to.value, count=len(participation_ids)) as work:
        return finish(_each(work.session, participation_ids, to, lambda row: walk(row, to)))


def walk(row: Participation, to: Stage) -> None:
    """Takes ``row`` forward to ``to`` step by step. Raises UserError where the way does not lead there."""
    steps = path_forward(Stage(row.stage), to)
    if not steps:
        raise UserError("stage.not_allowed", now=Stage(row.stage), to=to)
    for step in steps:
        _step(row, step, "")


def _step(row: Participation, to: Stage, reason: str) -> None:
    check_transition(Stage(row.stage), to, reason)
    row.stage, row.stage_reason, row.stage_since = to.value, reason.strip(), dates.now()


def _each(session: Session, ids: Sequence[str], to: Stage, act: Callable[[Participation], None]) -> Job[Moved]:
    moved = already = 0
    refused: list[Refused] = []
    for done, (row, name) in enumerate(_rows(session, ids), 1):
        if row.stage == to:
            already += 1
        else:
            try:
                act(row)
                moved += 1
            except UserError as problem:
                refused.append(Refused(name, problem.with_traceback(None)))  # which holds all that stood around it
        if done % STEP == 0:
            session.flush()
            yield Progress("move", done, len(ids))
    return Moved(moved, already, tuple(refused))


def counted(session: Session, campaign_id: str) -> dict[Stage, int]:
    """How many companies of the campaign stand at each stage; participations left behind by a merging do not count."""
    query = select(Participation.stage, func.count()).where(Participation.campaign_id == campaign_id)
    query = query.group_by(Participation.stage)
    everyone = dict(session.execute(query).all())
    left = dict(session.execute(query.where(merged(Participation.company_id))).all())
    numbers = {Stage(stage): number - left.get(stage, 0) for stage, number in everyone.items()}
    return {stage: number for stage, number in numbers.items() if number}


def _rows(session: Session, ids: Sequence[str]) -> Iterable[tuple[Participation, str]]:
    for chunk in in_chunks(ids):
        query = select(Participation, Company.name).join(Company, Company.id == Participation.company_id)
        yield from session.execute(query.where(Participation.id.in_(chunk)).order_by(Company.sort_key)).all()
