"""b. A pledge by keyboard alone: Ctrl+N, the name, Tab, Ctrl+Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qc_desktop.domain.campaigns import Stage
from qc_desktop.gui.pages.companies.page import CompaniesPage
from qc_desktop.services.campaigns import years
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import Office
from tests.gui.flows.recorder import Recorder, press, write
from tests.gui.real import Real, rest
from tests.samples import DAY, add, code

CONTROL = Qt.KeyboardModifier.ControlModifier
FIXED = 3
"""Ctrl+N, Tab and Ctrl+Enter; the rest is what is typed."""

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


def pledged(office: Office, campaign_id: str) -> list[str]:
    found = browsing.page(office, CompanyFilter(campaign_id=campaign_id, stages=(Stage.MATERIAL_REVIEW.value,)))
    return [row.name for row in found]


@pytest.mark.parametrize("page_id", ["companies", "home"])
def test_known_and_new(qtbot: QtBot, real: Real, office: Office, recorder: Recorder, page_id: str) -> None:
    year = years.open_year(office, years.suggestion(office, DAY.year))
    add(office, "示例甲丙有限公司", code(1))
    shell = real(office, page_id)
    recorder.begin()
    press(shell, Qt.Key.Key_N, held=CONTROL)
    rest(qtbot, shell)
    page = shell.page
    assert isinstance(page, CompaniesPage)
    write(shell, "sljb")
    press(shell, Qt.Key.Key_Tab)
    rest(qtbot, shell)
    press(shell, Qt.Key.Key_Return, held=CONTROL)
    rest(qtbot, shell)
    assert pledged(office, year.id) == ["示例甲丙有限公司"]
    assert (recorder.keys, recorder.clicks) == (FIXED + len("sljb"), 0)

    recorder.begin()  # the next form is open, with the cursor in the name
    write(shell, "Shili New Company")
    press(shell, Qt.Key.Key_Tab)
    write(shell, code(2))
    press(shell, Qt.Key.Key_Return, held=CONTROL)
    rest(qtbot, shell)
    assert sorted(pledged(office, year.id)) == ["Shili New Company", "示例甲丙有限公司"]
    assert (recorder.keys, recorder.clicks) == (len("Shili New Company") + 1 + len(code(2)) + 1, 0)
