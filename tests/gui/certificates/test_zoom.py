"""A page looked at closely: sharp at any size, enlarged and turned over by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qc_desktop.gui.pages.certificates.zoom_view import A4_INCHES
from qc_desktop.services import backups
from qc_desktop.services.demo import PASSPHRASE
from qc_desktop.services.office import Office

from ..real import faults
from .conftest import Open, Window

N = "QC-2026-315-{:06}".format


def enlarged(window: Window) -> None:
    window.register.table.selectRow(1)
    window.rest()
    window.register.detail._enlarge.click()
    window.rest()


def sharp(qtbot: QtBot, window: Window, view) -> None:
    """Waits until the page has a dot for every dot of the screen."""
    qtbot.waitUntil(lambda: abs(view.picture.dots - view.dpi * A4_INCHES) <= 2 + view.picture.dots * 0.03)
    window.rest()


def test_a_page_is_drawn_anew_when_it_is_shown_larger(qtbot: QtBot, opened: Open, issued: Office) -> None:
    window = opened(issued)
    enlarged(window)
    view = window.page.rooms.enlarged.view
    sharp(qtbot, window, view)
    before = view.picture.dots
    QTest.keyClick(window.page.rooms.enlarged.back, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.page.rooms.enlarged.back, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.factor == pytest.approx(1.25**2)
    sharp(qtbot, window, view)
    assert view.picture.dots > 1.4 * before
    assert view.horizontalScrollBar().maximum() > 0
    QTest.keyClick(window.page.rooms.enlarged.back, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.factor == pytest.approx(1.25)
    QTest.keyClick(window.page.rooms.enlarged.back, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.factor == 1.0
    assert view.horizontalScrollBar().maximum() == 0


def test_pages_of_the_register_are_turned_over(opened: Open, issued: Office) -> None:
    window = opened(issued)
    enlarged(window)
    page = window.page.rooms.enlarged
    QTest.keyClick(page.back, Qt.Key.Key_PageDown)
    window.rest()
    assert (page.number, page.picture.accessibleName()) == (N(3), "证书 QC-2026-315-000003 的页面")
    for _ in range(5):
        QTest.keyClick(page.back, Qt.Key.Key_PageUp)
        window.rest()
    assert page.number == N(1)
    page.back.click()
    assert window.register.detail.row.number == N(1)


def test_pages_of_a_batch_are_turned_over_before_it_is_issued(qtbot: QtBot, opened: Open, waiting: Office) -> None:
    window = opened(waiting)
    window.page.begin_batch()
    window.go_on()
    step = window.batch.preview
    first = step.picture.accessibleName()
    sharp(qtbot, window, step.view)
    assert window.batch.bar.next.hasFocus()
    QTest.keyClick(window.batch.bar.next, Qt.Key.Key_PageDown)
    window.rest()
    second = step.picture.accessibleName()
    assert second != first
    assert [row.name in name for row, name in zip(step._source.rows, (first, second), strict=False)] == [True, True]
    step.table.setFocus()
    QTest.keyClick(step.table, Qt.Key.Key_PageUp)
    window.rest()
    assert step.picture.accessibleName() == first


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_the_enlarged_page_keeps_to_the_rules(qtbot: QtBot, opened: Open, issued: Office, lang: str) -> None:
    window = opened(issued, lang)
    enlarged(window)
    found = faults(qtbot, window.shell)
    assert found == [], "\n".join(found)


def test_the_companies_that_wait_stand_in_the_order_of_their_numbers(opened: Open, waiting: Office) -> None:
    window = opened(waiting)
    window.page.begin_batch()
    window.rest()
    listed = [window.batch.choose.model.row(place).name for place in range(12)]
    window.go_on()
    assert listed == [row.name for row in window.batch.preview._source.rows]


def test_an_issue_is_backed_up_at_once(opened: Open, waiting: Office) -> None:
    window = opened(waiting)
    window.to_issue_step()
    window.type_passphrase(PASSPHRASE, PASSPHRASE)
    window.go_on()
    assert [known.kind for known in backups.listed(waiting)][:1] == ["issue"]
    assert backups.preview(backups.listed(waiting)[0].path)["certificate"] == 12
