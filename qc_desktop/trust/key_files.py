"""Private keys in files under a passphrase: one key, one file, one use, each of which can be carried away alone."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping, Sequence
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
    """What a key file tells without its passphrase: ``kid`` is 4 bytes, ``spki`` the public key in DER.

    ``recoverable`` says that the root opens it too.
    """

    path: Path
    use: KeyUse
    kid: bytes
    spki: bytes
    created: dt.date
    recoverable: bool
    cost: keyfile.Cost


def check_passphrase(passphrase: Passphrase) -> None:
    """Raises UserError for a blank passphrase and for one of fewer than 8 characters (blanks at the ends apart)."""
    if passphrase.length < keyfile.SHORTEST_PASSPHRASE:
        raise UserError("keys.passphrase_short", length=passphrase.length, least=keyfile.SHORTEST_PASSPHRASE)


def create(folder: Path, use: KeyUse, passphrase: Passphrase, root: Signer | None = None) -> Signer:
    """Makes a new key in a file of its own (``payload-1a2b3c4d.key.json``), readable by its owner alone.

    With ``root`` it can be opened by the recovery sheet too.
    """
    check_passphrase(passphrase)
    ensure_folder(folder)
    signer = Signer(signing.new_key(use.algorithm), use)
    path = folder / f"{use.value}-{signer.kid.hex()}{SUFFIX}"
    if path.exists():
        raise UserError("keys.exists", file=path.name)
    created = today()
    _write_all({path: _sealed(signer, passphrase, created, _second(signer, created, root))})
    return signer


def keep_root(folder: Path, root: Signer, created: dt.date, passphrase: Passphrase) -> Path:
    """Writes the file of ``root`` in ``folder``; one that stands there is replaced."""
    ensure_folder(folder)
    path = folder / f"{root.use.value}-{root.kid.hex()}{SUFFIX}"
    _write_all({path: _sealed(root, passphrase, created, None)})
    return path


def key_files(folder: Path) -> list[KeyInfo]:
    """The key files in ``folder`` by name, none for a folder that is not there. Raises UserError as :func:`info`."""
    return [info(path) for path in sorted(folder.glob(f"*{SUFFIX}"))]


def info(path: Path) -> KeyInfo:
    """What ``path`` tells without its passphrase. Raises UserError: missing, unreadable, damaged, newer."""
    return _info(path, _envelope(path))


def unlock(path: Path, passphrase: Passphrase) -> Signer:
    """The key in ``path``. Raises UserError for the wrong passphrase, and as :func:`info` does."""
    envelope = _envelope(path)
    about = _info(path, envelope)
    try:
        secret = keyfile.unseal(envelope, passphrase)
    except keyfile.WrongPassphraseError as error:
        raise UserError("keys.wrong_passphrase", file=path.name) from error
    return _signer(about, secret)


def unlock_by_root(path: Path, root: Signer) -> Signer:
    """The key in ``path``, without its passphrase. Raises UserError where ``root`` cannot open it."""
    envelope = _envelope(path)
    about = _info(path, envelope)
    try:
        secret = keyfile.unseal_by_root(envelope, _recovery_key(root, about.kid))
    except keyfile.WrongPassphraseError as error:
        raise UserError("keys.not_recoverable", file=path.name) from error
    return _signer(about, secret)


def _signer(about: KeyInfo, secret: bytes) -> Signer:
    signer = Signer(signing.private_key(secret, about.use.algorithm), about.use)
    if signer.spki != about.spki:
        raise UserError("keys.damaged", file=about.path.name)
    return signer


def change_passphrase(paths: Sequence[Path], old: Passphrase, new: Passphrase) -> None:
    """Puts the keys in ``paths`` under ``new``: all of them are opened and sealed before the first is replaced.

    Raises UserError as :func:`unlock` and :func:`check_passphrase` do, with every file as it was.
    """
    seal_anew({path: unlock(path, old) for path in paths}, new)


def seal_anew(signers: Mapping[Path, Signer], passphrase: Passphrase, root: Signer | None = None) -> None:
    """Puts the unlocked keys of these files under ``passphrase``, none of them before all are sealed.

    With ``root`` the recovery sheet opens them too; without it what opened them before does. Raises UserError as
    :func:`check_passphrase` does.
    """
    check_passphrase(passphrase)
    files = {}
    for path, signer in signers.items():
        created, envelope = info(path).created, _envelope(path)
        second = _second(signer, created, root) if root else envelope.recovery
        files[path] = _sealed(signer, passphrase, created, second)
    _write_all(files)


def _second(signer: Signer, created: dt.date, root: Signer | None) -> keyfile.Sealed | None:
    if root is None or signer.use is KeyUse.ROOT:
        return None
    return keyfile.seal_for_root(
        signing.written(signer._key), _recovery_key(root, signer.kid), **_about(signer, created)
    )


def _recovery_key(root: Signer, kid: bytes) -> bytes:
    return root.secret(keyfile.RECOVERY + kid)


def _about(signer: Signer, created: dt.date) -> keyfile.About:
    return {"use": signer.use.value, "kid": signer.kid.hex(), "spki": signer.spki, "created": created.isoformat()}


def _sealed(signer: Signer, passphrase: Passphrase, created: dt.date, second: keyfile.Sealed | None) -> bytes:
    return keyfile.seal(signing.written(signer._key), passphrase, recovery=second, **_about(signer, created))


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
        created = dt.date.fromisoformat(envelope.created)
        use, cost = KeyUse(envelope.use), keyfile.cost_of(envelope.kdf)
        return KeyInfo(path, use, kid, envelope.spki, created, envelope.recovery is not None, cost)
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
