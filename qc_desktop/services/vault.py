"""The office's private keys: made at the first issue, opened together with the one passphrase."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qc_desktop.domain.events import EventKind
from qc_desktop.errors import UserError
from qc_desktop.services import keys
from qc_desktop.services.office import Office
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.trust.key_files import KeyInfo, create, seal_anew
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
        now = keys.known(office)
        if keys.is_set_up(office):
            raise UserError("keys.set_up_already")
        if now.made:
            raise UserError("keys.lost")
        left = now.root_file
        root = signer_in(left.path, typed) if left else create(office.profile.keys, KeyUse.ROOT, typed)
        _complete(office, work, typed, root)
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
    signer_in(_path(keys.known(office), KeyUse.PAYLOAD), typed)
    _mend(office, typed)
    return _opened(office, typed)


def root_here(office: Office, passphrase: Passphrase) -> Signer:
    """The root, from its file. Raises UserError for a wrong passphrase, and where the file left this PC."""
    here = keys.known(office).root_file
    if here is None:
        raise UserError("keys.root_needed")
    return signer_in(here.path, passphrase)


def signer_of(office: Office, key_id: str, passphrase: str) -> Signer:
    """The key with ``key_id`` (8 hex digits), unlocked: what it signed once it signs again, byte for byte.

    A revoked one too: hidden codes under it are still looked up. Raises UserError where its file is not here, or for a
    wrong passphrase.
    """
    now = keys.known(office)
    found = next((info for info in now.files if info.kid.hex() == key_id), None)
    if found is None:
        raise UserError("keys.lost")
    return signer_in(found.path, Passphrase(passphrase))


def ids_here(office: Office) -> frozenset[str]:
    """The ids of the keys whose files are here."""
    return frozenset(info.kid.hex() for info in keys.known(office).files)


def signer_if_here(key_id: str, signer_of: Callable[[str], Signer]) -> Signer | None:
    """``signer_of(key_id)``, None for a key whose file is not here or that is revoked. Raises UserError for else."""
    try:
        return signer_of(key_id)
    except UserError as problem:
        if problem.code in ("keys.lost", "keys.revoked"):
            return None
        raise


def change_passphrase(office: Office, old: str, new: str) -> None:
    """Puts every key of the office under ``new``; the keys stay the same, so nothing is issued or signed again.

    Raises UserError, with everything as it was, for a wrong ``old`` or a weak ``new``, and where there is no key yet.
    """
    infos = keys.known(office).registered
    if not infos:
        raise UserError("keys.none")
    with office.writing("passphrase_change", undoable=False) as work:
        for info in infos:
            work.register(EventKind.PASSPHRASE_CHANGED, info.kid.hex(), {"use": info.use.value})
        work.session.flush()
        change_key_passphrase([info.path for info in infos], Passphrase(old), Passphrase(new))


def _opened(office: Office, typed: Passphrase) -> OpenKeys:
    now = keys.known(office)
    return OpenKeys(*(signer_in(_path(now, use), typed) for use in IN_SESSION))


def _mend(office: Office, typed: Passphrase) -> None:
    """Makes, registers and covers what an office from before, or one that was interrupted, does not have."""
    now = keys.known(office)
    missing = any(now.newest(use) is None for use in IN_SESSION)
    if not (missing or _ours(now, typed) or (now.uncovered and now.root_file)):
        return
    root = root_here(office, typed) if missing or now.root_file else None
    with office.writing("key_create", undoable=False) as work:
        _complete(office, work, typed, root)
    if root:
        uncovered = keys.known(office).uncovered
        seal_anew({info.path: signer_in(info.path, typed) for info in uncovered}, typed, root)
        keys.publish(office, root)


def _complete(office: Office, work: UnitOfWork, typed: Passphrase, root: Signer | None) -> None:
    """Makes the keys that are missing, and registers those that the register does not know."""
    now = keys.known(office)
    for use in IN_SESSION:
        if now.newest(use) is None:
            create(office.profile.keys, use, typed, root)
    for info in _ours(keys.known(office), typed):
        register(office, work, info)


def _ours(now: keys.Known, typed: Passphrase) -> list[KeyInfo]:
    """The keys that the register does not know, and that our passphrase opens: a file that somebody put here is none.

    A root is one only before there is any.
    """
    has_root = any(data["use"] == KeyUse.ROOT for _, data in now.made)
    return [info for info in now.unregistered if _opens(info, typed) and not (has_root and info.use is KeyUse.ROOT)]


def _opens(info: KeyInfo, typed: Passphrase) -> bool:
    try:
        signer_in(info.path, typed)
    except UserError as problem:
        if problem.code != "keys.wrong_passphrase":
            raise
        return False
    return True


def register(office: Office, work: UnitOfWork, info: KeyInfo) -> None:
    """Enters a key that was made."""
    about = {"use": info.use.value, "spki": info.spki.hex()}
    if info.use is KeyUse.LEDGER:
        about["origin"] = keys.ledger_origin(office)
    work.register(EventKind.KEY_CREATED, info.kid.hex(), about)


def _path(now: keys.Known, use: KeyUse) -> Path:
    """The file of the newest key for ``use``. Raises UserError where it is not here."""
    found = now.newest(use)
    if found is None:
        raise UserError("keys.lost")
    return found.path
