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
_MISREAD = str.maketrans("ILO", "110")


def label_digits(batch: int, first: int, last: int, signer: Signer) -> Iterator[str]:
    """The digits behind the link's prefix of the labels ``first`` to ``last``, in order; the same each time."""
    for index in range(first, last + 1):
        yield to_digits(sign(LabelPayload(batch, index), signer))


def hidden_secret(batch: int, signer: Signer) -> bytes:
    """The secret behind the hidden codes of ``batch``. It is derived from the key and stored nowhere."""
    return signer.secret(HIDDEN_DOMAIN + struct.pack(">I", batch))


def hidden_code(secret: bytes, index: int) -> str:
    """100 bits of HMAC-SHA-256(``secret``, ``index``) as ``XXXXX-XXXXX-XXXXX-XXXXX``."""
    bits = int.from_bytes(hmac.digest(secret, struct.pack(">I", index), "sha256")[:13]) >> 4
    characters = [_ALPHABET[bits >> shift & 31] for shift in range(5 * (HIDDEN_CHARACTERS - 1), -1, -5)]
    return "-".join("".join(characters[at : at + GROUP]) for at in range(0, HIDDEN_CHARACTERS, GROUP))


def is_hidden_code(typed: str, secret: bytes, index: int) -> bool:
    """Whether ``typed`` is the hidden code of label ``index``, however it is spelled and grouped."""
    plain = unicodedata.normalize("NFKC", typed).upper().translate(_MISREAD)
    given = "".join(character for character in plain if character in _ALPHABET)
    wanted = hidden_code(secret, index).replace("-", "")
    return hmac.compare_digest(given.encode(), wanted.encode())
