"""What is chosen in a list stays chosen, by key, when another answer comes: sorted, narrowed or asked again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal

from qc_desktop.gui.models.finding import Found, Ranges, Sought
from qc_desktop.gui.tasks import Ticket

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from qc_desktop.gui.models.paged import PagedModel

_ROWS = QItemSelectionModel.SelectionFlag.Rows
MOST_RANGES = 2000
"""Where more stretches than these would be marked, Qt needs seconds for each step: then the choice is let go."""


class HeldRows(QObject):
    """The rows chosen in ``table`` and the one at hand; ``told`` carries the key of that one, or None.

    Rows that an answer no longer has are let go; ``lost`` are those of the last one. ``named`` tells that ``keys`` are
    others, or are all there now: rows that were never shown are asked for first. The whole of a list is kept as such
    and named only where ``names_all`` is set, so that choosing everybody costs nothing.
    """

    told = Signal(object)
    named = Signal()

    def __init__(self, table: QTableView, model: PagedModel[Any, Any]) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self._keys: tuple[Hashable, ...] | None = ()
        self._awaited: Hashable | None = None
        self._told: Hashable | None = None
        self._naming = Ticket()
        self._is_restoring = False
        self.names_all = False
        self.lost: tuple[Hashable, ...] = ()
        self.also: Callable[[], Iterable[Hashable]] = tuple
        """Keys that are to be chosen too, wherever they come into the list."""
        model.let_choose(self._seek)
        model.replaced.connect(self._restore)
        model.dataChanged.connect(lambda *_: self._meet())
        table.selectionModel().selectionChanged.connect(lambda *_: self._note())

    @property
    def at_hand(self) -> Hashable | None:
        """The key of the row that was told last."""
        return self._told

    @property
    def keys(self) -> tuple[Hashable, ...]:
        """The keys of the chosen rows, none while they are not all known."""
        return self._keys or ()

    @property
    def is_named(self) -> bool:
        """Whether :attr:`keys` are all of them."""
        return self._keys is not None

    @property
    def ranges(self) -> Ranges:
        """The chosen rows; nothing is fetched."""
        parts = self._table.selectionModel().selection().toList()
        return tuple(sorted({(part.top(), part.bottom() + 1) for part in parts}))

    def await_row(self, key: Hashable | None) -> None:
        """Chooses the row ``key``, and none until an answer has it; none at all for None."""
        self._table.clearSelection()
        self._awaited = key

    def mark(self, ranges: Ranges) -> None:
        """Marks ``ranges`` and nothing else; who stands at hand is not told again."""
        self._is_restoring = True
        made, last = QItemSelection(), len(self._model.columns) - 1
        for first, end in ranges:
            made.select(self._model.index(first, 0), self._model.index(end - 1, last))
        self._table.selectionModel().select(made, QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROWS)
        self._is_restoring = False

    def _note(self) -> None:
        """A person chose, or a page did."""
        if self._is_restoring:
            return
        ranges = self.ranges
        self._name(ranges)
        key = self._model.key_of(ranges[0][0]) if ranges else None
        if key is not None or not ranges:
            self._awaited = key
        self._announce(key)

    def _name(self, ranges: Ranges) -> None:
        self._naming.tear()
        count = sum(end - first for first, end in ranges)
        keys = self._model.fetched_keys(ranges)
        self._keys = keys if len(keys) == count else None
        if self._keys is None and (count < self._model.rowCount() or self.names_all):
            self._naming = self._model.name(ranges, self._take)
        self.named.emit()

    def _take(self, keys: tuple[Hashable, ...]) -> None:
        self._keys = keys
        self.named.emit()

    def _announce(self, key: Hashable | None) -> None:
        self._told = key
        self.told.emit(key)

    def _meet(self) -> None:
        """Rows came: the one that was marked before it was there is told now."""
        if self._told is None and (ranges := self.ranges):
            key = self._model.key_of(ranges[0][0])
            if key is not None:
                self._awaited = key
                self._announce(key)

    def _seek(self) -> Sought:
        ranges, also = self.ranges, tuple(self.also())
        row = self._table.currentIndex().row()
        current = next(iter(self._model.fetched_keys(((row, row + 1),))), None) if row >= 0 else None
        if self._keys is None:
            count = sum(end - first for first, end in ranges)
            return Sought(ranges=ranges, current=current, is_all=count == self._model.rowCount())
        places = (place for first, end in ranges for place in range(first, end))
        keys = dict(zip(self._keys, places, strict=False))
        if not keys and self._awaited is not None and not self.names_all:
            keys = {self._awaited: 0}
        return Sought({**dict.fromkeys(also, 0), **keys}, current=current)

    def _restore(self, found: Found) -> None:
        """Another answer stands in the list: marks the same rows in it."""
        self._naming.tear()
        kept = found if len(found.ranges) <= MOST_RANGES else Found(lost=(*found.lost, *(found.keys or ())))
        if kept.ranges != self.ranges:
            self.mark(kept.ranges)
        self._keys, self.lost = kept.keys, kept.lost
        stands = kept.keys is None or self._told in kept.keys
        at_hand = self._told if stands else kept.keys[0] if kept.keys else None
        self._step_to(kept.places.get(kept.current if stands and kept.current in kept.places else at_hand))
        if kept.keys:
            self._awaited = at_hand
        if at_hand != self._told:
            self._announce(at_hand)
        self.named.emit()

    def _step_to(self, place: int | None) -> None:
        """The keys go on from the row at ``place``; it is shown where it has moved."""
        if place is not None and place != self._table.currentIndex().row():
            index, stay = self._model.index(place, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            self._table.selectionModel().setCurrentIndex(index, stay)
            self._table.scrollTo(index)
