"""What the settings show, as values; asked on the reader thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qc_desktop.documents.pictures import picture_file
from qc_desktop.documents.seals import fineness
from qc_desktop.domain.certificates import format_number, pattern_from_words, pattern_in_words
from qc_desktop.domain.findings import Finding, error
from qc_desktop.errors import UserError
from qc_desktop.services import backups, doctor, document_signing, keys, preferences, recovery, staff, worded
from qc_desktop.services.certificates import register
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.certificates.schemes import Scheme, schemes
from qc_desktop.settings import as_typed, setting

if TYPE_CHECKING:
    import datetime as dt

    from qc_desktop.services.backups import BackupRow
    from qc_desktop.services.doctor import Diagnosis
    from qc_desktop.services.office import Office
    from qc_desktop.services.worded import Known

OWN_WORDS = (
    *("validity_years", "seal_diameter_mm", "seal_picture", "reprint_quota", "sender_postcode"),
    *("membership_grace_days", "membership_term_years", "member_no_prefix"),
)
"""Settings whose refusal has a sentence of its own in the form."""
_NOTHING_MEANT = ("settings.bad_value", "settings.out_of_range", "settings.no_file")
DIGITS = "0123456789"


@dataclass(frozen=True)
class OfficeView:
    """The association's settings as text; ``pattern_is_used`` once a certificate carries a number."""

    values: Mapping[str, str]
    schemes: tuple[Scheme, ...]
    pattern_is_used: bool
    year: int
    known: Known


@dataclass(frozen=True)
class PcView:
    """This PC's settings, and who may be picked as the operator."""

    values: Mapping[str, str]
    staff: tuple[str, ...]
    operator: str


@dataclass(frozen=True)
class BackupView:
    """The backups, newest first, and where they go; ``is_gone`` where the folder chosen for them is not there.

    ``is_emptied``: there is one, without the backups that were made in it.
    """

    rows: tuple[BackupRow, ...]
    folder: Path
    is_own_folder: bool
    at: dt.datetime | None
    is_gone: bool = False
    is_emptied: bool = False


@dataclass(frozen=True)
class Comparison:
    """How many rows each main table has in a backup and now, by table."""

    backup: BackupRow
    then: Mapping[str, int]
    now: Mapping[str, int]


@dataclass(frozen=True)
class KeyView:
    """Whether a passphrase is set, and whether the published list has to be signed anew; how far the sheet is; how
    files are signed.

    ``is_here``: the passphrase still does where otherwise the recovery sheet would be asked for.
    """

    is_set: bool
    is_stale: bool
    is_made: bool = False
    is_proved: bool = False
    is_here: bool = True
    signing: document_signing.Standing = field(default_factory=document_signing.Standing)


def _text(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else as_typed(value)


def office_view(office: Office, lang: str) -> OfficeView:
    """The association's settings, the pattern of numbers in the words of ``lang``."""
    values = {key: _text(value) for key, value in preferences.everything(office).items()}
    values["certificate_number_pattern"] = pattern_in_words(values["certificate_number_pattern"], lang)
    used = register.count(office, CertificateFilter()) > 0
    return OfficeView(values, schemes(office), used, office.today.year, worded.known(office))


def pc_view(office: Office) -> PcView:
    """This PC's settings and the staff."""
    values = {
        key: str(preferences.pc_value(office.profile, key))
        for key in ("language", "theme", "text_size", "lock_minutes")
    }
    values["enter_moves"] = "on" if preferences.pc_value(office.profile, "enter_moves") else "off"
    return PcView(values, tuple(staff.names(office)), office.author.staff)


def backup_view(office: Office) -> BackupView:
    """The backups."""
    rows = tuple(backups.rows(office))
    is_own = bool(preferences.get(office, "backup_folder"))
    state = backups.state(office)
    return BackupView(rows, state.folder, is_own, state.at, state.is_gone, state.is_emptied)


def compare(office: Office, row: BackupRow) -> Comparison:
    """Checks a backup and counts both sides. Raises UserError for a damaged one."""
    return Comparison(row, backups.preview(row.path), backups.present(office))


def try_compare(office: Office, row: BackupRow) -> Comparison | UserError:
    """As :func:`compare`; a refusal is an answer too, said where the backup was chosen."""
    try:
        return compare(office, row)
    except UserError as problem:
        return problem


def key_view(office: Office) -> KeyView:
    """How the passphrase stands."""
    sheet = recovery.state(office)
    signing = document_signing.standing(office)
    return KeyView(sheet.is_set_up, keys.list_is_stale(office), sheet.made, sheet.proved, sheet.is_here, signing)


def examine(office: Office) -> tuple[Diagnosis, ...]:
    """What the doctor finds."""
    return tuple(doctor.examine(office))


def check(key: str, typed: str) -> list[Finding]:
    """What is wrong with ``typed`` as the value of setting ``key``."""
    try:
        setting(key).read(typed)
    except UserError as problem:
        if key in OWN_WORDS and problem.code in _NOTHING_MEANT:
            return [error(f"office_form.{key}", key, typed, path=typed)]
        return [error(problem.code, key, typed, **problem.params)]
    return []


def check_seal(typed: str, diameter: str) -> list[Finding]:
    """What is wrong with the picture ``typed`` as a seal of ``diameter`` mm, or deserves a look."""
    found = check("seal_picture", typed)
    if found or check("seal_diameter_mm", diameter):
        return found
    try:
        return list(fineness(picture_file(Path(typed)), float(diameter)))
    except UserError as problem:  # it went or changed in this moment
        return [error(problem.code, "seal_picture", typed, **problem.params)]


def example_number(pattern: str, year: int) -> str:
    """The first number under ``pattern``, or nothing for a pattern that cannot be used."""
    return "" if check("certificate_number_pattern", pattern) else format_number(pattern_from_words(pattern), year, 1)


def example_link(prefix: str) -> str:
    """How a label's link begins, or nothing for a prefix that cannot be used."""
    return "" if not prefix or check("verification_prefix", prefix) else f"{prefix}{DIGITS * 2}…"
