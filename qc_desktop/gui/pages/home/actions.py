"""Where the home page leads, and what it does itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from qc_desktop.gui.pages.home.model import SAMPLE_COMPANIES, StepKind

if TYPE_CHECKING:
    from qc_desktop.domain.progress import Job
    from qc_desktop.gui.desk import Desk

PLACES: Mapping[StepKind, tuple[str, str]] = {
    StepKind.SETTINGS: ("settings", "office"),
    StepKind.OPEN_YEAR: ("campaign", ""),
    StepKind.IMPORT: ("companies", "import"),
    StepKind.TAKE_IN: ("companies", "outside"),
    StepKind.PLEDGES: ("companies", "awaited"),
    StepKind.REVIEW: ("companies", "review"),
    StepKind.ANNOUNCE: ("campaign", ""),
    StepKind.ISSUE: ("certificates", "issue"),
    StepKind.MAKE: ("certificates", "make"),
    StepKind.ISSUED: ("certificates", ""),
    StepKind.RETURNED: ("companies", "returned"),
    StepKind.BACKUP: ("settings", "backup"),
    StepKind.DESK: ("desk", ""),
}
"""The page of each step, and the place on it."""


def sample(desk: Desk) -> Job[str]:
    """Enters the sample year into the empty records. Raises UserError where they are not empty."""
    from qc_desktop.services.demo import sample_year

    return sample_year(desk.office, SAMPLE_COMPANIES, desk.office.today.year)
