"""The lines of a cell and of a title: broken between words where that takes no line more."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from qc_desktop.documents.fonts.glyphs import missing_characters
from qc_desktop.documents.typesetting import break_lines, set_line
from qc_desktop.domain.headlines import headline, shortest
from qc_desktop.errors import UserError


@cache
def _widths_in(font: str) -> Callable[[str], float]:
    return lambda text: set_line(text, font, trim=False).width


def width(text: str, font: str) -> float:
    """``text`` on one line, in ems. Raises UserError for a character that no font prints."""
    demand_glyphs(text, font)
    return set_line(text, font).width


def in_lines(text: str, font: str, room: float) -> tuple[str, ...]:
    """``text`` in as few lines as hold it, broken between words where that takes no line more."""
    if set_line(text, font).width <= room:
        return (text,) if text else ()
    plain = break_lines(text, font, room)
    return headline(text, room, _widths_in(font), len(plain)) or plain


def title_lines(text: str, font: str, room: float) -> tuple[str, ...]:
    """A title in lines that divide no word; a line feed in it divides it too."""
    parts = text.split("\n")
    return tuple(
        line for part in parts for line in shortest(part, room, _widths_in(font)) or break_lines(part, font, room)
    )


def demand_glyphs(text: str, font: str) -> None:
    """Raises UserError for a character that no font prints."""
    missing = missing_characters(text, font)
    if missing:
        raise UserError(
            "documents.roster_glyph", character=missing[0], point=f"U+{ord(missing[0]):04X}", text=text[:40]
        )
