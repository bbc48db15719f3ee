"""Column types of our own: JSON with readable Chinese, moments in UTC."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import uuid_utils
from sqlalchemy import DateTime, Dialect, Text, TypeDecorator


def new_id() -> str:
    """A UUIDv7 as text: ordered by time, so that offices can merge and indexes stay dense."""
    return str(uuid_utils.uuid7())


def made_at(row_id: str) -> dt.datetime:
    """When the row ``row_id`` (see :func:`new_id`) was made, to the millisecond."""
    return dt.datetime.fromtimestamp(uuid_utils.UUID(row_id).timestamp / 1000, dt.UTC)


_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_WORD = 12
"""Characters of a text that others in a list are likely to repeat."""
_LONG = 1 << 20
"""Characters of JSON beyond which a list is taken item by item: in one call it would hold every thread up."""


def dump_json(value: object) -> str:
    """``value`` as compact JSON with Chinese left readable."""
    return "".join(json_pieces(value)) if isinstance(value, list) else _ENCODE(value)


class Written(str):
    """What :func:`dump_json` made of a value: a Json column takes it for that value."""


def json_pieces(values: Iterable[object]) -> Iterator[str]:
    """What :func:`dump_json` makes of a list, one after the other."""
    before = "["
    for value in values:
        yield before
        yield _ENCODE(value)
        before = ","
    yield "[]" if before == "[" else "]"


def load_json(text: str) -> Any:
    """What :func:`dump_json` wrote."""
    if len(text) < _LONG or not text.startswith("[") or text == "[]":
        return json.loads(text)
    decode = json.JSONDecoder(object_pairs_hook=_sharing).raw_decode
    found, place = [], 1
    while True:
        item, place = decode(text, place)
        found.append(item)
        if place == len(text) - 1 and text[place] == "]":
            return found
        if text[place : place + 1] != ",":
            raise json.JSONDecodeError("a list is cut or goes on behind its end", text, place)
        place += 1


def _sharing(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Names and short words (a province, an industry) come again and again: each is kept once."""
    return {
        sys.intern(name): sys.intern(value) if isinstance(value, str) and len(value) <= _WORD else value
        for name, value in pairs
    }


class Json(TypeDecorator[Any]):
    """A JSON value kept as text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """To the database."""
        return value if value is None or isinstance(value, Written) else dump_json(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """From the database."""
        return None if value is None else load_json(value)


class Moment(TypeDecorator[dt.datetime]):
    """A moment in UTC; naive ones are refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """To the database. Raises ValueError for a moment without a time zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """From the database."""
        return value.replace(tzinfo=dt.UTC) if value is not None and value.tzinfo is None else value
