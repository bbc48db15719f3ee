"""The association's own fields beside the form: typed, checked by kind, saved, kept while another company is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from qc_desktop.domain.custom_fields import FieldKind
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.services.members import field_values, fields

from ... import checks
from ..conftest import Open, Window
from .test_membership import company, settle, view


def with_fields(window: Window) -> tuple[str, str]:
    kind = fields.add(window.office, "示例类别", FieldKind.CHOICE, ["甲类", "乙类"])
    staff = fields.add(window.office, "示例人数", FieldKind.NUMBER)
    return kind, staff


def test_without_fields_nothing_is_seen(opened: Open) -> None:
    window = opened()
    assert not view(window).fields.isVisible()


def test_they_are_filled_in_and_saved(opened: Open) -> None:
    window = opened()
    kind, staff = with_fields(window)
    part = view(window).fields
    box, field = part._inputs[kind], part._inputs[staff]
    assert isinstance(box, QComboBox)
    assert isinstance(field, LineEdit)
    field.setText("很多")
    box.setCurrentIndex(box.findData("乙类"))
    assert window.page.is_unsaved
    part.save()
    settle(window)
    assert "示例人数" in part.bar.text
    assert field_values.of_company(window.office, company(window)) == {}
    field.setText("１２０")
    part.save()
    settle(window)
    assert field_values.of_company(window.office, company(window)) == {kind: "乙类", staff: "120"}
    assert field.text() == "120"
    assert not window.page.is_unsaved


def test_emptied_text_waits_with_its_company(opened: Open) -> None:
    window = opened()
    _, staff = with_fields(window)
    part = view(window).fields
    field_values.save(window.office, company(window), {staff: "5"})
    view(window, 1)
    view(window)
    part._inputs[staff].setText("")
    view(window, 1)
    assert part._inputs[staff].text() == ""
    assert window.page.is_unsaved
    view(window)
    assert part._inputs[staff].text() == ""
    part._discard()
    assert part._inputs[staff].text() == "5"
    assert not window.page.is_unsaved


def test_they_have_names_and_are_reached(opened: Open) -> None:
    window = opened("en", (911, 440))
    with_fields(window)
    view(window)
    assert checks.unnamed(window.shell) == []
    assert checks.truncated(window.shell) == []
    assert checks.too_wide(window.shell) == []
    assert checks.tab_misses(window.shell) == []
