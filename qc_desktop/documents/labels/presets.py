"""The label stock that ships as ``resources/data/label_sheets.toml``, and reading more of it written like that."""

from __future__ import annotations

import tomllib
from dataclasses import MISSING, fields
from functools import cache
from typing import Any

from qc_desktop.domain.label_sheets import SheetPreset, check_preset
from qc_desktop.errors import UserError
from qc_desktop.paths import resource


@cache
def shipped_presets() -> tuple[SheetPreset, ...]:
    """The presets that ship, by their order in the file."""
    return parse_presets(resource("data", "label_sheets.toml").read_text(encoding="utf-8"))


def parse_presets(text: str) -> tuple[SheetPreset, ...]:
    """The presets written in ``text``. Raises UserError where it is damaged or one of them cannot be."""
    try:
        entries = tomllib.loads(text)["presets"]
        found = tuple(_preset(entry) for entry in entries)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError, AttributeError) as problem:
        raise UserError("label.presets_damaged", reason=str(problem)) from problem
    if not found or len({preset.key for preset in found}) < len(found):
        raise UserError("label.presets_damaged", reason="presets")
    return found


def _preset(entry: dict[str, Any]) -> SheetPreset:
    kinds = {each.name: each.type for each in fields(SheetPreset)}
    needed = {each.name for each in fields(SheetPreset) if each.default is MISSING}
    if not needed <= set(entry) <= set(kinds):
        raise KeyError(", ".join(sorted(needed ^ set(entry))))
    made = {"str": str, "int": int, "float": float}
    if any(isinstance(value, str) != (kinds[name] == "str") for name, value in entry.items()):
        raise TypeError(entry.get("key", ""))
    return check_preset(SheetPreset(**{name: made[str(kinds[name])](value) for name, value in entry.items()}))
