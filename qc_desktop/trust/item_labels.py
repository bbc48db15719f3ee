"""The codes of a batch of item labels, all derived from the key: digits in the QR, and hidden ones to scratch off."""

from __future__ import annotations

import hmac
import struct
import unicodedata
from collections.abc import Iterator

from qc_desktop.trust.digits import to_digits
from qc_desktop.trust.keys import Signer
from qc_desktop.trust.payload import LabelPayload, sign

HIDDEN_DOMAIN = b"QCERT-HIDDEN-V1\0"
"""Stands before the batch's number where its secret is derived, so that it serves nothing else."""
HIDDEN_CHARACTERS, GROUP = 20, 5
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O and U, which are misread."""
_PAIRS = [first + second for first in _ALPHABET for second in _ALPHABET]
_MISREAD = str.maketrans("ILO", "110")


def label_digits(batch: int, first: int, last: int, signer: Signer) -> Iterator[str]:
    """The digits behind the link's prefix of the labels ``first`` to ``last``, in order; the same each time."""
    for index in range(first, last + 1):
        yield to_digits(sign(LabelPayload(batch, index), signer))


def hidden_secret(batch: int, signer: Signer) -> bytes:
    """The secret behind the hidden codes of ``batch``. It is derived from the key and stored nowhere."""
    return signer.secret(HIDDEN_DOMAIN + struct.pack(">I", batch))


def code_bits(secret: bytes, index: int) -> int:
    """The hidden code of label ``index`` as a number of 100 bits."""
    return int.from_bytes(hmac.digest(secret, struct.pack(">I", index), "sha256")[:13]) >> 4


def hidden_code(secret: bytes, index: int) -> str:
    """100 bits of HMAC-SHA-256(``secret``, ``index``) as ``XXXXX-XXXXX-XXXXX-XXXXX``."""
    plain = plain_hidden_code(secret, index)
    return "-".join(plain[at : at + GROUP] for at in range(0, HIDDEN_CHARACTERS, GROUP))


def plain_hidden_code(secret: bytes, index: int) -> str:
    """The same without what groups it; two characters at a time, for there may be millions."""
    bits = code_bits(secret, index)
    return "".join([_PAIRS[bits >> shift & 1023] for shift in range(5 * (HIDDEN_CHARACTERS - 2), -1, -10)])


def is_hidden_code(typed: str, secret: bytes, index: int) -> bool:
    """Whether ``typed`` is the hidden code of label ``index``, however it is spelled and grouped."""
    return hmac.compare_digest(plain_code(typed).encode(), plain_hidden_code(secret, index).encode())


def plain_code(typed: str) -> str:
    """The characters of a hidden code in ``typed``, without what groups them, misread ones as they are meant."""
    plain = unicodedata.normalize("NFKC", typed).upper().translate(_MISREAD)
    return "".join(character for character in plain if character in _ALPHABET)


def bits_of(plain: str) -> int:
    """The number that :func:`plain_code` spells, the first character the most significant."""
    bits = 0
    for character in plain:
        bits = bits << 5 | _ALPHABET.index(character)
    return bits
