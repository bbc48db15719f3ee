"""Visits out of a web server's log: how often a code was looked at in the page, through a ``?c=`` link.

A fragment (``#``) never reaches a server, so whoever scanned the code with a camera is not in the log: these are counts
of copied links alone. Kept are day, certificate or label, and the coarse way; no address and no browser. How many
different visitors there were is told under a key of this one import, which is thrown away.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain import dates
from qc_desktop.domain.labels import serial_text
from qc_desktop.domain.lengths import bound
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.exchange.access_log import AccessLog, Request
from qc_desktop.services import keys, withdrawing
from qc_desktop.services.office import Office
from qc_desktop.services.sightings.tally import Subject, Tally
from qc_desktop.storage.tables import Certificate, Sighting, SightingImport
from qc_desktop.storage.types import new_id
from qc_desktop.trust.digits import from_digits
from qc_desktop.trust.links import digits_in_query
from qc_desktop.trust.refusal import RefusedError
from qc_desktop.trust.verify import Checked, check_payload

STEP = "sighting_import"
SERVER = 60
"""The longest name of a server."""
_SHOWN = frozenset({200, 206, 304})
_A_DAY = dt.timedelta(days=1)
_AT_ONCE = 5000
_MOST_KNOWN = 200_000
Span = tuple[dt.datetime, dt.datetime]


@dataclass(frozen=True)
class Imported:
    """What a log told. ``again`` lines were counted with an earlier log; ``foreign`` links carried no code of ours,
    ``unread`` lines were no lines of a log. ``is_same``: this log adds nothing."""

    path: Path
    lines: int = 0
    visits: int = 0
    again: int = 0
    foreign: int = 0
    unread: int = 0
    is_same: bool = False


@dataclass(frozen=True)
class ManyImported:
    """What several logs told, and those that were refused, each with its reason."""

    logs: tuple[Imported, ...] = ()
    refused: tuple[UserError, ...] = ()

    @property
    def visits(self) -> int:
        """How many visits were counted with all of them."""
        return sum(one.visits for one in self.logs)


def importing_many(office: Office, paths: Sequence[Path], server: str = "") -> Job[ManyImported]:
    """As :func:`importing` for each of ``paths``: one that is refused leaves the others. Closed before its end, it
    leaves those that were counted by then."""
    logs, refused = list[Imported](), list[UserError]()
    for path in paths:
        try:
            logs.append((yield from importing(office, path, server)))
        except UserError as problem:
            if problem.code == "verify.no_keys":
                raise
            refused.append(problem)
    return ManyImported(tuple(logs), tuple(refused))


def importing(office: Office, path: Path, server: str = "") -> Job[Imported]:
    """Counts the visits in the log ``path`` of ``server``, in one transaction; closed before its end it counts none.

    What an earlier log of the same server told of, by its first and last moment, is not counted again, so that logs
    may overlap; of the very second in which that one ended, visits may be missed. Raises UserError for what is no log,
    or too large, and without keys.
    """
    name = clean(server)
    bound(name, SERVER)
    sha256 = yield from _hashed(path)
    with office.store.reading() as session:
        spans = _spans(session, name)
        if _is_known(session, sha256):
            return Imported(path, is_same=True)
    reading = _Reading(office, AccessLog(path), spans)
    yield from reading.run()
    told = reading.told(path)
    if reading.first is None or reading.last is None:
        raise UserError("sighting.no_log", path=path)
    if told.visits == 0 and any(first <= reading.first and reading.last <= last for first, last in spans):
        return Imported(path, told.lines, again=told.again, unread=told.unread, is_same=True)
    return _written(office, told, reading, name, sha256)


def _hashed(path: Path) -> Job[str]:
    """The file's SHA-256. Raises UserError where there is none."""
    digest, done = hashlib.sha256(), 0
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            while piece := stream.read(2**22):
                digest.update(piece)
                done += len(piece)
                yield Progress("sighting_hash", done, max(size, done))
    except (FileNotFoundError, IsADirectoryError) as problem:
        raise UserError("settings.no_file", path=path) from problem
    return digest.hexdigest()


def _is_known(session: Session, sha256: str) -> bool:
    return session.scalars(select(SightingImport.id).where(SightingImport.sha256 == sha256)).first() is not None


def _spans(session: Session, server: str) -> Sequence[Span]:
    known = select(SightingImport.first_at, SightingImport.last_at).where(SightingImport.server == server)
    return [(row.first_at, row.last_at) for row in session.execute(known)]


def _written(office: Office, told: Imported, reading: _Reading, server: str, sha256: str) -> Imported:
    with office.writing("sighting_import", undoable=False, visits=told.visits) as work:
        if _is_known(work.session, sha256):  # another program was first
            return Imported(told.path, is_same=True)
        import_id = new_id()
        work.session.add(
            SightingImport(
                id=import_id,
                server=server,
                sha256=sha256,
                first_at=reading.first,
                last_at=reading.last,
                lines=told.lines,
                visits=told.visits,
                staff=work.author.staff,
                at=work.command.at,
            )
        )
        work.session.flush()
        for day, subject, way, count in reading.tally:
            work.session.add(
                Sighting(
                    day=day,
                    way=way.value,
                    certificate_id=subject.certificate_id,
                    label_serial=subject.label_serial,
                    visits=count.visits,
                    visitors=len(count.visitors),
                    networks=len(count.networks),
                    import_id=import_id,
                )
            )
    return told


class _Reading:
    """One log on its way through; ``first`` and ``last`` are the moments it tells of."""

    def __init__(self, office: Office, log: AccessLog, spans: Sequence[Span]) -> None:
        self._office = office
        self._log = log
        self._spans = spans
        self._published = keys.key_list(office)
        if not self._published.keys:
            raise UserError("verify.no_keys")
        self._kept = withdrawing.kept(office, self._published)
        self._known: dict[str, Subject | None] = {}
        self._again = self._foreign = 0
        self.first: dt.datetime | None = None
        self.last: dt.datetime | None = None
        self.tally = Tally()

    def told(self, path: Path) -> Imported:
        return Imported(path, self._log.lines, self.tally.visits, self._again, self._foreign, self._log.unread)

    def run(self) -> Job[None]:
        for done, request in enumerate(self._log.requests(dates.now() + _A_DAY)):
            if done % _AT_ONCE == 0:
                yield Progress(STEP, min(self._log.done, self._log.size), self._log.size)
            self.first = min(self.first or request.at, request.at)
            self.last = max(self.last or request.at, request.at)
            if any(first <= request.at <= last for first, last in self._spans):
                self._again += 1
            else:
                self._count(request)

    def _count(self, request: Request) -> None:
        digits = digits_in_query(request.target)
        if not digits or request.method != "GET" or request.status not in _SHOWN:
            return
        if digits not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[digits] = self._subject(digits)
        subject = self._known[digits]
        if subject is None:
            self._foreign += 1
        else:
            self.tally.add(request, subject)

    def _subject(self, digits: str) -> Subject | None:
        """What the digits are the code of, if we signed it: anybody can ask for a made-up link."""
        try:
            checked = check_payload(from_digits(digits), self._published, self._office.today, self._kept)
        except RefusedError:
            return None
        if checked.batch is not None and checked.index is not None:
            return Subject(label_serial=serial_text(checked.batch, checked.index))
        return self._certificate(checked)

    def _certificate(self, checked: Checked) -> Subject | None:
        if checked.serial is None:
            return None
        with self._office.store.reading() as session:
            query = select(Certificate.id).where(Certificate.serial == int(checked.serial))
            found = session.scalars(query).first()
        return Subject(certificate_id=found) if found else None
