"""Rows that are at hand already: the question is the rows themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from qc_desktop.gui.models.columns import Column

Row = TypeVar("Row")


def ordered(rows: Sequence[Row], columns: Sequence[Column[Row]], sort: str, descending: bool) -> tuple[Row, ...]:
    """``rows`` by what the column ``sort`` shows of them; as they come where it is none."""
    column = next((column for column in columns if column.id == sort), None)
    return tuple(rows) if column is None else tuple(sorted(rows, key=column.text, reverse=descending))


class Given(Generic[Row]):
    """A row source for a PagedModel that is asked with a tuple of rows."""

    def count(self, query: tuple[Row, ...]) -> int:
        """How many rows there are."""
        return len(query)

    def page(self, query: tuple[Row, ...], offset: int, limit: int) -> Sequence[Row]:
        """At most ``limit`` of them from ``offset`` on."""
        return query[offset : offset + limit]
