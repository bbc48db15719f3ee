"""Rows that are at hand already: the question is the rows themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

Row = TypeVar("Row")


class Given(Generic[Row]):
    """A row source for a PagedModel that is asked with a tuple of rows."""

    def count(self, query: tuple[Row, ...]) -> int:
        """How many rows there are."""
        return len(query)

    def page(self, query: tuple[Row, ...], offset: int, limit: int) -> Sequence[Row]:
        """At most ``limit`` of them from ``offset`` on."""
        return query[offset : offset + limit]
