"""Labels as PDF: what all labels of a batch have in common is written once a file, each page leaves memory at once.

A symbol is a mask of one bit a module, written with the page: 256 bytes and 6 µs, where a path takes 998 and 284.
The same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from qc_desktop.documents import qr
from qc_desktop.documents.fonts.glyphs import face
from qc_desktop.documents.labels.cell import VARYING
from qc_desktop.documents.labels.fitting import cell_on
from qc_desktop.documents.labels.layout import BREAK, LabelLayout
from qc_desktop.documents.labels.parts import BLACK, Cell, Placed, Slot
from qc_desktop.documents.pdf import drawing
from qc_desktop.documents.pdf.text import FontBook
from qc_desktop.documents.pdf.writer import PageTree, PdfWriter, literal, write_info
from qc_desktop.documents.specimen import mark_across
from qc_desktop.documents.units import POINTS_PER_MM
from qc_desktop.documents.values import template
from qc_desktop.domain.label_sheets import SheetPreset, dot_of

if TYPE_CHECKING:
    from qc_desktop.documents.pdf.text import EmbeddedFont

_CHUNK = 256
"""Symbols that are computed at once."""
_DIGITS = "0123456789-ABCDEFGHJKMNPQRSTVWXYZ"
"""What labels differ in: the font has all of it in every file, so that it is cut once."""
_ON_THE_SHEET, _LABEL = b"Sheet", b"Label"


@dataclass(frozen=True)
class Label:
    """One label: its serial as printed, the digits of its code, and its hidden code where it has one."""

    serial: str
    digits: str
    hidden: str = ""


@dataclass(frozen=True)
class LabelPage:
    """Where on a sheet the labels lie (positions from 1), and the labels, in their order. ``number`` is the sheet's."""

    number: int
    positions: Sequence[int]
    labels: Sequence[Label]


@dataclass(frozen=True)
class LabelJob:
    """Everything about a batch but its labels; ``facts`` fill the layout's words, ``prefix`` begins each code, ``mark``
    stands across labels that are only looked at."""

    layout: LabelLayout
    facts: Mapping[str, str]
    preset: SheetPreset
    symbol: qr.Symbol
    dpi: int
    prefix: str
    hidden: bool = False
    title: str = ""
    author: str = ""
    mark: str = ""

    @cached_property
    def cell(self) -> Cell:
        """The label as it lies on the sheet. Raises UserError as :func:`cell_on`."""
        return cell_on(self.layout, self.facts, self.preset, self.symbol, self.dpi, hidden=self.hidden)

    @cached_property
    def page_size(self) -> tuple[float, float]:
        """In points, whole dots of the printer: so that no module falls between two of them."""
        return self._points(self.preset.page_width), self._points(self.preset.page_height)

    def corner(self, position: int) -> tuple[float, float]:
        """The lower left corner of the label at ``position``, on a whole dot, in points from the page's lower left."""
        left, top = self.preset.corner(position)
        lower = self.page_size[1] - self._points(top) - self._points(self.preset.height)
        return self._points(left), lower

    def _points(self, mm: float) -> float:
        dot = dot_of(self.dpi)
        return round(mm / dot) * dot * POINTS_PER_MM


def write_labels(out: BinaryIO, job: LabelJob, pages: Iterable[LabelPage]) -> Iterator[int]:
    """Writes one file; yields how many labels are written, page by page. Raises UserError as :func:`cell_on`."""
    file = _File(out, job)
    done = 0
    for page, symbols in _with_symbols(job, pages):
        file.add(page, symbols)
        done += len(page.labels)
        yield done
    file.finish()


