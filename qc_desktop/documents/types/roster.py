"""The roster of an announcement as PDF: A4 portrait within the type area of GB/T 9704-2012 (5.1, 7.5)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qc_desktop.documents.book import Book
from qc_desktop.documents.fonts import missing_characters
from qc_desktop.documents.layout import POINTS_PER_MM
from qc_desktop.documents.pdf import drawing
from qc_desktop.documents.scene import Text
from qc_desktop.documents.staging import staged_file
from qc_desktop.documents.typesetting import balanced, break_lines, set_line
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.paths import resource

if TYPE_CHECKING:
    from qc_desktop.documents.typesetting import Line

STEP = "render"
_INK = {"ink": "#000000"}
_PAGE_NUMBER_SIZE = 14.0
_PAGE_NUMBER_DROP = 7.0
"""Millimetres below the type area (7.5)."""


@cache
def _settings() -> dict[str, Any]:
    return tomllib.loads(resource("documents", "roster.toml").read_text(encoding="utf-8"))


def render_roster(
    path: Path,
    title: str,
    subtitle: str,
    columns: Sequence[tuple[str, float]],
    rows: Sequence[Sequence[str]],
) -> Job[Path]:
    """Writes ``rows`` under ``columns`` (heading, share of the width) to ``path``; long cells wrap.

    The heading row stands on every page; a line feed in the title divides it where its sense allows. Closing the
    generator leaves nothing. Raises UserError: no rows or columns, a character that no font prints, a row higher
    than a page, a place that cannot be written.
    """
    if not rows or not columns:
        raise UserError("documents.roster_empty")
    with staged_file(path) as out:
        page = _settings()["page"]
        size = page["width"] * POINTS_PER_MM, page["height"] * POINTS_PER_MM
        sheets = _Pages(Book(out, *size, _settings()["language"]), _Columns.of(columns))
        sheets.head(title, subtitle)
        sheets.heading()
        for done, row in enumerate(rows, 1):
            sheets.row(row)
            if done % 50 == 0 or done == len(rows):
                yield Progress(STEP, done, len(rows))
        sheets.finish(title)
    return path


@dataclass(frozen=True)
class _Columns:
    """Headings, and the edges of the columns in points."""

    headings: tuple[str, ...]
    edges: tuple[float, ...]

    @staticmethod
    def of(columns: Sequence[tuple[str, float]]) -> _Columns:
        page = _settings()["page"]
        width = page["width"] - page["left"] - page["right"]
        unit = width / sum(share for _, share in columns)
        edges = [page["left"]]
        for _, share in columns:
            edges.append(edges[-1] + share * unit)
        return _Columns(tuple(name for name, _ in columns), tuple(edge * POINTS_PER_MM for edge in edges))


class _Pages:
    """Fills page after page from the top; ``at`` is the height, in points, down to which the page is full."""

    def __init__(self, book: Book, columns: _Columns) -> None:
        page = _settings()["page"]
        self._book, self._columns = book, columns
        self._top = (page["height"] - page["top"]) * POINTS_PER_MM
        self._bottom = page["bottom"] * POINTS_PER_MM
        self._at = self._top
        self._texts: list[Text] = []
        self._rules: list[bytes] = []
        self._number = 1

    def head(self, title: str, subtitle: str) -> None:
        """The title, what stands below it, and that the order is no ranking."""
        self._centred(title, "serif_bold", _settings()["title"])
        if subtitle:
            self._centred(subtitle, "serif", _settings()["subtitle"])
        self._centred(_settings()["words"]["note"], "serif", _settings()["note"])

    def _centred(self, text: str, font: str, style: dict[str, float]) -> None:
        _demand_glyphs(text.replace("\n", ""), font)
        left, right = self._columns.edges[0], self._columns.edges[-1]
        size, leading = style["size"], style["leading"] * POINTS_PER_MM
        width = (right - left) / size
        for line in (line for part in text.split("\n") for line in balanced(part, font, width, 6)):
            self._at -= leading
            x = (left + right - line.width * size) / 2 + line.lead * size
            self._texts.append(Text(line, x, self._at + leading * 0.25, size, "ink", shared=False))
        self._at -= style.get("gap", 0.0) * POINTS_PER_MM

    def heading(self) -> None:
        """The row of headings, with the rule above it."""
        self._rules.append(self._rule(self._at))
        self._place(_cells(self._columns, self._columns.headings, "serif_bold"), centred=True)

    def row(self, values: Sequence[str]) -> None:
        """One row; begins a page where it does not fit."""
        cells = _cells(self._columns, values, "serif")
        if self._at - _height(cells) < self._bottom:
            self._turn()
            self.heading()
            if self._at - _height(cells) < self._bottom:
                raise UserError("documents.roster_row", text=max(values, key=len)[:40])
        self._place(cells)

    def _place(self, cells: list[tuple[Line, ...]], *, centred: bool = False) -> None:
        table = _settings()["table"]
        size, leading, padding = table["size"], table["leading"] * POINTS_PER_MM, table["padding"] * POINTS_PER_MM
        height = _height(cells)
        edges = self._columns.edges
        for left, right, lines in zip(edges[:-1], edges[1:], cells, strict=True):
            y = self._at - (height - leading * len(lines)) / 2 - leading * 0.74
            for number, line in enumerate(lines):
                x = (left + right - line.width * size) / 2 if centred else left + padding
                at = Text(
                    line, round(x + line.lead * size, 2), round(y - number * leading, 2), size, "ink", shared=False
                )
                self._texts.append(at)
        self._rules += [drawing.line(edge, self._at, edge, self._at - height) for edge in edges]
        self._at -= height
        self._rules.append(self._rule(self._at))

    def _rule(self, y: float) -> bytes:
        return drawing.line(self._columns.edges[0], y, self._columns.edges[-1], y)

    def _turn(self) -> None:
        """Ends the page with its number: odd ones right, even ones left, one character in from the edge."""
        line = set_line(_settings()["words"]["page"].format(page=self._number), "serif")
        inset, width = _PAGE_NUMBER_SIZE, line.width * _PAGE_NUMBER_SIZE
        odd = self._number % 2 == 1
        x = self._columns.edges[-1] - inset - width if odd else self._columns.edges[0] + inset
        y = self._bottom - _PAGE_NUMBER_DROP * POINTS_PER_MM
        self._texts.append(Text(line, x, y, _PAGE_NUMBER_SIZE, "ink", shared=False))
        table = _settings()["table"]
        rules = drawing.stroke(table["colour"], table["rule"]) + b"".join(self._rules) + b"S\n"
        self._book.page(rules + self._book.texts(self._texts, _INK))
        self._texts, self._rules, self._at = [], [], self._top
        self._number += 1

    def finish(self, title: str) -> None:
        """Ends the last page and the file."""
        self._turn()
        self._book.finish(title.replace("\n", ""), "")


def _cells(columns: _Columns, values: Sequence[str], font: str) -> list[tuple[Line, ...]]:
    return list(_wrapped(columns, values, font))


def _wrapped(columns: _Columns, values: Sequence[str], font: str) -> Iterator[tuple[Line, ...]]:
    table = _settings()["table"]
    for left, right, value in zip(columns.edges[:-1], columns.edges[1:], values, strict=True):
        _demand_glyphs(value, font)
        width = (right - left - 2 * table["padding"] * POINTS_PER_MM) / table["size"]
        needed = len(break_lines(value, font, width))
        yield balanced(value, font, width, needed) or tuple(
            set_line(line, font) for line in break_lines(value, font, width)
        )


def _height(cells: list[tuple[Line, ...]]) -> float:
    """The height of a row, in points."""
    table = _settings()["table"]
    lines = max(1, max(map(len, cells)))
    return float(lines * table["leading"] + 2 * table["padding"] * 0.6) * POINTS_PER_MM


def _demand_glyphs(text: str, font: str) -> None:
    missing = missing_characters(text, font)
    if missing:
        raise UserError(
            "documents.roster_glyph", character=missing[0], point=f"U+{ord(missing[0]):04X}", text=text[:40]
        )
