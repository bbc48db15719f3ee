"""Charts as values: what they say, before anybody draws them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Upright columns, lying rows with a name before each, or lines that climb."""

    COLUMNS = "columns"
    ROWS = "rows"
    LINES = "lines"


class Role(StrEnum):
    """What a part of a chart is; a painter knows the colour of each."""

    BAR = "bar"
    STRONG = "strong"
    BEHIND = "behind"
    LINE = "line"
    LINE_BEFORE = "line_before"
    AXIS = "axis"
    TEXT = "text"
    MUTED = "muted"


@dataclass(frozen=True)
class Mark:
    """One bar: its name, its number, and the key that opens its list ('' for none).

    ``behind`` is a larger number of which ``value`` is a part, drawn behind it; ``note`` follows the number;
    ``year`` is the year whose list is meant, 0 for the year at hand.
    """

    label: str
    value: int
    key: str = ""
    strong: bool = False
    behind: int | None = None
    note: str = ""
    year: int = 0

    @property
    def number(self) -> str:
        """What stands at the bar: its number, what that is part of, and the note."""
        of = "" if self.behind in (None, self.value) else f" / {self.behind:,}"
        return f"{self.value:,}{of}" + (f" · {self.note}" if self.note else "")

    @property
    def told(self) -> str:
        """The bar in words."""
        return f"{self.label}: {self.number}"


@dataclass(frozen=True)
class Climb:
    """One line: its name and its values from left to right."""

    label: str
    values: tuple[int, ...]
    role: Role


@dataclass(frozen=True)
class Chart:
    """A chart with its title; ``legend`` names roles; ``ticks`` stand below the places of lines."""

    id: str
    title: str
    kind: Kind
    marks: tuple[Mark, ...] = ()
    climbs: tuple[Climb, ...] = ()
    ticks: tuple[str, ...] = ()
    legend: tuple[tuple[Role, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(mark.value or mark.behind for mark in self.marks) and not any(c.values for c in self.climbs)

    @property
    def told(self) -> str:
        """All numbers in one sentence, for those who do not see the picture."""
        bars = [mark.told for mark in self.marks]
        lines = [f"{climb.label}: {climb.values[-1]:,}" for climb in self.climbs if climb.values]
        return ", ".join(bars + lines)
