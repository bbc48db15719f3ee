"""``keys.json``: the public keys, link prefixes and series of an association, signed by its root key.

The root is pinned outside the list, as ``--root HEX``: either the SHA-256 of the root's SubjectPublicKeyInfo in DER
(64 hex digits, the form to print) or that SubjectPublicKeyInfo itself (182 hex digits). The list carries the root's
public key beside its signature as ``spki``, so that the short form is enough; without the pin it proves nothing.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

import rfc8785

from qc_desktop.errors import UserError
from qc_desktop.trust import keylist_form, signing
from qc_desktop.trust.keys import KeyUse, Signer
from qc_desktop.trust.published import KeyList

DOMAIN = b"QCERT-KEYS-V1\0"
"""Stands before the signed canonical JSON."""
_SEPARATORS = re.compile(r"[\s:]")
_SPKI_BYTES = 91


@dataclass(frozen=True)
class RootPin:
    """The root key that a reader trusts: the SHA-256 of its SubjectPublicKeyInfo, and that itself if it is known."""

    digest: bytes
    spki: bytes | None = None


def pin(root: str) -> RootPin:
    """The root behind ``--root HEX`` in either form; blanks and colons are allowed. Raises UserError for other text."""
    try:
        data = bytes.fromhex(_SEPARATORS.sub("", root))
    except ValueError as error:
        raise UserError("trust.root_form") from error
    if len(data) == hashlib.sha256().digest_size:
        return RootPin(data)
    if len(data) != _SPKI_BYTES:
        raise UserError("trust.root_form")
    return pin_of(data)


def pin_of(spki: bytes) -> RootPin:
    """The root whose SubjectPublicKeyInfo is ``spki``."""
    return RootPin(hashlib.sha256(spki).digest(), spki)


def sign(keys: KeyList, root: Signer) -> bytes:
    """``keys.json``: the list signed by ``root``, UTF-8, for people to read; the same list gives the same bytes."""
    if root.use is not KeyUse.ROOT:
        raise ValueError(f"a {root.use.value} key does not sign the key list")
    document = keylist_form.document(keys)
    value = base64.urlsafe_b64encode(root.sign(DOMAIN + rfc8785.dumps(document))).rstrip(b"=").decode()
    spki = base64.b64encode(root.spki).decode()
    signed = {**document, "signature": {"kid": root.kid.hex(), "spki": spki, "value": value}}
    return (json.dumps(signed, indent=2, ensure_ascii=False) + "\n").encode()


def parse(data: bytes, root: RootPin) -> KeyList:
    """The list in ``data``, if the root that ``root`` pins signed it.

    Raises UserError: ``trust.key_list_damaged`` for what is no key list, ``trust.key_list_root`` for one of another
    root, ``trust.key_list_forged`` for one that was changed after it was signed.
    """
    document = keylist_form.load(data)
    signature = document.pop("signature", None)
    if not isinstance(signature, dict):
        raise UserError("trust.key_list_damaged")
    _check_signature(document, signature, root)
    return keylist_form.key_list(document)


def _check_signature(document: dict[str, Any], signature: dict[str, Any], root: RootPin) -> None:
    spki = root.spki or keylist_form.bytes_of(signature.get("spki"))
    if hashlib.sha256(spki).digest() != root.digest or signing.key_id(spki).hex() != signature.get("kid"):
        raise UserError("trust.key_list_root")
    value = keylist_form.signature_of(signature.get("value"))
    try:
        key, message = signing.public_key(spki), DOMAIN + rfc8785.dumps(document)
    except (ValueError, RecursionError) as error:
        raise UserError("trust.key_list_damaged") from error
    if not signing.is_signed(key, value, message):
        raise UserError("trust.key_list_forged")
