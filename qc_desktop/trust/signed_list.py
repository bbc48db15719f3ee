"""Published lists: a JSON object with a signature by a key of keys.json whose use is "lists".

``"signature": {"kid", "value"}`` holds base64url r‖s over the list's domain ‖ RFC 8785(the object without it).
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

import rfc8785

from qc_desktop.errors import UserError
from qc_desktop.trust import keylist_form, signing
from qc_desktop.trust.keys import KeyUse, Signer
from qc_desktop.trust.published import KeyList

STATUS = b"QCERT-STATUS-V1\0"
"""The domain of ``status.json``: what ended, what was stopped, which keys were withdrawn."""
BATCH = b"QCERT-BATCH-V1\0"
"""That of ``batches/N.json``: what a batch of labels is."""


def sign(document: Mapping[str, Any], domain: bytes, lists: Signer) -> bytes:
    """``document`` signed for ``domain``, UTF-8; the same document gives the same bytes."""
    if lists.use is not KeyUse.LISTS:
        raise ValueError(f"a {lists.use.value} key does not sign a list")
    value = base64.urlsafe_b64encode(lists.sign(domain + rfc8785.dumps(dict(document)))).rstrip(b"=").decode()
    signed = {**document, "signature": {"kid": lists.kid.hex(), "value": value}}
    return (json.dumps(signed, indent=1, ensure_ascii=False) + "\n").encode()


def opened(data: bytes, domain: bytes, keys: KeyList, most_bytes: int) -> dict[str, Any]:
    """The object in ``data`` without its signature, if a key of ``keys`` for lists, not revoked, signed it.

    Raises UserError: ``trust.list_damaged`` for what is no signed list, ``trust.list_forged`` for another signature.
    """
    document = keylist_form.load(data, "trust.list_damaged", most_bytes)
    signature = document.pop("signature", None)
    if not isinstance(signature, dict) or not isinstance(signature.get("kid"), str):
        raise UserError("trust.list_damaged")
    try:
        key = keys.key(bytes.fromhex(signature["kid"]))
        value = keylist_form.signature_of(signature.get("value"))
        message = domain + rfc8785.dumps(document)
    except (UserError, ValueError, RecursionError) as error:
        raise UserError("trust.list_damaged") from error
    is_ours = key is not None and key.use is KeyUse.LISTS and key.revoked is None
    if not is_ours or key is None or not signing.is_signed(key.public, value, message):
        raise UserError("trust.list_forged")
    return document
