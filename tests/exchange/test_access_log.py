"""Access logs as servers write them, and as those may who ask servers for things."""

from __future__ import annotations

import datetime as dt
import gzip

import pytest

from qc_desktop.exchange import access_log
from qc_desktop.exchange.access_log import AccessLog
from tests.samples import refused

UNTIL = dt.datetime(2026, 12, 1, tzinfo=dt.UTC)
LINE = '203.0.113.9 - - [15/Mar/2026:23:59:58 +0800] "GET /q/?c=123&from=x HTTP/1.1" 200 512 "-" "Mozilla/5.0 (示例)"\n'


@pytest.fixture
def read(tmp_path):
    """Reads a log with this content."""

    def run(content: bytes | str):
        path = tmp_path / "access.log"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        log = AccessLog(path)
        return log, list(log.requests(UNTIL))

    return run


def test_a_line_is_read_in_both_formats_and_packed(read):
    common = LINE.split(' "-"')[0] + "\n"
    for content in ((LINE + common).encode(), gzip.compress((LINE + common).encode())):
        log, (first, second) = read(content)
        assert first.at == dt.datetime(2026, 3, 15, 15, 59, 58, tzinfo=dt.UTC)
        assert (first.address, first.method, first.target, first.status) == (
            "203.0.113.9",
            "GET",
            "/q/?c=123&from=x",
            200,
        )
        assert (first.agent, second.agent) == ("Mozilla/5.0 (示例)", "")
        assert (log.lines, log.unread) == (2, 0)


@pytest.mark.parametrize(
    "line",
    [
        "\n",
        "示例\n",
        "\0" * 500 + "\n",
        '"' * 9000 + "\n",
        "1.1.1.1 " + "[" * 9000 + "\n",
        LINE.replace("15/Mar", "31/Feb"),
        LINE.replace("Mar", "Mrz"),
        LINE.replace("23:59", "25:59"),
        LINE.replace("2026", "1970"),
        LINE.replace("2026", "2027"),
        LINE.replace("c=123", "c=" + "1" * 9000),
    ],
)
def test_what_is_no_line_is_passed_over(read, line):
    log, found = read(line + LINE)
    assert (len(found), log.unread) == (1, 1)


def test_a_line_without_end_is_one_line(read):
    log, found = read(b"\xff" * 100_000 + b"\n" + LINE.encode())
    assert (log.lines, log.unread, len(found)) == (2, 1, 1)


def test_what_is_cut_or_too_large_is_refused(read, monkeypatch):
    packed = gzip.compress(LINE.encode() * 100)
    for broken in (packed[:-9], packed[:20] + b"\0" * 8 + packed[28:]):
        with refused("sighting.damaged"):
            read(broken)
    monkeypatch.setattr(access_log, "MOST_UNPACKED", 1000)
    with refused("sighting.too_large"):
        read(packed)
    monkeypatch.setattr(access_log, "MOST_BYTES", 10)
    with refused("sighting.too_large"):
        read(LINE)
