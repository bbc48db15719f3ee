"""Certificates as PDF: a whole batch in one file, or one file each.

Rendering uses the frozen record, the layout it was frozen with, the QR's text, the copy number and the appearance:
nothing else, no clock. The same input gives the same bytes. Memory does not grow with the batch.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from qc_desktop.documents import qr
from qc_desktop.documents.art import certificate_art, seal_ring
from qc_desktop.documents.book import Book
from qc_desktop.documents.fonts import MissingGlyphError
from qc_desktop.documents.layout import POINTS_PER_MM, Layout
from qc_desktop.documents.registry import document_type
from qc_desktop.documents.seals import seal_pixels
from qc_desktop.documents.sheets import Appearance, Sheet, file_name
from qc_desktop.documents.specimen import specimen_mark
from qc_desktop.documents.staging import staged_file, staged_folder, synced_file
from qc_desktop.documents.typesetting import OverfullError
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError

ATTACHMENT = "record.json"
STEP = "render"
_CHUNK = 128
_DOT = 72 / 300


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
    names = [file_name(sheet) for sheet in sheets]
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
    if len(sheets) == 1 and first.attachment:
        pages.book.attach(ATTACHMENT, first.attachment)
    title = first.value("title") + (f" {first.value('number')}" if len(sheets) == 1 else "")
    pages.book.finish(title, first.value("issuer"))


def _write_one(
    sheet: Sheet, symbol: bytes, out: BinaryIO, layouts: Mapping[str, Layout], appearance: Appearance
) -> None:
    layout = _layout_of(sheet, layouts)
    pages = Pages(out, layout, appearance)
    pages.add(sheet, symbol, layout)
    if sheet.attachment:
        pages.book.attach(ATTACHMENT, sheet.attachment)
    pages.book.finish(f"{sheet.value('title')} {sheet.value('number')}", sheet.value("issuer"))


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
    """The pages of one file, one appearance."""

    def __init__(self, out: BinaryIO, layout: Layout, appearance: Appearance) -> None:
        if appearance.scheme not in layout.schemes:
            raise UserError("documents.scheme", scheme=appearance.scheme, known=list(layout.schemes))
        size = layout.width * POINTS_PER_MM, layout.height * POINTS_PER_MM
        self.book = Book(out, *size, layout.language)
        self._appearance = appearance
        self._seal = b""
        if appearance.seal is not None:
            self._seal = self.book.image(*seal_pixels(appearance.seal, appearance.seal_diameter))

    def add(self, sheet: Sheet, symbol: bytes, layout: Layout) -> None:
        """Appends the page of ``sheet``. Raises UserError where a value cannot be printed."""
        try:
            texts = document_type(layout.kind).compose(sheet.record, layout, sheet.copy)
        except OverfullError as problem:
            raise UserError("documents.overfull", number=sheet.value("number"), text=problem.text) from problem
        except MissingGlyphError as problem:
            raise UserError(
                "documents.glyph", number=sheet.value("number"), point=f"U+{ord(problem.char):04X}"
            ) from problem
        colours = layout.schemes[self._appearance.scheme]
        shared = tuple(text for text in texts if text.shared)
        own = [text for text in texts if not text.shared]
        self.book.page(
            b"".join(
                [
                    specimen_mark(self.book, layout) if self._appearance.specimen else b"",
                    self.book.art(layout, certificate_art(layout, self._appearance.scheme)),
                    self.book.shared(shared, colours),
                    self.book.texts(own, colours),
                    _placed_symbol(layout, symbol),
                    self._over(layout),
                ]
            )
        )

    def _over(self, layout: Layout) -> bytes:
        """The seal, or for the screen the ring where it goes."""
        diameter = self._appearance.seal_diameter
        if not self._seal:
            return seal_ring(layout, diameter) if self._appearance.preview else b""
        seal, side = layout.boxes["seal"], diameter * POINTS_PER_MM
        x, y = seal.x * POINTS_PER_MM - side / 2, (layout.height - seal.y) * POINTS_PER_MM - side / 2
        return b"q %.3f 0 0 %.3f %.3f %.3f cm " % (side, side, x, y) + self._seal + b"Q\n"


def _placed_symbol(layout: Layout, symbol: bytes) -> bytes:
    """The symbol in its box, quiet zone included, its corner on a whole dot of 300 to the inch."""
    from qc_desktop.documents.pdf.symbols import placed

    box = layout.boxes["qr"]
    module = box.width * POINTS_PER_MM / (qr.CERTIFICATE.size + 2 * qr.QUIET_ZONE)
    left = _on_dot(box.x * POINTS_PER_MM) + qr.QUIET_ZONE * module
    top = _on_dot((layout.height - box.y) * POINTS_PER_MM) - qr.QUIET_ZONE * module
    return placed(symbol, left, top, module)


def _on_dot(points: float) -> float:
    return round(points / _DOT) * _DOT
