"""企业回表: the form that a company is sent and returns, as its writer and its reader both know it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
import zlib
from functools import cache
from typing import TYPE_CHECKING

from qc_desktop.exchange import columns
from qc_desktop.paths import resource

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

FORM, VERSION = "qc-return-form", "1"
SHEET, LISTS_SHEET, INFO_SHEET = "回表", "选项", "回表信息"

COMPANY_LINES: tuple[tuple[str, ...], ...] = (
    ("name",),
    ("uscc", "member_no"),
    ("short_name", "legal_representative"),
    ("member_tier", "industry_name"),
    ("province", "city"),
    ("address",),
    ("hotline", "website"),
)
CONTACT_LINES: tuple[tuple[str, ...], ...] = (("contact_person", "contact_phone"), ("contact_email",))
CONFIRMATION_LINES: tuple[tuple[str, ...], ...] = (("consent", "signed_on"), ("signatory",), ("remark",))
"""The fields of the form, line by line."""

FIELDS = tuple(field for line in (*COMPANY_LINES, *CONTACT_LINES, *CONFIRMATION_LINES) for field in line)
LOCKED = frozenset({"member_no"})
"""Fields that are shown and not asked for."""

CONTACT_FIELDS = frozenset(field for line in CONTACT_LINES for field in line)
PERSONAL = CONTACT_FIELDS | {"signatory"}

_BLANKS = re.compile(r"\s+")
_DIGITS = 16
_PROPERTIES, _MOST_PROPERTIES = "docProps/core.xml", 65_536


@cache
def words(group: str) -> Mapping[str, str]:
    """The texts of ``resources/exchange/return_form.toml`` in ``group``."""
    import tomllib

    stored = tomllib.loads(resource("exchange", "return_form.toml").read_text(encoding="utf-8"))
    return dict(stored[group])


def label(field: str) -> str:
    """What stands before the cell of ``field``, or above the column of products and of standards."""
    return words("labels").get(field) or columns.label(field)


def consents() -> tuple[str, str]:
    """The choices of the field ``consent``: the one that agrees, the one that does not."""
    choices = words("choices")
    return choices["agreed"], choices["refused"]


def fingerprint(texts: Sequence[str]) -> str:
    """A short name (16 hex digits) for what stood in a cell, or in the cells of a column, when the form was made.

    Blanks and the width of characters do not count: nobody changed anything by them.
    """
    tidy = "\x1f".join(_BLANKS.sub("", unicodedata.normalize("NFKC", text)) for text in texts)
    return hashlib.sha256(tidy.encode("utf-8", "replace")).hexdigest()[:_DIGITS]


def mark(info: Mapping[str, str]) -> str:
    """What the properties of a form's file say: by it the form is known without being opened."""
    return f"{info['campaign_id']} {info['company_id']}"


def is_marked(path: Path, info: Mapping[str, str]) -> bool:
    """Whether the file at ``path`` is a form made for the same campaign and company."""
    import zipfile

    try:
        with zipfile.ZipFile(path) as archive, archive.open(_PROPERTIES) as stream:
            return mark(info).encode() in stream.read(_MOST_PROPERTIES)
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError, RuntimeError, NotImplementedError):
        return False  # whatever it is, it is not ours
