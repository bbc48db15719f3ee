"""What the views of sending have done on other threads; what reads files is imported there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qc_desktop.services.certificates import dispatches

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from qc_desktop.domain.progress import Job
    from qc_desktop.gui.desk import Desk
    from qc_desktop.services.certificates.dispatches import DispatchRow
    from qc_desktop.services.certificates.dispatching import DispatchPlan

LIST_FOLDER, OUT_FOLDER = "dispatch_folder", "reconciliation_folder"


class DispatchSource:
    """What went out, newest first; a query is what is looked for."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self, query: str) -> int:
        """How many dispatches answer ``query``."""
        return dispatches.count(self._desk.office, query)

    def page(self, query: str, offset: int, limit: int) -> Sequence[DispatchRow]:
        """The dispatches from ``offset`` on."""
        return dispatches.page(self._desk.office, query, offset, limit)


def plan_file(desk: Desk, path: Path) -> Job[DispatchPlan]:
    """What the list in ``path`` would do; its folder is remembered."""
    from qc_desktop.services.certificates import dispatching

    desk.remember(**{LIST_FOLDER: str(path.parent)})
    return (yield from dispatching.plan_file(desk.office, path))


def plan_pasted(desk: Desk, text: str) -> Job[DispatchPlan]:
    """What the copied rows would do."""
    from qc_desktop.services.certificates import dispatching

    return (yield from dispatching.plan_pasted(desk.office, text))


def commit(desk: Desk, plan: DispatchPlan) -> int:
    """Notes the new rows of ``plan``."""
    from qc_desktop.services.certificates import dispatching

    return dispatching.commit(desk.office, plan)
