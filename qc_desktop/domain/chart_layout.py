"""Where every part of a chart stands. One layout, whatever paints it: x to the right, y downwards, any unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from qc_desktop.domain.charts import Chart, Climb, Kind, Mark, Role

Measure: TypeAlias = Callable[[str], float]
"""The width of a text on one line."""

WIDEST_COLUMN = 3.2
ROWS_A_COLUMN = 8
"""Fewer rows stand in one column, however wide the chart is."""
_LABEL_SHARE = 0.42
_SECOND_COLUMN = 17.0
_GAP = 2.0
"""Between two columns of rows."""


@dataclass(frozen=True)
class Box:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    role: Role


@dataclass(frozen=True)
class Words:
    """A line of text whose middle is at ``y``; ``align`` -1 begins at ``x``, 0 has its middle there, 1 ends there."""

    text: str
    x: float
    y: float
    align: int
    role: Role


@dataclass(frozen=True)
class Path:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    role: Role


@dataclass(frozen=True)
class Laid:
    """A chart laid out; ``spots`` are the places of its marks, in their order."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    paths: tuple[Path, ...]
    words: tuple[Words, ...]
    spots: tuple[tuple[float, float, float, float], ...]


def lay_out(chart: Chart, width: float, height: float, em: float, measure: Measure) -> Laid:
    """``chart`` in ``width`` × ``height`` with text of line height ``em``; rows take the height that they need."""
    made = {Kind.COLUMNS: _columns, Kind.ROWS: _rows, Kind.LINES: _lines}[chart.kind]
    return made(chart, width, height, em, measure)


def _legend(chart: Chart, em: float, measure: Measure) -> tuple[list[Box], list[Words]]:
    boxes, words = [], []
    x = 0.0
    for role, text in chart.legend:
        boxes.append(Box(x, em * 0.25, em * 0.6, em * 0.6, role))
        words.append(Words(text, x + em * 0.85, em * 0.55, -1, Role.MUTED))
        x += em * 2.1 + measure(text)
    return boxes, words


def _columns(chart: Chart, width: float, height: float, em: float, measure: Measure) -> Laid:
    boxes, words = _legend(chart, em, measure)
    top = (1.6 if chart.legend else 0.0) * em + 1.3 * em
    foot = height - 1.4 * em
    slot = width / max(1, len(chart.marks))
    most = max([1, *(max(mark.value, mark.behind or 0) for mark in chart.marks)])
    wide = min(WIDEST_COLUMN * em, slot * 0.6)
    for place, mark in enumerate(chart.marks):
        middle = (place + 0.5) * slot
        reach = mark.value if mark.behind is None else max(mark.value, mark.behind)
        if mark.behind is not None:
            boxes.append(_upright(middle, foot, wide, (foot - top) * mark.behind / most, Role.BEHIND))
        if mark.value:
            role = Role.STRONG if mark.strong else Role.BAR
            boxes.append(_upright(middle, foot, wide, max(1.0, (foot - top) * mark.value / most), role))
        if measure(mark.number) <= slot or mark.strong:
            above = foot - (foot - top) * reach / most - 0.65 * em
            words.append(Words(mark.number, middle, above, 0, Role.TEXT))
        if measure(mark.label) <= slot or mark.strong:
            words.append(Words(mark.label, middle, height - 0.65 * em, 0, Role.MUTED))
    axis = Path(((0.0, foot), (width, foot)), Role.AXIS)
    spots = tuple((place * slot, 0.0, slot, height) for place in range(len(chart.marks)))
    return Laid(width, height, tuple(boxes), (axis,), tuple(words), spots)


def _upright(middle: float, foot: float, wide: float, high: float, role: Role) -> Box:
    return Box(middle - wide / 2, foot - high, wide, high, role)


