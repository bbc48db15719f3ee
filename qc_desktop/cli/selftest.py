"""``self-test``: does everything that ships work here, also in a frozen build?"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from qc_desktop.cli.session import Session, session
from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.progress import finish
from qc_desktop.paths import Profile
from qc_desktop.services import backups, demo, doctor, recovery, rosters, verification
from qc_desktop.services.answers import GENUINE
from qc_desktop.services.companies import browsing, editing, planning
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import Office, open_office

COMPANIES = 12


def self_test(
    context: typer.Context,
    window: Annotated[bool, typer.Option(help="也试开窗口 / try the window too")] = True,
) -> None:
    """自检：在临时文件夹里走一遍 / a small year in a temporary folder, every part used once."""
    run = session(context)
    results: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory(prefix="质检 协会 %1 ") as folder:
        for name, step in _steps(Path(folder), run, window):
            began = time.monotonic()
            step()
            results.append({"step": name, "seconds": round(time.monotonic() - began, 2)})
            run.remark(f"✓ {name} {results[-1]['seconds']} s")
    run.show({"passed": True, "steps": results}, [run.say("sound")])


def _steps(folder: Path, run: Session, window: bool) -> Iterator[tuple[str, Callable[[], object]]]:
    office = open_office(Profile(folder / "profile"), "示例员")
    try:
        made = finish(demo.sample_year(office, COMPANIES, 2026))
        yield "sample year", lambda: made
        done: list[demo.Demo] = []
        yield "issue, print, check", lambda: done.append(finish(demo.documents(office, made, folder)))
        yield "search", lambda: _expect(len(browsing.find(office, "sl")) == COMPANIES)
        for form in rosters.formats():
            yield (
                f"roster {form}",
                lambda form=form: finish(  # type: ignore[misc]
                    rosters.export(office, made, form, folder / f"roster.{form}")
                ),
            )
        yield "read a list", lambda: finish(planning.plan(office, done[0].roster))
        yield "verify the PDF", lambda: _verify(office, done[0].certificates)
        opened = [office]
        yield "backup and restore", lambda: opened.append(_restored(office))
        office = opened[-1]
        root = recovery.root_of(office, passphrase=demo.PASSPHRASE)
        yield "recovery sheet", lambda: recovery.prove(office, recovery.root_of(office, typed=recovery.typed(root)))
        yield "doctor", lambda: _expect(all(one.good for one in doctor.examine(office)))
    finally:
        office.close()
    if window:
        from qc_desktop.app import take_screenshots

        yield "window", lambda: _expect(bool(take_screenshots(office.profile, folder / "pages", run.lang)))


def _restored(office: Office) -> Office:
    """The office opened anew on its own backup, in which a company entered since is gone."""
    kept = backups.make(office)
    editing.save(office, CompanyDraft("示例自检有限公司"))
    fresh = backups.restore(office, kept.path)
    _expect(browsing.count(fresh, CompanyFilter()) == COMPANIES)
    return fresh


def _verify(office: Office, path: Path) -> None:
    answers = verification.verify(office, str(path))
    _expect(len(answers) == COMPANIES and all(answer.verdict in GENUINE for answer in answers))


def _expect(good: bool) -> None:
    if not good:
        raise RuntimeError("self-test: a step gave another result than it should")
