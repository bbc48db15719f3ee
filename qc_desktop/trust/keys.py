"""Unlocked private keys, and what each may sign.

A locked key is simply a :class:`Signer` that nobody holds any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NoReturn

from qc_desktop.trust import signing
from qc_desktop.trust.signing import Algorithm

if TYPE_CHECKING:
    from qc_desktop.trust.signing import PrivateKey


class KeyUse(StrEnum):
    """What a key may sign: root the key list, payload certificates and labels, lists the other published lists, ledger
    the state of the issuing register."""

    ROOT = "root"
    PAYLOAD = "payload"
    LISTS = "lists"
    LEDGER = "ledger"

    @property
    def algorithm(self) -> Algorithm:
        """Browsers and readers of PDF know P-256; witnesses of a ledger expect Ed25519."""
        return Algorithm.ED25519 if self is KeyUse.LEDGER else Algorithm.P256


class Signer:
    """An unlocked private key. It can sign; it cannot be printed, pickled or copied."""

    __slots__ = ("_key", "kid", "spki", "use")

    def __init__(self, key: PrivateKey, use: KeyUse) -> None:
        self._key = key
        self.use = use
        self.spki = signing.spki_of(key.public_key())
        self.kid = signing.key_id(self.spki)

    def sign(self, message: bytes) -> bytes:
        """The signature over ``message``, 64 bytes, deterministic: r‖s (RFC 6979), or Ed25519's (RFC 8032)."""
        return signing.sign(self._key, message)

    @property
    def raw_public(self) -> bytes:
        """The 32 bytes of an Ed25519 public key. Raises ValueError for another algorithm."""
        return signing.raw_ed25519(self.spki)

    def secret(self, purpose: bytes) -> bytes:
        """32 bytes for ``purpose`` that only this key's holder can make again (HKDF-SHA-256, RFC 5869)."""
        return signing.derived(self._key, purpose)

    def __repr__(self) -> str:
        return f"<Signer {self.use.value} {self.kid.hex()}>"

    def __reduce_ex__(self, _protocol: object) -> NoReturn:
        raise TypeError("a private key is not copied or pickled")


@dataclass(frozen=True, slots=True)
class OpenKeys:
    """What one passphrase opens for a session: the keys of certificates and labels, published lists, and register."""

    payload: Signer
    lists: Signer
    ledger: Signer
