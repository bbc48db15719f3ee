"""Where the home page leads."""

from __future__ import annotations

from collections.abc import Mapping

from qc_desktop.gui.pages.home.model import StepKind

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
