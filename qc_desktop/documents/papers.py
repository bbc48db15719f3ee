"""Letters, forms, envelopes and address labels as PDF: many records on one layout, in one file or a file each.

Records are asked for one after the other and pages leave memory at once, so that memory does not grow with them. The
same records give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from qc_desktop.documents.composing import paged, values_of
from qc_desktop.documents.fonts.glyphs import MissingGlyphError
from qc_desktop.documents.rendering import Pages
from qc_desktop.documents.sheets import Appearance
from qc_desktop.documents.staging import staged_file, staged_folder, synced_file
from qc_desktop.documents.typesetting import OverfullError
from qc_desktop.documents.units import POINTS_PER_MM
from qc_desktop.domain.document_names import DocumentName
from qc_desktop.domain.label_sheets import SheetMemory, SheetPreset, sheets
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from qc_desktop.documents.layout import Layout
    from qc_desktop.domain.records import Record

STEP = "papers_make"
_SMALLEST = 0.7
"""A layout is printed at this part of its size at least: smaller, its type would be hard to read."""


@dataclass(frozen=True)
class Imposed:
    """Many to a sheet: the sheet, and from which of its labels on."""

    preset: SheetPreset
    start: SheetMemory = field(default_factory=SheetMemory)


@dataclass(frozen=True)
class Papers:
    """What is made: a record a paper, ``count`` of them; what the file is called within, and by whom it is."""

    records: Iterable[Record]
    count: int
    layout: Layout
    title: str = ""
    author: str = ""
    appearance: Appearance = field(default_factory=Appearance)
    imposed: Imposed | None = None


def render_papers(papers: Papers, path: Path) -> Job[Path]:
    """Writes all of ``papers`` into the one file ``path``.

    Closing the generator leaves nothing. Raises UserError: nothing to print, a value that does not fit, a character
    that no font prints, labels too small for the layout, a place that cannot be written.
    """
    with staged_file(path) as out:
        yield from _write(papers, out)
    return path


def render_paper_files(papers: Papers, names: Iterable[str], folder: Path) -> Job[list[Path]]:
    """Writes each of ``papers`` into a file of its own in ``folder``, called as ``names`` say, in their order.

    Files appear together at the end; closing the generator leaves nothing. Raises UserError as :func:`render_papers`.
    """
    made: list[Path] = []
    with staged_folder(folder) as part:
        for record, name in zip(papers.records, names, strict=False):
            with synced_file(part / name) as out:
                _write_one(papers, record, out)
            made.append(folder / name)
            yield Progress(STEP, len(made), papers.count)
        if not made:
            raise UserError("paper.nobody")
    return made


def paper_bytes(
    record: Record, layout: Layout, appearance: Appearance = Appearance(), title: str = "", author: str = ""
) -> bytes:
    """One paper as the bytes of a PDF file. Raises UserError."""
    out = io.BytesIO()
    _write_one(Papers((), 1, layout, title, author, appearance), record, out)
    return out.getvalue()


def _write_one(papers: Papers, record: Record, out: BinaryIO) -> None:
    pages = Pages(out, papers.layout, papers.appearance)
    for content in _contents(pages, record, papers.layout):
        pages.book.page(content)
    pages.book.finish(papers.title, papers.author)


def _write(papers: Papers, out: BinaryIO) -> Iterator[Progress]:
    done = 0
    pages = Pages(out, papers.layout, papers.appearance, _size(papers))
    for done in _imposed(papers, pages, papers.imposed) if papers.imposed else _one_by_one(papers, pages):
        yield Progress(STEP, done, papers.count)
    if not done:
        raise UserError("paper.nobody")
    pages.book.finish(papers.title, papers.author)


def _size(papers: Papers) -> tuple[float, float]:
    about = papers.imposed.preset if papers.imposed else None
    return (about.page_width, about.page_height) if about else (papers.layout.width, papers.layout.height)


def _one_by_one(papers: Papers, pages: Pages) -> Iterator[int]:
    for done, record in enumerate(papers.records, 1):
        for content in _contents(pages, record, papers.layout):
            pages.book.page(content)
        yield done


def _imposed(papers: Papers, pages: Pages, about: Imposed) -> Iterator[int]:
    """Sheet after sheet: each label drawn once, moved to its place."""
    preset, layout = about.preset, papers.layout
    scale = cell_scale(preset, layout)
    remaining, done = iter(papers.records), 0
    for positions in sheets(preset, about.start, papers.count):
        parts = []
        for position, record in zip(positions, islice(remaining, len(positions)), strict=False):
            left, top = preset.corner(position)
            x = left + (preset.width - layout.width * scale) / 2
            y = preset.page_height - top - (preset.height + layout.height * scale) / 2
            at = (scale, scale, x * POINTS_PER_MM, y * POINTS_PER_MM)
            parts += [b"q %.4f 0 0 %.4f %.3f %.3f cm\n" % at, *_contents(pages, record, layout), b"Q\n"]
            done += 1
        if parts:
            pages.book.page(b"".join(parts))
            yield done


def cell_scale(preset: SheetPreset, layout: Layout) -> float:
    """How large ``layout`` is printed on labels of ``preset``: as it is where it fits, else smaller.

    Raises UserError where it would be too small to read.
    """
    scale = min(1.0, preset.width / layout.width, preset.height / layout.height)
    if scale < _SMALLEST:
        raise UserError(
            "paper.label_small",
            preset=preset.key,
            width=preset.width,
            height=preset.height,
            least_width=round(layout.width * _SMALLEST, 1),
            least_height=round(layout.height * _SMALLEST, 1),
        )
    return scale


def _contents(pages: Pages, record: Record, layout: Layout) -> list[bytes]:
    """The pages of one record."""
    with in_words(record, layout):
        return [pages.content(values, layout) for values in paged(values_of(record, layout), layout)]


@contextmanager
def in_words(record: Record, layout: Layout) -> Iterator[None]:
    """Says of what cannot be set whose paper it is, or which. Raises UserError."""
    holder = record.get("holder") or DocumentName(layout.kind)
    try:
        yield
    except OverfullError as problem:
        raise UserError("paper.overfull", name=holder, text=problem.text) from problem
    except MissingGlyphError as problem:
        raise UserError("paper.glyph", name=holder, point=f"U+{ord(problem.char):04X}") from problem
