"""Checkpoints (C2SP tlog-checkpoint): the head of the ledger at a size, signed."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from qc_desktop.trust import notes
from qc_desktop.trust.ledger.tree import EMPTY
from qc_desktop.trust.notes import NoteKey

_SIZE = re.compile(r"0|[1-9][0-9]{0,17}")


@dataclass(frozen=True)
class Checkpoint:
    """``head`` is that of the first ``size`` leaves of the log called ``origin``."""

    origin: str
    size: int
    head: bytes

    @property
    def text(self) -> str:
        """The three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.head).decode()}\n"

    def sign(self, key: NoteKey, sign: Callable[[bytes], bytes]) -> str:
        """The signed note, by the holder of ``key``."""
        return notes.signed(self.text, key, sign)


def read(note: str, keys: Iterable[NoteKey]) -> Checkpoint:
    """The checkpoint in ``note``. Raises ValueError unless one of ``keys`` signed it under its own name as origin."""
    trusted = list(keys)
    text = notes.opened(note, trusted)
    origin, size, encoded, *_more = text.split("\n")
    if origin not in {key.name for key in trusted} or not _SIZE.fullmatch(size):
        raise ValueError("no checkpoint of this log")
    head = base64.b64decode(encoded, validate=True)
    if len(head) != len(EMPTY):
        raise ValueError("no head of a tree")
    return Checkpoint(origin, int(size), head)
