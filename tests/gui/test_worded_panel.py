"""Reasons for wording stay where they were typed while one goes on typing."""

from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qc_desktop.domain.worded import Place
from qc_desktop.gui.pages.worded_panel import WordedPanel
from qc_desktop.messages import messages


def test_a_typed_reason_outlives_the_word_that_is_away_for_a_moment(qtbot: QtBot) -> None:
    panel = WordedPanel(messages("zh_CN"))
    qtbot.addWidget(panel)

    def typing(about: str, lot: str) -> None:
        panel.turn_to(about)
        panel.follow([(Place.LOT, lot)])

    typing("示例甲", "国家级 L1")
    QTest.keyClicks(panel.reasons["国家级"], "the company's own number")
    typing("示例甲", "国家 L1")
    assert not panel.is_typed
    typing("示例甲", "国家 L12")
    typing("示例甲", "国家级 L12")
    assert panel.given.words == {"国家级": "the company's own number"}
    typing("示例甲", "国家 L12")
    typing("示例乙", "国家级 L1")
    assert not panel.holds_changes
    typing("示例甲", "国家级 L1")
    assert not panel.is_typed
