from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.models.paged import KEPT_PAGES, PAGE, PLACEHOLDER, ROW_ROLE, PagedModel, tone_of
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.table import Table

from .conftest import Keep
from .demo_page import columns
from .fakes import Line, Lines


@pytest.fixture
def lines() -> Lines:
    return Lines(300)


@pytest.fixture
def model(qtbot: QtBot, jobs: Jobs, lines: Lines) -> PagedModel[str, Line]:
    made = PagedModel(lines, columns(), lambda row: row.id, jobs)
    with qtbot.waitSignal(made.counted):
        made.ask("")
    return made


def test_keeps_to_qts_rules(qtbot: QtBot, jobs: Jobs, model: PagedModel[str, Line], qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    qtbot.waitUntil(lambda: not jobs.is_asking)
    with qtbot.waitSignal(model.counted):
        model.ask("电器")
    qtmodeltester.check(model)


def test_shows_a_placeholder_until_the_page_is_there(qtbot: QtBot, model: PagedModel[str, Line], lines: Lines) -> None:
    last = model.index(299, 1)
    assert last.data() == PLACEHOLDER
    assert last.data(ROW_ROLE) is None
    with qtbot.waitSignal(model.dataChanged) as signal:
        pass
    assert last.data() == lines.lines[299].name
    assert (signal.args[0].row(), signal.args[1].row()) == (2 * PAGE, 299)


def test_asks_for_a_page_once(qtbot: QtBot, jobs: Jobs, model: PagedModel[str, Line], lines: Lines) -> None:
    lines.asked.clear()
    for row in range(PAGE, 2 * PAGE):
        model.index(row, 1).data()
    qtbot.waitUntil(lambda: not jobs.is_asking)
    assert lines.asked == [("", PAGE)]


def test_the_answer_to_an_older_question_is_dropped(qtbot: QtBot, jobs: Jobs, model: PagedModel[str, Line]) -> None:
    counts: list[int] = []
    model.counted.connect(counts.append)
    for query in ("示例", "电器", "家具"):
        model.ask(query)
    qtbot.waitUntil(lambda: not jobs.is_asking)
    assert counts == [model.rowCount()]
    assert all("家具" in str(model.index(row, 1).data()) for row in range(model.rowCount()))


def test_rows_are_gathered_from_the_list_that_is_shown(
    qtbot: QtBot, jobs: Jobs, model: PagedModel[str, Line], lines: Lines
) -> None:
    got: list[str] = []
    model.ask("远山")
    model.gather(((0, 3),), lambda rows: [row.id for row in rows], got.extend)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [line.id for line in lines.lines[:3]]


def test_forgets_pages_looked_at_long_ago(qtbot: QtBot, jobs: Jobs) -> None:
    source = Lines(PAGE * (KEPT_PAGES + 10))
    model = PagedModel(source, columns(), lambda row: row.id, jobs)
    model.ask("")
    qtbot.waitUntil(lambda: not jobs.is_asking)
    for number in range(KEPT_PAGES + 10):
        model.row(number * PAGE)
    qtbot.waitUntil(lambda: not jobs.is_asking)
    assert model.place_of(source.lines[0].id) is None
    assert model.place_of(source.lines[-1].id) == len(source.lines) - 1


def test_a_status_has_a_word_and_a_tone(model: PagedModel[str, Line]) -> None:
    cell = model.index(1, 4)
    assert cell.data() == "待审核"
    assert tone_of(cell) is Tone.WARN
    assert tone_of(model.index(1, 0)) is None


@pytest.fixture
def table(qtbot: QtBot, keep: Keep, model: PagedModel[str, Line]) -> Table:
    made = Table(model, "企业")
    keep(made)
    made.resize(760, 400)
    made.show()
    return made


def test_columns_fill_the_width_and_give_way_by_rank(table: Table) -> None:
    assert not any(table.isColumnHidden(column) for column in range(5))
    assert sum(table.columnWidth(column) for column in range(5)) == table.viewport().width()
    table.resize(500, 400)
    assert [table.isColumnHidden(column) for column in range(5)] == [False, False, True, False, False]
    table.resize(440, 400)
    assert [table.isColumnHidden(column) for column in range(5)] == [False, False, True, True, False]
    assert table.horizontalScrollBar().maximum() == 0


def test_return_opens_and_selection_is_told(qtbot: QtBot, table: Table) -> None:
    with qtbot.waitSignal(table.current_changed) as changed:
        table.selectRow(3)
    assert changed.args == ["QC-26003"]
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == ["QC-26003"]


def test_selection_survives_a_refresh_that_moves_the_row(
    qtbot: QtBot, table: Table, model: PagedModel[str, Line], lines: Lines
) -> None:
    table.selectRow(10)
    del lines.lines[:5]
    with qtbot.waitSignal(model.counted):
        model.refresh()
    assert table.chosen_keys == ("QC-26010",)
    assert table.currentIndex().row() == 5


def test_another_row_in_the_same_place_is_told(qtbot: QtBot, table: Table, model: PagedModel[str, Line]) -> None:
    """Two answers of one length: the marked place is the same, the row in it is not."""
    told: list[object] = []
    table.current_changed.connect(told.append)
    with qtbot.waitSignal(model.counted):
        model.ask("青禾")
    table.choose_place(0)
    with qtbot.waitSignal(model.counted):
        model.ask("远山")
    assert model.rowCount() == len([one for one in model._source.lines if "青禾" in one.name])
    assert told[-1] in (None, *table.chosen_keys)
    assert table.chosen_keys == (told[-1],) if told[-1] else not table.chosen_keys


def test_a_row_that_no_longer_answers_is_not_at_hand(qtbot: QtBot, table: Table, model: PagedModel[str, Line]) -> None:
    table.selectRow(0)
    with qtbot.waitSignal(table.current_changed) as changed:
        model.ask("远山")
    assert changed.args == [None]
    assert table.chosen_keys == ()


def test_copy_brings_the_headers(table: Table) -> None:
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split("\n") == [
        "编号\t企业名称\t行业\t省份\t承诺状态",
        "QC-26000\t示例青禾电器有限公司\t家电\t广东\t草稿",
    ]
