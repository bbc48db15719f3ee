"""The import itself, with the way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qc_desktop.domain.progress import Job
from qc_desktop.services import history
from qc_desktop.services.companies import importing, planning
from qc_desktop.services.companies.importing import Imported, PledgeTarget
from qc_desktop.services.companies.matching import Outcome
from qc_desktop.services.companies.planning import Plan
from qc_desktop.services.office import Office

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk

LIST_FOLDER = "list_folder"


@dataclass(frozen=True)
class Finished:
    """What was imported, and the command that takes it back."""

    imported: Imported
    command: int


def look(desk: Desk, path: Path, sheet: str | None, mapping: Mapping[int, str] | None) -> Job[Plan]:
    """What importing the list at ``path`` would do; its folder is offered first the next time."""
    plan = yield from planning.plan(desk.office, path, sheet, mapping)
    desk.remember(**{LIST_FOLDER: str(path.parent)})
    return plan


def look_pasted(desk: Desk, text: str, mapping: Mapping[int, str] | None) -> Job[Plan]:
    """As :func:`look`, of rows copied in a spreadsheet."""
    return (yield from planning.plan_pasted(desk.office, text, mapping))


def carry_out(
    office: Office, plan: Plan, decisions: Mapping[int, Outcome], target: PledgeTarget | None
) -> Job[Finished]:
    """Imports ``plan`` as importing.commit does."""
    imported = yield from importing.commit(office, plan, decisions, target)
    last = history.next_undo(office)
    return Finished(imported, last.seq if last and last.name == "import" else 0)
