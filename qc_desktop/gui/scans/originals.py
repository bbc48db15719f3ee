"""Pages of scans as pictures; asked on the reader thread, which alone uses what is kept here."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from qc_desktop.services import scans

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.services.scans import ScanRow

KEPT_FILES = 4
KEPT_PIXELS = 30_000_000
"""Pixels of pages that are kept rendered, four bytes each: some ten pages at the width of an office screen."""


@dataclass(frozen=True)
class View:
    """A page as it is wanted: of which scan, which page (from 0), how many pixels wide, turned how often clockwise."""

    row: ScanRow
    page: int
    width: int
    turn: int


@dataclass(frozen=True)
class Page:
    """A page as the screen takes it, and how many pages the scan has."""

    image: QImage
    pages: int


class Originals:
    """Renders pages of the office's scans and keeps the latest."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._files: OrderedDict[str, bytes] = OrderedDict()
        self._pages: OrderedDict[tuple[str, int, int, int], Page] = OrderedDict()

    def of_participation(self, participation_id: str) -> list[ScanRow]:
        """The scans to review with a participation."""
        return scans.of_participation(self._desk.office, participation_id)

    def of_company(self, company_id: str) -> list[ScanRow]:
        """All scans of a company."""
        return scans.of_company(self._desk.office, company_id)

    def picture(self, view: View) -> Page:
        """The page of ``view``. Raises UserError where the file is lost, changed or cannot be decoded."""
        key = (view.row.sha256, view.page, view.width, view.turn % 4)
        found = self._pages.get(key)
        if found is None:
            from qc_desktop.documents.outside.scan_pages import render

            made = render(self._content(view.row), view.row.media_type, view.page, view.width, view.turn)
            rgb = QImage(made.rgb, made.width, made.height, made.width * 3, QImage.Format.Format_RGB888)
            found = Page(rgb.convertToFormat(QImage.Format.Format_RGB32), made.pages)
            self._keep(key, found)
        self._pages.move_to_end(key)
        return found

    def first_page(self, participation_id: str, width: int) -> None:
        """Renders what a person will look at next, so that it is at hand."""
        rows = self.of_participation(participation_id)
        if rows:
            self.picture(View(rows[0], 0, width, 0))

    def _content(self, row: ScanRow) -> bytes:
        content = self._files.get(row.sha256)
        if content is None:
            content = self._files[row.sha256] = scans.content(self._desk.office, row)
            while len(self._files) > KEPT_FILES:
                self._files.popitem(last=False)
        return content

    def _keep(self, key: tuple[str, int, int, int], page: Page) -> None:
        self._pages[key] = page
        while len(self._pages) > 1 and sum(_pixels(one) for one in self._pages.values()) > KEPT_PIXELS:
            self._pages.popitem(last=False)


def _pixels(page: Page) -> int:
    return page.image.width() * page.image.height()
