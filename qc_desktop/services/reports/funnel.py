"""The chart of the stages, apart from the others: the window starts with it and needs no more."""

from __future__ import annotations

from collections.abc import Mapping

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.charts import Chart, Kind, Mark
from qc_desktop.messages import Messages
from qc_desktop.services.reports.keys import key_of

FUNNEL: tuple[Stage, ...] = (
    Stage.DRAFT,
    Stage.INVITED,
    Stage.APPLIED,
    Stage.MATERIAL_REVIEW,
    Stage.RETURNED_FOR_CORRECTION,
    Stage.PLEDGED,
    Stage.ANNOUNCEMENT_PENDING,
    Stage.ANNOUNCED,
)
"""The stages in the order in which they are passed."""


def by_stage(counts: Mapping[Stage, int], words: Messages) -> Chart:
    """Companies by stage: those of the usual way always, the others where somebody is there."""
    order = [*FUNNEL, *(stage for stage in Stage if stage not in FUNNEL and counts.get(stage))]
    marks = tuple(
        Mark(
            words.text(f"stage.{stage}"), counts.get(stage, 0), key_of("stage", stage), strong=stage is Stage.ANNOUNCED
        )
        for stage in order
    )
    return Chart("stages", words.text("report.stages"), Kind.ROWS, marks)
