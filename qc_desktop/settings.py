"""The registry of settings: one line each, its kind, its default and its rule."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from qc_desktop.domain.certificates import SEAL_MM, check_number_pattern, pattern_from_words
from qc_desktop.domain.chasing import DEFAULT_TEXT, check_text
from qc_desktop.domain.roster_columns import USUAL
from qc_desktop.domain.roster_columns import read as read_roster_columns
from qc_desktop.domain.slots import stray_brace
from qc_desktop.domain.staff import staff_name
from qc_desktop.domain.text import clean, clean_code, code_points, private_use
from qc_desktop.domain.worded import worded_text
from qc_desktop.errors import UserError

LONGEST_TEXT = 100
LONGEST_LETTER = 1000
LONGEST_WORDING = 500
ROSTER_TITLE = "“3·15”产品和服务质量诚信承诺企业名单"
DUES_REMINDER = (
    "{企业名称}：贵单位{年度}年度会费应缴{应缴}元，已缴{已缴}元，未缴{未缴}元。"
    "请于{截止日期}前缴纳，如已缴纳请告知我会。{协会名称}"
)
"""What is sent to a member; the words in braces are filled in."""


class Scope(StrEnum):
    """Whom a setting belongs to: the whole office (in its database) or this PC alone."""

    OFFICE = "office"
    PC = "pc"


@dataclass(frozen=True)
class Setting:
    """One setting. ``parse`` makes a value of what a person typed and raises ValueError or UserError for nonsense."""

    key: str
    default: Any
    parse: Callable[[str], Any]
    scope: Scope = Scope.OFFICE
    choices: tuple[str, ...] = ()

    def read(self, typed: str) -> Any:
        """The value that ``typed`` means. Raises UserError with the setting's name."""
        try:
            value = self.parse(typed.strip())
        except (ValueError, OSError) as problem:  # a path that the system cannot even look for
            raise UserError("settings.bad_value", key=self.key, value=typed) from problem
        if self.choices and value not in self.choices:
            raise UserError("settings.bad_choice", key=self.key, value=typed, choices=list(self.choices))
        return value


def _between(low: float, high: float) -> Callable[[str], float]:
    def parse(typed: str) -> float:
        value = float(typed)
        if not low <= value <= high:
            raise UserError("settings.out_of_range", value=typed, low=f"{low:g}", high=f"{high:g}")
        return value

    return parse


def _count(low: int, high: int) -> Callable[[str], int]:
    return lambda typed: int(_between(low, high)(str(int(typed))))


def _text(typed: str) -> str:
    """One line as it is kept and printed, nothing where only blanks and marks are typed; control characters go, what
    no other PC could show is refused, and braces, which no such line fills in."""
    text = worded_text(typed)
    if len(text) > LONGEST_TEXT:
        raise UserError("settings.too_long", length=len(text), limit=LONGEST_TEXT)
    if strange := private_use(text):
        raise UserError("settings.private_use", characters=code_points(strange))
    if quoted := stray_brace(text):
        raise UserError("text.brace", text=quoted)
    return text


def _lines(typed: str) -> str:
    """Several lines, each as :func:`_text` keeps one; empty ones go."""
    return "\n".join(filter(None, map(_text, typed.splitlines())))


def _letter(typed: str) -> str:
    """A text to be sent, with its line breaks and with variables that are known."""
    text = "\n".join(map(clean, typed.splitlines())).strip()
    if len(text) > LONGEST_LETTER:
        raise UserError("settings.too_long", length=len(text), limit=LONGEST_LETTER)
    return check_text(text) or DEFAULT_TEXT


def _pattern(typed: str) -> str:
    return check_number_pattern(pattern_from_words(typed))


def _switch(typed: str) -> bool:
    on, off = ("on", "true", "yes", "1", "是", "开"), ("off", "false", "no", "0", "否", "关", "")
    if typed.lower() not in on + off:
        raise ValueError(typed)
    return typed.lower() in on


def _wording(typed: str) -> str:
    text = worded_text(typed) or DUES_REMINDER
    if len(text) > LONGEST_WORDING:
        raise UserError("settings.too_long", length=len(text), limit=LONGEST_WORDING)
    return text


def _member_prefix(typed: str) -> str:
    """What member numbers begin with: letters and signs, so that the digits after it count."""
    if len(typed) > 10 or any(character.isdigit() for character in typed):
        raise ValueError(typed)
    return clean_code(typed)


