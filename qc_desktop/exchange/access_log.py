"""A web server's access log, common or combined format, plain or gzipped, line by line.

It is written by whoever asks the server for anything, so nothing in it is trusted: lines are cut at a length, what is
no line of a log is passed over, and what unpacks without end is refused.
"""

from __future__ import annotations

import datetime as dt
import gzip
import re
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from qc_desktop.errors import UserError

MOST_BYTES = 2**31
MOST_UNPACKED = 2**33
LONGEST_LINE = 16 * 1024
EARLIEST = 2020
"""No code of ours is older; a server whose clock was not set yet writes 1970."""
_GZIP = b"\x1f\x8b"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LINE = re.compile(
    r"(?P<address>[^\s]{1,100}) [^\[\n]{0,300}"
    r"\[(?P<day>\d{2})/(?P<month>[A-Z][a-z]{2})/(?P<year>\d{4}):(?P<clock>\d{2}:\d{2}:\d{2}) (?P<zone>[+-]\d{4})\] "
    r'"(?P<method>[A-Z]{3,10}) (?P<target>[^\s"]{1,8000})(?: HTTP/[0-9.]{1,3})?" (?P<status>\d{3}) \S{1,20}'
    r'(?: "[^"]{0,4000}" "(?P<agent>[^"]{0,4000}))?',
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Request:
    """One line. ``target`` is what was asked for, with its query; ``agent`` is empty in the common format."""

    at: dt.datetime
    address: str
    method: str
    target: str
    status: int
    agent: str


@dataclass
class AccessLog:
    """The log in the file ``path``; ``done`` of its ``size`` bytes are read; ``unread`` of its ``lines`` were none."""

    path: Path
    size: int = 0
    done: int = 0
    lines: int = 0
    unread: int = 0

    def requests(self, until: dt.datetime) -> Iterator[Request]:
        """Its lines in their order; one dated after ``until`` is none.

        Raises UserError ``sighting.too_large`` or ``sighting.damaged``, and ``file.missing`` where there is no file.
        """
        try:
            with ExitStack() as opened:
                raw = opened.enter_context(self.path.open("rb"))
                self.size = self.path.stat().st_size
                if self.size > MOST_BYTES:
                    raise UserError("sighting.too_large", path=self.path)
                packed = raw.peek(2)[:2] == _GZIP
                text = opened.enter_context(gzip.GzipFile(fileobj=raw)) if packed else raw
                for line in self._lines(text):  # type: ignore[arg-type]
                    self.lines += 1
                    self.done = raw.tell()
                    request = _request(line, until)
                    if request is None:
                        self.unread += 1
                    else:
                        yield request
        except (EOFError, zlib.error, gzip.BadGzipFile) as problem:
            raise UserError("sighting.damaged", path=self.path) from problem
        except (FileNotFoundError, IsADirectoryError) as problem:
            raise UserError("settings.no_file", path=self.path) from problem

    def _lines(self, text: BinaryIO) -> Iterator[bytes]:
        """Lines of at most LONGEST_LINE; what stands behind it in a longer one is left out."""
        unpacked, goes_on = 0, False
        while piece := text.readline(LONGEST_LINE):
            unpacked += len(piece)
            if unpacked > MOST_UNPACKED:
                raise UserError("sighting.too_large", path=self.path)
            if not goes_on:
                yield piece
            goes_on = not piece.endswith(b"\n")


def _request(line: bytes, until: dt.datetime) -> Request | None:
    found = _LINE.match(line.decode("utf-8", "replace"))
    if found is None or found["month"] not in _MONTHS:
        return None
    written = f"{found['year']}-{_MONTHS.index(found['month']) + 1:02}-{found['day']}T{found['clock']}{found['zone']}"
    try:
        at = dt.datetime.fromisoformat(written)
    except ValueError:  # a 31st of February, a 25th hour
        return None
    if at.year < EARLIEST or at > until:
        return None
    method, target, status = found["method"], found["target"], int(found["status"])
    return Request(at, found["address"], method, target, status, found["agent"] or "")
