"""A copy of the published folder, for whoever has nothing else: its signed lists, and how each of them was found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from qc_desktop.domain import dates
from qc_desktop.domain.verification import Verdict
from qc_desktop.errors import UserError
from qc_desktop.services.answers import CodeFit
from qc_desktop.services.site.lists import STALE_DAYS
from qc_desktop.trust import hidden_shards, lists
from qc_desktop.trust.lists import ListKind
from qc_desktop.trust.published import KeyList

T = TypeVar("T")
MOST_BYTES = 16 * 1024 * 1024
"""Over 100,000 certificates that ended."""
_ENDED = (Verdict.VOID, Verdict.REVOKED, Verdict.REPLACED)
_ONE_DAY = dt.timedelta(1)


class ListState(StrEnum):
    """How a list was found. Only a fresh one tells that something has not ended; that it has, any signed one does."""

    FRESH = "fresh"
    STALE = "stale"
    AHEAD = "ahead"
    MISSING = "missing"
    FORGED = "forged"


@dataclass(frozen=True)
class Ended:
    """What became of a certificate, since when, and the number that took its place, where that is known."""

    verdict: Verdict
    since: dt.date
    by: str = ""


@dataclass(frozen=True)
class Status:
    """The list of what ended, made on ``day``: certificates by serial, stopped batches with their day."""

    state: ListState
    day: dt.date | None = None
    ended: Mapping[int, Ended] = field(default_factory=dict)
    stopped: Mapping[int, dt.date] = field(default_factory=dict)


@dataclass(frozen=True)
class ListedBatch:
    """A batch of labels as it was frozen; ``key_id`` is that of the key for its codes."""

    company: str
    uscc: str
    product: str
    lot: str
    first: int
    count: int
    issued: dt.date
    expires: dt.date | None
    key_id: str
    has_codes: bool

    @property
    def last(self) -> int:
        """The highest index."""
        return self.first + self.count - 1


@dataclass(frozen=True)
class SiteCopy:
    """The folder ``root``; ``keys`` decides who may have signed a list in it."""

    root: Path
    keys: KeyList

    @cached_property
    def status(self) -> Status:
        """``status.json``."""
        found = self._read("status.json", ListKind.STATUS, _status)
        return Status(found) if isinstance(found, ListState) else found

    def batch(self, number: int) -> ListedBatch | ListState:
        """``batches/NUMBER.json``, or why it cannot be had: MISSING or FORGED."""
        return self._read(f"batches/{number}.json", ListKind.BATCH, lambda document: _batch(document, number))

    def fit(self, batch: ListedBatch, number: int, index: int, code: str) -> CodeFit:
        """Whether ``code`` is the one below the coating of label ``index`` of ``batch``, which is number ``number``."""
        if not batch.has_codes:
            return CodeFit.NO_CODES
        shard = hidden_shards.shard_name(hidden_shards.code_hash(number, index, code), batch.count)

        def is_listed(document: dict[str, Any]) -> bool:
            if document["shard"] != shard:
                raise ValueError(f"shard {document['shard']}, not {shard}")
            return hidden_shards.is_listed(document, number, index, code)

        match self._read(f"codes/{number}/{shard}.json", ListKind.CODES, is_listed):
            case ListState() as state:
                return CodeFit.FORGED if state is ListState.FORGED else CodeFit.MISSING
            case fits:
                return CodeFit.FITS if fits else CodeFit.DIFFERS

    def _read(self, path: str, kind: ListKind, meaning: Callable[[dict[str, Any]], T]) -> T | ListState:
        try:
            with (self.root / path).open("rb") as stream:
                content = stream.read(MOST_BYTES + 1)
        except OSError:
            return ListState.MISSING
        try:
            return meaning(lists.parse(content, kind, self.keys, MOST_BYTES))
        except (UserError, AttributeError, KeyError, TypeError, ValueError):
            return ListState.FORGED


def _status(document: dict[str, Any]) -> Status:
    made = dt.datetime.fromisoformat(document["issued"])
    age = dates.now() - made
    return Status(
        ListState.STALE if age > dt.timedelta(STALE_DAYS) else ListState.AHEAD if -age > _ONE_DAY else ListState.FRESH,
        dates.local(made).date(),
        {one["serial"]: _ended(one) for one in document["ended"] if one["state"] in _ENDED},
        {one["batch"]: dt.date.fromisoformat(one["since"]) for one in document["stopped"]},
    )


def _ended(entry: Mapping[str, Any]) -> Ended:
    return Ended(Verdict(entry["state"]), dt.date.fromisoformat(entry["since"]), entry.get("by", ""))


def _batch(document: dict[str, Any], number: int) -> ListedBatch:
    record = document["record"]
    if document["batch"] != number or record["batch"] != str(number):
        raise ValueError(f"batch {document['batch']}, not {number}")
    return ListedBatch(
        company=record["holder"],
        uscc=record.get("uscc", ""),
        product=record["product"],
        lot=record.get("lot", ""),
        first=int(record["first"]),
        count=int(record["count"]),
        issued=dt.date.fromisoformat(record["issued"]),
        expires=dt.date.fromisoformat(record["expires"]) if "expires" in record else None,
        key_id=record["key"],
        has_codes=document.get("codes") is True,
    )
