"""How a person arranged a list: which columns, in which order, how wide, sorted by what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from qc_desktop.gui.models.columns import Column

NARROWEST, WIDEST = 2.0, 80.0
"""What a width in em may be."""


@dataclass(frozen=True)
class Arrangement:
    """``shown`` None: the columns that are not optional, of which low ranks give way; else those chosen.

    ``order`` holds ids as far as a person moved columns; ``widths`` are in em, so that they follow the text size.
    """

    order: tuple[str, ...] = ()
    shown: frozenset[str] | None = None
    widths: Mapping[str, float] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False

    def ordered(self, columns: Sequence[Column[Any]]) -> list[int]:
        """The places of ``columns`` from left to right: frozen ones first, then as moved, new ones where they stood."""
        known = {column.id: place for place, column in enumerate(columns)}
        moved = [known[name] for name in self.order if name in known]
        for place in range(len(columns)):
            if place not in moved:
                before = [moved.index(earlier) for earlier in range(place) if earlier in moved]
                moved.insert(max(before, default=-1) + 1, place)
        return sorted(moved, key=lambda place: not columns[place].frozen)

    def shows(self, column: Column[Any]) -> bool:
        """Whether ``column`` is to be shown where there is room; one that stays always is."""
        return column.stays or (not column.optional if self.shown is None else column.id in self.shown)

    def plain(self) -> dict[str, Any]:
        """What is remembered of it."""
        shown = None if self.shown is None else sorted(self.shown)
        return {
            "order": list(self.order),
            "shown": shown,
            "widths": dict(self.widths),
            "sort": self.sort,
            "descending": self.descending,
        }


def read(stored: object) -> Arrangement:
    """The arrangement that ``stored`` says; what a file of this PC says wrongly is never worth a refusal."""
    if not isinstance(stored, dict):
        return Arrangement()
    shown, widths = stored.get("shown"), stored.get("widths")
    return Arrangement(
        order=tuple(dict.fromkeys(_texts(stored.get("order")))),
        shown=frozenset(_texts(shown)) if isinstance(shown, list) else None,
        widths=_widths(widths) if isinstance(widths, dict) else {},
        sort=str(stored.get("sort") or ""),
        descending=stored.get("descending") is True,
    )


def _texts(stored: object) -> list[str]:
    return [each for each in stored if isinstance(each, str)] if isinstance(stored, list) else []


def _widths(stored: Mapping[str, object]) -> dict[str, float]:
    numbers = {name: float(width) for name, width in stored.items() if isinstance(width, int | float)}
    return {name: min(max(width, NARROWEST), WIDEST) for name, width in numbers.items()}
