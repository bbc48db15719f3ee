"""拆回: taking a merging back from the company's page, also after others have worked on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.merging import COLUMNS, said
from qc_desktop.domain.search import sort_key
from qc_desktop.domain.text import name_key
from qc_desktop.errors import UserError
from qc_desktop.services.office import Office
from qc_desktop.storage import undo_fields
from qc_desktop.storage.tables import Certificate, Change, Command, Company, IssueBatch, Participation
from qc_desktop.storage.undo_fields import Since

_BELONGING = frozenset({"company_id", "merged_into_id", "participation_id", "product_id"})
"""Columns that say whose something is: once that went on, the way back is closed."""


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


@dataclass(frozen=True)
class ChangedField:
    """A field, one of merging.COLUMNS, that the merging filled and somebody changed again: before it, and now."""

    field: str
    before: str
    now: str


def changed_since(office: Office, merged_id: str) -> tuple[ChangedField, ...]:
    """What a person has to decide about before ``merged_id`` is split off again."""
    with office.store.reading() as session:
        company, command = session.get(Company, merged_id), _merging(session, merged_id)
        if company is None or command is None:
            return ()
        return _changed_fields(undo_fields.changed_since(session, command.seq), str(company.merged_into_id))


def _changed_fields(since: Sequence[Since], kept_id: str) -> tuple[ChangedField, ...]:
    own = {one.column: one for one in since if (one.table, one.row_id) == (Company.__tablename__, kept_id)}
    found = []
    for field, columns in COLUMNS.items():
        held = [own[column] for column in columns if column in own]
        if held:
            blank = dict.fromkeys(columns, "")
            before = blank | {one.column: one.before or "" for one in held}
            now = blank | {one.column: one.now or "" for one in held}
            found.append(ChangedField(field, said(field, before), said(field, now)))
    return tuple(found)


def split(office: Office, merged_id: str, put_back: Collection[str] | None = None) -> str:
    """Makes two companies again of the one that ``merged_id`` went into; returns the name of the restored one.

    What the merging changed goes back. A field that was changed since is as it was before the merging where
    ``put_back`` names it, else as it is now. Raises UserError ``merge.changed_since`` where there is such a field and
    nobody decided (None), and where certificates were issued since on what was brought over, or it went on elsewhere.
    """
    with office.writing("companies_split", undoable=False, company=merged_id) as work:
        company = work.session.get(Company, merged_id)
        command = _merging(work.session, merged_id)
        if company is None or not company.merged_into_id or command is None:
            raise UserError("merge.not_merged")
        kept_id = company.merged_into_id
        if _issued_since(work.session, kept_id, command):
            raise UserError("merge.issued_since", name=work.session.get_one(Company, kept_id).name)
        since = undo_fields.changed_since(work.session, command.seq)
        if any(one.column in _BELONGING for one in since):
            raise UserError("undo.changed_since")
        changed = _changed_fields(since, kept_id)
        if changed and put_back is None:
            raise UserError("merge.changed_since", count=len(changed))
        work.session.expunge_all()
        columns = {column for field in put_back or () for column in COLUMNS.get(field, ())}
        wanted = {one.key for one in since if one.row_id == kept_id and one.column in columns}
        undo_fields.undo_fields(work, command.seq, wanted)
        _derive(work.session, kept_id)
        return work.session.get_one(Company, merged_id).name


def _derive(session: Session, company_id: str) -> None:
    """What follows from the company's name follows from the one it has now."""
    company = session.get_one(Company, company_id)
    company.name_key, company.sort_key = name_key(company.name), sort_key(company.name)
    session.flush()


def _issued_since(session: Session, kept_id: str, command: Command) -> bool:
    """Whether a certificate was issued after the merging on something that the merging touched.

    Where it gave the company another name or code, that is on every certificate of the company.
    """
    changes = select(Change.row_id, Change.after).where(Change.command_seq == command.seq)
    of_kept = session.execute(changes.where(Change.table_name == Company.__tablename__, Change.row_id == kept_id))
    renamed = any({"name", "uscc"} & set(change.after or ()) for change in of_kept)
    touched = select(Change.row_id).where(
        Change.command_seq == command.seq, Change.table_name == Participation.__tablename__
    )
    own = select(Participation.id).where(Participation.company_id == kept_id)
    if not renamed:
        own = own.where(Participation.id.in_(touched))
    since = (
        select(Certificate.id)
        .join(IssueBatch, IssueBatch.id == Certificate.batch_id)
        .where(Certificate.participation_id.in_(own), IssueBatch.issued_at > command.at)
    )
    return session.scalars(since.limit(1)).first() is not None
