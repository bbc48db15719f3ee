"""Signed notes (C2SP signed-note, type 0x01: Ed25519): a text, an empty line, and who signed it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

ED25519 = b"\x01"
_MOST_BYTES = 100_000
_DASH = "\N{EM DASH}"
_SIGNATURE = re.compile(rf"{_DASH} ([^\s+]+) ([A-Za-z0-9+/=]+)")


@dataclass(frozen=True)
class NoteKey:
    """A public key that notes are checked with, ``public`` 32 bytes, under the name that it signs with."""

    name: str
    public: bytes

    def __post_init__(self) -> None:
        if not is_name(self.name) or len(self.public) != 32:
            raise ValueError("no key of a note")

    @property
    def hash(self) -> bytes:
        """The four bytes by which a signature names its key."""
        return hashlib.sha256(self.name.encode() + b"\n" + ED25519 + self.public).digest()[:4]

    @property
    def verifier_key(self) -> str:
        """The key as Go's ``note.NewVerifier`` and other readers take it."""
        return f"{self.name}+{self.hash.hex()}+{base64.b64encode(ED25519 + self.public).decode()}"

    @classmethod
    def read(cls, text: str) -> NoteKey:
        """What :attr:`verifier_key` writes. Raises ValueError for anything else."""
        name, _, encoded = text.split("+", 2)
        key = cls(name, base64.b64decode(encoded, validate=True)[1:])
        if key.verifier_key != text:
            raise ValueError("not the one form of a verifier key")
        return key

    def is_signed(self, signature: bytes, text: str) -> bool:
        """Whether the 64 bytes of ``signature`` are this key's over ``text``."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, text.encode())
        except (InvalidSignature, ValueError):
            return False
        return True


def is_name(name: str) -> bool:
    """Whether a key may be called ``name``."""
    return bool(name) and name.isprintable() and not any(c.isspace() or c == "+" for c in name)


def signed(text: str, key: NoteKey, sign: Callable[[bytes], bytes]) -> str:
    """``text``, which ends its last line, as a note signed by ``sign``, the holder of ``key``."""
    value = base64.b64encode(key.hash + sign(text.encode())).decode()
    return f"{text}\n{_DASH} {key.name} {value}\n"


def opened(note: str, keys: Iterable[NoteKey]) -> str:
    """The text of ``note`` where one of ``keys`` signed it.

    Raises ValueError for what is no note, for one that none of them signed, and where a signature that names one of
    them does not hold; signatures of others are passed over.
    """
    text, gap, below = note.rpartition("\n\n")
    if not gap or not below.endswith("\n") or len(note) > _MOST_BYTES or not _is_plain(note):
        raise ValueError("no signed note")
    known = {(key.name, key.hash): key for key in keys}
    found = False
    for line in below[:-1].split("\n"):
        match = _SIGNATURE.fullmatch(line)
        if match is None:
            raise ValueError("no signature of a note")
        value = base64.b64decode(match[2], validate=True)
        key = known.get((match[1], value[:4]))
        if key is not None and not key.is_signed(value[4:], text + "\n"):
            raise ValueError("the note was changed")
        found = found or key is not None
    if not found:
        raise ValueError("signed by nobody known")
    return text + "\n"


def _is_plain(note: str) -> bool:
    """Without control characters but the ends of lines."""
    return not any(character < " " and character != "\n" for character in note)
