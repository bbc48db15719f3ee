"""Who is left out of a year: marked one by one or as a group, kept with the year until the others are in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal

from qc_desktop.services.campaigns.since import Group


@dataclass
class LeftOut:
    """Companies by their ids, and whole groups."""

    companies: set[str] = field(default_factory=set)
    groups: set[Group] = field(default_factory=set)


class Marks(QObject):
    """The marks of every year that was looked at, ``shown`` those of one. ``changed`` tells of that one."""

    typed_changed = Signal(str)
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._of: dict[str, LeftOut] = {}
        self._campaign_id = ""

    @property
    def shown(self) -> LeftOut:
        """Who is left out of the year shown."""
        return self._of.setdefault(self._campaign_id, LeftOut())

    @property
    def some(self) -> bool:
        """Whether anybody is left out of the year shown."""
        return self.typed_for(self._campaign_id) is not None

    def show(self, campaign_id: str) -> None:
        """Turns to the year of a campaign."""
        self._campaign_id = campaign_id

    def toggle(self, companies: set[str]) -> None:
        """Leaves ``companies`` out, or takes them along again where all of them were left out."""
        marks = self.shown
        marks.companies = marks.companies - companies if companies <= marks.companies else marks.companies | companies
        self._tell()

    def toggle_group(self, group: Group) -> None:
        """Leaves a whole group out, or takes it along again."""
        self.shown.groups ^= {group}
        self._tell()

    def forget(self, campaign_id: str) -> None:
        """The others are in the year of the campaign."""
        self._of.pop(campaign_id, None)
        self.typed_changed.emit(campaign_id)

    def typed_for(self, key: str) -> dict[str, Any] | None:
        """Who is left out of the year of the campaign ``key``, as JSON can hold it."""
        marks = self._of.get(key, LeftOut())
        found = {"companies": sorted(marks.companies), "groups": sorted(marks.groups)}
        return found if any(found.values()) else None

    def put_over(self, typed: Mapping[str, Any]) -> bool:
        """Leaves out whom :meth:`typed_for` gave before; nobody can have changed that meanwhile."""
        known = {group for group in Group if group.value in typed["groups"]}
        self._of[self._campaign_id] = LeftOut(set(typed["companies"]), known)
        self._tell()
        return False

    def _tell(self) -> None:
        self.changed.emit()
        self.typed_changed.emit(self._campaign_id)
