"""Whatever is pasted into the campaign's forms: it is said beside the field, and nothing typed goes away."""

from __future__ import annotations

import pytest

from qc_desktop.gui.pages.campaign.details import NUMBERS

from .conftest import Open


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("typed", ["9" * 10_000, "0" * 10_000, "一", "１" * 300, "-1", "1e3"])
def test_what_is_no_number_is_said_as_soon_as_the_field_is_left(opened: Open, name: str, typed: str) -> None:
    window = opened()
    window.page.tabs.choose("details")
    form = window.page.rooms.details._form
    field = form._values[name]
    field.setText(typed)
    field.editingFinished.emit()
    assert form._notes[name].text
    assert field.text() == typed
