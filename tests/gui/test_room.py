"""Every view at the sizes of the window, in plain and in the largest text: all of it can be seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qc_desktop.gui import theme
from qc_desktop.gui.commands import COMMANDS
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.models.columns import Column
from qc_desktop.gui.models.given import Given
from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.theme import TextSize
from qc_desktop.gui.widgets.table import Table
from tests.samples import Year

from . import checks
from .conftest import Keep
from .placing import cut_off, faults_of_place, few_rows, main_buttons, overlaps
from .real import Real, real, rest, settle

__all__ = ["real"]

LEFT_OUT = {"export_list", "briefing", "archive", "paste_message", "paste_rows"}
"""These ask for a file, or need something on the clipboard; what they open is opened by others."""
VIEWS = [each.id for each in COMMANDS if each.page_id and each.id not in LEFT_OUT]


@pytest.mark.parametrize(
    ("lang", "size"),
    [("zh_CN", TextSize.STANDARD), ("zh_CN", TextSize.EXTRA_LARGE), ("en", TextSize.EXTRA_LARGE)],
    ids=str,
)
def test_everything_has_its_place(
    qtbot: QtBot,
    real: Real,
    year: Year,
    look: Callable[[theme.Theme], None],
    lang: str,
    size: TextSize,
) -> None:
    year.issue(year.participations()[:3])
    look(theme.Theme(size=size))
    shell = real(year.office, "home", lang)
    found = []
    for view in ("home", *VIEWS):
        if view != "home":
            shell.run(view)
            rest(qtbot, shell)
        for room in checks.SIZES if size is TextSize.STANDARD else checks.NARROW:
            shell.resize(*room)
            settle(qtbot)
            found += [f"{view} {room}: {fault}" for fault in (*faults_of_place(shell), *checks.too_wide(shell))]
    assert found == [], "\n".join(found)


@pytest.fixture
def bad_page(qtbot: QtBot, keep: Keep, jobs: Jobs) -> QWidget:
    """A page with one of each fault, the control that the checks can fail."""
    page = keep(QWidget())
    page.resize(400, 200)
    for text, left in (("保存", 10), ("另存", 20)):
        made = QPushButton(text, page)
        made.setProperty("kind", "primary")
        made.setGeometry(left, 10, 80, 40)
    QLabel("在窗口下边以外", page).setGeometry(10, 190, 100, 30)
    model = PagedModel(Given[str](), (Column[str]("name", "名称", 10, str),), str, jobs, page)
    table = Table(model, "名单")
    table.setParent(page)
    table.setGeometry(200, 10, 180, 80)
    model.ask(("甲", "乙", "丙", "丁"))
    page.show()
    qtbot.waitUntil(lambda: model.rowCount() == 4)
    return page


def test_the_checks_can_fail(bad_page: QWidget) -> None:
    assert len(overlaps(bad_page)) == 1
    assert len(cut_off(bad_page)) == 1
    assert len(few_rows(bad_page)) == 1
    assert len(main_buttons(bad_page)) == 1
