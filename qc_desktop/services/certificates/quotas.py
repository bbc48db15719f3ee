"""How often a certificate was put on paper, and how often it still may be: 每张证书、标识可加印的份数.

Every sheet that was handed to a printer has used a copy, also one that was spoiled or did not come out: nobody can
prove from here that it does not lie on a desk somewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qc_desktop.domain.printing import USED_A_COPY, SheetState
from qc_desktop.errors import UserError
from qc_desktop.services import preferences
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Certificate, PrintSheet

SETTING = "reprint_quota"
REACHED = "print.quota_reached"
"""The remark of a sheet that waits for the quota to be raised."""
UNEXPLAINED = "print.unexplained"
"""The remark of a sheet whose certificate another batch printed since, with nobody saying why once more."""


def copies_used(session: Session, certificate_ids: Sequence[str]) -> dict[str, int]:
    """The last copy number on paper of each of ``certificate_ids`` that has one; files are no copies on paper."""
    used: dict[str, int] = {}
    for part in in_chunks(certificate_ids):
        query = (
            select(PrintSheet.certificate_id, func.max(PrintSheet.copy))
            .where(PrintSheet.certificate_id.in_(part), PrintSheet.state.in_(USED_A_COPY))
            .group_by(PrintSheet.certificate_id)
        )
        used |= dict(session.execute(query).all())
    return used


def copies_to_come(session: Session, certificate_ids: Sequence[str]) -> dict[str, int]:
    """How many sheets of each of ``certificate_ids`` wait for a printer, in whichever batch."""
    coming: dict[str, int] = {}
    for part in in_chunks(certificate_ids):
        query = (
            select(PrintSheet.certificate_id, func.count())
            .where(PrintSheet.certificate_id.in_(part), PrintSheet.state == SheetState.WAITING)
            .group_by(PrintSheet.certificate_id)
        )
        coming |= dict(session.execute(query).all())
    return coming


def first_printed_elsewhere(session: Session, batch_id: str, certificate_ids: Sequence[str]) -> set[str]:
    """Those of ``certificate_ids`` of which other batches than ``batch_id`` have copies on paper, and it has none."""
    own: set[str] = set()
    others: set[str] = set()
    for part in in_chunks(certificate_ids):
        query = select(PrintSheet.certificate_id, PrintSheet.batch_id).where(
            PrintSheet.certificate_id.in_(part), PrintSheet.state.in_(USED_A_COPY)
        )
        for certificate_id, batch in session.execute(query):
            (own if batch == batch_id else others).add(certificate_id)
    return others - own


def quota(office: Office) -> int:
    """How many further copies of one certificate there may be."""
    allowed: int = preferences.get(office, SETTING)
    return allowed


def has_room(allowed: int, used: int, more: int = 1) -> bool:
    """Whether a certificate with ``used`` copies may be printed ``more`` times more."""
    return used + more <= 1 + allowed


def demand(
    allowed: int,
    certificates: Sequence[Certificate],
    used: Mapping[str, int],
    more: int,
    coming: Mapping[str, int] | None = None,
) -> None:
    """Raises UserError where one of ``certificates`` may not be printed ``more`` times more; ``coming`` are copies that
    wait in other batches and will be used up as well."""
    waits = coming or {}
    beyond = [one for one in certificates if not has_room(allowed, used.get(one.id, 0) + waits.get(one.id, 0), more)]
    if beyond:
        first = beyond[0]
        about = {"number": first.number, "used": used.get(first.id, 0), "more": more, "count": len(beyond)}
        if first.id in waits:
            raise UserError("print.quota_waiting", quota=allowed, coming=waits[first.id], **about)
        raise UserError("print.quota", quota=allowed, **about)
