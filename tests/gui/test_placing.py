"""The checks of places can fail: `test_long_texts` looks at every view with them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.models.columns import Column
from qc_desktop.gui.models.given import Given
from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.widgets.table import Table

from .conftest import Keep
from .placing import cut_off, few_rows, main_buttons, overlaps


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
