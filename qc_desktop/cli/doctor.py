"""``doctor``: what is wrong, and the mend."""

from __future__ import annotations

from typing import Annotated

import typer

from qc_desktop.cli.session import session
from qc_desktop.services import doctor as doctors


def doctor(
    context: typer.Context,
    mend: Annotated[bool, typer.Option("--mend", help="重建搜索索引 / rebuild the search index")] = False,
) -> None:
    """检查安装和数据 / examine this installation and its records."""
    run = session(context)
    with run.office() as office:
        if mend:
            run.watch(doctors.rebuilding_search(office))
        found = doctors.examine(office)
    said = [
        {"check": one.code, "good": one.good, "says": run.words.text(f"doctor.{one.code}", **one.params)}
        for one in found
    ]
    bad = [one for one in said if not one["good"]]
    lines = [f"{'✓' if one['good'] else '✗'} {one['says']}" for one in said]
    run.show({"good": not bad, "checks": said}, lines if bad else [*lines, run.say("sound")])
    if bad:
        raise typer.Exit(1)
