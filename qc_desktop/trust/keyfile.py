"""The envelope of one private key under a passphrase, as JSON.

``{"format": "qc-desktop-key", "version": 2, "use", "kid", "spki", "created", "kdf": {…}, "nonce", "sealed",
"recovery", "checksum"}``. ``sealed`` is the PKCS #8 key under AES-256-GCM; everything readable before it is
authenticated with it. The sealing key comes from the passphrase by Argon2id (RFC 9106, second recommended option:
64 MiB, 3 passes, 4 lanes); files that are sealed together share its salt, and differ in their nonces. ``recovery``,
null in the root's own file, holds the same key once more, under a key that only the root's holder can derive
(:data:`RECOVERY`), for whoever forgot the passphrase: ``{"nonce", "sealed"}``, authenticated with what the key is, so
that it stays when the passphrase changes. ``checksum`` is the SHA-256 of the rest in canonical JSON: it tells a damaged
file from a wrong passphrase before any work is done, and keeps no secret. Version 1 had no ``recovery``.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import threading
import time
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypedDict

import rfc8785

from qc_desktop.memory import give_back_free

FORMAT, VERSION = "qc-desktop-key", 2
RECOVERY = b"QCERT-KEY-RECOVERY-V1\0"
"""Stands before a key's id where the key of its second envelope is derived from the root."""
SHORTEST_PASSPHRASE = 8
_MOST_BYTES = 16 * 1024
_ABOUT = ("format", "version", "use", "kid", "spki", "created")
_FIRST = frozenset((*_ABOUT, "kdf", "nonce", "sealed"))
_MEMBERS = {1: _FIRST, 2: _FIRST | {"recovery"}}
_KDF: Mapping[str, int | str] = {"name": "argon2id", "memory_kib": 64 * 1024, "passes": 3, "lanes": 4}
_ONE_AT_A_TIME = threading.Lock()
"""Derivations of several threads at once wait for one another for ever, or fail for memory (cryptography 50)."""
_MOST_KDF = {"memory_kib": 1024 * 1024, "passes": 64, "lanes": 64}
"""More than this in a file is an attack on the PC's memory, not a setting of ours."""


class DamagedError(ValueError):
    """The file is not what was written."""


class NewerError(ValueError):
    """The file was written by a later version of the program."""


class WrongPassphraseError(ValueError):
    """The file is whole, but this passphrase does not open it."""


class Passphrase:
    """A passphrase, and what was derived from it so far: key files with one salt cost one derivation."""

    __slots__ = ("_derived", "_text")

    def __init__(self, typed: str) -> None:
        self._text = normal(typed)
        self._derived: dict[bytes, bytes] = {}

    @property
    def length(self) -> int:
        """Characters, blanks at the ends apart."""
        return len(self._text)

    def key_for(self, kdf: Mapping[str, int | str]) -> bytes:
        """The 32 bytes that ``kdf`` makes of it."""
        name = rfc8785.dumps(dict(kdf))
        if name not in self._derived:
            self._derived[name] = _derive(kdf, self._text)
        return self._derived[name]

    def kdf(self) -> dict[str, int | str]:
        """How a new file derives its key: as strongly as we do now, with a salt that was used before if there is."""
        for known in map(json.loads, self._derived):
            if {**known, **_KDF} == known:
                return dict(known)
        return {**_KDF, "salt": _text(secrets.token_bytes(16))}

    def __repr__(self) -> str:
        return "<Passphrase>"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try of a passphrase costs whoever has the file."""

    memory_kib: int
    passes: int
    lanes: int

    @property
    def memory_mib(self) -> int:
        """The memory as people say it."""
        return self.memory_kib // 1024

    def is_weaker(self, other: Cost) -> bool:
        """Whether a try costs less memory or fewer passes than under ``other``."""
        return self.memory_kib < other.memory_kib or self.passes < other.passes


def cost_of(kdf: Mapping[str, int | str]) -> Cost:
    """What ``kdf`` costs."""
    return Cost(int(kdf["memory_kib"]), int(kdf["passes"]), int(kdf["lanes"]))


def present_cost() -> Cost:
    """What files that are written now cost."""
    return cost_of(_KDF)


def seconds(cost: Cost) -> float:
    """How long one try takes on this PC, measured."""
    kdf = {**_KDF, "memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes}
    began = time.perf_counter()
    _derive({**kdf, "salt": _text(bytes(16))}, "measured")
    return time.perf_counter() - began


class About(TypedDict):
    """What a key is, as its file says it."""

    use: str
    kid: str
    spki: bytes
    created: str


@dataclass(frozen=True, slots=True)
class Sealed:
    """A key under AES-256-GCM."""

    nonce: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a key file says without its passphrase, and the sealed key; ``recovery`` is the second envelope."""

    use: str
    kid: str
    spki: bytes
    created: str
    kdf: Mapping[str, int | str]
    nonce: bytes
    sealed: bytes
    recovery: Sealed | None = None
    version: int = VERSION


def normal(passphrase: str) -> str:
    """``passphrase`` as it is used: NFKC (an input method's full-width letters are the plain ones), ends trimmed."""
    return unicodedata.normalize("NFKC", passphrase).strip()


