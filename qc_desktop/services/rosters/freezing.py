"""公布: the roster of a day, frozen as a new version."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from qc_desktop.domain.events import EventKind
from qc_desktop.domain.progress import Job, Progress, finish
from qc_desktop.domain.roster_columns import RosterColumn
from qc_desktop.errors import UserError
from qc_desktop.services import preferences, worded
from qc_desktop.services.office import Office
from qc_desktop.services.rosters.entries import Entry, count_today, of_today, told
from qc_desktop.services.rosters.frozen import last, shown_columns, title_of
from qc_desktop.storage.tables import Campaign, Roster
from qc_desktop.storage.types import Written, json_pieces


@dataclass(frozen=True)
class Published:
    """A roster as it was just frozen: ``rows`` counts its companies."""

    version: int
    title: str
    rows: int


@dataclass(frozen=True)
class _Frozen:
    """The companies of a day as JSON, ``rows`` of them; ``said`` is the hash of what the shown columns say of them."""

    text: Written
    sha256: str
    rows: int
    said: bytes


class _Said:
    """What ``columns`` say of the companies that went by, in one hash: neither list need be held beside the other."""

    def __init__(self, columns: Sequence[RosterColumn]) -> None:
        self._columns = columns
        self._hash = hashlib.sha256()
        self.rows = 0

    def of(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """``entries``, each listened to as it goes by."""
        for entry in entries:
            self.rows += 1
            self._hash.update(repr(told(entry, self._columns)).encode())
            yield entry

    def digest(self) -> bytes:
        """The hash of everything said so far."""
        return self._hash.digest()


def publish(office: Office, campaign_id: str) -> Published:
    """:func:`publishing` to its end."""
    return finish(publishing(office, campaign_id))


def publishing(office: Office, campaign_id: str) -> Job[Published]:
    """Freezes the roster of all announced companies as a new version; stopped, there is none.

    Raises UserError where nobody is announced, nothing that is shown changed since the last version, or the
    title claims too much without a reason.
    """
    with office.writing("roster_publish", undoable=False, campaign=campaign_id) as work:
        columns = shown_columns(office)
        worded.demand(work.session, worded.of_roster(work.session, preferences.get(office, "roster_title")))
        version, title, said = _published(work.session, campaign_id, columns)
        frozen = yield from _freeze(work.session, campaign_id, columns)
        if not frozen.rows:
            raise UserError("roster.empty")
        campaign = work.session.get_one(Campaign, campaign_id)
        if version and (frozen.said, title_of(office, campaign)) == (said, title):
            raise UserError("roster.unchanged", version=version)
        roster = Roster(
            campaign_id=campaign_id,
            version=version + 1,
            title=title_of(office, campaign),
            published_at=work.command.at,
            staff=work.author.staff,
            entries=frozen.text,
            sha256=frozen.sha256,
        )
        work.session.add(roster)
        what = {"sha256": roster.sha256, "version": roster.version, "companies": frozen.rows}
        work.register(EventKind.ROSTER_PUBLISHED, str(campaign.campaign_year), what)
        work.session.flush()
        return Published(roster.version, roster.title, frozen.rows)


def _published(session: Session, campaign_id: str, columns: Sequence[RosterColumn]) -> tuple[int, str, bytes]:
    """The last version, 0 where there is none, its title, and the hash of what it says in ``columns``."""
    roster, said = last(session, campaign_id), _Said(columns)
    if roster is None:
        return 0, "", b""
    deque(said.of(roster.entries), maxlen=0)
    return roster.version, roster.title, said.digest()


def _freeze(session: Session, campaign_id: str, columns: Sequence[RosterColumn]) -> Job[_Frozen]:
    """Written as they are read: objects for all of them would take three times the room."""
    total, said = count_today(session, campaign_id), _Said(columns)
    digest, pieces = hashlib.sha256(), []
    for piece in json_pieces(said.of(of_today(session, campaign_id))):
        digest.update(piece.encode())
        pieces.append(piece)
        yield Progress("roster_frozen", said.rows, total)
    return _Frozen(Written("".join(pieces)), digest.hexdigest(), said.rows, said.digest())
