"""The pages as they are come to, the overview, the settings, another look."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.databases import LAST_YEAR
from benchmarks.stall_steps.common import Step, page_of

if TYPE_CHECKING:
    from qc_desktop.gui.window import Window

PAGES = ("home", "companies", "campaign", "certificates", "desk", "history", "layouts", "labels", "settings", "help")
SECTIONS = ("members", "texts", "pc", "backup", "moving", "passphrase", "health", "about", "office")


def first_visits(window: Window) -> Iterator[Step]:
    """Every page, and once more."""
    for page_id in PAGES:
        yield f"first visit: {page_id}", partial(window.shell.go, page_id)
    for page_id in PAGES:
        yield f"again: {page_id}", partial(window.shell.go, page_id)


def home(window: Window, folder: Path) -> Iterator[Step]:
    """The overview, what leaves it, and the search above."""
    shell = window.shell
    yield "home: overview", partial(shell.go, "home", "overview")
    overview = page_of(window).overview
    yield "home: overview again", partial(overview.ask, LAST_YEAR)
    for key in ("province:44", "movement:joined", "state:took_part"):
        yield f"home: {key} opens its list", partial(overview.view.list_wanted.emit, LAST_YEAR, key)
    yield from _leaving(window, folder)
    yield "home: today", partial(shell.go, "home", "today")
    for text in ("青", "青禾", "qh", "QC-2026-315-0001"):
        yield f"search above: {text}", partial(shell._search.setText, text)
    yield "search above: put away", shell._search.clear


def _leaving(window: Window, folder: Path) -> Iterator[Step]:
    """What leaves the overview: numbers, a picture, the briefing, the year's archive."""
    from qc_desktop.services.reports import briefing, charts, pictures, workbook

    shell, office = window.shell, window.desk.office
    yield "home: overview once more", partial(shell.go, "home", "overview")
    work = page_of(window).overview.work
    numbers, write = work.numbers, work._write_to
    chart = charts.charts(numbers, shell.context.words)[0]
    yield "home: numbers written", partial(write, partial(workbook.write, numbers), folder / "numbers.xlsx")
    yield "home: a picture copied", partial(work.copy_picture, chart)
    yield "home: a picture written", partial(write, partial(pictures.save, numbers, chart.id), folder / "chart.png")
    brief = folder / "briefing.docx"
    yield "home: briefing", partial(write, lambda path: briefing.write(briefing.subject(office, numbers), path), brief)
    yield "home: archive", partial(work._pack, numbers, folder / "archive.zip")


def settings(window: Window) -> Iterator[Step]:
    """Every section, a backup by hand, a chapter of the manual."""
    for key in SECTIONS:
        yield f"settings: {key}", partial(window.shell.go, "settings", key)
    window.shell.go("settings", "backup")
    yield "settings: backed up", lambda: page_of(window).sections["backup"].make()
    yield "help: a chapter", partial(window.shell.go, "help", "whats-new")


def look(window: Window) -> Iterator[Step]:
    """Theme, size of text, language, and back."""
    window.shell.go("companies")
    for act in ("theme", "theme", "text_large", "text_standard", "language_en", "language_zh_CN"):
        yield f"look: {act}", lambda act=act: window.shell.run(act)
