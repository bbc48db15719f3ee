"""Printing through Qt: pages drawn by PDFium at the printer's own resolution, at their true size in millimetres."""

from __future__ import annotations

import math
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from qc_desktop.documents import pdfium
from qc_desktop.documents.printing.queue import Abilities, JobState, Printer, tray_words
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from qc_desktop.documents.printing.queue import PrintOptions

POINTS_PER_INCH = 72
FINEST_DPI = 600
"""Finer than this no page is drawn: its label has whole dots at 300 and 600, and memory is not without end."""
BAND_POINTS = 72.0
"""A page is drawn in bands of this height: a whole one at 600 dots to the inch would take 140 MB."""


def printers() -> list[Printer]:
    """The printers of the system, the default first."""
    default = QPrinterInfo.defaultPrinterName()
    names = sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != default, name))
    return [Printer(name, name == default) for name in names]


class QtQueue:
    """The printer ``name``; with ``file`` its pages go into that PDF, which is how tests look at them.

    The system's spooler has a job as soon as it is drawn, and tells nothing of it afterwards.
    """

    def __init__(self, name: str, file: Path | None = None) -> None:
        self.name = name
        self._file = file

    def abilities(self) -> Abilities:
        """The papers of the printer, and its trays where Qt knows them: by kind, as it has no names of theirs."""
        about = QPrinterInfo.printerInfo(self.name)
        known = None if about.isNull() else getattr(QPrinter(about), "supportedPaperSources", None)  # on Windows only
        trays = tuple((f"source={source.name}", source.name) for source in (known() if known else ()))
        return Abilities(tuple(size.key() for size in about.supportedPageSizes()), trays)

    def submit(self, pdf: Path, title: str, options: PrintOptions) -> str:
        """Draws every page of ``pdf``; returns when the spooler has them. Raises UserError."""
        with pdfium.document(pdf) as opened:
            printer = self._printer(title, _size(opened, 0))
            _take_from(printer, options.tray)
            painter = QPainter()
            if not painter.begin(printer):
                raise UserError("print.not_drawn", printer=self.name)
            try:
                self._draw(opened, printer, painter)
            finally:
                painter.end()
        return f"{self.name}-{uuid.uuid4().hex[:8]}"

    def state(self, job: str) -> JobState:
        """Gone: it is the spooler's now."""
        return JobState.GONE

    def cancel(self, job: str) -> None:
        """Nothing to take back: it is the spooler's."""

    def _printer(self, title: str, size: QSizeF) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if self._file is not None:
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(self._file))
        else:
            printer.setPrinterName(self.name)
        printer.setResolution(min(printer.resolution(), FINEST_DPI))
        printer.setDocName(title)
        printer.setFullPage(True)
        printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
        printer.setPageLayout(_layout(size))
        return printer

    def _draw(self, opened: Any, printer: QPrinter, painter: QPainter) -> None:
        for index in range(len(opened)):
            if index:
                printer.setPageLayout(_layout(_size(opened, index)))
                if not printer.newPage():
                    raise UserError("print.bad_page", page=index + 1)
            _draw_page(opened, index, painter, printer.resolution() / POINTS_PER_INCH)


def _take_from(printer: QPrinter, tray: str) -> None:
    """Lets ``printer`` take its paper from ``tray``; without one it chooses itself."""
    source = tray_words(tray)
    if source in QPrinter.PaperSource.__members__:
        printer.setPaperSource(QPrinter.PaperSource[source])


def _size(opened: Any, index: int) -> QSizeF:
    """The page's width and height in points."""
    with pdfium.page_of(opened, index) as page:
        return QSizeF(*page.get_size())


def _layout(size: QSizeF) -> QPageLayout:
    """Paper as large as the page, turned as it is, to its very edge."""
    across = size.width() > size.height()
    upright = QSizeF(min(size.width(), size.height()), max(size.width(), size.height()))
    paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    layout = QPageLayout(paper, turned, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _draw_page(opened: Any, index: int, painter: QPainter, scale: float) -> None:
    """Draws a page band by band; ``scale`` are dots a point. A band begins on a whole dot."""
    with pdfium.page_of(opened, index) as page:
        width, height = page.get_size()
        dots = math.ceil(height * scale)
        step = max(1, round(BAND_POINTS * scale))
        for top in range(0, dots, step):
            bottom = min(dots, top + step)
            crop = (0, _dots(dots - bottom, scale), 0, _dots(top, scale))
            bitmap = page.render(scale=scale, crop=crop, rev_byteorder=True)
            try:
                data, stride = bytes(bitmap.buffer), bitmap.stride
                image = QImage(data, bitmap.width, bitmap.height, stride, QImage.Format.Format_RGB888)
                painter.drawImage(QRectF(0, top, width * scale, bottom - top), image)
            finally:
                bitmap.close()


def _dots(count: int, scale: float) -> float:
    """``count`` dots in points, half a dot short: PDFium takes the next whole number and would cut one too many."""
    return max(0.0, (count - 0.5) / scale)
