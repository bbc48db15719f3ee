"""How wide each column of a list is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qc_desktop.gui.models.columns import Column
from qc_desktop.gui.widgets.arrangement import Arrangement

MOST_FROZEN = 0.6
"""Of the width of the list: what stays in sight must leave room for what scrolls."""


@dataclass(frozen=True)
class Fitted:
    """Widths in pixels by place, 0 for hidden ones; ``frozen`` pixels stay in sight, 0 where nothing scrolls."""

    widths: tuple[int, ...]
    frozen: int = 0


def fitted(columns: Sequence[Column[Any]], wanted: Sequence[int], room: int, arranged: Arrangement) -> Fitted:
    """Fits ``columns``, which ask for ``wanted`` pixels, into ``room``.

    Without a choice of columns low ranks give way and nothing ever scrolls; chosen ones are all shown.
    """
    widths = [width if arranged.shows(column) else 0 for column, width in zip(columns, wanted, strict=True)]
    if arranged.shown is None:
        _give_way(columns, widths, room)
    elif sum(widths) > room:
        return _scrolling(columns, widths, room)
    _stretch(columns, widths, room, arranged)
    return Fitted(tuple(widths))


def _give_way(columns: Sequence[Column[Any]], widths: list[int], room: int) -> None:
    for place in sorted(range(len(columns)), key=lambda place: -columns[place].rank):
        if columns[place].rank > 0 and sum(widths) > room:
            widths[place] = 0


def _stretch(columns: Sequence[Column[Any]], widths: list[int], room: int, arranged: Arrangement) -> None:
    """What is left over goes to the stretching column, unless a person set its width; it gives way where others are
    cut off."""
    spare = room - sum(widths)
    stretching = [
        place
        for place, column in enumerate(columns)
        if column.stretch and widths[place] and (spare < 0 or column.id not in arranged.widths)
    ]
    for place in stretching:
        widths[place] = max(widths[place] + spare // len(stretching), widths[place] // 2)


def _scrolling(columns: Sequence[Column[Any]], widths: list[int], room: int) -> Fitted:
    most = int(room * MOST_FROZEN)
    frozen = [place for place, column in enumerate(columns) if column.frozen and widths[place]]
    for place in frozen:
        over = sum(widths[each] for each in frozen) - most
        if columns[place].stretch and over > 0:
            widths[place] = max(widths[place] - over, widths[place] // 2)
    kept = sum(widths[place] for place in frozen)
    return Fitted(tuple(widths), kept if kept <= most * 1.25 else 0)
