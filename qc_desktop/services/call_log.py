"""查验登记: questions answered at the verification desk. It only grows: a line can be neither changed nor taken back.

Nothing is written about who asked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from qc_desktop.domain import dates
from qc_desktop.domain.dates import SHANGHAI
from qc_desktop.domain.labels import parse_serial, serial_text
from qc_desktop.domain.lengths import REMARK, bound
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.domain.text import clean
from qc_desktop.domain.verification import Verdict
from qc_desktop.errors import UserError
from qc_desktop.messages import Messages
from qc_desktop.services import register_lookup
from qc_desktop.services.answers import Answer
from qc_desktop.services.office import Office
from qc_desktop.services.verification import FILES
from qc_desktop.storage.tables import CallLog, Certificate, LabelBatch

MOST_ASKED = 200
LATEST = 5
"""So many times of a certificate are told one by one."""
PAGE = 500
SUFFIX = ".xlsx"


@dataclass(frozen=True)
class Call:
    """One question and what the answer was then; ``number`` and ``holder`` are empty where no certificate fitted."""

    id: str
    at: dt.datetime
    staff: str
    pc: str
    asked: str
    verdict: Verdict
    number: str = ""
    holder: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Sightings:
    """How often a certificate was asked for, as far as staff entered it; ``latest``: the last times, newest first."""

    count: int = 0
    latest: tuple[dt.datetime, ...] = ()


@dataclass(frozen=True)
class CallFilter:
    """The days in Shanghai, both included; None for no limit."""

    since: dt.date | None = None
    until: dt.date | None = None


def enter(office: Office, asked: str, answer: Answer, remark: str = "") -> Call:
    """Enters that ``asked`` was answered with ``answer`` just now. Raises UserError for a remark too long."""
    said = clean(remark)
    bound(said, REMARK)
    with office.writing("call_enter", undoable=False, verdict=answer.verdict.value) as work:
        asked_for = "" if answer.is_label else answer.number
        certificate = register_lookup.by_number(work.session, asked_for) if asked_for else None
        line = CallLog(
            at=work.command.at,
            staff=work.author.staff,
            pc=work.author.pc,
            asked=_asked(asked),
            verdict=answer.verdict.value,
            certificate_id=certificate.id if certificate else None,
            label_serial=answer.number if answer.is_label else None,
            remark=said,
        )
        work.session.add(line)
        work.session.flush()
        return _call(work.session, line, certificate)


def _asked(typed: str) -> str:
    """What was asked for, in one line; of a file only its name, for its folder may name a person."""
    text = " ".join(typed.split())
    if text.lower().endswith(FILES):
        text = text.replace("\\", "/").rpartition("/")[2]
    return text[:MOST_ASKED]


def _label_holder(session: Session, serial: str | None) -> str:
    """The company whose batch the item label ``serial`` is of."""
    found = parse_serial(serial) if serial else None
    batch = select(LabelBatch.company_name).where(LabelBatch.number == found[0]) if found else None
    return (session.scalar(batch) or "") if batch is not None else ""


def _call(session: Session, line: CallLog, certificate: Certificate | None) -> Call:
    return Call(
        id=line.id,
        at=line.at,
        staff=line.staff,
        pc=line.pc,
        asked=line.asked,
        verdict=Verdict(line.verdict),
        number=certificate.number if certificate else line.label_serial or "",
        holder=certificate.holder if certificate else _label_holder(session, line.label_serial),
        remark=line.remark,
    )


def sightings(office: Office, number: str) -> Sightings:
    """How often the certificate or item label ``number`` was asked for, and when; nothing for an unknown one."""
    with office.store.reading() as session:
        certificate = register_lookup.by_number(session, number) if number else None
        label = parse_serial(number)
        if certificate is None and label is None:
            return Sightings()
        mine = CallLog.certificate_id == certificate.id if certificate else _of_label(label)
        count = session.scalar(select(func.count()).select_from(CallLog).where(mine)) or 0
        latest = session.scalars(select(CallLog.at).where(mine).order_by(CallLog.at.desc()).limit(LATEST)).all()
        return Sightings(count, tuple(latest))


def _of_label(label: tuple[int, int] | None) -> ColumnElement[bool]:
    return CallLog.label_serial == (serial_text(*label) if label else "")


def count(office: Office, wanted: CallFilter) -> int:
    """How many calls were entered within ``wanted``."""
    with office.store.reading() as session:
        return session.scalar(select(func.count()).select_from(CallLog).where(*_within(wanted))) or 0


def page(office: Office, wanted: CallFilter, offset: int = 0, limit: int = 128) -> list[Call]:
    """``limit`` calls from the ``offset``-th on, the last first."""
    with office.store.reading() as session:
        return _page(session, wanted, offset, limit)


def today(office: Office) -> list[Call]:
    """The calls of today, the last first."""
    day = dates.today()
    return page(office, CallFilter(day, day), limit=PAGE)


def _page(session: Session, wanted: CallFilter, offset: int, limit: int) -> list[Call]:
    query = (
        select(CallLog, Certificate)
        .outerjoin(Certificate, Certificate.id == CallLog.certificate_id)
        .where(*_within(wanted))
        .order_by(CallLog.at.desc(), CallLog.id.desc())
        .offset(offset)
        .limit(limit)
    )
    return [_call(session, line, certificate) for line, certificate in session.execute(query)]


def _within(wanted: CallFilter) -> Sequence[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.since is not None:
        found.append(CallLog.at >= _begin(wanted.since))
    if wanted.until is not None:
        found.append(CallLog.at < _begin(wanted.until + dt.timedelta(days=1)))
    return found


def _begin(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), SHANGHAI)


def export(office: Office, words: Messages, wanted: CallFilter, path: Path) -> Job[int]:
    """Writes the calls within ``wanted`` to ``path`` (.xlsx), the last first; returns how many.

    Raises UserError ``roster.format`` for another suffix, and ``file.*``; closing the generator leaves no file.
    """
    from qc_desktop.exchange.registry import list_writer
    from qc_desktop.exchange.writing.content import ListContent

    if path.suffix.lower() != SUFFIX:
        raise UserError("roster.format", format=path.suffix.lstrip("."), known=SUFFIX.lstrip("."))
    total = count(office, wanted)
    rows: list[tuple[str | int, ...]] = []
    for offset in range(0, total, PAGE):
        rows.extend(_cells(words, call) for call in page(office, wanted, offset, PAGE))
        yield Progress("export_calls", len(rows), total)
    titles = ("at", "staff", "pc", "asked", "verdict", "number", "holder", "remark")
    columns = tuple(words.text(f"calls.column_{title}") for title in titles)
    content = ListContent(words.text("calls.title"), words.text("calls.about"), columns, tuple(rows), dates.now())
    list_writer("xlsx").write(path, content)
    return len(rows)


def _cells(words: Messages, call: Call) -> tuple[str | int, ...]:
    at = f"{dates.local(call.at):%Y-%m-%d %H:%M:%S}"
    verdict = words.text(f"verdict.{call.verdict}")
    return (at, call.staff, call.pc, call.asked, verdict, call.number, call.holder, call.remark)
