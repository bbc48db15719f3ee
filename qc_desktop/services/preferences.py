"""Reading and changing settings, the office's and this PC's."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import select

from qc_desktop.documents.pictures import picture_file
from qc_desktop.documents.seals import fineness
from qc_desktop.domain.certificates import NumberPattern
from qc_desktop.domain.findings import errors
from qc_desktop.domain.worded import worded_text
from qc_desktop.errors import UserError
from qc_desktop.files import write_atomic
from qc_desktop.paths import Profile
from qc_desktop.services import worded
from qc_desktop.services.office import Office
from qc_desktop.services.stored_settings import stored
from qc_desktop.services.worded import NONE, Reasons
from qc_desktop.settings import BY_KEY, SETTINGS, Scope, setting
from qc_desktop.storage.store import UnitOfWork
from qc_desktop.storage.tables import Certificate, SettingRow

NUMBER_PATTERN = "certificate_number_pattern"
SEAL = ("seal_picture", "seal_diameter_mm")
PRINTER = "printer"
"""Under which this PC remembers the printer used last."""
_REMEMBERING = threading.Lock()
"""A copy on its own thread notes where it went while the window changes something else in the same file."""


def get(office: Office, key: str) -> Any:
    """The value of setting ``key``: what was set, else its default. Raises UserError for an unknown key."""
    if setting(key).scope is Scope.PC:
        return pc_value(office.profile, key)
    with office.store.reading() as session:
        return stored(session, key)


def everything(office: Office) -> dict[str, Any]:
    """All settings with their present values, in the registry's order."""
    with office.store.reading() as session:
        stored = {row.id: row.value for row in session.scalars(select(SettingRow))}
    on_pc = _pc_values(office.profile)
    stored |= {key: value for key, value in on_pc.items() if key in BY_KEY and setting(key).scope is Scope.PC}
    return {about.key: stored.get(about.key, about.default) for about in SETTINGS}


def change(office: Office, typed: Mapping[str, str], reasons: Reasons = NONE) -> dict[str, Any]:
    """Sets each key of ``typed`` to what was typed, all or none, and returns the values.

    Raises UserError for an unknown key, a value that its rule refuses, wording that claims too much without one of the
    ``reasons``, and a number pattern other than the one under which certificates were issued.
    """
    values = {key: setting(key).read(text) for key, text in typed.items()}
    _refuse_second_pattern(office, values)
    _refuse_coarse_seal(office, values)
    for_office = {key: value for key, value in values.items() if setting(key).scope is Scope.OFFICE}
    if for_office or reasons:
        with office.writing("settings_change", keys=sorted(for_office)) as work:
            put(work, for_office)
            sentences = worded.of_office(work.session)
            worded.accept(work, sentences, reasons)
            renamed = "association_name" in for_office  # it claims nothing in them, another name may
            worded.demand(work.session, [one for one in sentences if renamed or one.place in for_office])
    for_pc = {key: value for key, value in values.items() if setting(key).scope is Scope.PC}
    if for_pc:
        remember_on_pc(office.profile, for_pc)
    return values


def put(work: UnitOfWork, values: Mapping[str, Any]) -> None:
    """Puts ``values`` of the office's settings into the records, for who knows that they are right."""
    for key, value in values.items():
        row = work.session.get(SettingRow, key) or SettingRow(id=key)
        row.value = value
        work.session.add(row)
    work.session.flush()


def _refuse_second_pattern(office: Office, values: Mapping[str, Any]) -> None:
    """The published list tells numbers by one pattern a series: once used, it stays."""
    present = get(office, NUMBER_PATTERN)
    if values.get(NUMBER_PATTERN, present) == present:
        return
    with office.store.reading() as session:
        if session.scalars(select(Certificate.id).limit(1)).first():
            raise UserError("certificate.pattern_in_use", pattern=NumberPattern(present))


def _refuse_coarse_seal(office: Office, values: Mapping[str, Any]) -> None:
    """A picture that has pixels enough for one size may have too few for another."""
    if values.keys().isdisjoint(SEAL):
        return
    named, diameter = (values[key] if key in values else get(office, key) for key in SEAL)
    if named and Path(named).is_file():
        for finding in errors(list(fineness(picture_file(Path(named)), float(diameter)))):
            raise UserError(finding.code, **finding.params)


def pc_value(profile: Profile, key: str) -> Any:
    """The value of a setting of this PC, readable before the records are opened."""
    return _pc_values(profile).get(key, setting(key).default)


def remember_on_pc(profile: Profile, values: Mapping[str, Any]) -> None:
    """Writes ``values`` into this PC's file; what it does not name stays, also where two threads write at once."""
    with _REMEMBERING:
        merged = _pc_values(profile) | dict(values)
        write_atomic(profile.pc_settings, json.dumps(merged, ensure_ascii=False, indent=1).encode())


def remembered(profile: Profile, key: str, default: str = "") -> str:
    """A text that this PC remembers for itself under ``key`` and that is no setting: a folder, a choice."""
    value = _pc_values(profile).get(key, default)
    return value if isinstance(value, str) else default


def remembered_value(profile: Profile, key: str) -> Any:
    """As :func:`remembered`, for anything JSON can hold; None where nothing is remembered."""
    return _pc_values(profile).get(key)


def _pc_values(profile: Profile) -> dict[str, Any]:
    try:
        values = json.loads(profile.pc_settings.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # what this PC remembers is never worth a refusal
        return {}
    return values if isinstance(values, dict) else {}


def issuer_line(office: Office) -> str:
    """落款: the issuer line that was set, else the association's name."""
    return worded_text(get(office, "issuer_line")) or worded_text(get(office, "association_name"))


def demanded_issuer(office: Office) -> str:
    """落款, without which no document is made. Raises UserError where neither is set."""
    issuer = issuer_line(office)
    if not issuer:
        raise UserError("certificate.no_association")
    return issuer
