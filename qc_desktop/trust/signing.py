"""ECDSA on P-256 with SHA-256 as r‖s, Ed25519, and the ids of keys.

``cryptography`` is imported where it is first needed, so that importing this module costs nothing.
"""

from __future__ import annotations

import hashlib
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeAlias

    from cryptography.hazmat.primitives.asymmetric.ec import (
        ECDSA,
        EllipticCurvePrivateKey,
        EllipticCurvePublicKey,
    )
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

    PrivateKey: TypeAlias = EllipticCurvePrivateKey | Ed25519PrivateKey

HALF = 32
"""Bytes of r, and of s."""
_ED25519 = bytes.fromhex("302a300506032b6570032100")
"""What stands before the 32 bytes of a public key (RFC 8410, section 4)."""


class Algorithm(Enum):
    """How a key signs."""

    P256 = auto()
    ED25519 = auto()


def new_key(algorithm: Algorithm) -> PrivateKey:
    """A new private key."""
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519

    if algorithm is Algorithm.ED25519:
        return ed25519.Ed25519PrivateKey.generate()
    return ec.generate_private_key(ec.SECP256R1())


def written(key: PrivateKey) -> bytes:
    """``key`` in PKCS #8 (DER), in the clear."""
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    return key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


def private_key(pkcs8: bytes, algorithm: Algorithm) -> PrivateKey:
    """The key that :func:`written` wrote. Raises TypeError for a key of another algorithm."""
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519
    from cryptography.hazmat.primitives.serialization import load_der_private_key

    key = load_der_private_key(pkcs8, None)
    if algorithm is Algorithm.ED25519 and isinstance(key, ed25519.Ed25519PrivateKey):
        return key
    if algorithm is Algorithm.P256 and isinstance(key, ec.EllipticCurvePrivateKey):
        return key
    raise TypeError("a sealed key of another algorithm")


def from_scalar(scalar: bytes) -> EllipticCurvePrivateKey:
    """The P-256 key that :func:`scalar_of` tells. Raises ValueError for a number that is none."""
    from cryptography.hazmat.primitives.asymmetric import ec

    return ec.derive_private_key(int.from_bytes(scalar), ec.SECP256R1())


def key_id(spki: bytes) -> bytes:
    """The id of a public key: the first 4 bytes of the SHA-256 of its SubjectPublicKeyInfo in DER."""
    return hashlib.sha256(spki).digest()[:4]


def spki_of(key: EllipticCurvePublicKey | Ed25519PublicKey) -> bytes:
    """``key`` as SubjectPublicKeyInfo in DER: 91 bytes on P-256, 44 of Ed25519."""
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


def raw_ed25519(spki: bytes) -> bytes:
    """The 32 bytes of the Ed25519 public key in ``spki``. Raises ValueError for anything else."""
    if len(spki) != len(_ED25519) + 32 or not spki.startswith(_ED25519):
        raise ValueError("not an Ed25519 key")
    return spki[len(_ED25519) :]


def sign(key: PrivateKey, message: bytes) -> bytes:
    """64 bytes over ``message``: r‖s, deterministic after RFC 6979, s may be in the upper half; or Ed25519's."""
    from cryptography.hazmat.primitives.asymmetric import ed25519
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

    if isinstance(key, ed25519.Ed25519PrivateKey):
        return key.sign(message)
    r, s = decode_dss_signature(key.sign(message, _algorithm()))
    return r.to_bytes(HALF) + s.to_bytes(HALF)


def derived(key: PrivateKey, purpose: bytes) -> bytes:
    """32 bytes from ``key`` and ``purpose`` alone, by HKDF-SHA-256; nobody gets from them to the key."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(scalar_of(key))


def scalar_of(key: PrivateKey) -> bytes:
    """The private key itself, 32 bytes: the number on the curve, or Ed25519's seed."""
    from cryptography.hazmat.primitives.asymmetric import ed25519

    if isinstance(key, ed25519.Ed25519PrivateKey):
        return key.private_bytes_raw()
    return key.private_numbers().private_value.to_bytes(HALF)


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
