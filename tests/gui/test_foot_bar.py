"""The bar that saves: where the focus goes when it leaves, below the page or within the view."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from qc_desktop.gui.widgets.foot_bar import UnsavedBar
from qc_desktop.gui.widgets.parts import button


@pytest.mark.parametrize("within", [False, True])
def test_the_focus_goes_back_to_where_a_person_was_typing(shown: Callable[[QWidget], QWidget], within: bool):
    window, view = QWidget(), QWidget()
    first, field = button("返回", lambda: None), QLineEdit()
    view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    bar = UnsavedBar(view, "保存")
    inner, outer = QVBoxLayout(view), QVBoxLayout(window)
    for part in (first, field):
        inner.addWidget(part)
    outer.addWidget(view)
    (inner if within else outer).addWidget(bar)
    shown(window)
    bar.show_unsaved(True)
    field.setFocus()
    bar.save_button.setFocus()
    bar.show_unsaved(False)
    assert QApplication.focusWidget() is field
    field.setFocus()
    bar.show_unsaved(True)
    bar.save_button.setFocus()
    field.hide()  # what a person was typing in is gone
    bar.show_unsaved(False)
    assert QApplication.focusWidget() is view
