"""The office's private keys: made at the first issue, opened together with the one passphrase."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.events import EventKind
from qc_desktop.errors import UserError
from qc_desktop.services import keys
from qc_desktop.services.office import Office
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Event
from qc_desktop.trust.key_files import KeyInfo, create, key_files
from qc_desktop.trust.key_files import change_passphrase as change_key_passphrase
from qc_desktop.trust.key_files import unlock as signer_in
from qc_desktop.trust.keyfile import Passphrase
from qc_desktop.trust.keys import KeyUse, OpenKeys, Signer

IN_SESSION = (KeyUse.PAYLOAD, KeyUse.LISTS, KeyUse.LEDGER)
"""The keys that an unlocked session holds."""


def set_up(office: Office, passphrase: str) -> OpenKeys:
    """Makes the root and the first key of every use under ``passphrase``, writes keys.json, and returns the keys.

    A root key that an interrupted set-up left alone is taken. The records are locked meanwhile, so that of several
    programs one makes the keys. Raises UserError for a weak passphrase, keys that exist, and keys that were lost: new
    ones would disown every certificate issued so far.
    """
    typed = Passphrase(passphrase)
    with office.writing("key_create", undoable=False) as work:
        if keys.is_set_up(office):
            raise UserError("keys.set_up_already")
        if keys.were_made(work.session):
            raise UserError("keys.lost")
        left = keys.newest(office, KeyUse.ROOT)
        root = signer_in(left.path, typed) if left else create(office.profile.keys, KeyUse.ROOT, typed)
        _complete(office, work, typed)
    keys.publish(office, root)
    return _opened(office, typed)


def unlock(office: Office, passphrase: str) -> OpenKeys:
    """The keys of the office; at the first issue they are made under ``passphrase``.

    Raises UserError for a wrong or weak passphrase.
    """
    if not keys.is_set_up(office):
        try:
            return set_up(office, passphrase)
        except UserError as problem:
            if problem.code != "keys.set_up_already":
                raise  # else another program was first
    typed = Passphrase(passphrase)
    signer_in(_file(office, KeyUse.PAYLOAD), typed)
    if _missing(office) or not _all_registered(office):
        _mend(office, typed)
    return _opened(office, typed)


def signer_of(office: Office, key_id: str, passphrase: str) -> Signer:
    """The key with ``key_id`` (8 hex digits), unlocked: what it signed once it signs again, byte for byte.

    Raises UserError where its file is not here, or for a wrong passphrase.
    """
    known = next((info for info in key_files(office.profile.keys) if info.kid.hex() == key_id), None)
    if known is None:
        raise UserError("keys.lost")
    return signer_in(known.path, Passphrase(passphrase))


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
        change_key_passphrase([info.path for info in infos], Passphrase(old), Passphrase(new))


def _opened(office: Office, typed: Passphrase) -> OpenKeys:
    return OpenKeys(*(signer_in(_file(office, use), typed) for use in IN_SESSION))


def _mend(office: Office, typed: Passphrase) -> None:
    """Makes and registers the keys that an office from before, or one that was interrupted, does not have."""
    root = signer_in(_file(office, KeyUse.ROOT), typed)
    with office.writing("key_create", undoable=False) as work:
        _complete(office, work, typed)
    keys.publish(office, root)


def _complete(office: Office, work: UnitOfWork, typed: Passphrase) -> None:
    """Makes the keys that are missing, and registers every key that the register does not know."""
    for use in _missing(office):
        create(office.profile.keys, use, typed)
    known = _registered(work.session)
    for info in key_files(office.profile.keys):
        if info.kid.hex() not in known:
            work.register(EventKind.KEY_CREATED, info.kid.hex(), _about(office, info))


def _about(office: Office, info: KeyInfo) -> dict[str, str]:
    about = {"use": info.use.value, "spki": info.spki.hex()}
    return {**about, "origin": keys.ledger_origin(office)} if info.use is KeyUse.LEDGER else about


def _missing(office: Office) -> list[KeyUse]:
    return [use for use in IN_SESSION if keys.newest(office, use) is None]


def _all_registered(office: Office) -> bool:
    with office.store.reading() as session:
        known = _registered(session)
    return known.issuperset(info.kid.hex() for info in key_files(office.profile.keys))


def _registered(session: Session) -> set[str]:
    """The ids of the keys that the register knows."""
    return set(session.scalars(select(Event.subject).where(Event.kind == EventKind.KEY_CREATED)))


def _file(office: Office, use: KeyUse) -> Path:
    """The file of the newest key for ``use``. Raises UserError where it is not here."""
    found = keys.newest(office, use)
    if found is None:
        raise UserError("keys.root_needed" if use is KeyUse.ROOT else "keys.lost")
    return found.path
