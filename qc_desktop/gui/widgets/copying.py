"""Rows as a spreadsheet takes them: tab-separated, under their headers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from qc_desktop.gui.models.columns import Column
    from qc_desktop.gui.models.paged import PagedModel

AT_HAND = 256
"""So many rows are copied at once where they are fetched; more are put together away from the window's thread."""
_BREAKS = str.maketrans({"\t": " ", "\n": " ", "\r": " "})


def copy_rows(
    model: PagedModel[Any, Any],
    columns: Sequence[Column[Any]],
    ranges: Sequence[tuple[int, int]],
    tell: Callable[[int], None],
) -> None:
    """Puts the rows of ``ranges`` under ``columns`` on the clipboard and tells how many they were."""
    count = sum(end - first for first, end in ranges)

    def take(text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        tell(count)

    few = [model.row(place) for first, end in ranges for place in range(first, end)] if count <= AT_HAND else [None]
    if not count:
        return
    if None not in few:
        take(as_text(columns, few))
    else:
        model.gather(ranges, lambda rows: as_text(columns, rows), take)


def as_text(columns: Sequence[Column[Any]], rows: Iterable[Any]) -> str:
    """``rows`` below the titles of ``columns``; what would break a cell becomes a blank."""
    lines = ["\t".join(column.title for column in columns)]
    lines += ["\t".join(column.text(row).translate(_BREAKS) for column in columns) for row in rows]
    return "\n".join(lines)
