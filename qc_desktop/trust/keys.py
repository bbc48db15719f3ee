"""Private keys: made, kept in a file under a passphrase, unlocked for a session.

One key, one file, one use; every file stands alone, so that the root key can leave on a USB stick. A locked key
is simply a :class:`Signer` that nobody holds any more.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from qc_desktop.domain.dates import today
from qc_desktop.errors import UserError
from qc_desktop.files import atomic_path, ensure_folder
from qc_desktop.trust import keyfile, signing

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

SUFFIX = ".key.json"


class KeyUse(StrEnum):
    """What a key may sign: root the key list, payload certificates and labels, lists the other published lists."""

    ROOT = "root"
    PAYLOAD = "payload"
    LISTS = "lists"


@dataclass(frozen=True, slots=True)
class KeyInfo:
    """What a key file tells without its passphrase: ``kid`` is 4 bytes, ``spki`` the public key in DER."""

    path: Path
    use: KeyUse
    kid: bytes
    spki: bytes
    created: dt.date


class Signer:
    """An unlocked private key. It can sign; it cannot be printed, pickled or copied."""

    __slots__ = ("_key", "kid", "spki", "use")

    def __init__(self, key: EllipticCurvePrivateKey, use: KeyUse) -> None:
        self._key = key
        self.use = use
        self.spki = signing.spki_of(key.public_key())
        self.kid = signing.key_id(self.spki)

    def sign(self, message: bytes) -> bytes:
        """The signature r‖s over ``message``, 64 bytes, deterministic (RFC 6979)."""
        return signing.sign(self._key, message)

    def secret(self, purpose: bytes) -> bytes:
        """32 bytes for ``purpose`` that only this key's holder can make again (HKDF-SHA-256, RFC 5869)."""
        return signing.derived(self._key, purpose)

    def __repr__(self) -> str:
        return f"<Signer {self.use.value} {self.kid.hex()}>"

    def __reduce_ex__(self, _protocol: object) -> NoReturn:
        raise TypeError("a private key is not copied or pickled")


def check_passphrase(passphrase: str) -> None:
    """Raises UserError for a blank passphrase and for one of fewer than 8 characters (blanks at the ends apart)."""
    length = len(keyfile.normal(passphrase))
    if length < keyfile.SHORTEST_PASSPHRASE:
        raise UserError("keys.passphrase_short", length=length, least=keyfile.SHORTEST_PASSPHRASE)


def set_up(folder: Path, passphrase: str) -> tuple[Signer, Signer]:
    """Makes an office's root key and its first payload key in ``folder``, both unlocked.

    Raises UserError for a short passphrase, an existing key, and what :func:`qc_desktop.files.atomic_path` raises.
    """
    for info in key_files(folder):
        raise UserError("keys.exists", file=info.path.name)
    return create(folder, KeyUse.ROOT, passphrase), create(folder, KeyUse.PAYLOAD, passphrase)


def create(folder: Path, use: KeyUse, passphrase: str) -> Signer:
    """Makes a new key in a file of its own (``payload-1a2b3c4d.key.json``), readable by its owner alone."""
    from cryptography.hazmat.primitives.asymmetric import ec

    check_passphrase(passphrase)
    ensure_folder(folder)
    signer = Signer(ec.generate_private_key(ec.SECP256R1()), use)
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


def unlock(path: Path, passphrase: str) -> Signer:
    """The key in ``path``. Raises UserError for the wrong passphrase, and as :func:`info` does."""
    envelope = _envelope(path)
    use = _info(path, envelope).use
    try:
        secret = keyfile.unseal(envelope, passphrase)
    except keyfile.WrongPassphraseError as error:
        raise UserError("keys.wrong_passphrase", file=path.name) from error
    signer = Signer(_private_key(secret), use)
    if signer.spki != envelope.spki:
        raise UserError("keys.damaged", file=path.name)
    return signer


def change_passphrase(paths: Sequence[Path], old: str, new: str) -> None:
    """Puts the keys in ``paths`` under ``new``: all of them are opened and sealed before the first is replaced.

    Raises UserError as :func:`unlock` and :func:`check_passphrase` do, with every file as it was.
    """
    check_passphrase(new)
    unlocked = [(path, unlock(path, old)) for path in paths]
    _write_all({path: _sealed(signer, new, info(path).created) for path, signer in unlocked})


def _private_key(secret: bytes) -> EllipticCurvePrivateKey:
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import load_der_private_key

    key = load_der_private_key(secret, None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise TypeError("a sealed key that is not for ECDSA")
    return key


def _sealed(signer: Signer, passphrase: str, created: dt.date) -> bytes:
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    secret = signer._key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return keyfile.seal(
        secret,
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
