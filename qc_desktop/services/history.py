"""What changed, by whom, on which PC; and taking the last command back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from qc_desktop.domain.findings import CommandName
from qc_desktop.domain.progress import Job, finish
from qc_desktop.errors import UserError
from qc_desktop.messages import Messages
from qc_desktop.services.office import Office
from qc_desktop.storage import undo as inverse
from qc_desktop.storage.tables import Base, Change, Command, Company, Participation, Pledge

FEW_ROWS = 20
"""A command that changed more is about many, whoever they are."""


@dataclass(frozen=True)
class CommandRow:
    """One command; ``name`` has its words under ``command.NAME``; ``company`` is the only one it concerns, if so."""

    seq: int
    name: str
    params: dict[str, Any]
    at: dt.datetime
    staff: str
    pc: str
    rows: int
    undoable: bool
    undone: bool
    company: str = ""


@dataclass(frozen=True)
class ChangeRow:
    """One row's change; None for ``before`` is a new row, for ``after`` a removed one."""

    table: str
    row_id: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def commands(office: Office, limit: int = 100, before: int | None = None) -> list[CommandRow]:
    """The last ``limit`` commands, newest first; with ``before``, those older than that one."""
    query = select(Command.seq).order_by(Command.seq.desc()).limit(limit)
    if before is not None:
        query = query.where(Command.seq < before)
    with office.store.reading() as session:
        return rows(session, session.scalars(query).all())


def rows(session: Session, seqs: Sequence[int]) -> list[CommandRow]:
    """The commands ``seqs``, newest first."""
    changed = select(func.count()).where(Change.command_seq == Command.seq).scalar_subquery()
    query = select(Command, changed).where(Command.seq.in_(seqs)).order_by(Command.seq.desc())
    return [_row(command, count, _company(session, command, count)) for command, count in session.execute(query)]


LOOKED_AT = "company"
"""The parameter of a command that names its company: all there is where nothing was changed, but looked at."""


def _company(session: Session, command: Command, rows: int) -> str:
    """The name of the one company whose rows ``command`` changed, or that was looked at; empty for several or none."""
    if not rows and LOOKED_AT in command.params:
        return session.scalar(select(Company.name).where(Company.id == command.params[LOOKED_AT])) or ""
    if not 0 < rows <= FEW_ROWS:
        return ""
    touched: dict[str, list[str]] = {}
    meant: set[str] = set()
    for change in session.scalars(select(Change).where(Change.command_seq == command.seq)):
        touched.setdefault(change.table_name, []).append(change.row_id)
        meant |= {str(said["company_id"]) for said in (change.before, change.after) if said and "company_id" in said}
    for table_name, row_ids in touched.items():
        table = Base.metadata.tables[table_name]
        if "company_id" in table.c:
            meant |= set(session.scalars(select(table.c.company_id).where(table.c.id.in_(row_ids))))
    pledges = select(Pledge.participation_id).where(Pledge.id.in_(touched.get(Pledge.__tablename__, [])))
    entered = select(Participation.company_id).where(Participation.id.in_(pledges))
    named = or_(Company.id.in_([*meant, *touched.get(Company.__tablename__, [])]), Company.id.in_(entered))
    names = session.scalars(select(Company.name).where(named).limit(2)).all()
    return names[0] if len(names) == 1 else ""


def _row(command: Command, rows: int, company: str = "") -> CommandRow:
    return CommandRow(
        seq=command.seq,
        name=command.name,
        params=command.params,
        at=command.at,
        staff=command.staff,
        pc=command.pc,
        rows=rows,
        undoable=command.undoable and command.undone_by is None and command.undoes is None and rows > 0,
        undone=command.undone_by is not None,
        company=company,
    )


def act(words: Messages, command: CommandRow) -> str:
    """What was done; where no company says of what, the name of the layout, list, font or person it was done to."""
    told, about = words.text(f"command.{command.name}"), command.params.get("name")
    if about == "" and "kind" in command.params:  # a layout that came with the program
        about = words.text(f"document.{command.params['kind']}")
    return words.named(told, about) if about and not command.company else told


def changes(office: Office, seq: int, limit: int = 1000) -> list[ChangeRow]:
    """The first ``limit`` row changes of command ``seq``."""
    with office.store.reading() as session:
        found = session.scalars(select(Change).where(Change.command_seq == seq).order_by(Change.id).limit(limit))
        return [ChangeRow(change.table_name, change.row_id, change.before, change.after) for change in found]


def next_undo(office: Office) -> CommandRow | None:
    """The command that :func:`undo` would take back, if there is one."""
    with office.store.reading() as session:
        command = inverse.last_undoable(session)
        return None if command is None else _row(command, 1)


BY_HAND_ON_PAPER = (
    "print_elsewhere",
    "print_damage",
    "print_reprint",
    "print_retry",
    "print_settle",
    "print_cancel",
    "label_note",
    "call_enter",
)
"""Commands that stay, though a person may take them for what Undo takes back next."""


def _staying(session: Session, older: Command) -> Command | None:
    """The newest command after ``older`` that a person may have in mind, and that no Undo takes back."""
    later = select(Command).where(Command.seq > older.seq, Command.name.in_(BY_HAND_ON_PAPER))
    return session.scalars(later.order_by(Command.seq.desc()).limit(1)).first()


def stands(office: Office, seq: int) -> bool:
    """Whether command ``seq`` was done and not taken back."""
    with office.store.reading() as session:
        command = session.get(Command, seq)
        return command is not None and command.undone_by is None


def undo(office: Office, seq: int | None = None) -> CommandRow:
    """As :func:`undoing`, unwatched."""
    return finish(undoing(office, seq))


def undoing(office: Office, seq: int | None = None, *, unless_staying: bool = False) -> Job[CommandRow]:
    """Takes back command ``seq``, or the newest that can be; returns it. Closed before its end it takes nothing back.

    Raises UserError where there is nothing to take back, or something it touched was changed since; with
    ``unless_staying`` also where a later one was done by hand and stays, which may be the one that is meant.
    """
    with office.writing("undo", undoable=False) as work:
        command = work.session.get(Command, seq) if seq is not None else inverse.last_undoable(work.session)
        if command is None:
            raise UserError("undo.nothing")
        if unless_staying and (later := _staying(work.session, command)) is not None:
            names = {"command": CommandName(later.name), "older": CommandName(command.name)}
            raise UserError("undo.stays", **names, seq=command.seq)
        changed = select(func.count()).where(Change.command_seq == command.seq)
        company = _company(work.session, command, work.session.scalar(changed) or 0)  # gone, perhaps, afterwards
        count = yield from inverse.undoing(work, command.seq)
        return _row(command, count, company)


def told_undone(words: Messages, command: CommandRow) -> str:
    """The sentence that says what was taken back: of which company, else of how many rows."""
    name = words.text(f"command.{command.name}")
    if command.company:
        return words.text("cli.undid_of", name=name, company=command.company)
    return words.text("cli.undid", name=name, rows=command.rows)
