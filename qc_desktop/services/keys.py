"""The office's public keys: what the records and the key files tell of them, published as keys.json."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from qc_desktop.domain.certificates import SERIES, CertificateKind
from qc_desktop.domain.dates import local
from qc_desktop.domain.events import EventKind
from qc_desktop.errors import UserError
from qc_desktop.files import write_atomic
from qc_desktop.services import preferences
from qc_desktop.services.layouts.choosing import in_use
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Certificate, Event, LabelBatch
from qc_desktop.trust import keylist
from qc_desktop.trust.key_files import KeyInfo, key_files, unlock
from qc_desktop.trust.keyfile import Passphrase
from qc_desktop.trust.keys import KeyUse, Signer
from qc_desktop.trust.links import check_prefix
from qc_desktop.trust.notes import NoteKey
from qc_desktop.trust.published import KeyList, PublishedKey, Series
from qc_desktop.trust.signing import key_id, raw_ed25519

PUBLIC_FILE = "keys.json"
_LISTED = (KeyUse.PAYLOAD, KeyUse.LISTS)
ENGLISH_TITLES = {CertificateKind.PLEDGE_DISPLAY: "Certificate of a Displayed Pledge"}


@dataclass(frozen=True)
class PublicKeys:
    """keys.json as published, and the fingerprint of the root key that signed it (SHA-256 of its SPKI, hex)."""

    document: bytes
    root: str


@dataclass(frozen=True)
class Known:
    """All that is known of the office's keys without opening one.

    ``made`` is what the register says of keys, in order, with the day; ``revoked`` since when, by id. ``root`` is the
    root's public key, None where nothing tells it; ``before`` the list that was signed last, None before there is one,
    and where it is damaged, so that it is signed anew.
    """

    files: tuple[KeyInfo, ...]
    made: tuple[tuple[dt.date, dict[str, Any]], ...]
    revoked: Mapping[bytes, dt.date]
    root: bytes | None
    before: KeyList | None

    def newest(self, use: KeyUse) -> KeyInfo | None:
        """The file of the key for ``use`` that was made last, of those that are not revoked."""
        order = {data["spki"]: place for place, (_, data) in enumerate(self.made)}
        found = [info for info in self.files if info.use is use and info.kid not in self.revoked]
        return max(found, key=lambda info: (order.get(info.spki.hex(), -1), info.created), default=None)

    @property
    def root_file(self) -> KeyInfo | None:
        """The file of the root, while it is on this PC."""
        return next((info for info in self.files if info.use is KeyUse.ROOT and info.spki == self.root), None)

    @property
    def unregistered(self) -> tuple[KeyInfo, ...]:
        """Files of keys that the register does not know."""
        return tuple(info for info in self.files if info not in self.registered)

    @property
    def registered(self) -> tuple[KeyInfo, ...]:
        """Files of the office's keys."""
        made = {data["spki"] for _, data in self.made}
        return tuple(info for info in self.files if info.spki.hex() in made)

    @property
    def uncovered(self) -> tuple[KeyInfo, ...]:
        """Files of the office's keys that the recovery sheet does not open."""
        return tuple(info for info in self.registered if info.use is not KeyUse.ROOT and not info.recoverable)


def known(office: Office) -> Known:
    """What is known now. Raises UserError for a key file that cannot be read."""
    files = tuple(key_files(office.profile.keys))
    kinds = (EventKind.KEY_CREATED, EventKind.KEY_REVOKED)
    events = select(Event).where(Event.kind.in_(kinds)).order_by(Event.seq)
    with office.store.reading() as session:
        rows = [(EventKind(row.kind), row.subject, local(row.at).date(), row.data) for row in session.scalars(events)]
    made = tuple((day, data) for kind, _, day, data in rows if kind is EventKind.KEY_CREATED)
    roots = [bytes.fromhex(data["spki"]) for _, data in made if data["use"] == KeyUse.ROOT]
    root = next(iter([*roots, *(info.spki for info in files if info.use is KeyUse.ROOT)]), None)
    before = _signed_last(office, root)
    revoked = {key.kid: key.revoked for key in before.keys if key.revoked} if before else {}
    for kind, kid, _, data in rows:
        if kind is EventKind.KEY_REVOKED:
            revoked.setdefault(bytes.fromhex(kid), dt.date.fromisoformat(data["on"]))
    return Known(files, made, revoked, root, before)


def _signed_last(office: Office, root: bytes | None) -> KeyList | None:
    path = office.profile.keys / PUBLIC_FILE
    if root is None or not path.exists():
        return None
    try:
        return keylist.parse(path.read_bytes(), keylist.pin_of(root))
    except UserError:
        return None


