"""Certificates as PDF: a whole batch in one file, or one file each.

Rendering uses the frozen record, the layout it was frozen with, the QR's text, the copy number and the appearance:
nothing else, no clock. The same input gives the same bytes. Memory does not grow with the batch.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from qc_desktop.documents import qr
from qc_desktop.documents.book import Book
from qc_desktop.documents.composing import ART, TEXT, Run, drawn, runs_of, values_of
from qc_desktop.documents.elements.label import Label
from qc_desktop.documents.elements.picture import Picture
from qc_desktop.documents.elements.seal import Seal
from qc_desktop.documents.fonts.glyphs import MissingGlyphError
from qc_desktop.documents.layout import POINTS_PER_MM, Layout
from qc_desktop.documents.pictures import picture_pixels
from qc_desktop.documents.seals import seal_pixels
from qc_desktop.documents.sheets import Appearance, SealPrint, Sheet, file_name
from qc_desktop.documents.specimen import specimen_mark
from qc_desktop.documents.staging import staged_file, staged_folder, synced_file
from qc_desktop.documents.typesetting import OverfullError
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.domain.records import RECEIPT_FILE, RECORD_FILE
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element
    from qc_desktop.documents.values import Values

STEP = "render"
_CHUNK = 128


def render_file(
    sheets: Sequence[Sheet], path: Path, layouts: Mapping[str, Layout], appearance: Appearance = Appearance()
) -> Job[Path]:
    """Renders ``sheets`` into the one file ``path``; ``layouts`` holds each record's layout by its hash.

    Closing the generator leaves nothing. Raises UserError: nothing to print, a layout that is not there, a value
    that does not fit, a character that no font prints, a place that cannot be written.
    """
    _demand_sheets(sheets)
    with staged_file(path) as out:
        yield from _write(sheets, out, layouts, appearance)
    return path


def render_folder(
    sheets: Sequence[Sheet], folder: Path, layouts: Mapping[str, Layout], appearance: Appearance = Appearance()
) -> Job[list[Path]]:
    """Renders each of ``sheets`` into a file of its own in ``folder``, named by number and company.

    Files appear together at the end; what lies there already stays, so a caller may pass only what is missing.
    A file's bytes depend on its sheet alone. Closing the generator leaves nothing. Raises UserError as
    :func:`render_file`, and where two sheets would get one name.
    """
    _demand_sheets(sheets)
    names = [file_name(sheet, on_stock=appearance.on_stock) for sheet in sheets]
    twice = next((name for name in names if names.count(name) > 1), None) if len(set(names)) < len(names) else None
    if twice:
        raise UserError("documents.same_name", name=twice)
    with staged_folder(folder) as part:
        for done, ((sheet, symbol), name) in enumerate(zip(_with_symbols(sheets), names, strict=True), 1):
            with synced_file(part / name) as out:
                _write_one(sheet, symbol, out, layouts, appearance)
            yield Progress(STEP, done, len(sheets))
    return [folder / name for name in names]


def render_bytes(sheet: Sheet, layouts: Mapping[str, Layout], appearance: Appearance = Appearance()) -> bytes:
    """One certificate as the bytes of a PDF file, for a preview. Raises UserError."""
    out = io.BytesIO()
    ((_, symbol),) = _with_symbols([sheet])
    _write_one(sheet, symbol, out, layouts, appearance)
    return out.getvalue()


def _demand_sheets(sheets: Sequence[Sheet]) -> None:
    if not sheets:
        raise UserError("documents.nothing_to_print")


def _write(
    sheets: Sequence[Sheet], out: BinaryIO, layouts: Mapping[str, Layout], appearance: Appearance
) -> Iterator[Progress]:
    first = sheets[0]
    pages = Pages(out, _layout_of(first, layouts), appearance)
    for done, (sheet, symbol) in enumerate(_with_symbols(sheets), 1):
        pages.add(sheet, symbol, _layout_of(sheet, layouts))
        yield Progress(STEP, done, len(sheets))
    if len(sheets) == 1:
        _attach(pages, first)
    title = first.value("title") + (f" {first.value('number')}" if len(sheets) == 1 else "")
    pages.book.finish(title, first.value("issuer"))


def _write_one(
    sheet: Sheet, symbol: bytes, out: BinaryIO, layouts: Mapping[str, Layout], appearance: Appearance
) -> None:
    layout = _layout_of(sheet, layouts)
    pages = Pages(out, layout, appearance)
    pages.add(sheet, symbol, layout)
    _attach(pages, sheet)
    pages.book.finish(f"{sheet.value('title')} {sheet.value('number')}", sheet.value("issuer"))


def _attach(pages: Pages, sheet: Sheet) -> None:
    if sheet.attachment:
        pages.book.attach(RECORD_FILE, sheet.attachment, b"application#2Fjson")
    if sheet.receipt:
        pages.book.attach(RECEIPT_FILE, sheet.receipt.encode(), b"text#2Fplain")


def _layout_of(sheet: Sheet, layouts: Mapping[str, Layout]) -> Layout:
    layout = layouts.get(sheet.value("template"))
    if layout is None:
        raise UserError("documents.layout_missing", number=sheet.value("number"))
    return layout


def _with_symbols(sheets: Sequence[Sheet]) -> Iterator[tuple[Sheet, bytes]]:
    """Each sheet with the path of its QR symbol, computed a chunk at a time."""
    from qc_desktop.documents.pdf.symbols import paths

    remaining = iter(sheets)
    while chunk := list(islice(remaining, _CHUNK)):
        texts = [(sheet.qr_prefix, sheet.qr_digits) for sheet in chunk]
        yield from zip(chunk, paths(qr.encode(qr.CERTIFICATE, texts)), strict=True)


class Pages:
    """The pages of one file, one appearance; as large as the layout, or ``size`` mm."""

    def __init__(
        self, out: BinaryIO, layout: Layout, appearance: Appearance, size: tuple[float, float] | None = None
    ) -> None:
        if appearance.scheme not in layout.schemes:
            raise UserError("documents.scheme", scheme=appearance.scheme, known=list(layout.schemes))
        width, height = size or (layout.width, layout.height)
        self.book = Book(out, width * POINTS_PER_MM, height * POINTS_PER_MM, layout.language)
        self._appearance = appearance
        self._pictures: dict[tuple[object, ...], tuple[tuple[int, int], bytes]] = {}
        self._seals: dict[SealPrint, bytes] = {SealPrint(): b""}

    def add(self, sheet: Sheet, symbol: bytes, layout: Layout) -> None:
        """Appends the page of ``sheet``. Raises UserError where a value cannot be printed."""
        try:
            self.book.page(self.content(values_of(sheet.record, layout, sheet.copy), layout, symbol, sheet.seal))
        except OverfullError as problem:
            raise UserError("documents.overfull", number=sheet.value("number"), text=problem.text) from problem
        except MissingGlyphError as problem:
            raise UserError(
                "documents.glyph", number=sheet.value("number"), point=f"U+{ord(problem.char):04X}"
            ) from problem

    def content(self, values: Values, layout: Layout, symbol: bytes = b"", seal: SealPrint | None = None) -> bytes:
        """The operators of the page that ``values`` are for. Raises OverfullError, MissingGlyphError."""
        seal = seal or self._appearance.seal
        mark = self._appearance.mark
        parts = [specimen_mark(self.book, layout, mark) if mark else b""]
        if self._appearance.background:
            parts.append(self._background(layout))
        for run in runs_of(layout, values, on_stock=self._appearance.on_stock):
            parts.append(self._run(run, layout, values, symbol, seal))
        return b"".join(parts)

    def _run(self, run: Run, layout: Layout, values: Values, symbol: bytes, seal: SealPrint) -> bytes:
        if run.layer == TEXT:
            return self._texts(run, layout, values)
        if run.layer == ART:
            return self.book.art(run, drawn(layout, self._appearance.scheme, run))
        return b"".join(self._single(element, layout, symbol, seal) for element in run.elements)

    def _texts(self, run: Run, layout: Layout, values: Values) -> bytes:
        colours = layout.schemes[self._appearance.scheme]
        texts = [text for element in run.elements for text in element.texts(layout, values)]
        rules = b"".join(element.rules(layout, values, colours) for element in run.elements)
        shared = tuple(text for text in texts if text.shared)
        own = self.book.texts([text for text in texts if not text.shared], colours)
        return rules + (self.book.shared(shared, colours) if shared else b"") + own

    def _single(self, element: Element, layout: Layout, symbol: bytes, seal: SealPrint) -> bytes:
        """A label, the seal (or for the screen the ring where it goes), a picture."""
        if isinstance(element, Label):
            return element.placed(layout, symbol)
        if isinstance(element, Seal):
            if stamp := self._stamp(seal):
                return element.placed(layout, seal.diameter, stamp)
            return element.ring(layout, seal.diameter) if self._appearance.preview else b""
        if isinstance(element, Picture):
            return element.placed(layout, *self._picture(layout, element))
        raise TypeError(element.KIND)

    def _stamp(self, seal: SealPrint) -> bytes:
        """The operator of the seal's picture, written once a file; nothing where there is none."""
        if seal not in self._seals:
            self._seals[seal] = self.book.image(*seal_pixels(seal.picture, seal.diameter)) if seal.picture else b""
        return self._seals[seal]

    def _picture(self, layout: Layout, element: Picture, *, faint: bool = False) -> tuple[tuple[int, int], bytes]:
        """Size and operator of a picture, written once a file for each size in which it is printed."""
        box, stretched = (element.width, element.height), element.fit == "stretch"
        key = (element.picture, box, stretched, element.ink, faint)
        if key not in self._pictures:
            size, pixels = picture_pixels(layout, element.picture, box, stretched=stretched, faint=faint)
            self._pictures[key] = size, self.book.image(*pixels, ink=element.ink)
        return self._pictures[key]

    def _background(self, layout: Layout) -> bytes:
        """The scan of the pre-printed stock, faint."""
        if layout.background is None:
            return b""
        about = layout.background
        size = (about.width or layout.width, about.height or layout.height)
        place = Picture(
            id="background",
            x=about.x,
            y=about.y,
            width=size[0],
            height=size[1],
            fit="stretch",
            picture=about.picture,
        )
        return place.placed(layout, *self._picture(layout, place, faint=True))
