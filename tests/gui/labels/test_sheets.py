"""Own label sheets: typed, drawn while typed, refused in words, kept and undone."""

from __future__ import annotations

from qc_desktop.gui.pages.labels.sheets.view import SheetsView
from qc_desktop.gui.widgets.toast import Toast
from qc_desktop.services.labels import presets

from .conftest import Window

KEY = "示例标签纸"


def own(window: Window) -> list[str]:
    return [one.key for one in presets.everything(window.year.office) if not presets.ships(one.key)]


def typed(window: Window, **sizes: str) -> SheetsView:
    view = window.go("sheets").sheets
    view.form.key.setText(KEY)
    for name, text in sizes.items():
        view.form.sizes[name].setText(text)
    return view


def test_a_sheet_is_kept_and_undone(window: Window) -> None:
    view = typed(window, columns="２", rows="4", width="90，5", height="60", pitch_x="95", pitch_y="65")
    assert "每页 8 枚" in view.told.text()
    assert view.picture._preset is not None
    view.save.click()
    window.rest()
    assert own(window) == [KEY]
    assert presets.preset(window.year.office, KEY).width == 90.5
    toast = window.shell.findChild(Toast)
    assert toast is not None
    toast._button.click()
    window.rest()
    assert own(window) == []


def test_labels_beyond_the_page_are_said_and_not_kept(window: Window) -> None:
    view = typed(window, columns="9")
    assert "纸边" in view.told.text()
    assert not view.save.isEnabled()


def test_a_size_that_is_none_draws_nothing(window: Window) -> None:
    view = typed(window, width="宽")
    assert view.picture._preset is None
    assert not view.save.isEnabled()


def test_only_own_sheets_can_be_removed(window: Window) -> None:
    view = typed(window)
    window.rest()
    assert not view.remove.isVisible()
    view.save.click()
    window.rest()
    view = window.go("sheets").sheets
    view.known.choose(KEY)
    view.remove.click()
    window.rest()
    assert own(window) == []
