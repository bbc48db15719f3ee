"""The canonical record: what a paper says, in a form that anyone can hash again.

RFC 8785 (JSON Canonicalization Scheme). Values are strings, ISO dates as strings, and lists of strings;
what is absent is left out, never null.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import rfc8785

RECORD_FILE, RECEIPT_FILE = "record.json", "receipt.tlog-proof"
"""What is attached to the PDF of one certificate: its record, and that its issue stands in the ledger."""

RecordValue: TypeAlias = str | Sequence[str]
Record: TypeAlias = Mapping[str, RecordValue]


def compact(values: Mapping[str, RecordValue | None]) -> dict[str, RecordValue]:
    """``values`` without what is absent: None, empty strings and empty lists."""
    return {key: value for key, value in values.items() if value}


def canonical(record: Record) -> bytes:
    """The bytes of ``record`` in canonical JSON, UTF-8."""
    plain = {key: value if isinstance(value, str) else list(value) for key, value in record.items()}
    return rfc8785.dumps(plain)


def record_hash(record: Record) -> bytes:
    """SHA-256 of the canonical record, 32 bytes; a payload carries the first 16."""
    return written_hash(canonical(record))


def written_hash(written: bytes) -> bytes:
    """As :func:`record_hash`, of a record that is in canonical JSON already."""
    return hashlib.sha256(written).digest()