def _postcode(typed: str) -> str:
    typed = unicodedata.normalize("NFKC", typed)  # typed with full-width digits
    if typed and not (len(typed) == 6 and typed.isascii() and typed.isdigit()):
        raise ValueError(typed)
    return typed


def _operator(typed: str) -> str:
    return staff_name(typed) if typed else ""


def _folder(typed: str) -> str:
    """A folder that can be written to now: a backup that fails in the night would be noticed too late."""
    from pathlib import Path

    from qc_desktop.files import is_writable

    if not typed:
        return ""
    folder = Path(typed).resolve()
    if not folder.is_dir():
        raise UserError("settings.no_folder", path=typed)
    if not is_writable(folder):
        raise UserError("settings.folder_read_only", path=typed)
    return str(folder)


def _prefix(typed: str) -> str:
    if not typed:
        return ""
    from qc_desktop.trust.links import name_limit

    name_limit(typed)
    return typed


def _file(typed: str) -> str:
    from pathlib import Path

    if typed and not Path(typed).is_file():
        raise UserError("settings.no_file", path=typed)
    return str(Path(typed).resolve()) if typed else ""


def _picture(typed: str) -> str:
    from pathlib import Path

    path = _file(typed)
    if not path:
        return ""
    from qc_desktop.documents.pictures import picture_file
    from qc_desktop.documents.seals import check_seal

    check_seal(picture_file(Path(path)))  # what cannot be printed is refused now, not after numbering
    return path


SETTINGS: tuple[Setting, ...] = (
    Setting("association_name", "", _text),
    Setting("issuer_line", "", _text),  # empty: the association's name
    Setting("association_phone", "", _text),  # on the published pages
    Setting("icp_number", "", _text),  # ICP备案号, in their footer
    Setting("police_number", "", _text),  # 公安备案号
    Setting("verification_prefix", "", _prefix),  # https://…/#, the beginning of every label's link
    Setting("certificate_number_pattern", "QC-{year}-315-{seq:06}", _pattern),
    Setting("certificate_scheme", "navy", str, choices=("navy", "red")),
    Setting("seal_picture", "", _picture),
    Setting("seal_diameter_mm", SEAL_MM, _between(30, 60)),
    Setting("validity_years", 1, _count(1, 5)),
    Setting("reprint_quota", 3, _count(0, 20)),  # further copies of one certificate on paper
    Setting("pdf_signature", "off", str, choices=("off", "own", "file")),  # on files of one certificate each
    Setting("pdf_signature_file", "", _file, Scope.PC),  # PKCS#12
    Setting("roster_title", ROSTER_TITLE, lambda typed: _text(typed) or ROSTER_TITLE),
    Setting("roster_columns", list(USUAL), read_roster_columns),
    Setting("backup_folder", "", _folder),  # empty: within the profile
    Setting("chase_text", DEFAULT_TEXT, _letter),
    Setting("return_reasons", "", _lines),  # one a line; empty: the usual ones
    Setting("membership_grace_days", 90, _count(0, 730)),  # after the last day of a term
    Setting("membership_term_years", 1, _count(1, 10)),  # what a renewal adds
    Setting("member_no_prefix", "M", _member_prefix),  # other than that of certificate numbers
    Setting("dues_ledger", False, _switch),  # 会费: off, and nothing of it is seen
    Setting("dues_reminder_text", DUES_REMINDER, _wording),
    Setting("return_form_contact", "", _text),  # whom a company asks about its form; empty: the association's name
    Setting("sender_address", "", _text),  # on envelopes
    Setting("sender_postcode", "", _postcode),
    Setting("language", "", str, Scope.PC, ("", "zh_CN", "en")),  # empty: the system's
    Setting("theme", "light", str, Scope.PC, ("light", "dark")),
    Setting("text_size", "standard", str, Scope.PC, ("standard", "large", "extra_large")),
    Setting("enter_moves", False, _switch, Scope.PC),  # Enter leads to the next field
    Setting("lock_minutes", "15", str, Scope.PC, ("5", "15", "30", "60")),  # without a touch, until keys are locked
    Setting("operator", "", _operator, Scope.PC),
)
"""Every setting there is."""

BY_KEY: Mapping[str, Setting] = {setting.key: setting for setting in SETTINGS}


def setting(key: str) -> Setting:
    """The setting called ``key``. Raises UserError for an unknown one, naming those that exist."""
    try:
        return BY_KEY[key]
    except KeyError as missing:
        raise UserError("settings.unknown", key=key, known=list(BY_KEY)) from missing


def as_typed(value: object) -> str:
    """The value of a setting as it would be typed: several with commas between them."""
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)