def _rows(chart: Chart, width: float, _height: float, em: float, measure: Measure) -> Laid:
    boxes, words = _legend(chart, em, measure)
    head = 1.8 * em if chart.legend else 0.0
    count = len(chart.marks)
    columns = 2 if count > ROWS_A_COLUMN and width > 2 * _SECOND_COLUMN * em else 1
    room = (width - (columns - 1) * _GAP * em) / columns
    each = -(-count // columns)
    spots = []
    lowest = head
    for column in range(columns):
        marks = chart.marks[column * each : (column + 1) * each]
        frame = _Frame(column * (room + _GAP * em), head, room, em, measure)
        for part, spot in frame.rows(marks, chart.marks):
            boxes += part.boxes
            words += part.words
            spots.append(spot)
            lowest = max(lowest, spot[1] + spot[3])
    return Laid(width, lowest, tuple(boxes), (), tuple(words), tuple(spots))


@dataclass(frozen=True)
class _Part:
    boxes: list[Box]
    words: list[Words]


@dataclass(frozen=True)
class _Frame:
    """One column of rows: names at the left, bars behind them, each number at the end of its bar."""

    x: float
    y: float
    width: float
    em: float
    measure: Measure

    def rows(
        self, marks: Sequence[Mark], everyone: Sequence[Mark]
    ) -> Iterator[tuple[_Part, tuple[float, float, float, float]]]:
        most_room = self.width * _LABEL_SHARE
        names = {mark.label: self._lines(mark.label, most_room) for mark in everyone}
        before = max((self.measure(line) for lines in names.values() for line in lines), default=0) + 0.7 * self.em
        after = max((self.measure(mark.number) for mark in everyone), default=0) + 0.6 * self.em
        most = max([1, *(mark.value for mark in everyone)])
        y = self.y
        for mark in marks:
            lines = names[mark.label]
            high = (len(lines) * 1.15 + 0.45) * self.em
            yield (
                self._row(mark, lines, y, high, before, max(0.0, self.width - before - after) / most),
                (
                    self.x,
                    y,
                    self.width,
                    high,
                ),
            )
            y += high

    def _row(self, mark: Mark, lines: Sequence[str], y: float, high: float, before: float, unit: float) -> _Part:
        middle, em = y + high / 2, self.em
        first = middle - (len(lines) - 1) * 1.15 * em / 2
        words = [
            Words(line, self.x + 0.25 * em, first + place * 1.15 * em, -1, Role.TEXT)
            for place, line in enumerate(lines)
        ]
        long = max(mark.value * unit, 1.0) if mark.value else 0.0
        boxes = [Box(self.x + before, middle - 0.45 * em, long, 0.9 * em, Role.STRONG if mark.strong else Role.BAR)]
        words.append(Words(mark.number, self.x + before + long + 0.4 * em, middle, -1, Role.TEXT))
        return _Part(boxes if long else [], words)

    def _lines(self, text: str, room: float) -> tuple[str, ...]:
        """``text`` in lines of about one length, none wider than ``room`` unless one character is."""
        count = -(-int(self.measure(text)) // max(1, int(room))) or 1
        while count <= len(text):
            size = -(-len(text) // count)
            lines = tuple(text[at : at + size] for at in range(0, len(text), size))
            if all(self.measure(line) <= room for line in lines):
                return lines
            count += 1
        return (text,)


def _lines(chart: Chart, width: float, height: float, em: float, measure: Measure) -> Laid:
    boxes, words = _legend(chart, em, measure)
    top, foot = (2.3 if chart.legend else 0.7) * em, height - 1.4 * em
    most = max([1, *(value for climb in chart.climbs for value in climb.values)])
    right = width - max((measure(f"{most:,}"), 0)) - 0.8 * em
    places = max([2, len(chart.ticks)])
    paths = [Path(((0.0, foot), (width, foot)), Role.AXIS)]
    taken: list[float] = []
    for climb in sorted(chart.climbs, key=lambda each: each.values[-1:]):  # the lowest first: others go above it
        points = _points(climb, right, top, foot, most, places)
        if points:
            paths.append(Path(points, climb.role))
            x, y = points[-1]
            y = _free(y, taken, em)
            words.append(Words(f"{climb.values[-1]:,}", x + 0.4 * em, y, -1, Role.TEXT))
    words += _ticks(chart.ticks, right, height - 0.65 * em, measure, em)
    return Laid(width, height, tuple(boxes), tuple(paths), tuple(words), ())


def _points(
    climb: Climb, right: float, top: float, foot: float, most: int, places: int
) -> tuple[tuple[float, float], ...]:
    step = right / (places - 1)
    return tuple((place * step, foot - (foot - top) * value / most) for place, value in enumerate(climb.values))


def _free(y: float, taken: list[float], em: float) -> float:
    """``y``, or above what stands there."""
    while any(abs(y - other) < 1.1 * em for other in taken):
        y -= 0.3 * em
    taken.append(y)
    return y


def _ticks(ticks: Sequence[str], right: float, y: float, measure: Measure, em: float) -> Iterator[Words]:
    """As many of the ticks as have room."""
    if not ticks:
        return
    widest = max(map(measure, ticks)) + em
    every = max(1, -(-int(widest * (len(ticks) - 1)) // max(1, int(right))))
    for place in range(0, len(ticks), every):
        align = -1 if place == 0 else 0
        yield Words(ticks[place], place * right / max(1, len(ticks) - 1), y, align, Role.MUTED)