def is_set_up(office: Office) -> bool:
    """Whether the office has a key to sign with."""
    return any(info.use is KeyUse.PAYLOAD for info in key_files(office.profile.keys))


def are_lost(office: Office) -> bool:
    """Whether the records know of keys whose files are not here."""
    return not is_set_up(office) and bool(known(office).made)


def list_is_stale(office: Office) -> bool:
    """Whether settings changed since the published list was signed, so that it wants the root."""
    if not is_set_up(office):
        return False
    now = known(office)
    return now.before is None or now.before != _listed(office, now)


def key_list(office: Office) -> KeyList:
    """The list as it is to be published: keys, link prefixes, series of numbers.

    What was published once stays, whatever backup was put back; the register adds what was made and revoked since.
    """
    return _listed(office, known(office))


def _listed(office: Office, now: Known) -> KeyList:
    keys = {key.kid: key for key in now.before.keys} if now.before else {}
    ledger = list(now.before.ledger) if now.before else []
    for day, data in now.made:
        spki = bytes.fromhex(data["spki"])
        if data["use"] in _LISTED:
            keys.setdefault(key_id(spki), PublishedKey(KeyUse(data["use"]), spki, day))
        elif data["use"] == KeyUse.LEDGER:
            ledger.append(NoteKey(data["origin"], raw_ed25519(spki)).verifier_key)
    return KeyList(
        keys=tuple(replace(key, revoked=now.revoked.get(kid)) for kid, key in keys.items()),
        prefixes=tuple(_prefixes(office)),
        series=tuple(_series(office)),
        ledger=tuple(dict.fromkeys(ledger)),
    )


def ledger_origin(office: Office) -> str:
    """What the register is called wherever it is published: the same for ever, whatever happens to link and keys.

    It comes from the list that was published, else from the first event that made a ledger key, else from the present
    link. Raises UserError where there is no key at all.
    """
    now = known(office)
    origins = [verifier.partition("+")[0] for verifier in now.before.ledger] if now.before else []
    origins += [data["origin"] for _, data in now.made if "origin" in data]
    return origins[0] if origins else _new_origin(office, now)


def _new_origin(office: Office, now: Known) -> str:
    prefix = preferences.get(office, "verification_prefix")
    if prefix:
        return f"{check_prefix(prefix).removeprefix('https://').removesuffix('/#')}/ledger"
    if now.root is None:
        raise UserError("keys.none")
    return f"qc-ledger-{key_id(now.root).hex()}"


def public(office: Office, passphrase: str | None = None, root: Signer | None = None) -> PublicKeys:
    """keys.json as it stands, signed anew where the settings changed since it was written.

    That takes the ``root``, or the ``passphrase`` while its file is on this PC. Raises UserError where there is no key
    yet, or it has to be signed anew and what that takes is not given.
    """
    now = known(office)
    if now.root is None:
        raise UserError("keys.root_unknown" if now.files else "keys.none")
    if now.before is None or now.before != _listed(office, now):
        publish(office, root or _root_here(now, passphrase))
    return PublicKeys((office.profile.keys / PUBLIC_FILE).read_bytes(), hashlib.sha256(now.root).hexdigest())


def _root_here(now: Known, passphrase: str | None) -> Signer:
    here = now.root_file
    if here is None:
        raise UserError("keys.root_needed")
    if passphrase is None:
        raise UserError("keys.passphrase_needed")
    return unlock(here.path, Passphrase(passphrase))


def publish(office: Office, root: Signer) -> None:
    """Signs the list as it stands now, and keeps it as keys.json."""
    write_atomic(office.profile.keys / PUBLIC_FILE, keylist.sign(key_list(office), root))


def _prefixes(office: Office) -> list[str]:
    """The present prefix first, then every other one that a certificate or a label carries."""
    present = preferences.get(office, "verification_prefix")
    with office.store.reading() as session:
        used = session.scalars(select(Certificate.link_prefix).distinct().order_by(Certificate.link_prefix))
        on_labels = session.scalars(select(LabelBatch.link_prefix).distinct().order_by(LabelBatch.link_prefix))
        return list(dict.fromkeys(filter(None, [present, *used, *on_labels])))


def _series(office: Office) -> list[Series]:
    kind = CertificateKind.PLEDGE_DISPLAY
    title = in_use(office, kind.value).words["title"]
    pattern = preferences.get(office, "certificate_number_pattern")
    return [Series(SERIES[kind], title, ENGLISH_TITLES[kind], pattern)]
