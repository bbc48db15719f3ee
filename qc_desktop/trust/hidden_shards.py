"""Published hashes of a batch's hidden codes: who scratched one sees whether it is the label's, and tells nobody.

Each hash is over the label's number and its code, the first 8 bytes of a SHA-256; a batch's hashes lie sorted in files
that are named after their first hexadecimal digits. A reader hashes, fetches the one file of some 4000 hashes, and
looks. A wrong code is found there by chance in n of 2**64 cases, n labels in the batch: for the largest, 5 in 10**13.
From a hash nobody finds a code of 100 bits; short ones would be found, and are refused.
"""

from __future__ import annotations

import base64
import hashlib
import struct
from collections.abc import Iterator, Mapping
from typing import Any

from qc_desktop.trust.item_labels import HIDDEN_CHARACTERS, plain_code, plain_hidden_code

DOMAIN = b"QCERT-CODE-V1\0"
HASH_BYTES = 8
LEAST_BITS = 80
WHOLE = "all"
"""The name of the one file of a small batch."""
_MOST_IN_SHARD = 4096
_BITS_A_CHARACTER = 5


def code_hash(batch: int, index: int, code: str) -> bytes:
    """What is published of the hidden ``code`` of label ``index``, however the code is spelled and grouped.

    Raises ValueError for a code short enough to be found by trying.
    """
    plain = plain_code(code)
    if len(plain) * _BITS_A_CHARACTER < LEAST_BITS:
        raise ValueError(f"a code of {len(plain)} characters is too short for its hash to be published")
    return _hash(batch, index, plain)


def _hash(batch: int, index: int, plain: str) -> bytes:
    return hashlib.sha256(DOMAIN + struct.pack(">II", batch, index) + plain.encode()).digest()[:HASH_BYTES]


def shard_digits(count: int) -> int:
    """How many hexadecimal digits name a shard in a batch of ``count`` labels: the fewest for 4096 hashes in each."""
    digits = 0
    while count > _MOST_IN_SHARD << 4 * digits:
        digits += 1
    return digits


def shard_name(hashed: bytes, count: int) -> str:
    """In which shard of a batch of ``count`` labels a hash lies."""
    return hashed.hex()[: shard_digits(count)] or WHOLE


class Shards:
    """The hashes of one batch, gathered label by label: 8 bytes each in memory."""

    def __init__(self, batch: int, count: int) -> None:
        self._batch = batch
        digits = self._digits = shard_digits(count)
        names = [f"{number:0{digits}x}" for number in range(16**digits)] if digits else [WHOLE]
        self._hashes = {name: bytearray() for name in names}

    def add(self, secret: bytes, index: int) -> None:
        """Takes in label ``index``, its code derived from the batch's ``secret``."""
        hashed = _hash(self._batch, index, plain_hidden_code(secret, index))
        self._hashes[hashed.hex()[: self._digits] or WHOLE] += hashed

    def documents(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every shard's name and content, also of one that is empty, to be signed; the same for the same batch."""
        for name, gathered in self._hashes.items():
            hashes = b"".join(sorted(_each(bytes(gathered))))
            yield name, {"batch": self._batch, "shard": name, "hashes": base64.b64encode(hashes).decode()}


def is_listed(shard: Mapping[str, Any], batch: int, index: int, code: str) -> bool:
    """Whether ``shard``, the one that :func:`shard_name` names, lists ``code`` as that of the label.

    Raises ValueError for a shard of another batch, or one that is none.
    """
    if shard.get("batch") != batch:
        raise ValueError(f"a shard of batch {shard.get('batch')}, not {batch}")
    hashes = base64.b64decode(shard["hashes"], validate=True)
    if len(plain_code(code)) != HIDDEN_CHARACTERS or len(hashes) % HASH_BYTES:
        return False
    return code_hash(batch, index, code) in set(_each(hashes))


def _each(hashes: bytes) -> Iterator[bytes]:
    return (hashes[at : at + HASH_BYTES] for at in range(0, len(hashes), HASH_BYTES))
