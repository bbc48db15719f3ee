"""Whether a file that we wrote is as it was written: its identifier is the digest of its content, and is told here."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import BinaryIO

_TAIL = 512
_TRAILER = re.compile(rb"/ID\[<([0-9a-f]{32})><\1>]>>\nstartxref\n(\d{1,15})\n%%EOF\n\Z")
_BLOCK = 1 << 20


def is_as_written(path: Path) -> bool:
    """Whether the content of ``path`` still gives the identifier with which ``PdfWriter`` finished it."""
    try:
        with path.open("rb") as stream:
            found = _TRAILER.search(_end(stream))
            return found is not None and _digest(stream, int(found[2])) == found[1]
    except OSError:
        return False


def _end(stream: BinaryIO) -> bytes:
    stream.seek(max(stream.seek(0, 2) - _TAIL, 0))
    return stream.read()


def _digest(stream: BinaryIO, length: int) -> bytes:
    """Of the first ``length`` bytes: the rest is the table of places, which every reader can make anew."""
    stream.seek(0)
    digest = hashlib.sha256()
    while length > 0 and (block := stream.read(min(_BLOCK, length))):
        digest.update(block)
        length -= len(block)
    return digest.hexdigest()[:32].encode()
