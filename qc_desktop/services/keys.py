"""The office's keys: made at the first issue, unlocked with the one passphrase, published as keys.json."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.certificates import SERIES, CertificateKind
from qc_desktop.domain.events import EventKind
from qc_desktop.errors import UserError
from qc_desktop.files import write_atomic
from qc_desktop.services import preferences
from qc_desktop.services.layouts.choosing import in_use
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Certificate, Event, LabelBatch
from qc_desktop.trust import keylist
from qc_desktop.trust.keys import KeyInfo, KeyUse, Signer, create, key_files, unlock
from qc_desktop.trust.keys import change_passphrase as change_key_passphrase
from qc_desktop.trust.published import KeyList, PublishedKey, Series

PUBLIC_FILE = "keys.json"
ENGLISH_TITLES = {CertificateKind.PLEDGE_DISPLAY: "Certificate of a Displayed Pledge"}


@dataclass(frozen=True)
class PublicKeys:
    """keys.json as published, and the fingerprint of the root key that signed it (SHA-256 of its SPKI, hex)."""

    document: bytes
    root: str


def is_set_up(office: Office) -> bool:
    """Whether the office has a key to sign with."""
    return _newest(office, KeyUse.PAYLOAD) is not None


def set_up(office: Office, passphrase: str) -> Signer:
    """Makes the root and the first signing key under ``passphrase``, writes keys.json, and returns the signing key.

    A root key that an interrupted set-up left alone is taken. The records are locked meanwhile, so that of several
    programs one makes the keys. Raises UserError for a weak passphrase, keys that exist, and keys that were lost: new
    ones would disown every certificate issued so far.
    """
    with office.writing("key_create", undoable=False) as work:
        if is_set_up(office):
            raise UserError("keys.set_up_already")
        _refuse_second_set(work.session)
        left = _newest(office, KeyUse.ROOT)
        root = unlock(left.path, passphrase) if left else create(office.profile.keys, KeyUse.ROOT, passphrase)
        signer = create(office.profile.keys, KeyUse.PAYLOAD, passphrase)
        for made in (root, signer):
            work.register(EventKind.KEY_CREATED, made.kid.hex(), {"use": made.use.value, "spki": made.spki.hex()})
    _publish(office, root)
    return signer


def signer(office: Office, passphrase: str) -> Signer:
    """The key that signs certificates, unlocked; at the first issue it is made under ``passphrase``.

    Raises UserError for a wrong or weak passphrase.
    """
    newest = _newest(office, KeyUse.PAYLOAD)
    if newest:
        return unlock(newest.path, passphrase)
    try:
        return set_up(office, passphrase)
    except UserError as problem:
        newest = _newest(office, KeyUse.PAYLOAD)
        if problem.code != "keys.set_up_already" or newest is None:
            raise
        return unlock(newest.path, passphrase)  # another program was first


def signer_of(office: Office, key_id: str, passphrase: str) -> Signer:
    """The key with ``key_id`` (8 hex digits), unlocked: what it signed once it signs again, byte for byte.

    Raises UserError where its file is not here, or for a wrong passphrase.
    """
    known = next((info for info in key_files(office.profile.keys) if info.kid.hex() == key_id), None)
    if known is None:
        raise UserError("keys.lost")
    return unlock(known.path, passphrase)


def are_lost(office: Office) -> bool:
    """Whether the records know of keys whose files are not here."""
    with office.store.reading() as session:
        return not is_set_up(office) and _were_made(session)


def _were_made(session: Session) -> bool:
    made = select(Event.seq).where(Event.kind == EventKind.KEY_CREATED)
    return session.scalars(made.limit(1)).first() is not None


def _refuse_second_set(session: Session) -> None:
    if _were_made(session):
        raise UserError("keys.lost")


def change_passphrase(office: Office, old: str, new: str) -> None:
    """Puts every key of the office under ``new``; the keys stay the same, so nothing is issued or signed again.

    Raises UserError, with everything as it was, for a wrong ``old`` or a weak ``new``, and where there is no key yet.
    """
    infos = key_files(office.profile.keys)
    if not infos:
        raise UserError("keys.none")
    with office.writing("passphrase_change", undoable=False) as work:
        for info in infos:
            work.register(EventKind.PASSPHRASE_CHANGED, info.kid.hex(), {"use": info.use.value})
        work.session.flush()
        change_key_passphrase([info.path for info in infos], old, new)


def list_is_stale(office: Office) -> bool:
    """Whether settings changed since the published list was signed, so that it wants the passphrase."""
    try:
        public(office)
    except UserError as problem:
        return problem.code == "keys.passphrase_needed"
    return False


def key_list(office: Office) -> KeyList:
    """The published list as it stands: keys, link prefixes, series of numbers."""
    published = [info for info in key_files(office.profile.keys) if info.use is not KeyUse.ROOT]
    return KeyList(
        keys=tuple(PublishedKey(info.use, info.spki, info.created) for info in published),
        prefixes=tuple(_prefixes(office)),
        series=tuple(_series(office)),
    )


def public(office: Office, passphrase: str | None = None) -> PublicKeys:
    """keys.json as it stands, signed anew with ``passphrase`` where the settings changed since it was written.

    Raises UserError where there is no key yet, or it has to be signed anew and no passphrase is given.
    """
    root = _newest(office, KeyUse.ROOT)
    if root is None:
        raise UserError("keys.none")
    pin = keylist.pin_of(root.spki)
    path = office.profile.keys / PUBLIC_FILE
    current = key_list(office)
    if not path.exists() or keylist.parse(path.read_bytes(), pin) != current:
        if passphrase is None:
            raise UserError("keys.passphrase_needed")
        _publish(office, unlock(root.path, passphrase))
    return PublicKeys(path.read_bytes(), pin.digest.hex())


def _publish(office: Office, root: Signer) -> None:
    write_atomic(office.profile.keys / PUBLIC_FILE, keylist.sign(key_list(office), root))


def _newest(office: Office, use: KeyUse) -> KeyInfo | None:
    found = [info for info in key_files(office.profile.keys) if info.use is use]
    return max(found, key=lambda info: (info.created, info.path.stat().st_mtime_ns), default=None)


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
