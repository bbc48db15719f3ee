"""What was seen: records of visits dropped or chosen, what is suspicious first, and the way to a label's answer."""

from __future__ import annotations

import datetime as dt
import gzip
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from qc_desktop.gui.pages.labels.page import LabelsPage
from qc_desktop.gui.pages.labels.seen.view import ALL, SUSPICIOUS
from qc_desktop.gui.shell import Shell
from qc_desktop.services.sightings import seen
from qc_desktop.storage.tables import Sighting
from qc_desktop.trust.item_labels import label_digits
from tests.gui.real import Real, faults, rest
from tests.labelled import PRODUCT, labelled
from tests.samples import Year

SERIAL = "00001-000007"
LANGS = pytest.mark.parametrize("lang", ["zh_CN", "en"])


@pytest.fixture
def office(year: Year) -> Year:
    """The sample year with a batch of labels."""
    labelled(year)
    return year


@pytest.fixture
def shell(real: Real, office: Year) -> Shell:
    return real(office.office, "labels")


@pytest.fixture
def page(shell: Shell) -> LabelsPage:
    assert isinstance(shell.page, LabelsPage)
    return shell.page


def sight(year: Year, serial: str, way: str = "phone", **counts: int) -> None:
    with year.office.writing("sighting_import", undoable=False) as work:
        numbers = {"visits": 1, "visitors": 1, "networks": 1, **counts}
        work.session.add(Sighting(day=dt.date(2026, 5, 1), way=way, label_serial=serial, **numbers))


@pytest.fixture
def log(office: Year, tmp_path: Path) -> Path:
    """60 visits of SERIAL on one day, a link that nobody signed, and a line that is none."""
    (digits,) = label_digits(1, 7, 7, office.signer)
    at = "15/Mar/2026:10:{minute:02}:00 +0800"
    line = "203.0.113.{minute} - - [" + at + '] "GET /q/?c={digits} HTTP/1.1" 200 9 "-" "Mozilla/5.0 (iPhone) Mobile"\n'
    lines = [line.format(minute=minute, digits=digits) for minute in range(60)]
    path = tmp_path / "access.log.1.gz"
    path.write_bytes(gzip.compress("".join([*lines, line.format(minute=1, digits="1" * 200), "示例\n"]).encode()))
    return path


def drop(page: LabelsPage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action = Qt.DropAction.CopyAction
    page.dropEvent(QDropEvent(QPoint(5, 5), action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))


def test_before_anything_was_seen_one_action_leads_on(qtbot: QtBot, shell: Shell, page: LabelsPage) -> None:
    page.open_item("seen")
    rest(qtbot, shell)
    assert page.seen._nothing.isVisible()
    assert faults(qtbot, shell) == []
    page.seen._nothing.entrance.click()
    assert page.visits.isVisible()
    assert page.visits.choose.hasFocus()


def test_dropped_records_are_counted_and_lead_to_the_label(
    qtbot: QtBot, shell: Shell, page: LabelsPage, log: Path
) -> None:
    drop(page, log)
    rest(qtbot, shell)
    assert page.visits.bar.text == "数到 60 次访问。"
    assert "62 行，数到 60 次" in page.visits.told.text()
    assert "1 次不是本会签发的编码；1 行看不懂" in page.visits.told.text()
    page.visits.back.click()
    rest(qtbot, shell)
    row = page.seen.model.row(0)
    assert row is not None
    assert (row.number, row.visits, row.product) == (SERIAL, 60, PRODUCT)
    assert "一天被看到 60 次" in page.seen.detail.reasons.text()
    page.seen.table.setFocus()
    QTest.keyClick(page.seen.table, Qt.Key.Key_Return)
    rest(qtbot, shell)
    assert shell.whereabouts[0] == "desk"
    assert shell.page.results.card.answer.number == SERIAL
    assert shell.page.results.card.answer.suspicions


def test_the_same_records_add_nothing(qtbot: QtBot, shell: Shell, page: LabelsPage, log: Path, office: Year) -> None:
    for _ in range(2):
        drop(page, log)
        rest(qtbot, shell)
    assert "以前数过" in page.visits.bar.text
    assert seen.page(office.office)[0].visits == 60


def test_another_website_is_counted_apart(
    qtbot: QtBot, shell: Shell, page: LabelsPage, log: Path, office: Year, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(page, log)
    rest(qtbot, shell)
    other = log.with_name("access.log")
    other.write_bytes(gzip.decompress(log.read_bytes()))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(other)], ""))
    page.visits.site.setText("第二个网站")
    page.visits.choose.click()
    rest(qtbot, shell)
    assert seen.page(office.office)[0].visits == 120


