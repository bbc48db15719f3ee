"""Entering pledges and reviewing them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from qc_desktop.domain.campaigns import BEFORE_REVIEW, FORWARD, Stage, path_forward
from qc_desktop.domain.companies import PledgeDraft
from qc_desktop.domain.lengths import PRODUCT, SIGNATORY, bound, bound_all
from qc_desktop.domain.progress import Job, Progress, finish
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.services.campaigns.stages import Moved, in_chunks, move, participations, walk
from qc_desktop.services.office import Office
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Campaign, Participation, Pledge, PledgeProduct, Product, StandardDeclaration

EDITABLE = frozenset(
    {Stage.DRAFT, Stage.INVITED, Stage.APPLIED, Stage.MATERIAL_REVIEW, Stage.RETURNED_FOR_CORRECTION, Stage.PLEDGED}
)
"""Stages in which a pledge may still be edited; what was announced stays as it was announced."""


@dataclass(frozen=True)
class PledgeRow:
    """A pledge with where its company stands; before it is ``entered`` it says what was carried over from last year."""

    participation_id: str
    stage: Stage
    stage_reason: str
    pledge: PledgeDraft
    scan_sha256: str = ""
    entered: bool = False


def pledge_of(office: Office, campaign_id: str, company_id: str) -> PledgeRow | None:
    """The company's pledge in the campaign; None where it does not take part."""
    with office.store.reading() as session:
        return row_of(session, campaign_id, company_id)


def row_of(session: Session, campaign_id: str, company_id: str) -> PledgeRow | None:
    """As :func:`pledge_of`, of an open session."""
    row = session.scalars(
        select(Participation).where(Participation.campaign_id == campaign_id, Participation.company_id == company_id)
    ).first()
    if row is None:
        return None
    pledge = pledges_of(session, [row.id]).get(row.id)
    return PledgeRow(
        participation_id=row.id,
        stage=Stage(row.stage),
        stage_reason=row.stage_reason,
        pledge=draft_of(pledge) if pledge else PledgeDraft(),
        scan_sha256=pledge.scan_sha256 if pledge else "",
        entered=pledge is not None and row.stage not in BEFORE_REVIEW,
    )


def draft_of(pledge: Pledge) -> PledgeDraft:
    """What ``pledge`` says, as a value."""
    return PledgeDraft(
        products=tuple(link.product.name for link in pledge.products),
        standards=tuple(standard.product_standard for standard in pledge.standards),
        signatory=pledge.signatory,
        signed_on=pledge.signed_on,
    )


def enter(office: Office, campaign_id: str, company_id: str, pledge: PledgeDraft) -> str:
    """Enters or changes a company's pledge and puts it into review; returns the participation's id.

    Raises UserError where it was announced already, or the company declined, withdrew or was revoked.
    """
    with office.writing("pledge_enter", campaign=campaign_id, company=company_id) as work:
        return enter_many(work, campaign_id, {company_id: pledge})[company_id].id


def enter_standard(office: Office, campaign_id: str, company_ids: Sequence[str]) -> Moved:
    """Enters the campaign's own clauses as the pledge of each company that takes part and handed in none yet.

    For letters that came on paper and say nothing more; products and standards known of this year's pledge stay. Who
    is further on, or takes no part, counts as done already. One command, one undo step; none where nobody waits.
    """
    return finish(entering_standard(office, campaign_id, company_ids))


def entering_standard(office: Office, campaign_id: str, company_ids: Sequence[str]) -> Job[Moved]:
    """As :func:`enter_standard`; closed before its end it enters none."""
    with office.store.reading() as session:
        waiting = _before_review(session, campaign_id, company_ids)
    if waiting:
        with office.writing("pledge_enter", campaign=campaign_id, count=len(waiting)) as work:
            done = 0
            for chunk in in_chunks(waiting):
                enter_many(work, campaign_id, dict.fromkeys(chunk, PledgeDraft()), merge=True)
                done += len(chunk)
                yield Progress("pledges", done, len(waiting))
    return Moved(len(waiting), len(company_ids) - len(waiting))


def _before_review(session: Session, campaign_id: str, company_ids: Sequence[str]) -> list[str]:
    return [
        company_id
        for chunk in in_chunks(company_ids)
        for company_id in session.scalars(
            select(Participation.company_id).where(
                Participation.campaign_id == campaign_id,
                Participation.company_id.in_(chunk),
                Participation.stage.in_(BEFORE_REVIEW),
            )
        )
    ]


