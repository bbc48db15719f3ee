"""What a start leaves for later, and how it is fetched then."""

from __future__ import annotations

import subprocess
import sys
from threading import current_thread, main_thread
from types import ModuleType

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.gui import warmup
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.navigation import PAGES
from qc_desktop.gui.warmup import BEHIND, WarmUp

START = (
    "qc_desktop.app",
    "qc_desktop.services.office",
    "qc_desktop.gui.frame.service",
    "qc_desktop.gui.operator",
    "qc_desktop.gui.shell",
    "qc_desktop.gui.pages.home.page",
)
"""What is imported until the first page stands with its figures."""
HEAVY = {
    *("PIL", "alembic", "cryptography", "docx", "numpy", "pikepdf", "pypdfium2", "pypinyin", "python_calamine"),
    *("qrcode", "reportlab", "sqlalchemy.dialects.postgresql", "typer", "uharfbuzz", "xlsxwriter", "zxingcpp"),
}
PAGE_MODULES = tuple(f"qc_desktop.gui.pages.{entry.id}.page" for entry in PAGES)


def _loaded(modules: tuple[str, ...]) -> set[str]:
    """What a program that imports ``modules`` has loaded."""
    code = f"import sys, {', '.join(modules)}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("modules", [START, PAGE_MODULES], ids=["start", "pages"])
def test_neither_the_start_nor_a_page_loads_what_is_heavy(modules: tuple[str, ...]) -> None:
    loaded = _loaded(modules)
    assert {"PySide6", *modules} <= loaded
    assert not HEAVY & loaded


def test_modules_are_fetched_one_by_one_behind_the_window_then_pages_on_its_thread(
    jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: list[tuple[str, bool]] = []

    def note(name: str) -> ModuleType:
        fetched.append((name, current_thread() is main_thread()))
        return sys

    monkeypatch.setattr(warmup, "import_module", note)
    warm = WarmUp(jobs, ["home", "desk"])
    assert not warm.is_over
    warm.go_on()
    qtbot.waitUntil(lambda: warm.is_over)
    assert fetched[: len(BEHIND)] == [(name, False) for name in BEHIND]
    rest = fetched[len(BEHIND) :]
    assert all(on_the_windows for _, on_the_windows in rest)
    names = [name for name, _ in rest]
    assert names[-1] == "qc_desktop.gui.pages.desk.page"
    assert names.index("qc_desktop.gui.pages.home.board") < names.index("qc_desktop.gui.pages.home.page")
    assert len(names) == len(set(names))


def test_a_question_goes_before_what_is_still_to_be_fetched(
    jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    monkeypatch.setattr(warmup, "import_module", order.append)
    warm = WarmUp(jobs, [])
    warm.go_on()
    jobs.query(lambda: order.append("question"), lambda _: None)
    qtbot.waitUntil(lambda: warm.is_over and not jobs.is_asking)
    assert order.index("question") <= 1


def test_all_that_is_named_is_there(jobs: Jobs, qtbot: QtBot) -> None:
    warm = WarmUp(jobs, [entry.id for entry in PAGES])
    warm.go_on()
    qtbot.waitUntil(lambda: warm.is_over and not jobs.is_asking, timeout=30_000)
    assert {*BEHIND, *PAGE_MODULES} <= sys.modules.keys()


def test_closing_ends_it(jobs: Jobs, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    monkeypatch.setattr(warmup, "import_module", order.append)
    WarmUp(jobs, ["home"]).go_on()
    jobs.close()
    assert len(order) <= 1


def test_the_heaviest_page_is_made_last_and_once_before_anybody_comes(
    jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    monkeypatch.setattr(warmup, "import_module", lambda name: done.append(name) or sys)
    warm = WarmUp(jobs, ["home"], lambda page_id: done.append(f"made {page_id}"))
    warm.go_on()
    qtbot.waitUntil(lambda: warm.is_over)
    assert done[-1] == "made companies"
    assert len([name for name in done if name.startswith("made")]) == 1
