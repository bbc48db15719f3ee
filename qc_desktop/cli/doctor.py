"""``doctor``: what is wrong, and the mend."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from qc_desktop.cli.session import Session, session
from qc_desktop.services import doctor as doctors
from qc_desktop.services.doctor import Diagnosis

_MORE = {
    "database": "doctor_database",
    "damaged": "doctor_damaged",
    "keys_bad": "doctor_keys_bad",
    "search_stale": "doctor_search_stale",
    "no_association_name": "doctor_no_association_name",
    "no_verification_prefix": "doctor_no_verification_prefix",
    "keys_stale": "doctor_keys_stale",
    "derivation": "doctor_derivation",
    "derivation_weak": "doctor_derivation",
    "sheet_missing": "doctor_sheet_missing",
    "sheet_unproved": "doctor_sheet_unproved",
    "issued_list_lost": "doctor_issued_list_lost",
    "ledger_more": "doctor_ledger_more",
    "font_lost": "command_font_replace",
    "font_changed": "command_font_replace",
}
"""What an administrator is told besides: details and commands, which are no words for the window."""


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
    said = [{"check": one.code, "good": one.good, "says": " ".join(_says(run, one))} for one in found]
    bad = [one for one in said if not one["good"]]
    lines = [f"{'✓' if one['good'] else '✗'} {one['says']}" for one in said]
    run.show({"good": not bad, "checks": said}, lines if bad else [*lines, run.say("sound")])
    if bad:
        raise typer.Exit(1)


def _says(run: Session, one: Diagnosis) -> Iterator[str]:
    yield run.words.text(f"doctor.{one.code}", **one.params)
    if one.code in _MORE:
        yield run.say(_MORE[one.code], **one.params)
