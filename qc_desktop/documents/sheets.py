"""What one page is made from, and how it shall look."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qc_desktop.domain.records import Record

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_MOST_NAME_BYTES = 180


@dataclass(frozen=True)
class Sheet:
    """One certificate to render: its frozen record, the QR's link prefix and digits, and which copy it is.

    ``attachment`` are the record's canonical bytes, embedded as ``record.json`` where a file holds one certificate.
    """

    record: Record
    qr_prefix: str
    qr_digits: str
    copy: int = 1
    attachment: bytes = b""

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

    ``seal`` is a picture file's bytes, printed ``seal_diameter`` mm wide; without one the place stays empty, and
    ``preview`` shows a dashed ring there. ``specimen`` marks a trial print (样张) across the page.
    """

    scheme: str = "navy"
    seal: bytes | None = None
    seal_diameter: float = 45.0
    preview: bool = False
    specimen: bool = False


def file_name(sheet: Sheet) -> str:
    """``证书编号_企业名.pdf`` (a further copy: ``…_第2份.pdf``), safe on Windows too, never too long."""
    copy = f"_第{sheet.copy}份" if sheet.copy > 1 else ""
    stem = _UNSAFE.sub("－", f"{sheet.value('number')}_{sheet.value('holder')}")
    room = _MOST_NAME_BYTES - len(copy.encode())
    short = stem.encode()[:room].decode(errors="ignore").rstrip(" .")
    return f"{short}{copy}.pdf"
