"""Counting visits while a log is read. Addresses and browsers are hashed under a key that is thrown away with this."""

from __future__ import annotations

import datetime as dt
import hashlib
import ipaddress
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field

from qc_desktop.domain.dates import local
from qc_desktop.domain.sightings import Way
from qc_desktop.exchange.access_log import Request

MOST_TOLD_APART = 100_000
"""So many visitors of one code on one day are told apart; a server under attack shall not fill the memory."""
_ROBOT = re.compile(r"bot\b|spider|crawl|slurp|preview|monitor|curl|wget|python|java/|okhttp|headless", re.IGNORECASE)
_PHONE = re.compile(r"Mobile|Android|iPhone|iPad|HarmonyOS", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """What was seen: a certificate by the id of its row, or a label by its number."""

    certificate_id: str | None = None
    label_serial: str | None = None


@dataclass
class Count:
    """Visits of one subject, on one day, by one way."""

    visits: int = 0
    visitors: set[bytes] = field(default_factory=set)
    networks: set[bytes] = field(default_factory=set)


class Tally:
    """The counts by day in Shanghai, subject and way."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._counts: dict[tuple[dt.date, Subject, Way], Count] = {}
        self.visits = 0

    def add(self, request: Request, subject: Subject) -> None:
        """Counts ``request`` for ``subject``."""
        day = local(request.at).date()
        count = self._counts.setdefault((day, subject, way_of(request.agent)), Count())
        count.visits += 1
        self.visits += 1
        if len(count.visitors) < MOST_TOLD_APART:
            count.visitors.add(self._hashed(f"{day} {request.address} {request.agent}"))
            count.networks.add(self._hashed(f"{day} {_network(request.address)}"))

    def __iter__(self) -> Iterator[tuple[dt.date, Subject, Way, Count]]:
        return ((*key, count) for key, count in self._counts.items())

    def _hashed(self, text: str) -> bytes:
        return hashlib.blake2b(text.encode(), key=self._key, digest_size=8).digest()


def way_of(agent: str) -> Way:
    """What a page was opened with, as far as ``agent`` says; one that says nothing is a robot."""
    if not agent.strip("- ") or _ROBOT.search(agent):
        return Way.ROBOT
    if "MicroMessenger" in agent:
        return Way.WECHAT
    return Way.PHONE if _PHONE.search(agent) else Way.COMPUTER


def _network(address: str) -> str:
    """The provider's network around ``address``, as a coarse place: /16, or /32 of version 6."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network(f"{found}/{16 if found.version == 4 else 32}", strict=False))
