"""A titled table as PDF: A4 within the type area of GB/T 9704-2012 (5.1, 7.5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qc_desktop.documents.book import Book
from qc_desktop.documents.fonts.glyphs import NO_OTHERS
from qc_desktop.documents.layout import POINTS_PER_MM
from qc_desktop.documents.scene import Text
from qc_desktop.documents.staging import staged_file
from qc_desktop.documents.tables.cells import demand_glyphs, title_lines
from qc_desktop.documents.tables.grid import grid, set_cells
from qc_desktop.documents.tables.pages import Flow, Head, Sheets
from qc_desktop.documents.typesetting import set_line
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from qc_desktop.documents.tables.grid import Grid

STEP = "render"
_EVERY = 50


def render_table(
    settings: Mapping[str, Any],
    path: Path,
    title: str,
    subtitle: str,
    columns: Sequence[tuple[str, float]],
    rows: Sequence[Sequence[str]],
    fonts: Mapping[str, str] = NO_OTHERS,
) -> Job[Path]:
    """Writes ``rows`` under ``columns`` (heading, share of the room that the cells leave) to ``path``.

    ``settings`` are a document's: pages, settings to try, title, subtitle, foot and table (see roster.toml); ``fonts``
    are an office's specs by font name.
    Columns are as wide as their cells ask for, long cells wrap, and the heading stands on every page; a line feed in
    the title divides it where its sense allows. Closing the generator leaves nothing. Raises UserError: no rows or
    columns, a character that no font prints, a place that cannot be written.
    """
    if not rows or not columns:
        raise UserError("documents.roster_empty")
    with staged_file(path) as out:
        yield Progress(STEP, 0, len(rows))
        layout = grid(settings, columns, rows, fonts)
        head = _head(settings, layout, title, subtitle)
        flow = yield from flowing(layout, settings, head, rows)
        sheets = Sheets(settings, layout, [name for name, _ in columns], title.replace("\n", ""), len(flow.pages))
        book = Book(out, layout.width, layout.height, settings["language"])
        done = 0
        for number, page in enumerate(flow.pages, 1):
            book.page(sheets.page(book, number, page, head if number == 1 else Head((), 0.0)))
            done += sum(cells.begins for cells in page)
            yield Progress(STEP, done, len(rows))
        book.finish(title.replace("\n", ""), "")
    return path


def flowing(layout: Grid, settings: Mapping[str, Any], head: Head, rows: Sequence[Sequence[str]]) -> Job[Flow]:
    """``rows`` in lines and on pages, the first of which begins with ``head``."""
    flow = Flow(layout, settings["table"]["heading"], head.depth)
    for done, row in enumerate(rows, 1):
        flow.add(set_cells(layout, row, layout.cell_font))
        if done % _EVERY == 0:
            yield Progress(STEP, 0, len(rows))
    return flow


def _head(settings: Mapping[str, Any], layout: Grid, title: str, subtitle: str) -> Head:
    texts: list[Text] = []
    depth = 0.0
    left, right = layout.edges[0], layout.edges[-1]
    for text, font, name in ((title, layout.heading_font, "title"), (subtitle, layout.cell_font, "subtitle")):
        style = settings[name]
        size, leading = style["size"], style["leading"] * POINTS_PER_MM
        demand_glyphs(text.replace("\n", ""), font)
        for words in title_lines(text, font, (right - left) / size) if text else ():
            line = set_line(words, font)
            depth += leading
            x = (left + right - line.width * size) / 2 + line.lead * size
            texts.append(Text(line, x, layout.top - depth + leading * 0.25, size, "ink", shared=False))
        depth += style["gap"] * POINTS_PER_MM
    return Head(tuple(texts), depth)
