"""Those whom the check before issue stopped, as their batch keeps them, and what was found as it is said later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from qc_desktop.domain.findings import FieldName, Finding, Severity
from qc_desktop.domain.slots import SlotName, SlotText

_KINDS: Mapping[str, type[str]] = {"slot": SlotName, "slots": SlotText, "field": FieldName}
"""Texts that a sentence says as its reader calls them: kept with their kind, or the sentence would say ``uscc``."""
_MISSING = "preflight.missing"


def stopped_as_kept(stopped: Iterable[Any]) -> list[dict[str, Any]]:
    """Those whom the check before issue stopped, as the batch keeps them."""
    return [
        {
            "participation": one.participation_id,
            "company": one.company_id,
            "name": one.name,
            "findings": [
                {"code": found.code, "params": {name: _kept(value) for name, value in found.params.items()}}
                for found in one.findings
            ],
        }
        for one in stopped
    ]


def findings_of(one: Mapping[str, Any]) -> tuple[Finding, ...]:
    """What was found of one who was stopped and kept so."""
    return tuple(
        _finding(str(found["code"]), {name: _read(value) for name, value in found["params"].items()})
        for found in one["findings"]
    )


def _finding(code: str, params: dict[str, object]) -> Finding:
    if code == _MISSING and "what" not in params:  # 0.3 did not keep what was missing
        code = "preflight.missing_something"
    return Finding(Severity.ERROR, code, params=params)


def _kept(value: object) -> object:
    kind = next((kind for kind, known in _KINDS.items() if isinstance(value, known)), "")
    if kind:
        return {kind: str(value)}
    if isinstance(value, list | tuple):
        return [_kept(part) for part in value]
    return value if isinstance(value, str | int | float) else str(value)


def _read(value: object) -> object:
    if isinstance(value, list):
        return [_read(part) for part in value]
    if isinstance(value, dict):
        ((kind, text),) = value.items()
        return _KINDS[kind](text)
    return value