def _with_symbols(job: LabelJob, pages: Iterable[LabelPage]) -> Iterator[tuple[LabelPage, list[bytes]]]:
    """Each page with the masks of its symbols: rows of whole bytes, 1 is dark. Small pages are computed together."""
    remaining = iter(pages)
    together = max(1, _CHUNK // job.preset.size)
    while group := list(islice(remaining, together)):
        masks = _masks(job, [label.digits for page in group for label in page.labels])
        for page in group:
            yield page, list(islice(masks, len(page.labels)))


def _masks(job: LabelJob, digits: Sequence[str]) -> Iterator[bytes]:
    import numpy as np

    matrices = qr.encode(job.symbol, [(job.prefix, each) for each in digits])
    return map(bytes, np.packbits(matrices, axis=2).reshape(len(digits), -1))


class _File:
    """One PDF in the making."""

    def __init__(self, out: BinaryIO, job: LabelJob) -> None:
        self._job = job
        self._writer = PdfWriter(out)
        self._resources = self._writer.reserve()
        self._pages = PageTree(self._writer, *job.page_size, self._resources)
        self._fonts = FontBook(self._writer, b"F")
        self._serial = self._font(job.cell.serial)
        self._hidden = [self._font(slot) for slot in job.cell.hidden]
        self._forms = {_LABEL: self._label_form()}
        self._forms[_ON_THE_SHEET] = self._sheet_form()
        self._before, self._after = _around_serial(job.layout)
        self._corners = {place: job.corner(place) for place in range(1, job.preset.size + 1)}

    def _font(self, slot: Slot) -> EmbeddedFont:
        font = self._fonts.font(slot.font)
        for character in _DIGITS:
            font.codes[character]
        return font

    def _label_form(self) -> int:
        """What the labels have in common."""
        cell = self._job.cell
        shown = b"".join(drawing.fill(text.colour) + self._fonts.show(text.line, *_at(text)) for text in cell.texts)
        return self._form(self._mark() + cell.art + b"BT\n" + shown + b"ET\n", cell.width, cell.height)

    def _mark(self) -> bytes:
        if not self._job.mark:
            return b""
        made = mark_across(self._job.preset.width, self._job.preset.height, self._job.mark)
        shown = self._fonts.show(made.line, made.x, made.y, made.size)
        return made.turned + b"BT\n" + drawing.fill(made.colour) + shown + b"ET\nQ\n"

    def _sheet_form(self) -> int:
        """A whole sheet of it."""
        every = range(1, self._job.preset.size + 1)
        return self._form(b"".join(_placed(self._job.corner(place)) for place in every), *self._job.page_size)

    def _form(self, content: bytes, width: float, height: float) -> int:
        entries = b"/Type/XObject/Subtype/Form/BBox[0 0 %.2f %.2f]/Resources %d 0 R"
        return self._writer.stream(content, entries % (width, height, self._resources), 9)

    def add(self, page: LabelPage, symbols: Sequence[bytes]) -> None:
        """Appends a page."""
        corners = [self._corners[place] for place in page.positions]
        whole = len(corners) == self._job.preset.size
        common = b"/%b Do\n" % _ON_THE_SHEET if whole else b"".join(map(_placed, corners))
        parts = [common, b"0 g\n", *self._symbols(corners, symbols), *self._texts(corners, page.labels)]
        self._pages.add(self._writer.stream(b"".join(parts), level=1))

    def _symbols(self, corners: Sequence[tuple[float, float]], symbols: Sequence[bytes]) -> Iterator[bytes]:
        """Masks within the page (ISO 32000-1, 8.9.7), a module an integral number of dots."""
        cell, size = self._job.cell, self._job.symbol.size
        side = b"q %.4f 0 0 %.4f " % (size * cell.module, size * cell.module)
        begin = b"BI/W %d/H %d/BPC 1/IM true/D[1 0]ID " % (size, size)
        x, y = cell.symbol
        for (left, lower), mask in zip(corners, symbols, strict=True):
            yield b"%b%.4f %.4f cm %b%b\nEI Q\n" % (side, left + x, lower + y, begin, mask)

    def _texts(self, corners: Sequence[tuple[float, float]], labels: Sequence[Label]) -> Iterator[bytes]:
        cell = self._job.cell
        serials = [f"{self._before}{label.serial}{self._after}" for label in labels]
        yield b"BT\n"
        coloured = cell.serial.colour != BLACK
        yield drawing.fill(cell.serial.colour) if coloured else b""
        yield from _row(self._serial, cell.serial, corners, serials)
        yield b"0 g\n" if coloured else b""
        rows = len(cell.hidden)
        for number, (slot, font) in enumerate(zip(cell.hidden, self._hidden, strict=True)):
            yield from _row(font, slot, corners, [_part(label.hidden, number, rows) for label in labels])
        yield b"ET\n"

    def finish(self) -> None:
        """Writes what belongs to the whole file."""
        writer, job = self._writer, self._job
        objects = b"".join(b"/%b %d 0 R" % named for named in self._forms.items())
        writer.put(self._resources, b"<</Font<<%b>>/XObject<<%b>>>>" % (self._fonts.finish(), objects))
        root = b"<</Type/Catalog/Pages %d 0 R/Lang%b/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None>>>>"
        catalog = writer.add(root % (self._pages.finish(), literal(job.layout.language)))
        writer.finish(catalog, write_info(writer, job.title, job.author))


def _around_serial(layout: LabelLayout) -> tuple[str, str]:
    """What stands before and behind the serial."""
    phrase = template(layout.words[VARYING].replace(BREAK, ""))
    ((before, _, _),) = phrase.slots
    return before, phrase.end


def _at(text: Placed) -> tuple[float, float, float]:
    return text.x, text.y, text.size


def _placed(corner: tuple[float, float]) -> bytes:
    return b"q 1 0 0 1 %.4f %.4f cm/%b Do Q\n" % (*corner, _LABEL)


def _row(
    font: EmbeddedFont, slot: Slot, corners: Sequence[tuple[float, float]], texts: Sequence[str]
) -> Iterator[bytes]:
    """One line of every label; one that is wider than its room is narrowed."""
    yield b"/%b %.2f Tf\n" % (font.name, slot.size)
    code = font.codes.__getitem__
    for (left, lower), text in zip(corners, texts, strict=True):
        narrowed = b"%.1f Tz " % (100 * slot.room / _width(text, slot)) if _is_wide(text, slot) else b""
        codes = "".join(map(code, text)).encode()
        again = b"100 Tz\n" if narrowed else b""
        yield b"%b1 0 0 1 %.2f %.2f Tm<%b>Tj\n%b" % (narrowed, left + slot.x, lower + slot.y, codes, again)


def _is_wide(text: str, slot: Slot) -> bool:
    return bool(slot.room) and _width(text, slot) > slot.room


def _width(text: str, slot: Slot) -> float:
    return sum(map(face(slot.font).advances.__getitem__, text)) * slot.size


def _part(hidden: str, row: int, rows: int) -> str:
    """What stands in ``row`` of the groups of a hidden code."""
    groups = hidden.split("-")
    each = len(groups) // rows
    return "-".join(groups[row * each : (row + 1) * each])
