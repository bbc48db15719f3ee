"""Keys that others follow, and keys that are revoked: what was signed with these before stays, the rest is forged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.events import EventKind
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.files import write_atomic
from qc_desktop.services import keys, vault
from qc_desktop.services.office import Office
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Certificate, Event, LabelBatch
from qc_desktop.trust import issued_list
from qc_desktop.trust.digits import from_digits
from qc_desktop.trust.issued_list import IssuedList
from qc_desktop.trust.key_files import create
from qc_desktop.trust.keyfile import Passphrase
from qc_desktop.trust.keys import KeyUse, Signer
from qc_desktop.trust.published import KeyList
from qc_desktop.trust.verify import Kept

ISSUED = "issued-{kid}.json"
ROTATED = (KeyUse.PAYLOAD, KeyUse.LISTS, KeyUse.LEDGER)


@dataclass(frozen=True)
class Withdrawn:
    """A key that was revoked, what the list of it holds, and the key in its place; empty where it was not in use."""

    kid: str
    certificates: int
    batches: int
    successor: str = ""


def rotate(office: Office, uses: Sequence[KeyUse], root: Signer, passphrase: str) -> list[str]:
    """Makes a new key for each of ``uses`` and publishes it; returns their ids. The old ones stay listed and good.

    Raises UserError for a wrong passphrase.
    """
    vault.unlock(office, passphrase)
    typed = Passphrase(passphrase)
    with office.writing("key_rotate", undoable=False) as work:
        made = [_successor(office, work, use, typed, root) for use in uses]
    keys.publish(office, root)
    return [key.kid.hex() for key in made]


def revoke(office: Office, kid: str, reason: str, root: Signer, passphrase: str) -> Withdrawn:
    """Revokes the key ``kid`` (8 hex digits) from today on; one in use is followed by another in the same go.

    What was signed with it by now is listed, signed and kept; the list of keys says since when. Raises UserError for
    an unknown key, one that is revoked or of the register, without a reason, or for a wrong passphrase.
    """
    opened, typed = vault.unlock(office, passphrase), Passphrase(passphrase)
    if not clean(reason):
        raise UserError("keys.reason_missing")
    use = _revocable(office, kid)
    with office.writing("key_revoke", undoable=False) as work:
        current = keys.known(office).newest(use)
        successor = _successor(office, work, use, typed, root) if current and current.kid.hex() == kid else None
        lists = successor if successor and use is KeyUse.LISTS else opened.lists
        issued = issued_under(office, work.session, kid)
        about = {"use": use.value, "on": office.today.isoformat(), "reason": clean(reason)}
        counts = {"certificates": len(issued.payloads), "batches": len(issued.batches)}
        if use is KeyUse.PAYLOAD:
            write_atomic(_path(office, kid), issued_list.sign(issued, lists))
        else:
            _sign_anew(office, lists)
        work.register(EventKind.KEY_REVOKED, kid, {**about, **counts})
    keys.publish(office, root)
    followed = successor.kid.hex() if successor else ""
    return Withdrawn(kid, len(issued.payloads), len(issued.batches), followed)


def _revocable(office: Office, kid: str) -> KeyUse:
    try:
        key = keys.key_list(office).key(bytes.fromhex(kid))
    except ValueError:
        key = None
    if key is None:
        raise UserError("keys.unknown", kid=kid)
    if key.revoked:
        raise UserError("keys.revoked_already", kid=kid, day=key.revoked.isoformat())
    return key.use


def _successor(office: Office, work: UnitOfWork, use: KeyUse, typed: Passphrase, root: Signer) -> Signer:
    made = create(office.profile.keys, use, typed, root)
    (about,) = [each for each in keys.known(office).files if each.kid == made.kid]
    vault.register(office, work, about)
    return made


def issued_under(office: Office, session: Session, kid: str) -> IssuedList:
    """Everything that was signed with the key ``kid``, revoked today."""
    payloads = session.scalars(select(Certificate.payload).where(Certificate.key_id == kid))
    batches = select(LabelBatch.number, LabelBatch.first_index, LabelBatch.count).where(LabelBatch.key_id == kid)
    found = ((number, first, count) for number, first, count in session.execute(batches))
    return issued_list.issued_list(bytes.fromhex(kid), office.today, map(from_digits, payloads), found)


def _sign_anew(office: Office, lists: Signer) -> None:
    """Signs the lists of revoked keys with ``lists``, for the key that signed them is revoked itself."""
    published = keys.key_list(office)
    for path, issued in _lists(office.profile.keys, ISSUED.format(kid="*"), published):
        write_atomic(path, issued_list.sign(issued, lists))


def documents(office: Office) -> dict[str, bytes]:
    """``keys/<kid>.json`` as the site publishes it, by the key's id."""
    published = keys.key_list(office)
    found = _lists(office.profile.keys, ISSUED.format(kid="*"), published)
    return {issued.kid.hex(): path.read_bytes() for path, issued in found}


def kept(office: Office, published: KeyList) -> Kept:
    """The lists of this office's revoked keys, for the check."""
    return kept_in(office.profile.keys, published, ISSUED)


def kept_in(folder: Path, published: KeyList, name: str = "{kid}.json") -> Kept:
    """The lists in ``folder`` that ``published`` vouches for; others count for nothing."""
    if not any(key.revoked for key in published.keys):
        return {}
    return {issued.kid: issued for _, issued in _lists(folder, name.format(kid="*"), published)}


def _lists(folder: Path, pattern: str, published: KeyList) -> Iterator[tuple[Path, IssuedList]]:
    for path in sorted(folder.glob(pattern)):
        try:
            yield path, issued_list.parse(path.read_bytes(), published)
        except UserError:  # damaged or another's: what it would vouch for stays unknown, and the check-up says so
            continue


def missing(office: Office) -> list[str]:
    """Revoked keys for certificates whose list is not here or is not what was signed."""
    published = keys.key_list(office)
    here = kept(office, published)
    revoked = [key for key in published.keys if key.use is KeyUse.PAYLOAD and key.revoked]
    return [key.kid.hex() for key in revoked if key.kid not in here]


def demand_good(session: Session, key_id: str) -> None:
    """Raises UserError where the key was revoked: within the transaction that would sign with it."""
    asked = select(Event.seq).where(Event.kind == EventKind.KEY_REVOKED, Event.subject == key_id)
    if session.scalars(asked.limit(1)).first() is not None:
        raise UserError("keys.revoked")


def _path(office: Office, kid: str) -> Path:
    return office.profile.keys / ISSUED.format(kid=kid)
