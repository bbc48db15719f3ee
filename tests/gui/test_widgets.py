from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QFormLayout, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qc_desktop.domain import uscc
from qc_desktop.domain.charts import Chart, Kind, Mark
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.domain.text import clean_code
from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.chart_view import ChartView
from qc_desktop.gui.widgets.empty_state import EmptyState
from qc_desktop.gui.widgets.field_note import FieldCheck, FieldNote
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.list_detail import BOTH_FROM, ListDetail
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action, button
from qc_desktop.gui.widgets.progress_panel import ProgressPanel
from qc_desktop.gui.widgets.search_field import SearchField
from qc_desktop.gui.widgets.stat_card import StatCard
from qc_desktop.gui.widgets.step_header import StepHeader
from qc_desktop.gui.widgets.toast import Toast
from qc_desktop.messages import messages

from .conftest import Keep

Shown = Callable[[QWidget], QWidget]


def compose(field: QLineEdit, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(field, event)


def test_search_waits_for_the_input_method(qtbot: QtBot, shown: Shown) -> None:
    field = shown(SearchField())
    spy = QSignalSpy(field.searched)
    compose(field, "guo")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.is_composing
    assert spy.count() == 0
    with qtbot.waitSignal(field.searched) as signal:
        compose(field, "", "国")
    assert signal.args == ["国"]
    assert not field.is_composing


def test_the_pause_does_not_search_half_typed_text(qtbot: QtBot, shown: Shown) -> None:
    field = shown(SearchField())
    field.setText("示例")
    with qtbot.waitSignal(field.searched):
        pass
    spy = QSignalSpy(field.searched)
    field.setText("示例国")
    compose(field, "jia")
    with qtbot.waitSignal(field._pause.timeout):
        pass
    assert spy.count() == 0


def test_return_searches_at_once_and_escape_empties(shown: Shown) -> None:
    field = shown(SearchField())
    spy = QSignalSpy(field.searched)
    QTest.keyClicks(field, "gl")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert spy.count() == 1
    assert spy.at(0) == ["gl"]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_return_while_composing_does_not_fire(shown: Shown) -> None:
    field = shown(LineEdit())
    spy = QSignalSpy(field.returnPressed)
    compose(field, "zhong")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert spy.count() == 0
    compose(field, "", "中")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert spy.count() == 1
    assert field.text() == "中"


@pytest.fixture
def form(qtbot: QtBot, keep: Keep) -> tuple[QWidget, LineEdit, FieldNote]:
    page = QWidget()
    keep(page)
    layout = QFormLayout(page)
    field, other = LineEdit(), LineEdit()
    layout.addRow("信用代码", field)
    layout.addRow("手机", other)
    note = FieldNote(layout, field)
    FieldCheck(field, note, lambda text: uscc.check(text)[1], messages("zh_CN"))
    page.show()
    return page, field, note


def test_a_field_complains_when_left_and_forgives_at_once(form: tuple[QWidget, LineEdit, FieldNote]) -> None:
    _page, field, note = form
    field.setFocus()
    QTest.keyClicks(field, "91350100M000100Y4")
    assert note.text == ""
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert "现在是17位" in note.text
    assert note.isVisible()
    assert field.accessibleDescription() == note.text
    assert field.property("tone") == "bad"
    QTest.keyClicks(field, "3")
    assert note.text == ""
    assert not note.isVisible()
    assert field.property("tone") == ""


def test_a_note_has_the_lines_it_takes_also_once_there_is_less_room(
    form: tuple[QWidget, LineEdit, FieldNote],
) -> None:
    page, _, note = form
    note.say(Tone.BAD, "示例：" + "很长的一句话，" * 8)
    for width in (600, 260, 400):
        page.resize(width, 400)
        QApplication.sendPostedEvents()
        assert note.height() >= note.heightForWidth(note.width()) > 0, width


def test_full_width_digits_are_welcome(form: tuple[QWidget, LineEdit, FieldNote]) -> None:
    _page, field, note = form
    field.tidy_with(clean_code)
    field.setFocus()
    compose(field, "", "９１３５０１００Ｍ０００１００Ｙ４３")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "91350100M000100Y43"
    assert note.text == ""


def test_a_message_replaces_the_one_before_and_acts_once(shown: Shown) -> None:
    calls: list[str] = []
    bar = shown(MessageBar())
    bar.say(Tone.WARN, "可能重复", Action("打开它", lambda: calls.append("open")))
    bar.say(Tone.BAD, "没有保存", Action("再试一次", lambda: calls.append("again")))
    (action,) = (button for button in bar.findChildren(QPushButton) if button.isVisible())
    assert (bar.text, action.text(), bar.accessibleName()) == ("没有保存", "再试一次", "没有保存")
    action.click()
    assert calls == ["again"]
    assert not bar.isVisible()


def test_a_toast_leaves_by_itself_but_not_under_the_mouse(qtbot: QtBot, shown: Shown) -> None:
    window = shown(QLineEdit())
    window.resize(600, 400)
    window.setFocus()
    toast = Toast(window)
    toast.say("已删除示例青禾电器有限公司", Action("撤销", lambda: None))
    assert window.rect().contains(toast.geometry())
    toast._timer.setInterval(1)
    nowhere = QPointF()
    QApplication.sendEvent(toast, QEnterEvent(nowhere, nowhere, nowhere))
    assert not toast._timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast._timer.isActive()
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_toast_undoes_and_stays_inside_a_smaller_window(shown: Shown) -> None:
    undone: list[bool] = []
    window = shown(QWidget())
    window.resize(900, 400)
    toast = Toast(window)
    toast.say(
        "已作废三张证书，编号 示例-2026-000001 至 示例-2026-000003，原因：印刷有误",
        Action("撤销", lambda: undone.append(True)),
    )
    window.resize(360, 400)
    assert window.rect().contains(toast.geometry())
    toast.findChild(QPushButton).click()
    assert undone == [True]
    assert not toast.isVisible()


def counting() -> Job[int]:
    for done in (1, 2, 3):
        yield Progress("render", done, 3)
    return 3


def test_a_toast_gives_the_focus_back_to_where_it_was(shown: Shown) -> None:
    window = QWidget()
    window.resize(600, 300)
    first, field = QLineEdit(window), QLineEdit(window)
    field.move(0, 60)
    toast = Toast(window)
    shown(window)
    assert first.isVisible()
    field.setFocus()
    toast.say("示例已保存", Action("撤销", print))
    QTest.mouseClick(toast._button, Qt.MouseButton.LeftButton)
    assert toast.isHidden()
    assert field.hasFocus()


def test_progress_is_shown_and_the_panel_leaves(qtbot: QtBot, jobs: Jobs, shown: Shown) -> None:
    panel = shown(ProgressPanel(messages("zh_CN")))
    task = jobs.run(counting)
    panel.watch(task, "正在生成")
    assert panel.isVisible()
    seen: list[list[str]] = []
    task.progressed.connect(lambda *_: seen.append([label.text() for label in panel.findChildren(QLabel)]))
    with qtbot.waitSignal(panel.finished):
        pass
    assert "生成证书  3 / 3" in seen[-1]
    assert not panel.isVisible()


def test_stop_asks_the_job_to_stop(qtbot: QtBot, jobs: Jobs, shown: Shown) -> None:
    def endless() -> Job[None]:
        while True:
            yield Progress("render", 1, 2)

    panel = shown(ProgressPanel(messages("zh_CN")))
    task = jobs.run(endless)
    panel.watch(task, "正在生成")
    stop = panel.findChild(QPushButton)
    with qtbot.waitSignal(task.cancelled):
        stop.click()
        assert not stop.isEnabled()


def test_list_and_detail_share_or_take_turns(qtbot: QtBot, shown: Shown) -> None:
    listing, detail = QPushButton("名单"), QPushButton("详情")
    pair = shown(ListDetail(listing, detail, "返回名单"))
    pair.resize(BOTH_FROM, 400)
    assert listing.isVisible()
    assert detail.isVisible()
    pair.resize(BOTH_FROM - 1, 400)
    assert listing.isVisible()
    assert not detail.isVisible()
    pair.open_detail()
    assert not listing.isVisible()
    assert detail.isVisible()
    with qtbot.waitSignal(pair.returned):
        QTest.keyClick(detail, Qt.Key.Key_Escape)
    assert listing.isVisible()


def test_chips_keep_their_choice_when_counts_change(qtbot: QtBot, shown: Shown) -> None:
    chips = shown(FilterChips([Chip("all", "全部"), Chip("review", "待审核", 3)]))
    with qtbot.waitSignal(chips.chosen) as signal:
        chips.findChildren(QPushButton)[1].click()
    assert signal.args == ["review"]
    chips.show_chips([Chip("all", "全部", 2000), Chip("review", "待审核 & 补正", 1200)])
    assert chips.current == "review"
    assert [button.text() for button in chips.findChildren(QPushButton)] == ["全部 2,000", "待审核 && 补正 1,200"]
    chips.show_chips([Chip("all", "全部")])
    assert chips.current == "all"


def test_steps_say_where_one_is(shown: Shown) -> None:
    steps = shown(StepHeader(("选择企业", "检查资料", "预览")))
    steps.go_to(1)
    words = [label.text() for label in steps.findChildren(QLabel) if label.text() != "→"]
    assert words == ["✓ 选择企业", "2 检查资料", "3 预览"]
    assert steps.accessibleName() == "2 检查资料"


def test_a_stat_card_opens_what_it_counts(shown: Shown) -> None:
    opened: list[bool] = []
    card = shown(StatCard("待审核承诺", Action("去审核", lambda: opened.append(True))))
    card.show_count(1234, Tone.WARN)
    button = card.findChild(QPushButton)
    assert button.accessibleName() == "待审核承诺 1,234 去审核"
    button.click()
    assert opened == [True]
    assert card.findChild(QLabel).property("tone") == "warn"
    card.show_count(0, Tone.WARN)
    assert card.findChild(QLabel).property("tone") == "plain"


def test_bars_stand_as_high_as_their_values(shown: Shown) -> None:
    from qc_desktop.gui.tokens import LIGHT

    chart = shown(ChartView())
    chart.resize(200, 200)
    marks = (Mark("2025", 100, "state:took_part"), Mark("2026", 50, "state:took_part", strong=True))
    chart.show_chart(Chart("years", "历年参加企业", Kind.COLUMNS, marks))
    assert chart.accessibleName() == "历年参加企业"
    assert chart.accessibleDescription() == "2025: 100, 2026: 50"
    image = chart.grab().toImage()
    full = sum(image.pixelColor(50, y).name() == LIGHT.border.lower() for y in range(200))
    half = sum(image.pixelColor(150, y).name() == LIGHT.accent.lower() for y in range(200))
    assert full > 80
    assert half == pytest.approx(full / 2, abs=2)


def test_bars_are_opened_by_mouse_and_keys(shown: Shown) -> None:
    chart = shown(ChartView())
    chart.resize(400, 200)
    marks = tuple(Mark(name, place, f"province:{place}") for place, name in enumerate(("京", "津", "冀"), 1))
    chart.show_chart(Chart("provinces", "地区", Kind.ROWS, marks))
    opened: list[Mark] = []
    chart.chosen.connect(opened.append)
    chart.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_Space):
        QTest.keyClick(chart, key)
    assert [mark.label for mark in opened] == ["京", "津", "冀"]
    assert chart.accessibleDescription() == "冀: 3"
    row = chart.heightForWidth(400) // 3
    QTest.mouseMove(chart, QPoint(50, row + row // 2))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(50, row + row // 2))
    assert opened[-1].label == "津"
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(50, chart.height() - 1))
    assert len(opened) == 4


def test_an_empty_state_offers_one_thing(shown: Shown) -> None:
    done: list[bool] = []
    empty = shown(
        EmptyState("inbox", "还没有企业", "从 Excel 名单导入。", Action("导入名单", lambda: done.append(True)))
    )
    (button,) = empty.findChildren(QPushButton)
    button.click()
    assert done == [True]


def test_flow_wraps_and_fits(shown: Shown) -> None:
    chips = shown(FilterChips([Chip(str(place), f"示例筛选{place}") for place in range(12)]))
    chips.resize(300, chips.layout().heightForWidth(300))
    edges = [button.mapTo(chips, QPoint(button.width(), button.height())) for button in chips.findChildren(QPushButton)]
    assert max(edge.x() for edge in edges) <= 300
    assert max(edge.y() for edge in edges) <= chips.height()
    assert len({edge.y() for edge in edges}) > 1


def test_undo_is_the_window_s_where_the_field_has_nothing_to_take_back(shown: Shown) -> None:
    undone: list[bool] = []
    box = QWidget()
    field = LineEdit(box)
    QShortcut(QKeySequence("Ctrl+Z"), box).activated.connect(lambda: undone.append(True))
    shown(box)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert undone == [True]


def test_return_presses_a_button_once(shown: Shown) -> None:
    pressed: list[bool] = []
    made = shown(button("示例", lambda: pressed.append(True)))
    made.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(made, key)
    assert len(pressed) == 3
    again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(made, again)
    assert len(pressed) == 3
