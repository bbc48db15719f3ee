"""b. A pledge by keyboard alone: Ctrl+N, the name, Tab, Ctrl+Enter.

Times are those of the keystroke-level model (Card, Moran and Newell, The Psychology of Human-Computer Interaction,
1983): what a person who types slowly needs, without the time in which a machine works.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qc_desktop.domain.campaigns import Stage
from qc_desktop.gui.pages.companies.page import CompaniesPage
from qc_desktop.services.campaigns import pledging, years
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import Office
from tests.gui.flows.recorder import Recorder, press, write
from tests.gui.real import Real, rest
from tests.samples import DAY, add, code

CONTROL = Qt.KeyboardModifier.ControlModifier
FIXED = 3
"""Ctrl+N, Tab and Ctrl+Enter; the rest is what is typed."""

KEY, THOUGHT = 0.5, 1.35
"""Seconds a key, and before each field or shortcut."""
KNOWN_SECONDS, NEW_SECONDS = 25, 60
TABS = 7
"""From the code over the rest of the company to its products."""

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
    assert seconds(recorder, FIXED) <= KNOWN_SECONDS

    recorder.begin()  # the next form is open, with the cursor in the name
    write(shell, "Shili New Company")
    press(shell, Qt.Key.Key_Tab)
    write(shell, code(2))
    press(shell, *[Qt.Key.Key_Tab] * TABS)
    write(shell, "Rice cooker")
    press(shell, Qt.Key.Key_Return, held=CONTROL)
    rest(qtbot, shell)
    assert sorted(pledged(office, year.id)) == ["Shili New Company", "示例甲丙有限公司"]
    assert products(office, year.id, "Shili New Company") == ("Rice cooker",)
    typed = len("Shili New Company") + len(code(2)) + len("Rice cooker")
    assert (recorder.keys, recorder.clicks) == (typed + 1 + TABS + 1, 0)
    assert seconds(recorder, 4) <= NEW_SECONDS


def test_the_first_company_of_all(qtbot: QtBot, real: Real, office: Office, recorder: Recorder) -> None:
    year = years.open_year(office, years.suggestion(office, DAY.year))
    shell = real(office, "home")
    recorder.begin()
    press(shell, Qt.Key.Key_N, held=CONTROL)
    rest(qtbot, shell)
    write(shell, "Shili New Company")
    press(shell, Qt.Key.Key_Return, held=CONTROL)
    rest(qtbot, shell)
    assert pledged(office, year.id) == ["Shili New Company"]
    assert (recorder.keys, recorder.clicks) == (len("Shili New Company") + 2, 0)


def seconds(recorder: Recorder, thoughts: int) -> float:
    """How long it takes a person."""
    return recorder.keys * KEY + thoughts * THOUGHT


def products(office: Office, campaign_id: str, name: str) -> tuple[str, ...]:
    (company,) = browsing.find(office, name)
    row = pledging.pledge_of(office, campaign_id, company.id)
    assert row is not None
    return row.pledge.products
