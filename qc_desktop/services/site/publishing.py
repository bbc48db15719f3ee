"""公布: everything that a host serves, written into a folder; what a reader looks at first is written last."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from qc_desktop import __version__
from qc_desktop.domain import dates
from qc_desktop.domain.events import EventKind
from qc_desktop.domain.findings import Finding
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.services import keys, preferences, withdrawing
from qc_desktop.services.certificates.numbering import prefix_of
from qc_desktop.services.ledger import heads
from qc_desktop.services.ledger.receipts import Receipts
from qc_desktop.services.ledger.replay import replaying
from qc_desktop.services.office import Office
from qc_desktop.services.site import display, front, html, lists, standing
from qc_desktop.services.site.codes import CODES, SignerOf, codes, nobody
from qc_desktop.services.site.folder import Folder
from qc_desktop.services.site.html import Pages
from qc_desktop.services.site.pledges import Displays, numbers
from qc_desktop.services.site.register import register
from qc_desktop.services.site.rosters import rosters
from qc_desktop.services.writing_alone import writing_alone
from qc_desktop.storage.tables import Command
from qc_desktop.trust.keys import OpenKeys

STEP = "site_publish"
Unlock = Callable[[], OpenKeys]
_BODY = ("pledge/", "numbers/", "roster/", "batches/")
"""What the ledger's entry of a publication speaks for."""


@dataclass(frozen=True)
class Published:
    """How it went: files written anew, files that stood, companies on display. ``is_same``: nothing was to be done.

    ``codeless`` are batches whose hidden codes could not be listed: :class:`codes.ListedCodes`.
    """

    folder: Path
    written: int
    kept: int
    companies: int
    is_same: bool = False
    codeless: tuple[int, ...] = ()


def publishing(
    office: Office, folder: Path, unlock: Unlock, *, despite: bool = False, older: SignerOf = nobody
) -> Job[Published]:
    """Brings ``folder`` to what the records say; the keys are asked for only where there is something to do.

    ``older`` opens an earlier key, for batches whose hidden codes are listed for the first time in this folder.

    Stopped or killed it leaves a folder whose first pages are the old ones, and is gone on with the next time. Raises
    UserError where the records differ from the ledger (``site.register_differs`` with all ``differences``, unless
    ``despite``), for a folder that holds something else, without a link prefix or an association's name, and for faults
    of the disk.
    """
    about = _about(office)
    with writing_alone(folder):
        target = Folder.opened(folder)
        if target.state.get("made") == _state(about, _newest(office)) and target.is_whole():
            made = Published(folder, 0, 0, target.state["companies"], is_same=True)
        else:
            yield from _demand_sound(office, despite)
            made = yield from _written(office, target, about, unlock(), older)
    standing.remember(office, folder)
    return made


def _about(office: Office) -> dict[str, str]:
    """What the pages say of the office. Raises UserError where they could not say who publishes, or where."""
    settings = {"phone": "association_phone", "icp": "icp_number", "police": "police_number"}
    found = {name: str(preferences.get(office, key)) for name, key in settings.items()}
    found["association"] = preferences.demanded_issuer(office)
    found["address"] = prefix_of(office)
    return {**found, "published": office.today.isoformat()}


def _state(about: Mapping[str, str], command: int) -> dict[str, Any]:
    """What the pages are made from: another state, other pages. A day is part of it: a list of today says so."""
    sources = [front.fingerprint(), html.fingerprint()]
    return {"command": command, "about": dict(about), "program": __version__, "sources": sources}


def _newest(office: Office) -> int:
    """The last command: whatever changed in the records, it was by one."""
    with office.store.reading() as session:
        return session.scalar(select(func.max(Command.seq))) or 0


def _demand_sound(office: Office, despite: bool) -> Job[None]:
    found: list[Finding] = yield from replaying(office)
    if found and not despite:
        first = UserError(found[0].code, **found[0].params)
        raise UserError("site.register_differs", problem=first, count=len(found), differences=tuple(found))


def _written(
    office: Office, target: Folder, about: Mapping[str, str], opened: OpenKeys, older: SignerOf
) -> Job[Published]:
    published, before = keys.public(office).document, _newest(office)
    issued = withdrawing.documents(office)
    target.begin()
    displays = yield from _body(office, target, Pages.of(about), opened)
    listed = yield from codes(office, target, opened, older)
    ours = _enter(office, target, displays, opened)  # a command of somebody else meanwhile is for the next time
    after = _newest(office)
    with office.store.reading() as session:
        _put_all(target, register(session))
        target.put("status.json", lists.status(session, opened.lists, dates.now(), issued))
    for kid, document in issued.items():
        target.put(f"keys/{kid}.json", document)
    target.put("keys.json", published)
    target.put(front.INDEX, front.index(published, about))
    made = _state(about, after if after == before + ours else before)
    target.end({"made": made, "companies": len(displays), CODES: dict(listed.made)})
    return Published(target.root, target.written, target.kept, len(displays), codeless=listed.missing)


def _enter(office: Office, target: Folder, displays: Displays, opened: OpenKeys) -> int:
    """Enters what was published, and signs the ledger with it; returns how many commands that took: none where all
    of it was entered and signed before."""
    shown, digest = list(displays.participations), target.digest(_BODY)
    with office.store.reading() as session:
        is_known = digest == display.last_digest(session) and not display.never_shown(session, shown)
    if is_known and heads.head(office).signed == heads.size(office):
        return 0
    with heads.writing("site_publish", office, opened) as work:
        new = display.note(work, shown)
        if not is_known:
            about = {"pages": digest, "companies": len(displays), "new": new}
            work.register(EventKind.SITE_PUBLISHED, target.root.name[:60], about)
    return 1


def _body(office: Office, target: Folder, pages: Pages, opened: OpenKeys) -> Job[Displays]:
    """Everything but the ledger and what names the present state; returns who is on display."""
    with office.store.reading() as session:
        displays, receipts = Displays(session), Receipts(session)
    done = 0
    for group in displays.groups():
        with office.store.reading() as session:
            _put_all(target, displays.pages(session, group, pages, receipts))
        done += len(group)
        yield Progress(STEP, done, len(displays))
    with office.store.reading() as session:
        _put_all(target, numbers(session))
        _put_all(target, rosters(office, session, pages))
        _put_all(target, lists.batches(session, opened.lists))
    _put_all(target, front.knowledge(pages))
    _put_all(target, front.files())
    return displays


def _put_all(target: Folder, pieces: Iterator[tuple[str, bytes]]) -> None:
    for path, content in pieces:
        target.put(path, content)
