"""Signed notes as C2SP defines them (c2sp.org/signed-note), with Ed25519."""

from __future__ import annotations

import base64
import hashlib

ED25519 = b"\x01"
"""The signature type that stands before a key."""


def verifier_key(origin: str, public: bytes) -> str:
    """``<origin>+<hash>+<key>`` for the 32 bytes ``public``; the hash is 4 bytes of SHA-256, in hex.

    Raises ValueError for an origin with blanks or a plus sign, which no reader could take apart.
    """
    if not origin or "+" in origin or any(map(str.isspace, origin)):
        raise ValueError("an origin has no blanks and no plus sign")
    digest = hashlib.sha256(origin.encode() + b"\n" + ED25519 + public).digest()
    return f"{origin}+{digest[:4].hex()}+{base64.b64encode(ED25519 + public).decode()}"
