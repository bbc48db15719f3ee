"""What is chosen in a list outlives a search: by key, whatever the list shows meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Hashable

    from qc_desktop.gui.widgets.table import Table


class KeptChoice(QObject):
    """The choice in ``table``; ``changed`` tells that it is another one. Made before anything is asked."""

    changed = Signal()

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._held = table.held
        self._away: tuple[Hashable, ...] = ()
        self._held.names_all = True
        self._held.also = lambda: self._away
        self._held.named.connect(self.changed)
        table.paged.counted.connect(lambda _: self._come_back())

    @property
    def keys(self) -> tuple[Hashable, ...]:
        """Everything that is chosen, in sight or not."""
        return (*self._away, *self._held.keys)

    @property
    def away(self) -> int:
        """How many of them the list does not show now."""
        return len(self._away)

    @property
    def is_whole(self) -> bool:
        """Whether :attr:`keys` has all of them: rows that were never shown are asked for first."""
        return self._held.is_named

    def clear(self) -> None:
        """Chooses nothing."""
        self._away = ()
        self._held.await_row(None)
        self.changed.emit()

    def _come_back(self) -> None:
        """Another answer stands in the list: those that it has are marked, the others wait out of sight."""
        self._away = self._held.lost
        self.changed.emit()
