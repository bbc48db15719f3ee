"""拆回: taking a merging back from the company's page, also after others have worked on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.errors import UserError
from qc_desktop.services.office import Office
from qc_desktop.storage import undo as undoing
from qc_desktop.storage.tables import Certificate, Change, Command, Company, IssueBatch, Participation


@dataclass(frozen=True)
class MergedCompany:
    """A company that was merged into another, as it was called, and when that was."""

    id: str
    name: str
    uscc: str
    at: dt.datetime | None


def merged_into(office: Office, company_id: str) -> list[MergedCompany]:
    """The companies that were merged into ``company_id``, the last first."""
    with office.store.reading() as session:
        rows = session.scalars(select(Company).where(Company.merged_into_id == company_id)).all()
        found = [
            MergedCompany(row.id, row.name, row.uscc or "", command.at if command else None)
            for row in rows
            for command in [_merging(session, row.id)]
        ]
    return sorted(found, key=lambda row: row.at.timestamp() if row.at else 0, reverse=True)


def _merging(session: Session, merged_id: str) -> Command | None:
    """The command that merged ``merged_id``, the last of that name that still stands."""
    changed = select(Change.command_seq).where(Change.table_name == Company.__tablename__, Change.row_id == merged_id)
    query = select(Command).where(Command.seq.in_(changed), Command.name == "companies_merge")
    standing = session.scalars(query.where(Command.undone_by.is_(None)).order_by(Command.seq.desc()))
    return next((one for one in standing if one.params.get("other") == merged_id), None)


def split(office: Office, merged_id: str) -> str:
    """Makes two companies again of the one that ``merged_id`` went into; returns the name of the restored one.

    Raises UserError where certificates were issued to the company since, or what was brought over was changed since.
    """
    with office.writing("companies_split", undoable=False, company=merged_id) as work:
        company = work.session.get(Company, merged_id)
        command = _merging(work.session, merged_id)
        if company is None or not company.merged_into_id or command is None:
            raise UserError("merge.not_merged")
        if _issued_since(work.session, company.merged_into_id, command):
            raise UserError("merge.issued_since", name=work.session.get_one(Company, company.merged_into_id).name)
        name = company.name
        work.session.expunge_all()
        undoing.undo(work, command.seq, unrelated=True)
        return name


def _issued_since(session: Session, kept_id: str, command: Command) -> bool:
    """Whether a certificate was issued to the company after the merging."""
    own = select(Participation.id).where(Participation.company_id == kept_id)
    since = (
        select(Certificate.id)
        .join(IssueBatch, IssueBatch.id == Certificate.batch_id)
        .where(Certificate.participation_id.in_(own), IssueBatch.issued_at > command.at)
    )
    return session.scalars(since.limit(1)).first() is not None
