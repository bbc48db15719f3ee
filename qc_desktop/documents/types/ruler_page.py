"""标尺页: millimetres along all four edges, crosses and marks to measure, from which a printer's correction is told."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from qc_desktop.documents.book import Book
from qc_desktop.documents.layout import POINTS_PER_MM
from qc_desktop.documents.pdf import drawing
from qc_desktop.documents.scene import Text
from qc_desktop.documents.tables.cells import demand_glyphs
from qc_desktop.documents.typesetting import paragraph, set_line
from qc_desktop.domain.dates import chinese
from qc_desktop.paths import resource

if TYPE_CHECKING:
    import datetime as dt

    from qc_desktop.domain.calibration import Calibration, Paper

_TICKS = {10: 4.0, 5: 3.0, 1: 1.8}
"""How long a tick is, by what its place divides by; millimetres."""
_LEFT, _TOP, _BELOW_CROSS = 30.0, 26.0, 16.0
"""Where words begin: from the left and the upper edge, and below the middle."""


@cache
def _settings() -> dict[str, Any]:
    return tomllib.loads(resource("documents", "ruler_page.toml").read_text(encoding="utf-8"))


def ruler_page(sheet: Paper, printer: str, tray: str, day: dt.date, applied: Calibration) -> bytes:
    """The page as the bytes of a PDF, at its true size; ``applied`` is only told on it, the queue does it.

    Raises UserError for a character in the printer's name that no font prints.
    """
    about = _settings()
    out = io.BytesIO()
    book = Book(out, sheet.width * POINTS_PER_MM, sheet.height * POINTS_PER_MM, about["language"])
    lines = drawing.stroke(about["style"]["ink"], about["ruler"]["line"]) + b"".join(_lines(sheet))
    colours = {"ink": about["style"]["ink"]}
    book.page(lines + book.texts((*_numbers(sheet), *_words(sheet, printer, tray, day, applied)), colours))
    book.finish(about["title"], "")
    return out.getvalue()


def _lines(sheet: Paper) -> Iterator[bytes]:
    """Everything that is drawn; millimetres from the upper left corner."""
    ruler, middle = _settings()["ruler"], (sheet.width / 2, sheet.height / 2)
    edge, margin, corner = ruler["edge"], ruler["margin"], ruler["corner"]
    for place in range(int(margin), int(sheet.width - margin) + 1):
        length = _tick(place)
        yield _line(sheet, place, edge, place, edge + length)
        yield _line(sheet, place, sheet.height - edge, place, sheet.height - edge - length)
    for place in range(int(margin), int(sheet.height - margin) + 1):
        length = _tick(place)
        yield _line(sheet, edge, place, edge + length, place)
        yield _line(sheet, sheet.width - edge, place, sheet.width - edge - length, place)
    for x in (corner, sheet.width - corner):
        for y in (corner, sheet.height - corner):
            yield _cross(sheet, x, y, ruler["arm"])
    yield _cross(sheet, *middle, 3 * ruler["arm"])
    for x, y, _ in _marks(sheet):
        yield _cross(sheet, x, y, ruler["arm"] / 2)
        yield drawing.circle(x * POINTS_PER_MM, (sheet.height - y) * POINTS_PER_MM, 1.5 * POINTS_PER_MM) + b"S\n"


def _marks(sheet: Paper) -> tuple[tuple[float, float, str], ...]:
    x, y = sheet.width / 2, sheet.height / 2
    across, down = sheet.across / 2, sheet.down / 2
    return (x - across, y, "A"), (x + across, y, "B"), (x, y - down, "C"), (x, y + down, "D")


def _tick(place: int) -> float:
    return next(length for step, length in _TICKS.items() if place % step == 0)


def _line(sheet: Paper, x0: float, y0: float, x1: float, y1: float) -> bytes:
    height = sheet.height
    ends = (x0, height - y0, x1, height - y1)
    return drawing.line(*(value * POINTS_PER_MM for value in ends)) + b"S\n"


def _cross(sheet: Paper, x: float, y: float, arm: float) -> bytes:
    return _line(sheet, x - arm, y, x + arm, y) + _line(sheet, x, y - arm, x, y + arm)


def _numbers(sheet: Paper) -> Iterator[Text]:
    """The millimetres beside the ticks, from the left and from the upper edge, and the letters of the marks."""
    ruler = _settings()["ruler"]
    first, inside = -(-int(ruler["margin"]) // 10) * 10, ruler["edge"] + _TICKS[10]
    for place in range(first, int(sheet.width - ruler["margin"]) + 1, 10):
        yield _small(sheet, str(place), place, inside + 3.0)
        yield _small(sheet, str(place), place, sheet.height - inside - 1.0)
    for place in range(first, int(sheet.height - ruler["margin"]) + 1, 10):
        yield _small(sheet, str(place), inside + 3.0, place + 0.8)
        yield _small(sheet, str(place), sheet.width - inside - 3.0, place + 0.8)
    for x, y, letter in _marks(sheet):
        yield _small(sheet, letter, x + 4.0, y - 2.0, "size")


def _small(sheet: Paper, text: str, x: float, y: float, size: str = "small") -> Text:
    style = _settings()["style"]
    line = set_line(text, style["font"])
    left = x * POINTS_PER_MM - line.width * style[size] / 2
    return Text(line, round(left, 2), round((sheet.height - y) * POINTS_PER_MM, 2), style[size], "ink", shared=False)


def _words(sheet: Paper, printer: str, tray: str, day: dt.date, applied: Calibration) -> Iterator[Text]:
    """Above the cross where it was printed, below it what to measure."""
    about = _settings()
    values = _values(sheet, printer, tray, day, applied)
    yield from _set(sheet, _TOP, [("title_size", about["title"]), *(("size", said) for said in about["about"])], values)
    below = sheet.height / 2 + _BELOW_CROSS
    yield from _set(sheet, below, [("size", said) for said in about["steps"]], values)


def _set(sheet: Paper, y: float, lines: Sequence[tuple[str, str]], values: Mapping[str, str]) -> Iterator[Text]:
    """``lines``, sizes with phrases, one below the other from ``y`` mm on."""
    style, room = _settings()["style"], (sheet.width - 2 * _LEFT) * POINTS_PER_MM
    for size, phrase in lines:
        text = phrase.format(**values)
        demand_glyphs(text, style["font"])
        for line in paragraph(text, style["font"], room / style[size], 0.0):
            y += style["leading"]
            baseline = round((sheet.height - y) * POINTS_PER_MM, 2)
            yield Text(line, round(_LEFT * POINTS_PER_MM, 2), baseline, style[size], "ink", shared=False)


def _values(sheet: Paper, printer: str, tray: str, day: dt.date, applied: Calibration) -> dict[str, str]:
    about = _settings()
    return {
        "printer": printer,
        "tray": tray or about["default_tray"],
        "paper": about["papers"][sheet.id],
        "date": chinese(day),
        "correction": about["uncorrected"] if applied.is_none else _corrected(applied),
        "left": f"{sheet.width / 2:g}",
        "top": f"{sheet.height / 2:g}",
        "across": f"{sheet.across:g}",
        "down": f"{sheet.down:g}",
    }


def _corrected(applied: Calibration) -> str:
    about, (across, down) = _settings(), applied.percent
    ways: dict[str, str] = about["ways"]
    told: str = about["corrected"]
    return told.format(
        x_way=ways["left" if applied.x_mm < 0 else "right"],
        x=f"{abs(applied.x_mm):g}",
        y_way=ways["up" if applied.y_mm < 0 else "down"],
        y=f"{abs(applied.y_mm):g}",
        across=f"{across:g}",
        down=f"{down:g}",
    )
