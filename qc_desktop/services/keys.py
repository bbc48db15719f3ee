"""The office's public keys: what the records and the key files tell of them, published as keys.json."""

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
from qc_desktop.trust.key_files import KeyInfo, key_files, unlock
from qc_desktop.trust.keyfile import Passphrase
from qc_desktop.trust.keys import KeyUse, Signer
from qc_desktop.trust.links import check_prefix
from qc_desktop.trust.notes import NoteKey
from qc_desktop.trust.published import KeyList, PublishedKey, Series
from qc_desktop.trust.signing import raw_ed25519

PUBLIC_FILE = "keys.json"
_LISTED = (KeyUse.PAYLOAD, KeyUse.LISTS)
ENGLISH_TITLES = {CertificateKind.PLEDGE_DISPLAY: "Certificate of a Displayed Pledge"}


@dataclass(frozen=True)
class PublicKeys:
    """keys.json as published, and the fingerprint of the root key that signed it (SHA-256 of its SPKI, hex)."""

    document: bytes
    root: str


def is_set_up(office: Office) -> bool:
    """Whether the office has a key to sign with."""
    return newest(office, KeyUse.PAYLOAD) is not None


def are_lost(office: Office) -> bool:
    """Whether the records know of keys whose files are not here."""
    with office.store.reading() as session:
        return not is_set_up(office) and were_made(session)


def were_made(session: Session) -> bool:
    """Whether the records know of keys."""
    made = select(Event.seq).where(Event.kind == EventKind.KEY_CREATED)
    return session.scalars(made.limit(1)).first() is not None


def list_is_stale(office: Office) -> bool:
    """Whether settings changed since the published list was signed, so that it wants the passphrase."""
    try:
        public(office)
    except UserError as problem:
        return problem.code == "keys.passphrase_needed"
    return False


def key_list(office: Office) -> KeyList:
    """The published list as it stands: keys, link prefixes, series of numbers."""
    files = key_files(office.profile.keys)
    ledger = [raw_ed25519(info.spki) for info in files if info.use is KeyUse.LEDGER]
    origin = ledger_origin(office) if ledger else ""
    return KeyList(
        keys=tuple(PublishedKey(info.use, info.spki, info.created) for info in files if info.use in _LISTED),
        prefixes=tuple(_prefixes(office)),
        series=tuple(_series(office)),
        ledger=tuple(NoteKey(origin, public).verifier_key for public in ledger),
    )


def ledger_origin(office: Office) -> str:
    """What the register is called wherever it is published: the same for ever, whatever happens to link and keys.

    It comes from the first event that made a ledger key, else from the list that was published, else from the present
    link. Raises UserError where there is no key at all.
    """
    made = select(Event.data).where(Event.kind == EventKind.KEY_CREATED).order_by(Event.seq)
    with office.store.reading() as session:
        origins = [data["origin"] for data in session.scalars(made) if "origin" in data]
    return origins[0] if origins else _published_origin(office) or _new_origin(office)


def _published_origin(office: Office) -> str:
    root, path = newest(office, KeyUse.ROOT), office.profile.keys / PUBLIC_FILE
    if root is None or not path.exists():
        return ""
    ledger = keylist.parse(path.read_bytes(), keylist.pin_of(root.spki)).ledger
    return ledger[0].partition("+")[0] if ledger else ""


def _new_origin(office: Office) -> str:
    prefix = preferences.get(office, "verification_prefix")
    if prefix:
        return f"{check_prefix(prefix).removeprefix('https://').removesuffix('/#')}/ledger"
    root = newest(office, KeyUse.ROOT)
    if root is None:
        raise UserError("keys.none")
    return f"qc-ledger-{root.kid.hex()}"


def public(office: Office, passphrase: str | None = None) -> PublicKeys:
    """keys.json as it stands, signed anew with ``passphrase`` where the settings changed since it was written.

    Raises UserError where there is no key yet, or it has to be signed anew and no passphrase is given.
    """
    root = newest(office, KeyUse.ROOT)
    if root is None:
        raise UserError("keys.none")
    pin = keylist.pin_of(root.spki)
    path = office.profile.keys / PUBLIC_FILE
    current = key_list(office)
    if not path.exists() or keylist.parse(path.read_bytes(), pin) != current:
        if passphrase is None:
            raise UserError("keys.passphrase_needed")
        publish(office, unlock(root.path, Passphrase(passphrase)))
    return PublicKeys(path.read_bytes(), pin.digest.hex())


def publish(office: Office, root: Signer) -> None:
    """Signs the list as it stands now, and keeps it as keys.json."""
    write_atomic(office.profile.keys / PUBLIC_FILE, keylist.sign(key_list(office), root))


def newest(office: Office, use: KeyUse) -> KeyInfo | None:
    """The key file for ``use`` that was made last."""
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
