"""The values of one thing, a row each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import Field
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from qc_desktop.gui.pages.layouts.editor import names
from qc_desktop.gui.pages.layouts.editor.value_fields import Ground, WordsField, value_field
from qc_desktop.gui.widgets.parts import label, literal


def value_rows(
    form: QFormLayout,
    ground: Ground,
    made: Any,
    about: Iterable[Field[Any]],
    tell: Callable[[str, Any], None],
    called: Mapping[str, str] = names.FIELDS,
) -> dict[str, QWidget]:
    """Adds a row for each field of ``made`` in ``about``; ``tell`` is told its name and new value."""
    rows: dict[str, QWidget] = {}
    for one in about:
        words = names.said(called, one.name)
        field = value_field(ground, one, getattr(made, one.name), partial(tell, one.name))
        (field.name if isinstance(field, WordsField) else field.setAccessibleName)(words)
        if isinstance(field, QCheckBox):
            field.setText(literal(words))
            form.addRow(field)
        elif isinstance(field, WordsField):
            form.addRow(label(words, "small"))
            form.addRow(field)
        else:
            form.addRow(words, field)
        rows[one.name] = field
    return rows


def is_at_work(form: QWidget) -> bool:
    """Whether a person types into one of the fields of ``form``."""
    at = QApplication.focusWidget()
    return isinstance(at, QLineEdit | QPlainTextEdit | QAbstractSpinBox) and form.isAncestorOf(at)


@contextmanager
def focus_kept(form: QWidget, fields: Callable[[], Mapping[str, QWidget]]) -> Iterator[None]:
    """While the fields of ``form`` are made anew: the one of the name at which a person was has the focus again."""
    at = QApplication.focusWidget()
    held = next((name for name, field in fields().items() if at is not None and _is_in(field, at)), "")
    yield
    if held and form.isVisible() and fields():
        there = {name: field for name, field in fields().items() if not field.isHidden()}
        field = there.get(held) or next(iter(there.values()))  # else the focus would wander out of the page
        field.setFocus()
        QTimer.singleShot(0, field, lambda: _show(field))  # it has its place a moment later


def _show(field: QWidget) -> None:
    area: QObject | None = field
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parent()
    if area is not None:
        area.ensureWidgetVisible(field)


def _is_in(field: QWidget, at: QWidget) -> bool:
    return field is at or field.isAncestorOf(at)
