"""What the roll-forward view shows: the plan, and last year's companies of one group."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qc_desktop.errors import UserError
from qc_desktop.gui.models.columns import Column
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.filter_chips import Chip
from qc_desktop.services.campaigns import rolling
from qc_desktop.services.campaigns.rolling import RollFilter, RollPlan, RollRow

if TYPE_CHECKING:
    from qc_desktop.gui.desk import Desk
    from qc_desktop.messages import Messages
    from qc_desktop.services.office import Office

translate = QCoreApplication.translate
EVERYONE = "everyone"


class RollSource:
    """Last year's companies as rows of a list."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def count(self, query: RollFilter) -> int:
        """How many companies answer ``query``."""
        return rolling.count(self._desk.office, query)

    def page(self, query: RollFilter, offset: int, limit: int) -> Sequence[RollRow]:
        """At most ``limit`` rows from ``offset`` on."""
        return rolling.page(self._desk.office, query, offset, limit)


def look(office: Office, campaign_id: str) -> RollPlan | None:
    """What rolling forward would do; None for a first year."""
    try:
        return rolling.plan(office, campaign_id)
    except UserError as none:
        if none.code == "roll.no_source":
            return None
        raise


def chips(plan: RollPlan, words: Messages) -> list[Chip]:
    """Everybody, and the groups in which somebody is."""
    everyone = Chip(EVERYONE, translate("RollList", "All of them"), plan.last - len_left(plan))
    groups = [Chip(group, words.text(f"roll.group_{group}"), count) for group, count in plan.groups.items() if count]
    return [everyone, *groups]


def len_left(plan: RollPlan) -> int:
    """How many of last year's companies left, in this year already or not."""
    return next((count for group, count in plan.groups.items() if group == "left"), 0)


def columns(words: Messages, comes: Callable[[RollRow], bool]) -> tuple[Column[RollRow], ...]:
    """The columns; ``comes`` tells whether a company will be brought in."""
    wide = 1.0 if words.lang == "zh_CN" else 1.6
    yes, no = translate("RollList", "Comes along"), translate("RollList", "Left out")
    here = translate("RollList", "In the year already")

    def standing(row: RollRow) -> str:
        return here if row.present else yes if comes(row) else no

    def tone(row: RollRow) -> Tone:
        return Tone.MUTED if row.present or not comes(row) else Tone.OK

    return (
        Column("name", translate("RollList", "Company name"), 16, lambda row: row.name, stretch=True),
        Column(
            "stage", translate("RollList", "Last year"), 5 * wide, lambda row: words.text(f"stage.{row.stage}"), rank=3
        ),
        Column("was", translate("RollList", "Before"), 13, lambda row: row.was, rank=1),
        Column("now", translate("RollList", "Now"), 13, lambda row: row.now, rank=2),
        Column("comes", translate("RollList", "This year"), 6.5 * wide, standing, tone=tone),
    )
