"""Which filter of a list a person left it with, remembered on this PC."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from qc_desktop.services import preferences

if TYPE_CHECKING:
    from qc_desktop.gui.pages.base import PageContext
    from qc_desktop.gui.widgets.filter_chips import FilterChips

CHIP = "chip"


class KeptFilter(QObject):
    """``stored`` is what was kept when the list was last seen; a chip that a person picks is kept by itself.

    What other pages open a list with is nobody's choice and is not kept. ``name`` tells lists apart.
    """

    def __init__(self, name: str, chips: FilterChips, context: PageContext) -> None:
        super().__init__(chips)
        self._key = f"filter.{name}"
        self._context = context
        stored = preferences.remembered_value(context.services.office.profile, self._key)
        self.stored: dict[str, Any] = stored if isinstance(stored, dict) else {}
        chips.picked.connect(lambda key: self.keep(**{CHIP: key}))

    @property
    def chip(self) -> str:
        """The chip that was picked last, empty for none."""
        return str(self.stored.get(CHIP) or "")

    def keep(self, **values: object) -> None:
        """Remembers ``values`` besides what is kept already, away from the window's thread."""
        self.stored = self.stored | values
        self._context.jobs.note(partial(self._context.services.remember, **{self._key: self.stored}))
