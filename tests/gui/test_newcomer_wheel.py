"""What a newcomer met: scrolling the settings with the wheel turned the certificate's colours from blue to red."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qc_desktop.gui.widgets.still_wheel import hold_still
from tests.gui.wheel import wheel_down


def _tall_form(qtbot: QtBot) -> tuple[QScrollArea, QComboBox]:
    area, form, choice = QScrollArea(), QWidget(), QComboBox()
    qtbot.addWidget(area)
    choice.addItems(["藏青", "红色"])
    QVBoxLayout(form).addWidget(choice)
    form.setFixedSize(200, 900)
    area.setWidget(form)
    area.resize(240, 200)
    area.show()
    return area, choice


@pytest.mark.parametrize(("still", "chosen"), [(False, "红色"), (True, "藏青")])
def test_the_wheel_passes_over_a_choice(qtbot: QtBot, still: bool, chosen: str) -> None:
    area, choice = _tall_form(qtbot)
    if still:
        hold_still(area.widget())
    wheel_down(choice)
    assert choice.currentText() == chosen
