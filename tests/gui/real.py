"""The real window on real records, and every interface check at once."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.gui.desk import Desk
from qc_desktop.gui.frame.service import Frame
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.navigation import PAGES
from qc_desktop.gui.shell import Shell
from qc_desktop.messages import messages
from qc_desktop.paths import Profile
from qc_desktop.services.office import Office, open_office

from . import checks
from .conftest import Keep
from .placing import faults_of_place

Real = Callable[..., Shell]


def at_work(root: Path, today: dt.date, stored: Path | None = None) -> Iterator[Office]:
    """The office of ``root`` on that day, a copy of ``stored`` if one is given; closed when the test is over."""
    if stored is not None:
        shutil.copytree(stored, root)
    office = replace(open_office(Profile(root), "示例录入员"), fixed_day=today)
    yield office
    office.close()


@pytest.fixture
def real(qtbot: QtBot, keep: Keep, jobs: Jobs, speak: Callable[[str], None]) -> Iterator[Real]:
    """Opens the window on an office at a page, in a language."""
    desks: list[Desk] = []

    def make(office: Office, page_id: str, lang: str = "zh_CN") -> Shell:
        speak(lang)
        desks.append(Desk(office))
        words = messages(lang)
        shell = Shell(PAGES, Frame(desks[-1], words), desks[-1], jobs, words)
        keep(shell).resize(1366, 728)
        shell.show()
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        shell.start(page_id)
        rest(qtbot, shell)
        return shell

    yield make
    for desk in desks:
        desk.office.close()


def rest(qtbot: QtBot, shell: Shell) -> None:
    """Waits until nothing is asked or done any more."""
    jobs = shell.context.jobs
    qtbot.waitUntil(lambda: not jobs.is_asking and not jobs.is_busy, timeout=20_000)
    qtbot.wait(1)  # rows that were added to a layout are shown by the next event


def settle(qtbot: QtBot) -> None:
    """Lets the layouts find their places: parts that turn with their width ask for another height after it."""
    for _ in range(6):
        qtbot.wait(1)


def _at_this_size(shell: Shell) -> list[str]:
    return [*checks.too_wide(shell), *checks.truncated(shell), *faults_of_place(shell)]


def unfit(qtbot: QtBot, shell: Shell) -> list[str]:
    """What is too wide or cut in any of the sizes: one window, built once, is made smaller."""
    found = []
    for size in reversed(checks.SIZES):
        shell.resize(*size)
        settle(qtbot)
        found += [f"{size}: {fault}" for fault in (*checks.too_wide(shell), *checks.truncated(shell))]
    return found


def unreachable(shell: Shell) -> list[str]:
    """What has no name, repeats a mnemonic or is never reached by Tab; and other windows that stand open."""
    return [
        *checks.unnamed(shell),
        *checks.strays(shell),
        *checks.repeated_mnemonics(shell),
        *checks.without_mnemonic_target(shell),
        *checks.tab_misses(shell),
    ]


def faults(qtbot: QtBot, shell: Shell) -> list[str]:
    """What interface.md would object to on the page that is shown, where it has least room.

    Wide windows, large text and long names are the matter of `test_long_texts`, for every view.
    """
    found = [*checks.unnamed(shell), *checks.strays(shell), *checks.repeated_mnemonics(shell)]
    found += checks.without_mnemonic_target(shell)
    for size in checks.NARROW:
        shell.resize(*size)
        settle(qtbot)
        found += [f"{size}: {fault}" for fault in _at_this_size(shell)]
    return found + checks.tab_misses(shell)
