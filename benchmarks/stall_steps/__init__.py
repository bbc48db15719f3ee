"""The workflows of a year as steps at the real window, for the watchdog: what each does, and nothing about figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.stall_steps import (
    campaign,
    certificates,
    companies,
    frame,
    keeping,
    labels,
    large,
    layouts,
    printing,
    sending,
)
from benchmarks.stall_steps.common import Step

if TYPE_CHECKING:
    from qc_desktop.gui.window import Window


def steps(window: Window, folder: Path) -> Iterator[Step]:
    """Every workflow in turn, each step after the one before has come to rest; ``folder`` has room for files."""
    yield from frame.first_visits(window)
    yield from frame.home(window, folder)
    yield from companies.listing(window, folder)
    yield from companies.one(window)
    yield from companies.lists_in(window, folder)
    yield from sending.papers(window, folder)
    yield from campaign.views(window)
    yield from campaign.chasing(window, folder)
    yield from campaign.returns(window, folder)
    yield from campaign.roster(window, folder)
    yield from campaign.acts(window)
    yield from certificates.register(window)
    yield from certificates.issuing(window, folder)
    yield from printing.printing(window, folder)
    yield from sending.sending(window, folder)
    yield from layouts.layouts(window)
    yield from labels.labels(window, folder)
    yield from certificates.desk_and_history(window, folder)
    yield from frame.settings(window)
    yield from frame.look(window)
    yield from keeping.moving(window, folder)
    yield from large.next_year(window)
    yield from large.change_of_all(window)
    yield from keeping.restore(window)
