"""Published lists besides keys.json: JSON for people to read, signed by a key for lists over its canonical form.

What is a list of which kind cannot be taken for one of another: each kind signs under a domain of its own.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from enum import Enum
from typing import Any

import rfc8785

from qc_desktop.errors import UserError
from qc_desktop.trust import keylist_form, signing
from qc_desktop.trust.keys import KeyUse, Signer
from qc_desktop.trust.published import KeyList

_MOST_BYTES = 1024 * 1024


class ListKind(Enum):
    """A kind of list, and what stands before the signed bytes."""

    STATUS = b"QCERT-STATUS-V1\0"
    BATCH = b"QCERT-BATCH-V1\0"
    ISSUED = b"QCERT-ISSUED-V1\0"
    CODES = b"QCERT-CODES-V1\0"


def sign(document: Mapping[str, Any], kind: ListKind, signer: Signer) -> bytes:
    """``document`` with its signature by a key for lists; the same document gives the same bytes."""
    if signer.use is not KeyUse.LISTS:
        raise ValueError(f"a {signer.use.value} key does not sign lists")
    value = base64.urlsafe_b64encode(signer.sign(kind.value + rfc8785.dumps(dict(document)))).rstrip(b"=").decode()
    signed = {**document, "signature": {"kid": signer.kid.hex(), "value": value}}
    return (json.dumps(signed, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def parse(data: bytes, kind: ListKind, keys: KeyList, most_bytes: int = _MOST_BYTES) -> dict[str, Any]:
    """The document in ``data``, without its signature, if a key for lists in ``keys`` that is not revoked signed it.

    Raises UserError: ``trust.list_damaged`` for what is no list, ``trust.list_forged`` for one of another kind, by
    another key, or changed.
    """
    try:
        document = keylist_form.load(data, most_bytes)
        signature = document.pop("signature")
        kid, value = bytes.fromhex(signature["kid"]), keylist_form.signature_of(signature["value"])
        message = kind.value + rfc8785.dumps(document)
    except (UserError, KeyError, TypeError, ValueError, RecursionError) as problem:
        raise UserError("trust.list_damaged") from problem
    key = keys.key(kid)
    if key is None or key.use is not KeyUse.LISTS or key.revoked or not signing.is_signed(key.public, value, message):
        raise UserError("trust.list_forged")
    return document
