"""The import itself, with the way back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from qc_desktop.domain.progress import Job
from qc_desktop.services.companies import importing, planning
from qc_desktop.services.companies.importing import Imported, PledgeTarget
from qc_desktop.services.companies.matching import Outcome
from qc_desktop.services.companies.planning import Plan

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk, Done

LIST_FOLDER = "list_folder"


def look(desk: Desk, path: Path, sheet: str | None, mapping: Mapping[int, str] | None) -> Job[Plan]:
    """What importing the list at ``path`` would do; its folder is offered first the next time."""
    plan = yield from planning.plan(desk.office, path, sheet, mapping)
    desk.remember(**{LIST_FOLDER: str(path.parent)})
    return plan


def look_pasted(desk: Desk, text: str, mapping: Mapping[int, str] | None) -> Job[Plan]:
    """As :func:`look`, of rows copied in a spreadsheet."""
    return (yield from planning.plan_pasted(desk.office, text, mapping))


def carry_out(
    desk: Desk, plan: Plan, decisions: Mapping[int, Outcome], target: PledgeTarget | None
) -> Job[Done[Imported]]:
    """Imports ``plan`` as importing.commit does."""
    return desk.doing_job(importing.commit(desk.office, plan, decisions, target))
