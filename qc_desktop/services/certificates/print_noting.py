"""What was rendered, in the log of prints and in the register: which copy, by whom, and why again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, func, insert, select
from sqlalchemy.exc import DBAPIError

from qc_desktop.domain.events import EventKind
from qc_desktop.domain.printing import TRIAL_COPY
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.storage.faults import disk_fault
from qc_desktop.storage.tables import Certificate, PrintLog
from qc_desktop.storage.types import new_id

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from qc_desktop.documents.sheets import Sheet
    from qc_desktop.services.certificates.printing import Stock
    from qc_desktop.services.office import Office
    from qc_desktop.storage.store import UnitOfWork


def log(
    office: Office,
    stock: Stock,
    sheets: Sequence[Sheet],
    *,
    checked: bool,
    command: str = "certificates_print",
    reason: str = "",
) -> None:
    """Logs every sheet in ``sheets`` as the command ``command``, and the rendering as one event."""
    if not sheets:
        return
    numbers = [sheet.value("number") for sheet in sheets]
    with office.writing(command, undoable=False, count=len(sheets)) as work:
        earlier = _earlier(work.session, [stock.ids[number] for number in numbers])
        rows = [
            {
                "id": new_id(),
                "certificate_id": stock.ids[number],
                "copy": earlier.get(stock.ids[number], 0) + 1,
                "at": work.command.at,
                "staff": work.author.staff,
                "checked": checked,
                "reason": clean(reason) if stock.ids[number] in earlier else "",
            }
            for number in numbers
        ]
        work.session.execute(insert(PrintLog), rows)
        copies = [(number, earlier.get(stock.ids[number], 0) + 1) for number in numbers]
        register_copies(work, copies, [clean(reason)] if earlier else [], checked=checked)


def register_copies(
    work: UnitOfWork, copies: Sequence[tuple[str, int]], reasons: Sequence[str], **about: str | bool
) -> None:
    """One event for ``copies``, each a certificate's number and the copy's: further copies stand in it by number, with
    why they were made."""
    numbers = [number for number, _ in copies]
    what: dict[str, Any] = {"first": numbers[0], "last": numbers[-1], "count": len(numbers), **about}
    further = {number: copy for number, copy in copies if copy > 1}
    why = sorted({reason for reason in reasons if reason})
    what |= {"copies": further} if further else {}
    what |= {"reasons": why} if why else {}
    work.register(EventKind.CERTIFICATE_RENDERED, numbers[0], what)


@contextmanager
def or_away(made: Sequence[Path]) -> Iterator[None]:
    """What was ``made`` stays only where the block can note it: nobody would know of those certificates.

    Raises UserError where they went, with what hinders the records.
    """
    try:
        yield
    except UserError as problem:
        for path in made:
            with suppress(OSError):
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        if not isinstance(problem.__cause__, DBAPIError):
            raise
        reason = disk_fault(problem.__cause__.orig or problem)
        raise UserError("certificate.not_noted", count=len(made), reason=reason) from problem


def note_what_lies_there(office: Office, stock: Stock, sheets: Sequence[Sheet], *, checked: bool) -> None:
    """Files that took their names just before a crash have no line in the log: they get it now."""
    with office.store.reading() as session:
        known = _earlier(session, [stock.ids[sheet.value("number")] for sheet in sheets])
    log(office, stock, [sheet for sheet in sheets if stock.ids[sheet.value("number")] not in known], checked=checked)


def made_before(office: Office, numbers: Sequence[str]) -> int:
    """How many of the certificates ``numbers`` were made before, as a file or on paper."""
    made = (Certificate.id == PrintLog.certificate_id) & (PrintLog.copy != TRIAL_COPY)
    with office.store.reading() as session:
        return sum(
            session.scalar(
                select(func.count()).where(Certificate.number.in_(part), exists().where(made).correlate(Certificate))
            )
            or 0
            for part in in_chunks(numbers)
        )


def _earlier(session: Session, ids: Sequence[str]) -> dict[str, int]:
    counted: dict[str, int] = {}
    for chunk in in_chunks(ids):
        query = select(PrintLog.certificate_id, func.count()).where(
            PrintLog.certificate_id.in_(chunk), PrintLog.copy != TRIAL_COPY
        )
        counted |= dict(session.execute(query.group_by(PrintLog.certificate_id)).all())
    return counted
