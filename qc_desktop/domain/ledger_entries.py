"""签发登记: what an event of the register leaves in the ledger, 32 bytes that say nothing to whoever lacks the rest.

An entry is HMAC-SHA-256(opening, RFC 8785(said)), where ``said`` is what may be shown of the event and ``opening`` is
derived from the event's own salt. Who acted and on which PC is in ``said`` under a second blinding only, so that
whoever is given the opening of an event learns no name. The form is published and proved; it never changes.
"""

from __future__ import annotations

import datetime as dt
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import rfc8785

from qc_desktop.domain.dates import utc_text

ENTRY_BYTES = 32
_EVENT, _WHO = b"QCERT-LEDGER-EVENT-V1\0", b"QCERT-LEDGER-WHO-V1\0"


@dataclass(frozen=True)
class Opened:
    """An event as it may be shown: ``said`` and the 32 bytes with which anyone makes its entry again."""

    said: Mapping[str, Any]
    opening: bytes

    @property
    def entry(self) -> bytes:
        """The entry in the ledger, ENTRY_BYTES long."""
        return hmac.digest(self.opening, rfc8785.dumps(dict(self.said)), "sha256")


def opened(salt: str, kind: str, at: dt.datetime, subject: str, data: Mapping[str, Any], staff: str, pc: str) -> Opened:
    """The event with these values, without a name: ``who`` blinds ``staff`` and ``pc``."""
    key = salt.encode()
    who = hmac.digest(hmac.digest(key, _WHO, "sha256"), rfc8785.dumps([staff, pc]), "sha256")
    said = {"at": utc_text(at), "data": dict(data), "kind": kind, "subject": subject, "who": who.hex()}
    return Opened(said, hmac.digest(key, _EVENT, "sha256"))
