"""The sheets that an office knows: those that ship and its own; and where this PC's part-used sheets go on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sqlalchemy import select

from qc_desktop.documents.labels.presets import parse_presets, shipped_presets
from qc_desktop.domain.label_sheets import SheetMemory, SheetPreset, check_memory, check_preset
from qc_desktop.errors import UserError
from qc_desktop.services import preferences
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import SettingRow

OWN = "label_sheet:"
"""What the setting of an own preset is called, before its key: each is one, as a line of text."""
PRODUCTS, ADDRESSES = "label_sheets", "address_sheets"
"""Under which this PC remembers part-used sheets, by preset: of labels for products, and of address labels."""
MOST_FILE = 200_000


def everything(office: Office) -> list[SheetPreset]:
    """The presets that ship, then the office's own by key."""
    with office.store.reading() as session:
        rows = session.scalars(select(SettingRow).where(SettingRow.id.startswith(OWN, autoescape=True)))
        own = [_read(row.id.removeprefix(OWN), row.value) for row in rows.all()]
    return [*shipped_presets(), *sorted(own, key=lambda preset: preset.key)]


def preset(office: Office, key: str) -> SheetPreset:
    """The preset ``key``, in either case. Raises UserError for an unknown one, naming those there are."""
    known = everything(office)
    found = next((each for each in known if each.key.casefold() == key.strip().casefold()), None)
    if found is None:
        raise UserError("label.unknown_preset", preset=key, known=[each.key for each in known])
    return found


def add(office: Office, path: Path) -> list[SheetPreset]:
    """Adds the presets of a file written as the shipped one. Raises UserError for one that cannot be used, or that is
    called like a shipped one."""
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_FILE + 1)
        found = parse_presets(content[:MOST_FILE].decode("utf-8"))
    except OSError as problem:
        raise UserError("settings.no_file", path=path) from problem
    except UnicodeDecodeError as problem:
        raise UserError("label.presets_damaged", reason="UTF-8") from problem
    for each in found:
        save(office, each)
    return list(found)


def save(office: Office, wanted: SheetPreset) -> None:
    """Keeps ``wanted`` as a preset of the office, over an own one of that key. Raises UserError as :func:`add`."""
    check_preset(wanted)
    if ships(wanted.key):
        raise UserError("label.preset_taken", preset=wanted.key)
    with office.writing("label_preset_save", name=wanted.key) as work:
        row = work.session.get(SettingRow, OWN + wanted.key) or SettingRow(id=OWN + wanted.key)
        row.value = _written(wanted)
        work.session.add(row)


def ships(key: str) -> bool:
    """Whether a preset of that key came with the program: it can be neither changed nor removed."""
    return any(key.casefold() == shipped.key.casefold() for shipped in shipped_presets())


def remove(office: Office, key: str) -> None:
    """Takes an own preset out. Raises UserError where there is none of that key."""
    with office.writing("label_preset_remove", name=key) as work:
        row = work.session.get(SettingRow, OWN + key)
        if row is None:
            raise UserError("label.preset_not_own", preset=key)
        work.session.delete(row)


def _written(wanted: SheetPreset) -> str:
    """In one line, as the history shows it."""
    values = {name: value for name, value in asdict(wanted).items() if name not in ("key", "stock")}
    return " ".join(f"{name}={value:g}" for name, value in values.items()) + f" stock={wanted.stock}"


def _read(key: str, text: str) -> SheetPreset:
    numbers, _, stock = text.partition(" stock=")
    values: dict[str, Any] = {}
    for entry in numbers.split():
        name, _, value = entry.partition("=")
        values[name] = int(value) if name in ("columns", "rows") else float(value)
    return SheetPreset(key=key, stock=stock, **values)


def memory(office: Office, wanted: SheetPreset, use: str = PRODUCTS) -> SheetMemory:
    """Where this PC's part-used sheet of ``wanted`` goes on; a new sheet where nothing usable is remembered.

    ``use`` is PRODUCTS or ADDRESSES: a part-used sheet of the one is never in the tray for the other.
    """
    kept: Any = _kept(office, use).get(wanted.key)
    try:
        found = SheetMemory(int(kept["first"]), tuple(int(place) for place in kept["spoiled"]))
        return check_memory(wanted, found)
    except (TypeError, KeyError, ValueError, UserError):  # what a PC remembers is never worth a refusal
        return SheetMemory()


def remember(office: Office, wanted: SheetPreset, found: SheetMemory, use: str = PRODUCTS) -> SheetMemory:
    """Remembers where the sheet of ``wanted`` goes on. Raises UserError for a place that is not on it."""
    check_memory(wanted, found)
    value = {"first": found.first, "spoiled": sorted(set(found.spoiled))}
    preferences.remember_on_pc(office.profile, {use: {**_kept(office, use), wanted.key: value}})
    return found


def _kept(office: Office, use: str) -> Mapping[str, Any]:
    kept = preferences.remembered_value(office.profile, use)
    return kept if isinstance(kept, dict) else {}
