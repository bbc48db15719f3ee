"""What one page is made from, and how it shall look."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qc_desktop.domain.certificates import SEAL_MM

if TYPE_CHECKING:
    from qc_desktop.domain.records import Record

SPECIMEN, DRAFT = "specimen", "draft"
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_MOST_NAME_BYTES = 180
_FOR_STOCK = "_套打"
_MOST_PACKAGE_BYTES = 150
"""A package's name stands in a path, before the names of its files: Windows allows 260 characters for all."""


@dataclass(frozen=True)
class SealPrint:
    """How a seal is printed: a picture file's bytes, ``diameter`` mm wide; without one its place stays empty."""

    picture: bytes = b""
    diameter: float = SEAL_MM


@dataclass(frozen=True)
class Sheet:
    """One certificate to render: its frozen record, the QR's link prefix and digits, and which copy it is.

    ``attachment`` are the record's canonical bytes, ``receipt`` what shows that its issue stands in the ledger; both
    are embedded where a file holds one certificate.
    ``seal`` is the one it was issued with; a draft has none, there goes the appearance's.
    """

    record: Record
    qr_prefix: str
    qr_digits: str
    copy: int = 1
    attachment: bytes = b""
    receipt: str = ""
    seal: SealPrint | None = None

    @property
    def qr_text(self) -> str:
        """What a reader of the QR gets."""
        return self.qr_prefix + self.qr_digits

    def value(self, key: str) -> str:
        """The record's string ``key``, or nothing."""
        value = self.record.get(key, "")
        return value if isinstance(value, str) else "、".join(value)


@dataclass(frozen=True)
class Appearance:
    """What does not belong to the record: colours, seal and whether this is for the screen.

    ``seal`` is for what was never issued, a draft or a layout; where one has no picture, ``preview`` shows a dashed
    ring in its place. ``mark`` is what stands across the page: SPECIMEN on a trial print (样张),
    DRAFT on what is no certificate yet (草稿). ``on_stock`` leaves out what stands on pre-printed paper (套打);
    ``background`` shows a scan of that paper, for the screen.
    """

    scheme: str = "navy"
    seal: SealPrint = SealPrint()
    preview: bool = False
    mark: str = ""
    on_stock: bool = False
    background: bool = False


def file_name(sheet: Sheet, *, on_stock: bool = False) -> str:
    """``证书编号_企业名.pdf`` (a further copy: ``…_第2份.pdf``), safe on Windows too, never too long.

    One for pre-printed paper says so (``…_套打.pdf``): in one folder neither is taken for the other.
    """
    more = (f"_第{sheet.copy}份" if sheet.copy > 1 else "") + (_FOR_STOCK if on_stock else "")
    room = _MOST_NAME_BYTES - len(more.encode())
    stem = _safe(f"{sheet.value('number')}_{sheet.value('holder')}")
    return f"{_short(stem, room)}{more}.pdf"


def package_name(sheet: Sheet) -> str:
    """``企业名_证书编号``, safe on Windows too: a name too long is cut, the number never, so that no two are alike."""
    number = safe_number(sheet)
    return f"{_short(_safe(sheet.value('holder')), _MOST_PACKAGE_BYTES - len(number.encode()) - 1)}_{number}"


def safe_number(sheet: Sheet) -> str:
    """The certificate's number as a part of a file's name."""
    return _safe(sheet.value("number"))


def _safe(text: str) -> str:
    return _UNSAFE.sub("－", text)


def _short(text: str, most: int) -> str:
    """``text`` cut to ``most`` bytes of UTF-8, without a blank or a full stop at its end."""
    return text.encode()[:most].decode(errors="ignore").rstrip(" .")
