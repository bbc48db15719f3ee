"""What changes many records at once, and what puts others in their place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.databases import LAST_YEAR
from benchmarks.stall_steps.common import Step, choose_value, page_of

if TYPE_CHECKING:
    from qc_desktop.gui.window import Window


def next_year(window: Window) -> Iterator[Step]:
    """The next year, with everybody who comes with it, and back."""
    from qc_desktop.services.campaigns import years

    shell, office = window.shell, window.desk.office
    draft = years.suggestion(office, LAST_YEAR + 1)
    yield "large: a year opened", lambda: shell.context.jobs.change(lambda: years.open_year(office, draft))
    yield "large: turned to it", partial(shell.context.turn_to, LAST_YEAR + 1)
    yield "large: plan to roll forward", partial(shell.go, "campaign", "rolling")
    yield "large: rolled forward", page_of(window).rooms.rolling.roll
    yield "large: taken back", shell.undo


def change_of_all(window: Window) -> Iterator[Step]:
    """One value for every company, and back."""
    shell = window.shell
    yield "large: companies", partial(shell.go, "companies")
    at_hand = page_of(window)
    yield "large: select all", at_hand.listing.choose_everyone
    yield "large: start to change all", at_hand.ways.changing.start
    yield "large: a value", partial(choose_value, at_hand.rooms.bulk)
    yield "large: preview", at_hand.rooms.bulk.preview
    yield "large: changed", at_hand.rooms.bulk.run
    yield "large: change taken back", shell.undo