def test_a_file_that_is_no_record_is_said_and_the_others_are_counted(
    qtbot: QtBot, shell: Shell, page: LabelsPage, log: Path
) -> None:
    wrong = log.with_name("错的.log")
    wrong.write_text("示例\n", encoding="utf-8")
    drop(page, wrong, log)
    rest(qtbot, shell)
    assert "错的.log" in page.visits.bar.text
    assert "没有一行是网站的访问记录" in page.visits.bar.text
    assert "数到 60 次" in page.visits.told.text()
    assert faults(qtbot, shell) == []


def test_reading_can_be_stopped_and_counts_nothing(
    qtbot: QtBot, shell: Shell, page: LabelsPage, log: Path, office: Year
) -> None:
    page.show_visits()
    begun = Event()
    shell.context.jobs.change(begun.wait)  # the records wait behind it
    page.visits.read([log])
    page.visits.progress._stop.click()
    begun.set()
    rest(qtbot, shell)
    assert "已停止" in page.visits.bar.text
    assert seen.count(office.office) == 0


def test_what_is_suspicious_stands_first_and_the_rest_is_one_chip_away(
    qtbot: QtBot, shell: Shell, page: LabelsPage, office: Year
) -> None:
    sight(office, "00001-000003", visits=9)
    sight(office, SERIAL, visits=70)
    sight(office, "00001-000101")
    page.open_item("seen")
    rest(qtbot, shell)
    model = page.seen.model
    assert [model.row(place).number for place in range(model.rowCount())] == ["00001-000101", SERIAL]
    assert not page.seen.detail.batch.isVisible()  # of what was never issued there is none
    page.seen.chips.choose(ALL)
    rest(qtbot, shell)
    assert [model.row(place).number for place in range(model.rowCount())] == [SERIAL, "00001-000003", "00001-000101"]
    page.seen.table.choose(SERIAL)
    page.seen.detail.batch.click()
    rest(qtbot, shell)
    assert page.batches.isVisible()
    assert page.batches.detail.row is not None


def test_where_nothing_is_suspicious_that_is_said(qtbot: QtBot, shell: Shell, page: LabelsPage, office: Year) -> None:
    sight(office, SERIAL)
    page.open_item("seen")
    rest(qtbot, shell)
    assert page.seen._calm.isVisible()
    assert faults(qtbot, shell) == []
    page.seen._calm.entrance.click()
    rest(qtbot, shell)
    assert page.seen.chips.current == ALL
    assert page.seen.model.rowCount() == 1
    page.seen.chips.choose(SUSPICIOUS)
    rest(qtbot, shell)
    assert page.seen._calm.isVisible()


def test_the_list_keeps_to_qts_rules(
    qtbot: QtBot, shell: Shell, page: LabelsPage, office: Year, qtmodeltester: ModelTester
) -> None:
    sight(office, SERIAL, visits=70)
    page.open_item("seen")
    rest(qtbot, shell)
    qtmodeltester.check(page.seen.model)


@LANGS
def test_interface(qtbot: QtBot, real: Real, office: Year, log: Path, lang: str) -> None:
    for serial in (SERIAL, "00001-000101"):
        sight(office, serial, visits=70, visitors=40)
        for _ in range(2):
            sight(office, serial, way="code")
    shell = real(office.office, "labels", lang)
    page = shell.page
    assert isinstance(page, LabelsPage)
    page.open_item("seen")
    rest(qtbot, shell)
    assert faults(qtbot, shell) == []
    shell.resize(911, 440)
    page.seen.split.open_detail()
    assert faults(qtbot, shell) == []
    drop(page, log)
    rest(qtbot, shell)
    assert faults(qtbot, shell) == []
