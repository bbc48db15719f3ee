"""What was printed of a batch, as the ledger notes it; and that no label is printed twice unasked."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from qc_desktop.documents.labels.checking import SheetProblem
from qc_desktop.domain.events import EventKind
from qc_desktop.domain.label_counts import Stretch
from qc_desktop.domain.label_files import LabelFile
from qc_desktop.domain.labels import LabelEventKind
from qc_desktop.domain.lengths import REASON, bound
from qc_desktop.domain.text import clean
from qc_desktop.services.certificates import quotas
from qc_desktop.services.labels.batches import batch_of
from qc_desktop.services.labels.copies import demand_room, printed_times
from qc_desktop.services.labels.lying import unnoted
from qc_desktop.services.labels.runs import Run
from qc_desktop.services.labels.superseded import superseded
from qc_desktop.services.office import Office
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Command, LabelEvent

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = "label_print"


def refuse_second_print(office: Office, run: Run, missing: Sequence[LabelFile]) -> None:
    """Raises UserError where labels of ``missing`` were printed before: without a reason, beyond their quota, or when
    they are on products."""
    bound(run.order.again, REASON)
    allowed, before = quotas.quota(office), list[Stretch]()
    with office.store.reading() as session:
        for file in missing:
            for part in printed_times(session, run.batch_id, file.first, file.last):
                demand_room(run.number, part, clean(run.order.again), allowed)
                before += [part] if part.times else []
        superseded(session, run.batch_id, before)


def made_in(office: Office, folder: Path, name: str) -> bool:
    """Whether the file ``name`` was noted as made in ``folder``: that one of this name lies there proves nothing."""
    is_it = func.json_extract(Command.params, "$.file") == name, func.json_extract(Command.params, "$.folder")
    with office.store.reading() as session:
        noted = session.scalar(select(Command.seq).where(Command.name == COMMAND, is_it[0], is_it[1] == _place(folder)))
    return noted is not None


def _place(folder: Path) -> str:
    """The folder as its system spells it, so that one and the same is known again."""
    return os.path.normcase(folder.resolve())


def note(
    office: Office,
    run: Run,
    file: LabelFile,
    withheld: Sequence[SheetProblem],
    folder: Path | None = None,
    *,
    mended: bool = False,
) -> int:
    """Notes what is in a file that has just taken its name in ``folder``: not the sheets that were ``withheld``. None
    is a file that went to a printer and is gone.

    Labels that were printed before are further copies, which go into the register with their reason, but for a file
    that was ``mended``; the copies before are noted as spoiled, and returned is how many. Raises UserError as
    :func:`refuse_second_print`, where somebody else printed them meanwhile.
    """
    out = frozenset(problem.sheet for problem in withheld)
    reason, allowed = clean(run.order.again), quotas.quota(office)
    where = {"file": run.name(file), "folder": _place(folder)} if folder is not None else {}
    with office.writing(COMMAND, undoable=False, count=file.count, **where) as work:
        spans = _stretches(run.sheets(file, out))
        parts = [part for span in spans for part in printed_times(work.session, run.batch_id, *span)]
        before = [part for part in parts if part.times and not mended]
        for part in before:
            demand_room(run.number, part, reason, allowed)
        spoiled = superseded(work.session, run.batch_id, before)
        for part in spoiled:
            _spoil(work, run, part, reason)
        for part in parts:
            if not part.times:
                work.session.add(_line(work, run.batch_id, LabelEventKind.PRINTED, part, ""))
        for part in before:
            work.session.add(_line(work, run.batch_id, LabelEventKind.PRINTED, part, reason))
            about = {"batch": run.number, "first": part.first, "last": part.last, "copy": part.times + 1}
            work.register(EventKind.LABELS_REPRINTED, str(run.number), {**about, "reason": reason})
    return sum(part.size * part.times for part in spoiled)


def _spoil(work: UnitOfWork, run: Run, part: Stretch, reason: str) -> None:
    """Notes that the copies of ``part`` are no good any more, a line for each of them."""
    kind = LabelEventKind.SPOILED
    work.session.add_all(_line(work, run.batch_id, kind, part, reason) for _ in range(part.times))
    what = {"batch": run.number, "kind": kind.value, "count": part.size * part.times}
    work.register(EventKind.LABELS_SPOILED, str(run.number), what)


def _line(work: UnitOfWork, batch_id: str, kind: LabelEventKind, part: Stretch, reason: str) -> LabelEvent:
    return LabelEvent(
        batch_id=batch_id,
        kind=kind.value,
        count=part.size,
        first_index=part.first,
        last_index=part.last,
        remark=reason,
        staff=work.author.staff,
        at=work.command.at,
    )


def _stretches(sheets: Iterator[tuple[int, list[int], range]]) -> list[tuple[int, int]]:
    """First and last label of each unbroken stretch of ``sheets``."""
    found: list[tuple[int, int]] = []
    for _, _, indices in sheets:
        if found and found[-1][1] + 1 == indices[0]:
            found[-1] = found[-1][0], indices[-1]
        else:
            found.append((indices[0], indices[-1]))
    return found


def note_what_lies_there(office: Office, run: Run, made: Collection[LabelFile], folder: Path) -> list[LabelFile]:
    """Notes, and returns, the files in ``folder`` that took their names just before a crash, before they were noted."""
    unknown = unnoted(office, run, (file for file in run.files() if file not in made))
    for file in unknown:
        note(office, run, file, (), folder)
    return unknown


def stretches(office: Office, batch: str) -> tuple[tuple[int, int], ...]:
    """First and last label of every print that is noted of the batch, by the first. Raises UserError."""
    with office.store.reading() as session:
        found = batch_of(session, batch)
        query = select(LabelEvent.first_index, LabelEvent.last_index).order_by(LabelEvent.first_index)
        noted = LabelEvent.batch_id == found.id, LabelEvent.kind == LabelEventKind.PRINTED
        printed = session.execute(query.where(*noted, LabelEvent.first_index.is_not(None))).all()
    return tuple((first or 0, last or first or 0) for first, last in printed)


def unprinted(office: Office, batch: str) -> tuple[int, int] | None:
    """The first stretch of the batch of which no print is noted, first and last label; None where all were printed."""
    with office.store.reading() as session:
        found = batch_of(session, batch)
        at, end = found.first_index, found.first_index + found.count - 1
    for first, last in stretches(office, batch):
        if first > at:
            return at, first - 1
        at = max(at, last + 1)
    return (at, end) if at <= end else None
