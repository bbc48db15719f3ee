"""The watch for strays finds one; what is shown in its place is none."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QVBoxLayout, QWidget

from .conftest import Keep
from .strays import no_strays


def test_a_widget_shown_before_it_has_a_place_is_found(qapp: QApplication, keep: Keep) -> None:
    holder, early = keep(QWidget()), QLabel("早")
    column = QVBoxLayout(holder)

    def show_early() -> None:
        with no_strays(qapp):
            early.setVisible(True)
            column.addWidget(early)

    with pytest.raises(AssertionError, match="早"):
        show_early()


def test_one_with_a_place_and_a_popup_are_none(qapp: QApplication, keep: Keep) -> None:
    holder, late, menu = keep(QWidget()), QLabel("晚"), keep(QMenu())
    holder.show()
    with no_strays(qapp) as watch:
        QVBoxLayout(holder).addWidget(late)
        late.setVisible(True)
        menu.show()
    assert not watch.found
