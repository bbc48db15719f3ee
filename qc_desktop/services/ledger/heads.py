"""Signed heads of the ledger: made where the keys are open anyway, kept in the records and in a file beside them.

The file outlives a database that is put back: it says how far the ledger has been signed, and so perhaps published.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.dates import local
from qc_desktop.domain.findings import Finding, Severity, error
from qc_desktop.errors import UserError
from qc_desktop.files import ensure_folder, write_atomic
from qc_desktop.services import keys
from qc_desktop.services.office import Office
from qc_desktop.storage.store import UnitOfWork, ledger_size
from qc_desktop.storage.tables import LedgerCheckpoint, LedgerLeaf
from qc_desktop.trust.keys import OpenKeys, Signer
from qc_desktop.trust.ledger import checkpoints
from qc_desktop.trust.ledger.checkpoints import Checkpoint
from qc_desktop.trust.ledger.tree import Tree
from qc_desktop.trust.notes import NoteKey


@dataclass(frozen=True)
class Head:
    """The newest signed head and the note that says it; ``size`` counts the entries there are by now."""

    size: int
    signed: int
    head: bytes
    note: str
    at: dt.datetime | None
    verifier_key: str


def note_keys(office: Office) -> list[NoteKey]:
    """The public keys that signed, or may sign, heads of this ledger; the present one last."""
    return [NoteKey.read(text) for text in keys.key_list(office).ledger]


def entries(session: Session) -> Iterable[bytes]:
    """What stands in the leaves, in their order."""
    return session.scalars(select(LedgerLeaf.entry).order_by(LedgerLeaf.place))


def tree_of(session: Session) -> Tree:
    """The whole tree."""
    return Tree(entries(session))


@contextmanager
def writing(command: str, office: Office, opened: OpenKeys, /, **params: object) -> Iterator[UnitOfWork]:
    """One transaction that cannot be undone, at whose end the ledger's head is signed with all that it registered.

    Raises UserError where the ledger does not go on from what was signed before: ``ledger.rolled_back``,
    ``ledger.forked``. Everybody is shown the same (RFC 6962, 3), so nothing more is signed then.
    """
    with office.writing(command, undoable=False, **params) as work:
        demand_goes_on(office, tree_of(work.session))
        yield work
        _sign(office, work, opened.ledger)
    keep(office)


def _sign(office: Office, work: UnitOfWork, signer: Signer) -> None:
    work.session.flush()
    tree = tree_of(work.session)
    made = Checkpoint(keys.ledger_origin(office), len(tree), tree.head())
    if work.session.get(LedgerCheckpoint, made.size) is None:
        note = made.sign(NoteKey(made.origin, signer.raw_public), signer.sign)
        work.session.add(LedgerCheckpoint(size=made.size, note=note, at=work.command.at))


def keep(office: Office) -> None:
    """Writes the newest signed head of the records into the file beside them, where that is not as far."""
    with office.store.reading() as session:
        newest = _newest(session)
    known = kept(office)
    if newest is not None and (known is None or known.size < newest.size):
        ensure_folder(office.profile.checkpoint.parent)
        write_atomic(office.profile.checkpoint, newest.note.encode())


def kept(office: Office) -> Checkpoint | None:
    """The head in the file beside the records; None where there is none or it is not ours."""
    try:
        note = office.profile.checkpoint.read_text(encoding="utf-8")
        return checkpoints.read(note, note_keys(office))
    except (OSError, ValueError):
        return None


def demand_goes_on(office: Office, tree: Tree) -> None:
    """Raises UserError where ``tree`` is not what was signed before, or goes not as far."""
    known = kept(office)
    if known is None:
        return
    if len(tree) < known.size:
        raise UserError("ledger.rolled_back", entries=len(tree), signed=known.size)
    if tree.head(known.size) != known.head:
        raise UserError("ledger.forked", signed=known.size)


def size(office: Office) -> int:
    """How many entries the ledger has."""
    with office.store.reading() as session:
        return ledger_size(session)


def head(office: Office) -> Head:
    """How far the ledger is, and how far it is signed. Raises UserError where the office has no keys yet."""
    trusted = note_keys(office)
    if not trusted:
        raise UserError("keys.none")
    with office.store.reading() as session:
        newest, entries_now = _newest(session), ledger_size(session)
    if newest is None:
        return Head(entries_now, 0, b"", "", None, trusted[-1].verifier_key)
    signed = checkpoints.read(newest.note, trusted)
    return Head(entries_now, signed.size, signed.head, newest.note, newest.at, trusted[-1].verifier_key)


def differences(office: Office, session: Session, tree: Tree) -> list[Finding]:
    """Signed heads that do not fit ``tree``, and the file beside the records where it goes further or elsewhere."""
    trusted, found = note_keys(office), []
    for row in session.scalars(select(LedgerCheckpoint).order_by(LedgerCheckpoint.size)):
        try:
            signed = checkpoints.read(row.note, trusted)
            fits = signed.size <= len(tree) and tree.head(signed.size) == signed.head
        except ValueError:
            fits = False
        if not fits:
            found.append(error("ledger.head_differs", entries=row.size, day=local(row.at).date().isoformat()))
    try:
        demand_goes_on(office, tree)
    except UserError as problem:
        found.append(Finding(Severity.ERROR, problem.code, params=dict(problem.params)))
    return found


def _newest(session: Session) -> LedgerCheckpoint | None:
    newest = select(LedgerCheckpoint).order_by(LedgerCheckpoint.size.desc()).limit(1)
    return session.scalars(newest).first()
