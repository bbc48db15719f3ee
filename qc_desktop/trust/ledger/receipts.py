"""Receipts (C2SP tlog-proof): that an event stands in the ledger, checkable without anybody's records.

The extra line holds ``{"event": …, "opening": hex}`` in JSON: what is said of the event and the bytes that make its
entry of it again. They are believed only because the entry made of them is in the tree.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import rfc8785

from qc_desktop.domain.ledger_entries import ENTRY_BYTES, Opened
from qc_desktop.trust.ledger import checkpoints
from qc_desktop.trust.ledger.checkpoints import Checkpoint
from qc_desktop.trust.ledger.tree import head_by_inclusion, leaf_hash
from qc_desktop.trust.notes import NoteKey

_FORMAT = "c2sp.org/tlog-proof@v1"
_INDEX = re.compile(r"index (0|[1-9][0-9]{0,17})")
_MOST_BYTES = 100_000


@dataclass(frozen=True)
class Receipt:
    """An event that was shown to stand at ``index`` of the ledger as ``checkpoint`` signs it."""

    said: Mapping[str, Any]
    index: int
    checkpoint: Checkpoint


def written(event: Opened, index: int, path: Sequence[bytes], checkpoint: str) -> str:
    """The receipt of ``event`` at ``index``, with its ``path`` to the head that the note ``checkpoint`` signs."""
    extra = rfc8785.dumps({"event": dict(event.said), "opening": event.opening.hex()})
    hashes = [base64.b64encode(node).decode() for node in path]
    lines = [_FORMAT, f"extra {base64.b64encode(extra).decode()}", f"index {index}", *hashes, "", checkpoint]
    return "\n".join(lines)


def read(text: str, keys: Iterable[NoteKey]) -> Receipt:
    """The receipt in ``text``. Raises ValueError unless it proves what it says under one of ``keys``."""
    above, gap, note = text.partition("\n\n")
    lines = above.split("\n")
    index = _INDEX.fullmatch(lines[2]) if len(lines) > 2 else None
    if not gap or len(text) > _MOST_BYTES or lines[0] != _FORMAT or index is None:
        raise ValueError("no receipt")
    checkpoint = checkpoints.read(note, keys)
    event = _event(lines[1])
    path = [base64.b64decode(line, validate=True) for line in lines[3:]]
    place = int(index[1])
    if head_by_inclusion(leaf_hash(event.entry), place, checkpoint.size, path) != checkpoint.head:
        raise ValueError("the event is not in the ledger")
    return Receipt(event.said, place, checkpoint)


def _event(line: str) -> Opened:
    word, _, encoded = line.partition(" ")
    try:
        extra = json.loads(base64.b64decode(encoded, validate=True))
        event = Opened(dict(extra["event"]), bytes.fromhex(extra["opening"]))
    except (KeyError, TypeError, RecursionError) as problem:
        raise ValueError("no event in the receipt") from problem
    if word != "extra" or len(event.opening) != ENTRY_BYTES:
        raise ValueError("no event in the receipt")
    return event
