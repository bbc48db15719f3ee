"""``preflight``: everything that could go wrong on paper, before a number is given out."""

from __future__ import annotations

from typing import Any

import typer

from qc_desktop.cli.choosing import Year, chosen_campaign
from qc_desktop.cli.session import Session, end_with, session
from qc_desktop.domain.findings import errors
from qc_desktop.domain.text import clean
from qc_desktop.services.certificates import issuing


def preflight(context: typer.Context, year: Year = None) -> None:
    """出证前检查版式和每家企业，不编号 / check the layout and every company; nothing is numbered."""
    run = session(context)
    with run.office() as office:
        checked = run.watch(issuing.preflight(office, chosen_campaign(office, year).id))
    show_checked(run, checked)


def show_checked(run: Session, checked: issuing.Preflight) -> None:
    """Prints who is ready, who is stopped and why, and what is said of the layout; ends with status 1 where it would
    stop one."""
    stopped, layout = stopped_of(run, checked.stopped), [run.finding(found) for found in checked.layout]
    ready = run.say("preflight", ready=len(checked.ready), stopped=len(stopped))
    noted = stopped_of(run, checked.noted)
    warned = [run.words.text("site.undisplayed", count=checked.undisplayed)] if checked.undisplayed else []
    lines = [ready, *warned, *(f"  {found['reason']}" for found in layout), *stopped_lines(run, [*stopped, *noted])]
    counted = {"ready": len(checked.ready), "undisplayed": checked.undisplayed}
    run.show({**counted, "stopped": stopped, "noted": noted, "layout": layout}, lines)
    end_with(len(stopped) + len(errors(list(checked.layout))))


def stopped_of(run: Session, stopped: tuple[issuing.Stopped, ...]) -> list[dict[str, Any]]:
    """The companies that are stopped, each with the reasons."""
    return [{"company": one.name, "findings": [run.finding(found) for found in one.findings]} for one in stopped]


def stopped_lines(run: Session, stopped: list[dict[str, Any]]) -> list[str]:
    """A line for each company that is stopped."""
    said = (
        run.say("stopped", company=one["company"], reason=" ".join(found["reason"] for found in one["findings"]))
        for one in stopped
    )
    return [f"  {clean(line)}" for line in said]