def enter_many(
    work: UnitOfWork,
    campaign_id: str,
    pledges: dict[str, PledgeDraft],
    to: Stage = Stage.MATERIAL_REVIEW,
    *,
    merge: bool = False,
) -> dict[str, Participation]:
    """Enters ``pledges`` by company id within ``work`` and brings each forward to ``to``; participations by company.

    With ``merge`` what a draft does not say of a known pledge stays. Who stands further than ``to`` stays there.
    Raises UserError for a pledge that can no longer be edited, and where ``to`` is not on the way forward.
    """
    if to not in FORWARD:
        raise UserError("stage.not_allowed", now=Stage.APPLIED, to=to)
    session = work.session
    rows, _ = participations(work, campaign_id, list(pledges), Stage.APPLIED)
    clause_set_id = session.get_one(Campaign, campaign_id).clause_set_id
    known = pledges_of(session, [row.id for row in rows.values()])
    products = _products(session, list(pledges))
    for company_id, draft in pledges.items():
        row = rows[company_id]
        if Stage(row.stage) not in EDITABLE:
            raise UserError("pledge.not_editable", stage=Stage(row.stage))
        pledge = known.get(row.id)
        if pledge is None:
            pledge = Pledge(
                participation_id=row.id, clause_set_id=clause_set_id, signatory="", products=[], standards=[]
            )
            session.add(pledge)
        wanted = merged(draft_of(pledge), draft) if merge else draft
        _fill(pledge, wanted, company_id, products.setdefault(company_id, {}))
        _bring_to(row, to, work.command.at)
    session.flush()
    return rows


def merged(known: PledgeDraft, given: PledgeDraft) -> PledgeDraft:
    """``known`` with everything that ``given`` says."""
    said = {name: value for field in fields(given) if (value := getattr(given, name := field.name))}
    return replace(known, **said)


def _bring_to(row: Participation, to: Stage, at: dt.datetime) -> None:
    if row.stage == Stage.RETURNED_FOR_CORRECTION:  # the corrected pledge is what the review waited for
        row.stage, row.stage_reason, row.stage_since = Stage.MATERIAL_REVIEW.value, "", at
    if path_forward(Stage(row.stage), to):
        walk(row, to)


def _fill(pledge: Pledge, draft: PledgeDraft, company_id: str, products: dict[str, Product]) -> None:
    if draft_of(pledge) == draft:
        return
    for lines in (draft.products, draft.standards):
        bound_all(lines, PRODUCT)
    bound(draft.signatory, SIGNATORY)
    pledge.signatory = clean(draft.signatory)
    pledge.signed_on = draft.signed_on
    wanted = list(dict.fromkeys(filter(None, map(clean, draft.products))))
    if [link.product.name for link in pledge.products] != wanted:
        kept = {link.product.name: link for link in pledge.products}
        pledge.products = [
            kept.get(name) or PledgeProduct(product=_product(name, company_id, products)) for name in wanted
        ]
        for position, link in enumerate(pledge.products):
            link.position = position
    standards = list(dict.fromkeys(filter(None, map(clean, draft.standards))))
    if [standard.product_standard for standard in pledge.standards] != standards:
        declared = {standard.product_standard: standard for standard in pledge.standards}
        pledge.standards = [declared.get(name) or StandardDeclaration(product_standard=name) for name in standards]
        for position, standard in enumerate(pledge.standards):
            standard.position = position


def _product(name: str, company_id: str, known: dict[str, Product]) -> Product:
    return known.setdefault(name, Product(company_id=company_id, name=name))


def pledges_of(session: Session, participation_ids: Sequence[str]) -> dict[str, Pledge]:
    """The pledges of participations with their products and standards, by participation."""
    found: dict[str, Pledge] = {}
    for chunk in in_chunks(participation_ids):
        query = select(Pledge).where(Pledge.participation_id.in_(chunk))
        lists = (selectinload(Pledge.products), selectinload(Pledge.standards))
        found |= {pledge.participation_id: pledge for pledge in session.scalars(query.options(*lists)).unique()}
    return found


def _products(session: Session, company_ids: Sequence[str]) -> dict[str, dict[str, Product]]:
    found: dict[str, dict[str, Product]] = {}
    for chunk in in_chunks(company_ids):
        for product in session.scalars(select(Product).where(Product.company_id.in_(chunk))):
            found.setdefault(product.company_id, {})[product.name] = product
    return found


def approve(office: Office, participation_ids: Sequence[str]) -> Moved:
    """审核通过: from material review to pledged."""
    return move(office, participation_ids, Stage.PLEDGED)


def send_back(office: Office, participation_ids: Sequence[str], reason: str) -> Moved:
    """退回补正, with the reason the company is told."""
    return move(office, participation_ids, Stage.RETURNED_FOR_CORRECTION, reason)


def not_editable(session: Session, campaign_id: str, company_ids: Sequence[str]) -> dict[str, Stage]:
    """The companies among ``company_ids`` whose pledge can no longer be edited, with their stage."""
    closed: dict[str, Stage] = {}
    for chunk in in_chunks(company_ids):
        query = select(Participation.company_id, Participation.stage).where(
            Participation.campaign_id == campaign_id,
            Participation.company_id.in_(chunk),
            Participation.stage.not_in(EDITABLE),
        )
        closed |= {company_id: Stage(stage) for company_id, stage in session.execute(query)}
    return closed
