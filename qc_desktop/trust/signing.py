"""ECDSA on P-256 with SHA-256 as r‖s, and the ids of keys.

``cryptography`` is imported where it is first needed, so that importing this module costs nothing.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import (
        ECDSA,
        EllipticCurvePrivateKey,
        EllipticCurvePublicKey,
    )

HALF = 32
"""Bytes of r, and of s."""


def key_id(spki: bytes) -> bytes:
    """The id of a public key: the first 4 bytes of the SHA-256 of its SubjectPublicKeyInfo in DER."""
    return hashlib.sha256(spki).digest()[:4]


def spki_of(key: EllipticCurvePublicKey) -> bytes:
    """``key`` as SubjectPublicKeyInfo in DER, 91 bytes."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def public_key(spki: bytes) -> EllipticCurvePublicKey:
    """The P-256 key in ``spki``. Raises ValueError for anything else, also for another spelling of the same key."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    try:
        key = load_der_public_key(spki)
    except UnsupportedAlgorithm as error:
        raise ValueError("not a P-256 key") from error
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise ValueError("not a P-256 key")
    if spki_of(key) != spki:
        raise ValueError("not the one DER form of this key")
    return key


def sign(key: EllipticCurvePrivateKey, message: bytes) -> bytes:
    """r‖s over ``message``, deterministic after RFC 6979; s may be in the upper half."""
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

    r, s = decode_dss_signature(key.sign(message, _algorithm()))
    return r.to_bytes(HALF) + s.to_bytes(HALF)


def derived(key: EllipticCurvePrivateKey, purpose: bytes) -> bytes:
    """32 bytes from ``key`` and ``purpose`` alone, by HKDF-SHA-256; nobody gets from them to the key."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    scalar = key.private_numbers().private_value.to_bytes(HALF)
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(scalar)


def is_signed(key: EllipticCurvePublicKey, signature: bytes, message: bytes) -> bool:
    """Whether the 64 bytes of ``signature`` are r‖s over ``message`` by ``key``; either half of s will do."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

    if len(signature) != 2 * HALF:
        return False
    r, s = int.from_bytes(signature[:HALF]), int.from_bytes(signature[HALF:])
    try:
        key.verify(encode_dss_signature(r, s), message, _algorithm())
    except InvalidSignature:
        return False
    return True


@cache
def _algorithm() -> ECDSA:
    from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
    from cryptography.hazmat.primitives.hashes import SHA256

    return ECDSA(SHA256(), deterministic_signing=True)
