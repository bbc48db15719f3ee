"""Letters: paragraphs one below the other, over as many pages as they take, with page numbers at the outer edge.

No paragraph leaves a single line behind or sends one ahead, and what belongs together stays on one page: a letter's
sign-off never stands on a page without text (GB/T 9704-2012, 7.3.5).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from qc_desktop.documents.cells import demand_glyphs, title_lines
from qc_desktop.documents.fonts import NO_OTHERS, spec_of
from qc_desktop.documents.pdf import drawing
from qc_desktop.documents.scene import Text
from qc_desktop.documents.typesetting import Line, paragraph, set_line
from qc_desktop.documents.units import POINTS_PER_MM

if TYPE_CHECKING:
    from qc_desktop.documents.book import Book

_ROUNDING = 0.01
_TOGETHER = 2
"""Lines of a paragraph that stay together at the foot and at the top of a page."""


@dataclass(frozen=True)
class Row:
    """One line in its place: ``gap`` and ``leading`` in points; ``follows`` keeps it on the page of the row before."""

    lines: tuple[tuple[Line, float], ...]
    size: float
    colour: str
    leading: float
    gap: float
    follows: bool
    rule: tuple[float, str] | None = None


@dataclass
class Page:
    """Texts and rules (height in points, thickness in points, colour)."""

    texts: list[Text] = field(default_factory=list)
    rules: list[tuple[float, float, str]] = field(default_factory=list)


class Part(Protocol):
    """Something that stands in a letter."""

    def rows(self, area: Area) -> Iterator[Row]:
        """Its lines within ``area``."""


class Area:
    """A page's type area, a letter's styles, and its fonts; lengths in points."""

    def __init__(self, page: Mapping[str, float], styles: Mapping[str, Any], fonts: Mapping[str, str]) -> None:
        self.left = page["left"] * POINTS_PER_MM
        self.right = (page["width"] - page["right"]) * POINTS_PER_MM
        self.top = (page["height"] - page["top"]) * POINTS_PER_MM
        self.bottom = page["bottom"] * POINTS_PER_MM
        self.lift = page.get("lift", 0.0) * POINTS_PER_MM
        self._styles, self._fonts = styles, fonts

    @property
    def width(self) -> float:
        """The width of the type area."""
        return self.right - self.left

    def style(self, name: str) -> Mapping[str, Any]:
        """The style ``name``, its font as a spec."""
        found: Mapping[str, Any] = self._styles[name]
        return {**found, "font": spec_of(found["font"], self._fonts)}

    def row(self, style: Mapping[str, Any], *lines: tuple[Line, float], gap: bool = True, follows: bool = False) -> Row:
        """A row of ``lines`` with their left ends."""
        leading, before = style["leading"] * POINTS_PER_MM, style["gap"] * POINTS_PER_MM if gap else 0.0
        return Row(lines, style["size"], style.get("colour", "ink"), leading, before, follows)


@dataclass(frozen=True)
class Words:
    """Paragraphs in one style: justified with the first line ``indent`` ems in, ``centre`` or ``right``.

    A centred text is a title: no line of it divides a word; one that ``shrinks`` takes one line. ``keeps`` holds it to
    the end of what stands before.
    """

    style: str
    paragraphs: Sequence[str]
    align: str = "left"
    indent: float = 0.0
    keeps: bool = False
    shrinks: bool = False

    def rows(self, area: Area) -> Iterator[Row]:
        """The lines of the paragraphs; the gap of the style stands before the first."""
        style = area.style(self.style)
        first = True
        for text in self.paragraphs:
            demand_glyphs(text, style["font"])
            if self.shrinks:
                wide = set_line(text, style["font"]).width
                style = {**style, "size": min(style["size"], area.width / max(wide, 1.0))}
            lines = self._broken(style, text, area.width / style["size"])
            for place, line in enumerate(lines):
                kept = self.keeps if place == 0 else _is_kept(place, len(lines)) or self.align == "centre"
                shown = (line, self._left(style["size"], line, area, place))
                yield area.row(style, shown, gap=first, follows=kept)
                first = False

    def _broken(self, style: Mapping[str, Any], text: str, room: float) -> tuple[Line, ...]:
        if self.align == "left":
            return paragraph(text, style["font"], room, self.indent)
        if self.align == "centre":
            return tuple(set_line(line, style["font"]) for line in title_lines(text, style["font"], room))
        return (set_line(text, style["font"]),)

    def _left(self, size: float, line: Line, area: Area, place: int) -> float:
        spare = area.width - line.width * size
        indent = self.indent * size if place == 0 else 0.0
        return area.left + {"centre": spare / 2, "right": spare - 2 * size}.get(self.align, indent)


@dataclass(frozen=True)
class Labelled:
    """A label ``indent`` ems in, and a text whose further lines stand under its first character (7.3.4)."""

    style: str
    label: str
    text: str
    indent: float = 2.0

    def rows(self, area: Area) -> Iterator[Row]:
        """The lines, held to what stands before."""
        style = area.style(self.style)
        font, size = style["font"], style["size"]
        demand_glyphs(self.label + self.text, font)
        label = set_line(self.label, font, trim=False)
        hang = self.indent + label.width
        lines = paragraph(self.text, font, area.width / size - hang)
        left = area.left + hang * size
        yield area.row(style, (label, area.left + self.indent * size), (lines[0], left), follows=True)
        for line in lines[1:]:
            yield area.row(style, (line, left), gap=False, follows=True)


@dataclass(frozen=True)
class Signed:
    """署名 and date: the date four characters from the right edge, the body centred over it (7.3.5.1)."""

    style: str
    issuer: str
    day: str
    from_right: float = 4.0

    def rows(self, area: Area) -> Iterator[Row]:
        """Both lines, on the page where the text before them ends."""
        style = area.style(self.style)
        size = style["size"]
        name, day = (self._set(text, style["font"]) for text in (self.issuer, self.day))
        right = area.right - self.from_right * size
        middle = min(right - day.width * size / 2, area.right - name.width * size / 2)
        yield area.row(style, (name, middle - name.width * size / 2), follows=True)
        yield area.row(style, (day, right - day.width * size), gap=False, follows=True)

    def _set(self, text: str, font: str) -> Line:
        demand_glyphs(text, font)
        return set_line(text, font)


@dataclass(frozen=True)
class Across:
    """A rule over the width of the type area, ``below`` mm under the line before; ``weight`` in points."""

    weight: float
    colour: str
    below: float

    def rows(self, area: Area) -> Iterator[Row]:
        """The rule alone."""
        yield Row((), 0.0, "", self.below * POINTS_PER_MM, 0.0, True, (self.weight, self.colour))


def _is_kept(place: int, count: int) -> bool:
    """Whether line ``place`` of ``count`` stays on the page of the line before it."""
    return place < _TOGETHER or count - place < _TOGETHER


def set_letter(area: Area, parts: Sequence[Part]) -> list[Page]:
    """``parts`` on their pages. Raises UserError for a character that no font prints."""
    pages, y = [Page()], area.top
    for group in _groups([row for part in parts for row in part.rows(area)]):
        high = sum(row.gap + row.leading for row in group)
        if y - high < area.bottom - _ROUNDING and y < area.top:
            pages.append(Page())
            y = area.top
        for row in group:
            y -= row.gap if y < area.top or len(pages) == 1 else 0.0
            y -= row.leading
            if row.rule is not None:
                pages[-1].rules.append((round(y + area.lift, 2), *row.rule))
            for line, left in row.lines:
                x, base = round(left + line.lead * row.size, 2), round(y + area.lift, 2)
                pages[-1].texts.append(Text(line, x, base, row.size, row.colour, shared=False))
    return pages


def _groups(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that stay on one page."""
    group: list[Row] = []
    for row in rows:
        if group and not row.follows:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def draw(book: Book, page: Page, area: Area, inks: Mapping[str, str]) -> bytes:
    """The operators of ``page``; ``inks`` are colours by name."""
    rules = b"".join(
        drawing.stroke(inks[colour], weight) + drawing.line(area.left, y, area.right, y) + b"S\n"
        for y, weight, colour in page.rules
    )
    return rules + book.texts(page.texts, inks)


def page_number(foot: Mapping[str, Any], number: int, area: Area, fonts: Mapping[str, str] = NO_OTHERS) -> Text:
    """``— 1 —`` at the outer edge, one character in, below the type area (7.5)."""
    size = foot["size"]
    line = set_line(foot["text"].format(page=number), spec_of(foot["font"], fonts))
    left = area.right - size - line.width * size if number % 2 else area.left + size
    return Text(line, round(left, 2), round(area.bottom - foot["drop"] * POINTS_PER_MM, 2), size, "ink", shared=False)
