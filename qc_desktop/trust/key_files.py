"""Private keys in files under a passphrase: one key, one file, one use, each of which can be carried away alone."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from qc_desktop.domain.dates import today
from qc_desktop.errors import UserError
from qc_desktop.files import atomic_path, ensure_folder
from qc_desktop.trust import keyfile, signing
from qc_desktop.trust.keyfile import Passphrase
from qc_desktop.trust.keys import KeyUse, Signer

SUFFIX = ".key.json"


@dataclass(frozen=True, slots=True)
class KeyInfo:
    """What a key file tells without its passphrase: ``kid`` is 4 bytes, ``spki`` the public key in DER."""

    path: Path
    use: KeyUse
    kid: bytes
    spki: bytes
    created: dt.date


def check_passphrase(passphrase: Passphrase) -> None:
    """Raises UserError for a blank passphrase and for one of fewer than 8 characters (blanks at the ends apart)."""
    if passphrase.length < keyfile.SHORTEST_PASSPHRASE:
        raise UserError("keys.passphrase_short", length=passphrase.length, least=keyfile.SHORTEST_PASSPHRASE)


def create(folder: Path, use: KeyUse, passphrase: Passphrase) -> Signer:
    """Makes a new key in a file of its own (``payload-1a2b3c4d.key.json``), readable by its owner alone."""
    check_passphrase(passphrase)
    ensure_folder(folder)
    signer = Signer(signing.new_key(use.algorithm), use)
    path = folder / f"{use.value}-{signer.kid.hex()}{SUFFIX}"
    if path.exists():
        raise UserError("keys.exists", file=path.name)
    _write_all({path: _sealed(signer, passphrase, today())})
    return signer


def key_files(folder: Path) -> list[KeyInfo]:
    """The key files in ``folder`` by name, none for a folder that is not there. Raises UserError as :func:`info`."""
    return [info(path) for path in sorted(folder.glob(f"*{SUFFIX}"))]


def info(path: Path) -> KeyInfo:
    """What ``path`` tells without its passphrase. Raises UserError: missing, unreadable, damaged, newer."""
    return _info(path, _envelope(path))


def unlock(path: Path, passphrase: Passphrase) -> Signer:
    """The key in ``path``. Raises UserError for the wrong passphrase, and as :func:`info` does."""
    envelope = _envelope(path)
    use = _info(path, envelope).use
    try:
        secret = keyfile.unseal(envelope, passphrase)
    except keyfile.WrongPassphraseError as error:
        raise UserError("keys.wrong_passphrase", file=path.name) from error
    signer = Signer(signing.private_key(secret, use.algorithm), use)
    if signer.spki != envelope.spki:
        raise UserError("keys.damaged", file=path.name)
    return signer


def change_passphrase(paths: Sequence[Path], old: Passphrase, new: Passphrase) -> None:
    """Puts the keys in ``paths`` under ``new``: all of them are opened and sealed before the first is replaced.

    Raises UserError as :func:`unlock` and :func:`check_passphrase` do, with every file as it was.
    """
    check_passphrase(new)
    unlocked = [(path, unlock(path, old)) for path in paths]
    _write_all({path: _sealed(signer, new, info(path).created) for path, signer in unlocked})


def _sealed(signer: Signer, passphrase: Passphrase, created: dt.date) -> bytes:
    return keyfile.seal(
        signing.written(signer._key),
        passphrase,
        use=signer.use.value,
        kid=signer.kid.hex(),
        spki=signer.spki,
        created=created.isoformat(),
    )


def _envelope(path: Path) -> keyfile.Envelope:
    try:
        return keyfile.read(path.read_bytes())
    except FileNotFoundError as error:
        raise UserError("keys.missing", file=path.name) from error
    except OSError as error:
        raise UserError("keys.unreadable", file=path.name) from error
    except keyfile.NewerError as error:
        raise UserError("keys.newer", file=path.name) from error
    except keyfile.DamagedError as error:
        raise UserError("keys.damaged", file=path.name) from error


def _info(path: Path, envelope: keyfile.Envelope) -> KeyInfo:
    kid = signing.key_id(envelope.spki)
    if kid.hex() != envelope.kid:
        raise UserError("keys.damaged", file=path.name)
    try:
        return KeyInfo(path, KeyUse(envelope.use), kid, envelope.spki, dt.date.fromisoformat(envelope.created))
    except (TypeError, ValueError) as error:
        raise UserError("keys.damaged", file=path.name) from error


def _write_all(files: dict[Path, bytes]) -> None:
    """Writes every file beside its place before the first takes it."""
    with ExitStack() as stack:
        for path, data in files.items():
            _fill(stack.enter_context(atomic_path(path)), data)


def _fill(part: Path, data: bytes) -> None:
    """Writes ``data`` to the new file ``part`` that only its owner can read."""
    part.unlink(missing_ok=True)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