def seal(
    secret: bytes,
    passphrase: Passphrase,
    *,
    use: str,
    kid: str,
    spki: bytes,
    created: str,
    recovery: Sealed | None = None,
) -> bytes:
    """The bytes of a new key file that holds ``secret`` under ``passphrase``, with a fresh nonce."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    kdf = passphrase.kdf()
    nonce = secrets.token_bytes(12)
    envelope = Envelope(use, kid, spki, created, kdf, nonce, b"", recovery)
    sealed = AESGCM(passphrase.key_for(kdf)).encrypt(nonce, secret, _header(envelope))
    second = {"nonce": _text(recovery.nonce), "sealed": _text(recovery.sealed)} if recovery else None
    members = {**_readable(envelope), "sealed": _text(sealed), "recovery": second}
    whole = {**members, "checksum": _checksum(members)}
    return (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode()


def read(data: bytes) -> Envelope:
    """The envelope in ``data``. Raises DamagedError, or NewerError for a version after this one."""
    try:
        members = json.loads(data.decode()) if len(data) <= _MOST_BYTES else None
    except (ValueError, RecursionError) as error:
        raise DamagedError("not JSON") from error
    if not isinstance(members, dict) or members.get("format") != FORMAT:
        raise DamagedError("not a key file")
    version = members.get("version")
    if type(version) is int and version > VERSION:
        raise NewerError(str(version))
    try:
        return _checked(members)
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise DamagedError("not as it was written") from error


def unseal(envelope: Envelope, passphrase: Passphrase) -> bytes:
    """The secret in ``envelope``. Raises WrongPassphraseError."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(passphrase.key_for(envelope.kdf)).decrypt(envelope.nonce, envelope.sealed, _header(envelope))
    except InvalidTag as error:
        raise WrongPassphraseError from error


def seal_for_root(secret: bytes, key: bytes, *, use: str, kid: str, spki: bytes, created: str) -> Sealed:
    """The second envelope of a key file, under the 32 bytes ``key`` that the root derives for it."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(12)
    return Sealed(nonce, AESGCM(key).encrypt(nonce, secret, _about(use, kid, spki, created)))


def unseal_by_root(envelope: Envelope, key: bytes) -> bytes:
    """The secret in the second envelope. Raises WrongPassphraseError for the key of another root, or without one."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    second, about = envelope.recovery, _about(envelope.use, envelope.kid, envelope.spki, envelope.created)
    if second is None:
        raise WrongPassphraseError
    try:
        return AESGCM(key).decrypt(second.nonce, second.sealed, about)
    except InvalidTag as error:
        raise WrongPassphraseError from error


def _about(use: str, kid: str, spki: bytes, created: str) -> bytes:
    """What the second envelope is authenticated with: what the key is, not how the passphrase covers it."""
    about = {"format": FORMAT, "use": use, "kid": kid, "spki": _text(spki), "created": created}
    return RECOVERY + rfc8785.dumps(about)


def _checked(members: dict[str, Any]) -> Envelope:
    checksum, version = members.pop("checksum"), members["version"]
    if set(members) != _MEMBERS[version] or checksum != _checksum(members):
        raise ValueError("checksum")
    kdf = members["kdf"]
    if kdf["name"] != _KDF["name"] or any(not 1 <= kdf[name] <= most for name, most in _MOST_KDF.items()):
        raise ValueError("key derivation")
    envelope = Envelope(
        use=members["use"],
        kid=members["kid"],
        spki=_bytes(members["spki"]),
        created=members["created"],
        kdf=kdf,
        nonce=_bytes(members["nonce"]),
        sealed=_bytes(members["sealed"]),
        recovery=_second(members.get("recovery")),
        version=version,
    )
    if len(envelope.nonce) != 12 or len(_bytes(kdf["salt"])) < 16 or kdf["memory_kib"] < 8 * kdf["lanes"]:
        raise ValueError("sizes")
    return envelope


def _second(members: dict[str, Any] | None) -> Sealed | None:
    if members is None:
        return None
    second = Sealed(_bytes(members["nonce"]), _bytes(members["sealed"]))
    if set(members) != {"nonce", "sealed"} or len(second.nonce) != 12:
        raise ValueError("sizes")
    return second


def _readable(envelope: Envelope) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": envelope.version,
        "use": envelope.use,
        "kid": envelope.kid,
        "spki": _text(envelope.spki),
        "created": envelope.created,
        "kdf": dict(envelope.kdf),
        "nonce": _text(envelope.nonce),
    }


def _header(envelope: Envelope) -> bytes:
    return rfc8785.dumps(_readable(envelope))


def _checksum(members: Mapping[str, Any]) -> str:
    return hashlib.sha256(rfc8785.dumps(dict(members))).hexdigest()


def _derive(kdf: Mapping[str, int | str], text: str) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    derivation = Argon2id(
        salt=_bytes(str(kdf["salt"])),
        length=32,
        iterations=int(kdf["passes"]),
        lanes=int(kdf["lanes"]),
        memory_cost=int(kdf["memory_kib"]),
    )
    with _ONE_AT_A_TIME:
        give_back_free()
        return derivation.derive(text.encode())


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
