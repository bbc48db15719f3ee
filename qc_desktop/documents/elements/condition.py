"""What is printed only where something is known of a record, or only where it is not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qc_desktop.documents.elements import fields

if TYPE_CHECKING:
    from qc_desktop.documents.values import Values


@dataclass(frozen=True, kw_only=True, eq=False)
class Conditional:
    """``only_with`` and ``only_without`` name a variable each that must be there, or must not; empty: whatever is."""

    only_with: str = fields.variable()
    only_without: str = fields.variable()

    @property
    def is_conditional(self) -> bool:
        """Whether some records do not show it."""
        return bool(self.only_with or self.only_without)

    def holds(self, values: Values) -> bool:
        """Whether it is printed of the record that ``values`` are of."""
        there = not self.only_with or bool(values[self.only_with])
        return there and not (self.only_without and values[self.only_without])
