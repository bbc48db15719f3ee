"""Looks at scans that came from outside, without trusting them: in a process that is killed when one takes too long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qc_desktop.documents.outside.killable import Killable
from qc_desktop.documents.outside.scans_child import MOST_PIXELS, PAGE_LIMIT, answer
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from qc_desktop.domain.scans import MediaType

SECONDS = 10.0
"""A file that is not decoded after this time is refused."""


class ScanCheck(Killable):
    """One process for any number of files. Use it with ``with``."""

    def __init__(self, seconds: float = SECONDS) -> None:
        super().__init__(answer, seconds)

    def pages(self, path: Path, kind: MediaType, name: str) -> int:
        """How many pages the file at ``path`` has. Raises UserError ``scan.*`` where it cannot be used."""
        word, value = self.ask(str(path), kind.value)
        if word == "too_slow":
            raise UserError("scan.too_slow", name=name)
        if word == "too_many":
            raise UserError("scan.too_many_pages", name=name, pages=value, limit=PAGE_LIMIT)
        if word == "pixels":
            raise UserError("scan.too_many_pixels", name=name, limit=MOST_PIXELS // 10_000)
        if word != "pages":
            raise UserError("scan.not_readable", name=name)
        return int(value)
