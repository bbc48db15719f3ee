"""Rows that wrap: nothing stands alone below a full row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from qc_desktop.gui.widgets.flow import FlowLayout


@pytest.mark.parametrize(
    ("count", "rows"),
    [(6, [6]), (7, [4, 3]), (8, [6, 2]), (13, [5, 5, 3]), (1, [1])],
)
def test_one_that_would_stand_alone_has_the_rows_made_even(
    shown: Callable[[QWidget], QWidget], count: int, rows: list[int]
) -> None:
    page = QWidget()
    flow = FlowLayout(page, gap=10)
    buttons = [QPushButton("示例") for _ in range(count)]
    for made in buttons:
        made.setFixedSize(90, 40)
        flow.addWidget(made)
    page.resize(600, flow.heightForWidth(600))
    shown(page)
    assert list(Counter(made.y() for made in buttons).values()) == rows
    assert flow.heightForWidth(600) == max(made.geometry().bottom() for made in buttons) + 1
