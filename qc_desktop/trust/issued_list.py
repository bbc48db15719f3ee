"""``keys/<kid>.json`` of a revoked payload key: all that was signed with it before. Anything else of it is forged.

``{"kid", "revoked": date, "payloads": [SHA-256 hex, sorted], "batches": [[number, first, count], …]}``.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from qc_desktop.errors import UserError
from qc_desktop.trust import lists as signed_lists
from qc_desktop.trust.keys import Signer
from qc_desktop.trust.lists import ListKind
from qc_desktop.trust.payload import LabelPayload, Payload
from qc_desktop.trust.published import KeyList

_MOST_BYTES = 64 * 1024 * 1024
"""Over 900,000 certificates."""


@dataclass(frozen=True)
class IssuedList:
    """What was signed with the key ``kid``: the SHA-256 of certificates' payloads, and the label batches.

    A batch is its number, its first index, and how many labels it has.
    """

    kid: bytes
    revoked: dt.date
    payloads: frozenset[bytes]
    batches: tuple[tuple[int, int, int], ...] = ()

    def holds(self, payload: bytes, meaning: Payload) -> bool:
        """Whether ``payload``, which means ``meaning``, is among them; a label is where its batch is."""
        if isinstance(meaning, LabelPayload):
            return any(
                number == meaning.batch and first <= meaning.index < first + count
                for number, first, count in self.batches
            )
        return hashlib.sha256(payload).digest() in self.payloads


def issued_list(
    kid: bytes, revoked: dt.date, payloads: Iterable[bytes], batches: Iterable[tuple[int, int, int]]
) -> IssuedList:
    """The list for the certificates' ``payloads`` as they were signed, and the batches."""
    digests = frozenset(hashlib.sha256(payload).digest() for payload in payloads)
    return IssuedList(kid, revoked, digests, tuple(sorted(batches)))


def sign(issued: IssuedList, lists: Signer) -> bytes:
    """The file, signed."""
    document = {
        "kid": issued.kid.hex(),
        "revoked": issued.revoked.isoformat(),
        "payloads": sorted(digest.hex() for digest in issued.payloads),
        "batches": [list(batch) for batch in issued.batches],
    }
    return signed_lists.sign(document, ListKind.ISSUED, lists)


def parse(data: bytes, keys: KeyList) -> IssuedList:
    """The list in ``data``. Raises UserError as :func:`lists.parse`, and for a key that is not revoked."""
    document = signed_lists.parse(data, ListKind.ISSUED, keys, _MOST_BYTES)
    try:
        issued = IssuedList(
            kid=bytes.fromhex(document["kid"]),
            revoked=dt.date.fromisoformat(document["revoked"]),
            payloads=frozenset(_digest(text) for text in document["payloads"]),
            batches=tuple(_batch(entry) for entry in document["batches"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UserError("trust.list_damaged") from error
    key = keys.key(issued.kid)
    if key is None or key.revoked != issued.revoked:
        raise UserError("trust.list_forged")
    return issued


def _digest(text: str) -> bytes:
    digest = bytes.fromhex(text)
    if len(digest) != hashlib.sha256().digest_size or digest.hex() != text:
        raise ValueError("not a SHA-256")
    return digest


def _batch(entry: Any) -> tuple[int, int, int]:
    number, first, count = entry
    if any(type(value) is not int or value < 1 for value in (number, first, count)):
        raise ValueError("not a batch")
    return number, first, count
