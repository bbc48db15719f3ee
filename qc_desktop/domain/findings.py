"""What a check found, as values: the words come later, in the reader's language."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"


class FieldName(str):
    """The name of a record's value, which sentences say in words."""

    __slots__ = ()


class CommandName(str):
    """The name of a command of the history, which sentences say as the list of changes does."""

    __slots__ = ()


@dataclass(frozen=True)
class Finding:
    """One thing a check found.

    ``code`` names its sentence in the message catalogues and ``params`` fill it; ``field`` is the glossary
    name of the value concerned (``uscc``), ``value`` what stood there.
    """

    severity: Severity
    code: str
    field: str = ""
    value: str = ""
    params: dict[str, object] = dataclasses.field(default_factory=dict)


def error(code: str, field: str = "", value: str = "", **params: object) -> Finding:
    """A finding that stops what it concerns."""
    return Finding(Severity.ERROR, code, field, value, params)


def warning(code: str, field: str = "", value: str = "", **params: object) -> Finding:
    """A finding that is said and does not stop anything."""
    return Finding(Severity.WARNING, code, field, value, params)


def errors(findings: list[Finding]) -> list[Finding]:
    """The findings among ``findings`` that stop."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]
