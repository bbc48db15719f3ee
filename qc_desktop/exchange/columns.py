"""Which column of a list holds what: headers as offices write them, matched to the fields of the glossary."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from qc_desktop.domain.cells import is_blank
from qc_desktop.domain.findings import Finding, warning
from qc_desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from qc_desktop.exchange.reading.table import Table

PROBLEM_HEADER = "问题"
ROW_HEADER = "原行号"
"""The columns our own annotated lists add; reading such a list again ignores them."""

_REMARKS = re.compile(r"[(（\[【<《].*?[)）\]】>》]")
_LONGEST_HEADER = 100
"""In characters; what is longer names no column, and would only keep the pattern of remarks busy."""
_NOISE = re.compile(r"[\s*＊:：★☆、_\-—.]")


@dataclass(frozen=True)
class Synonyms:
    """Fields and the headers that mean them; ``ignored`` headers carry nothing to import."""

    fields: Mapping[str, str]
    labels: Mapping[str, str]
    ignored: frozenset[str]


@cache
def synonyms() -> Synonyms:
    """The table of ``resources/exchange/company_columns.toml``."""
    import tomllib

    stored = tomllib.loads(resource("exchange", "company_columns.toml").read_text(encoding="utf-8"))
    named: dict[str, list[str]] = stored["company"] | stored["pledge"]
    return Synonyms(
        fields={normalise(header): field for field, headers in named.items() for header in headers},
        labels={field: headers[0] for field, headers in named.items()},
        ignored=frozenset(map(normalise, stored["ignored"]["columns"])),
    )


def normalise(header: str) -> str:
    """``header`` without blanks, asterisks, colons and bracketed remarks: 信用代码（18位）* becomes 信用代码."""
    plain = unicodedata.normalize("NFKC", header[:_LONGEST_HEADER]).lower()
    return _NOISE.sub("", _REMARKS.sub("", plain) or plain)


def field_of(header: str) -> str | None:
    """The field that ``header`` means, or None."""
    return synonyms().fields.get(normalise(header))


def is_known(header: str) -> bool:
    """Whether ``header`` names a field, or a column that lists have and nobody imports."""
    return field_of(header) is not None or normalise(header) in synonyms().ignored


def label(field: str) -> str:
    """The header we write for ``field``; empty for what no list has a column for."""
    return synonyms().labels.get(field, "")


def map_columns(headers: Sequence[str]) -> Mapping[int, str]:
    """Column index (from 0) → field; of two columns with one meaning the first counts."""
    mapping: dict[int, str] = {}
    for index, header in enumerate(headers):
        field = field_of(header)
        if field and field not in mapping.values():
            mapping[index] = field
    return mapping


def fingerprint(headers: Iterable[str]) -> str:
    """A short name for this set of headers in this order, under which a mapping is remembered (16 hex digits)."""
    import hashlib

    return hashlib.sha256("\x1f".join(map(normalise, headers)).encode()).hexdigest()[:16]


def unmapped(table: Table, mapping: Mapping[int, str]) -> list[Finding]:
    """A warning for every column that holds something and is not imported."""
    return [
        _finding(table, index, header, mapping)
        for index, header in enumerate(table.headers)
        if index not in mapping and normalise(header) not in synonyms().ignored and _holds_something(table, index)
    ]


def _finding(table: Table, index: int, header: str, mapping: Mapping[int, str]) -> Finding:
    if not header:
        return warning("row.column_unnamed", value=column_letter(index), column=column_letter(index))
    if field_of(header) in mapping.values():
        return warning("row.column_twice", value=header, header=header, column=column_letter(index))
    return warning("row.column_unknown", value=header, header=header, column=column_letter(index))


def _holds_something(table: Table, index: int) -> bool:
    return any(not is_blank(row.cells[index]) for row in table.rows)


def column_letter(index: int) -> str:
    """The letter a spreadsheet shows above column ``index`` (from 0): A, Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
