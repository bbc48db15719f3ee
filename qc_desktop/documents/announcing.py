"""An announcement as PDF: the pages of its layout, and behind them the roster as its annex, numbered on."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from qc_desktop.documents.composing import paged, values_of
from qc_desktop.documents.elements.part import Part, Region
from qc_desktop.documents.elements.parts import stacked
from qc_desktop.documents.elements.style import FIRST_BASELINE
from qc_desktop.documents.fonts.glyphs import spec_of
from qc_desktop.documents.layout.entries import make
from qc_desktop.documents.papers import in_words
from qc_desktop.documents.rendering import Pages
from qc_desktop.documents.scene import lowered
from qc_desktop.documents.sheets import Appearance
from qc_desktop.documents.staging import staged_file
from qc_desktop.documents.tables.document import STEP, flowing
from qc_desktop.documents.tables.grid import grid
from qc_desktop.documents.tables.pages import Head, Row, Sheets
from qc_desktop.documents.types.roster import roster_settings
from qc_desktop.documents.units import POINTS_PER_MM
from qc_desktop.domain.announcements import Announcement
from qc_desktop.domain.progress import Job, Progress, finish
from qc_desktop.paths import resource

if TYPE_CHECKING:
    from qc_desktop.documents.layout import Layout
    from qc_desktop.documents.tables.grid import Grid
    from qc_desktop.documents.values import Values
    from qc_desktop.domain.records import Record


@dataclass(frozen=True)
class Announcing:
    """What is announced: the record, its layout, and the roster: headings with their share of the room, and rows."""

    record: Record
    layout: Layout
    columns: Sequence[tuple[str, float]]
    rows: Sequence[Sequence[str]]
    appearance: Appearance = field(default_factory=Appearance)

    @property
    def values(self) -> Values:
        """What the layout's variables say."""
        return values_of(self.record, self.layout)


def render_announcement(about: Announcing, path: Path) -> Job[Path]:
    """Writes the announcement with its annex to ``path``.

    Closing the generator leaves nothing. Raises UserError for a character that no font prints, a text that does not
    fit, and for a place that cannot be written. The same words give the same bytes.
    """
    with staged_file(path) as out:
        yield from _write(about, out)
    return path


def announcement_bytes(about: Announcing) -> bytes:
    """The announcement as the bytes of a PDF file, for a preview. Raises UserError."""
    out = io.BytesIO()
    finish(_write(about, out))
    return out.getvalue()


def said(about: Announcing) -> Announcement:
    """The words of the announcement by themselves, for a file that has a look of its own."""
    values, words = about.values, about.layout.words

    def one(word: str) -> str:
        return values.one((f"{{word.{word}}}",))[0] if word in words else ""

    return Announcement(
        head=one("banner") if values["red_head"] else "",
        number=values.one(("{announcement_no}",))[0],
        title=one("title"),
        paragraphs=tuple(line for line, _ in values.lines(("{phrases.paragraphs}",))),
        attachment=one("attachment"),
        issuer=values.one(("{issuer}",))[0],
        day=values.one(("{issued:date}",))[0],
        annex=one("annex"),
        annex_title=values.one(("{roster}",))[0],
        annex_below=one("annex_below"),
        columns=tuple(about.columns),
        rows=tuple(tuple(row) for row in about.rows),
    )


def _write(about: Announcing, out: BinaryIO) -> Job[None]:
    layout, values = about.layout, about.values
    yield Progress(STEP, 0, len(about.rows))
    pages = Pages(out, layout, about.appearance)
    with in_words(about.record, layout):
        letter = paged(values, layout)
        annex = yield from _annex(about, values)
        total = len(letter) + len(annex.pages)
        for number in range(1, len(letter) + 1):
            pages.book.page(pages.content(values.on_page(number, total), layout))
        done = 0
        for place, rows in enumerate(annex.pages):
            content = pages.content(values.on_page(len(letter) + place + 1, total), layout)
            head = annex.head if place == 0 else Head((), 0.0)
            pages.book.page(content + annex.sheets.table(pages.book, rows, head))
            done += sum(row.begins for row in rows)
            yield Progress(STEP, done, len(about.rows))
    issuer = values.one(("{issuer}",))[0]
    pages.book.finish(values.one(("{word.title}",))[0], issuer)


@dataclass(frozen=True)
class _Annex:
    pages: Sequence[Sequence[Row]]
    head: Head
    sheets: Sheets


def _annex(about: Announcing, values: Values) -> Job[_Annex]:
    plain = roster_settings()
    settings = {**plain, "setting": [setting for setting in plain["setting"] if setting["page"] == "portrait"]}
    table = grid(settings, about.columns, about.rows, about.layout.resources.fonts)
    head = _head(about, values, table)
    flow = yield from flowing(table, settings, head, about.rows)
    return _Annex(flow.pages, head, Sheets(settings, table, [name for name, _ in about.columns], "", 0))


@cache
def _annex_settings() -> dict[str, Any]:
    return tomllib.loads(resource("documents", "announcement_annex.toml").read_text(encoding="utf-8"))


def _head(about: Announcing, values: Values, table: Grid) -> Head:
    """附件 at the left, its title centred from the third line on (7.3.4)."""
    settings, fonts = _annex_settings(), about.layout.resources.fonts
    left, right, top = (edge / POINTS_PER_MM for edge in (table.edges[0], table.edges[-1], table.height - table.top))
    texts, down = [], 0.0
    for entry in settings["part"]:
        part = make(Part, entry["id"], {**entry, "font": spec_of(entry.get("font", "serif"), fonts)})
        block = stacked(about.layout, part, Region(left, right - left), values, 1.0)
        if block is not None:
            down += block.gap
            texts += lowered(block.texts, top + down + FIRST_BASELINE * block.leading)
            down += block.leading * block.rows
    return Head(tuple(texts), (down + settings["below"]) * POINTS_PER_MM)
