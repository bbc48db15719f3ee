"""The import itself, with the way back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qc_desktop.domain.progress import Job
from qc_desktop.services import history
from qc_desktop.services.companies import importing
from qc_desktop.services.companies.importing import Imported, Plan, PledgeTarget
from qc_desktop.services.companies.matching import Outcome
from qc_desktop.services.office import Office


@dataclass(frozen=True)
class Finished:
    """What was imported, and the command that takes it back."""

    imported: Imported
    command: int


def carry_out(
    office: Office, plan: Plan, decisions: Mapping[int, Outcome], target: PledgeTarget | None
) -> Job[Finished]:
    """Imports ``plan`` as importing.commit does."""
    imported = yield from importing.commit(office, plan, decisions, target)
    last = history.next_undo(office)
    return Finished(imported, last.seq if last and last.name == "import" else 0)
