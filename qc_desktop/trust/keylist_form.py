"""The JSON form of a key list: strict both ways, since a list decides what is genuine."""

from __future__ import annotations

import base64
import datetime as dt
import json
import re
from collections.abc import Mapping
from typing import Any, NoReturn

from qc_desktop.errors import UserError
from qc_desktop.trust import signing
from qc_desktop.trust.keys import KeyUse
from qc_desktop.trust.published import KeyList, PublishedKey, Series

ALGORITHM = "ES256"
_MOST_BYTES = 1024 * 1024
_SIGNATURE = re.compile(r"[A-Za-z0-9_-]{86}")


def document(keys: KeyList) -> dict[str, Any]:
    """``keys`` as the JSON object that is signed; without ledger keys it has no such member."""
    listed: dict[str, Any] = {
        "keys": [_key_members(key) for key in keys.keys],
        "prefixes": list(keys.prefixes),
        "series": [
            {"code": s.code, "title_zh": s.title_zh, "title_en": s.title_en, "number": s.number} for s in keys.series
        ],
    }
    return {**listed, "ledger": list(keys.ledger)} if keys.ledger else listed


def load(data: bytes, most_bytes: int = _MOST_BYTES) -> dict[str, Any]:
    """The JSON object in ``data``. Raises UserError; a member that stands twice is refused."""
    if len(data) > most_bytes:
        raise UserError("trust.key_list_damaged")
    try:
        loaded = json.loads(data.decode(), object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise UserError("trust.key_list_damaged") from error
    if not isinstance(loaded, dict):
        raise UserError("trust.key_list_damaged")
    return loaded


def key_list(members: Mapping[str, Any]) -> KeyList:
    """The list in ``members``. Raises UserError for any value that is not as the format says."""
    try:
        return KeyList(
            keys=tuple(_key(entry) for entry in members["keys"]),
            prefixes=tuple(_string(prefix) for prefix in members["prefixes"]),
            series=tuple(_series(entry) for entry in members["series"]),
            ledger=tuple(_string(verifier) for verifier in members.get("ledger", ())),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise UserError("trust.key_list_damaged") from error


def bytes_of(text: object) -> bytes:
    """The bytes in the base64 ``text``. Raises UserError for anything else."""
    try:
        return base64.b64decode(_string(text), validate=True)
    except (TypeError, ValueError) as error:
        raise UserError("trust.key_list_damaged") from error


def signature_of(text: object) -> bytes:
    """The 64 bytes r‖s in the unpadded base64url ``text``. Raises UserError for anything else."""
    if not isinstance(text, str) or not _SIGNATURE.fullmatch(text):
        raise UserError("trust.key_list_damaged")
    return base64.urlsafe_b64decode(text + "==")


def _key_members(key: PublishedKey) -> dict[str, Any]:
    return {
        "kid": key.kid.hex(),
        "alg": ALGORITHM,
        "use": key.use.value,
        "spki": base64.b64encode(key.spki).decode(),
        "from": key.since.isoformat(),
        "revoked": key.revoked.isoformat() if key.revoked else None,
    }


def _key(entry: Mapping[str, Any]) -> PublishedKey:
    spki, revoked = bytes_of(entry["spki"]), entry["revoked"]
    if entry["alg"] != ALGORITHM or entry["kid"] != signing.key_id(spki).hex():
        raise ValueError("a key that is not what it says")
    since, until = _day(entry["from"]), None if revoked is None else _day(revoked)
    return PublishedKey(KeyUse(entry["use"]), spki, since, until)


def _series(entry: Mapping[str, Any]) -> Series:
    code = entry["code"]
    if type(code) is not int:
        raise TypeError("a number is expected")
    return Series(code, _string(entry["title_zh"]), _string(entry["title_en"]), _string(entry["number"]))


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a string is expected")
    return value


def _day(text: object) -> dt.date:
    day = dt.date.fromisoformat(_string(text))
    if day.isoformat() != text:
        raise ValueError("a date is written YYYY-MM-DD")
    return day


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError("a member stands twice")
    return members


def _no_constant(text: str) -> NoReturn:
    raise ValueError(f"{text} is no JSON")
