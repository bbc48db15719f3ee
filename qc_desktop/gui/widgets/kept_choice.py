"""What is chosen in a list outlives a search: by key, whatever the list shows meanwhile."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal

from qc_desktop.gui.models.paged import PAGE

if TYPE_CHECKING:
    from qc_desktop.gui.models.paged import Index
    from qc_desktop.gui.widgets.table import Table

_ROWS = QItemSelectionModel.SelectionFlag.Rows


class KeptChoice(QObject):
    """The choice in ``table``; ``changed`` tells that it is another one. Made before anything is asked."""

    changed = Signal()

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table, self._model = table, table.paged
        self._here: tuple[Hashable, ...] = ()
        self._away: dict[Hashable, None] = {}
        self._is_asked = self._is_gathering = False
        self._model.asked.connect(self._wait)
        self._model.counted.connect(self._come_back)
        self._model.dataChanged.connect(self._meet)
        table.selectionModel().selectionChanged.connect(lambda: self._follow())

    @property
    def keys(self) -> tuple[Hashable, ...]:
        """Everything that is chosen, in sight or not."""
        return (*self._away, *self._here)

    @property
    def away(self) -> int:
        """How many of them the list does not show now."""
        return len(self._away)

    @property
    def is_whole(self) -> bool:
        """Whether :attr:`keys` has all of them: rows that were never shown are asked for first."""
        return not self._is_gathering

    def clear(self) -> None:
        """Chooses nothing."""
        self._away, self._here = {}, ()
        self._table.clearSelection()
        self.changed.emit()

    def _wait(self) -> None:
        """Another list comes: until it is there, places of the old one say nothing."""
        self._is_asked = True

    def _come_back(self, count: int) -> None:
        wanted = dict.fromkeys(self.keys)
        shown = self._shown(range(min(count, PAGE)), wanted)
        self._table.selectionModel().select(
            self._selection(shown.values()), QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROWS
        )
        self._is_asked = False
        self._here = tuple(shown)
        self._away = {key: None for key in wanted if key not in shown}
        self.changed.emit()

    def _meet(self, first: Index, last: Index) -> None:
        """Rows come while one scrolls: those that are chosen are marked."""
        if self._is_asked or not self._away:
            return
        found = self._shown(range(first.row(), last.row() + 1), self._away)
        if found:
            self._away = {key: None for key in self._away if key not in found}
            select = QItemSelectionModel.SelectionFlag.Select
            self._table.selectionModel().select(self._selection(found.values()), select | _ROWS)

    def _shown(self, places: Iterable[int], wanted: dict[Hashable, None]) -> dict[Hashable, int]:
        keys = ((self._model.key_of(place), place) for place in places) if wanted else ()
        return {key: place for key, place in keys if key in wanted}

    def _selection(self, places: Iterable[int]) -> QItemSelection:
        made, last = QItemSelection(), len(self._model.columns) - 1
        for place in places:
            made.select(self._model.index(place, 0), self._model.index(place, last))
        return made

    def _follow(self) -> None:
        if self._is_asked:
            return
        ranges = self._table.chosen_ranges
        self._here = self._table.chosen_keys
        self._is_gathering = len(self._here) < sum(end - first for first, end in ranges)
        if self._is_gathering:
            key = self._model.key
            self._model.gather(ranges, lambda rows: _keys(rows, key), lambda keys: self._take(ranges, keys))
        self.changed.emit()

    def _take(self, ranges: tuple[tuple[int, int], ...], keys: tuple[Hashable, ...]) -> None:
        if not self._is_asked and ranges == self._table.chosen_ranges:
            self._here, self._is_gathering = keys, False
            self.changed.emit()


def _keys(rows: Iterator[Any], key: Any) -> tuple[Hashable, ...]:
    return tuple(map(key, rows))
