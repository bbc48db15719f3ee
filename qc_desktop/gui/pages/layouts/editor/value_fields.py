"""A field for each kind of value that an element has: a length, a choice, a colour, words with variables."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import Field, dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QSignalBlocker
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from qc_desktop.gui.pages.layouts.editor import names
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import button, label, literal, set_tone
from qc_desktop.gui.widgets.waves import wave
from qc_desktop.services.layouts.slots import readable, typed

LEAST_WIDTH = 80
"""Of a number's field, in pixels: Qt asks for room for the largest there can be."""
OTHER = "…"
"""The entry of a list of colours that leads to all colours."""
_SUFFIX = {
    "mm": str(QT_TRANSLATE_NOOP("LayoutNames", " mm")),
    "pt": str(QT_TRANSLATE_NOOP("LayoutNames", " pt")),
    "em": str(QT_TRANSLATE_NOOP("LayoutNames", " em")),
}
_STEP = {"mm": 0.1, "pt": 0.5, "em": 0.05, "": 1}

Tell = Callable[[Any], None]
"""Is told the new value."""


@dataclass(frozen=True)
class Ground:
    """What fields need to know: colours by name, what slots are called, fonts that were added, how to choose a picture.

    ``ask_picture`` calls back with the SHA-256 of a picture that a person chose; a seal is ``seal_mm`` across, which
    ``to_settings`` leads to. ``claims`` are words that want a reason still, which ``to_reasons`` leads to.
    """

    colours: Mapping[str, str]
    slots: Mapping[str, str]
    fonts: Mapping[str, str]
    ask_picture: Callable[[Tell], None]
    seal_mm: float
    to_settings: Callable[[], None]
    to_reasons: Callable[[], None]
    claims: Callable[[], Collection[str]] = frozenset


def value_field(ground: Ground, about: Field[Any], value: Any, tell: Tell) -> QWidget:
    """A field that shows ``value`` and tells what becomes of it."""
    if isinstance(value, bool):
        return _switch(value, tell)
    if "unit" in about.metadata:
        return number_field(about, value, tell)
    if "choices" in about.metadata:
        return _choice({name: names.said(names.CHOICES, name) for name in about.metadata["choices"]}, value, tell)
    if about.metadata.get("is") == "font":
        fonts = {name: names.said(names.FONTS, name) for name in names.FONTS}
        return _choice({**fonts, **ground.fonts}, value, tell)
    if about.metadata.get("is") == "colour":
        return ColourField(ground.colours, value, tell, optional=about.default == "")
    if about.metadata.get("is") == "variable":
        return _variable(ground, value, tell)
    if isinstance(value, tuple):
        return WordsField(ground, value, tell)
    if about.name == "picture":
        return _picture(ground, tell)
    return _line(ground.slots if about.name == "text" else {}, value, tell)


def _switch(value: bool, tell: Tell) -> QWidget:
    field = QCheckBox()
    field.setChecked(value)
    field.toggled.connect(tell)
    return field


def number_field(about: Field[Any], value: float, tell: Tell) -> QWidget:
    """A field for a length, a size or a count, within the bounds that ``about`` sets."""
    unit = about.metadata["unit"]
    if isinstance(value, int):
        whole = QSpinBox()
        whole.setRange(about.metadata["low"], about.metadata["high"])
        whole.setValue(value)
        whole.valueChanged.connect(tell)
        whole.setMinimumWidth(LEAST_WIDTH)
        return whole
    field = QDoubleSpinBox()
    field.setDecimals(3 if unit == "mm" else 2)
    field.setRange(about.metadata["low"], about.metadata["high"])
    field.setSingleStep(_STEP[unit])
    field.setSuffix(QCoreApplication.translate("LayoutNames", _SUFFIX[unit]))
    field.setKeyboardTracking(False)
    field.setMinimumWidth(LEAST_WIDTH)
    field.setValue(value)
    field.valueChanged.connect(lambda number: tell(round(number, 3)))
    return field


def narrow(field: QComboBox) -> QComboBox:
    """Lets ``field`` be narrower than its longest choice."""
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.setMinimumContentsLength(5)
    return field


def _choice(words: Mapping[str, str], value: str, tell: Tell) -> QWidget:
    field = narrow(QComboBox())
    for name, said in {**words, **({} if value in words else {value: value})}.items():
        field.addItem(said, name)
    field.setCurrentIndex(field.findData(value))
    field.activated.connect(lambda place: tell(field.itemData(place)))
    return field


def _variable(ground: Ground, value: str, tell: Tell) -> QWidget:
    """The variables of the document, and that it does not matter."""
    called = {slot.removesuffix(":date"): name for slot, name in ground.slots.items() if "." not in slot}
    whatever = QCoreApplication.translate("LayoutNames", "(whatever there is)")
    return _choice({"": whatever, **called}, value, tell)


def _line(slots: Mapping[str, str], value: str, tell: Tell) -> QWidget:
    field = LineEdit()
    field.setText(readable(value, slots))
    field.setModified(False)

    def follow(text: str) -> None:
        field.setModified(False)  # every letter is in the layout already, and kept with it
        tell(typed(text, slots))

    field.textEdited.connect(follow)
    return field


def _picture(ground: Ground, tell: Tell) -> QPushButton:
    words = QCoreApplication.translate("LayoutNames", "Choose a picture…")
    return button(words, lambda: ground.ask_picture(tell), "", "folder-open")


class ColourField(QComboBox):
    """The colours of the scheme, and any other."""

    def __init__(self, colours: Mapping[str, str], value: str, tell: Tell, *, optional: bool) -> None:
        super().__init__()
        narrow(self)
        self._tell = tell
        self._value = value
        if optional:
            self.addItem(self.tr("none"), "")
        for name, colour in colours.items():
            self.addItem(swatch(colour), names.said(names.COLOURS, name), name)
        if value and self.findData(value) < 0:
            self.addItem(swatch(value), value, value)
        self.addItem(self.tr("Another colour…"), OTHER)
        self.setCurrentIndex(self.findData(value))
        self.activated.connect(self._choose)

    def _choose(self, place: int) -> None:
        name = self.itemData(place)
        if name == OTHER:
            found = QColorDialog.getColor(QColor(self._value if self._value.startswith("#") else "#000000"), self)
            self.setCurrentIndex(self.findData(self._value))
            if found.isValid():
                self._tell(found.name().upper())
            return
        self._tell(name)


def colour_button(value: str, called: str, tell: Tell) -> QPushButton:
    """A button that shows a colour, is ``called`` so, and asks for another."""
    made = button(value, lambda: ask(), "", "")
    made.setIcon(swatch(value))
    made.setAccessibleName(called)

    def ask() -> None:
        found = QColorDialog.getColor(QColor(value), made)
        if found.isValid():
            tell(found.name().upper())

    return made


def swatch(colour: str) -> QIcon:
    """A square of ``colour``."""
    picture = QPixmap(14, 14)
    picture.fill(QColor(colour))
    return QIcon(picture)


def inserting(field: QPlainTextEdit, slots: Mapping[str, str]) -> QPushButton:
    """A button that offers the names of variables and puts the chosen one where one writes in ``field``."""
    made = button(QCoreApplication.translate("LayoutNames", "Insert a variable"), lambda: offer(), "plain", "plus")

    def put(said: str) -> None:
        field.insertPlainText(f"{{{said}}}")
        field.setFocus()

    def offer() -> None:
        menu = QMenu(made)
        for said in dict.fromkeys(slots.values()):
            menu.addAction(literal(said), partial(put, said))
        menu.exec(made.mapToGlobal(made.rect().bottomLeft()))
        menu.deleteLater()

    return made


class WordsField(QWidget):
    """Lines of words with the names of variables in braces, and a menu of these."""

    def __init__(self, ground: Ground, value: tuple[str, ...], tell: Tell) -> None:
        super().__init__()
        self._slots = slots = ground.slots
        self._claims = ground.claims
        self._tell = tell
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(92)
        with QSignalBlocker(self.field):
            self.field.setPlainText("\n".join(readable(text, slots) for text in value))
            self.field.document().setModified(False)
        self.insert = inserting(self.field, slots)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        self.remark = label("", "small", wrap=True)
        set_tone(self.remark, Tone.WARN)
        self.reasons = button(self.tr("To the reasons"), ground.to_reasons, "plain", "pencil")
        row = QHBoxLayout()
        row.addWidget(self.insert)
        row.addWidget(self.reasons)
        row.addStretch(1)
        column.addWidget(self.remark)
        column.addLayout(row)
        self.field.textChanged.connect(self._follow)
        self.setFocusProxy(self.field)
        self._mark()

    def name(self, called: str) -> None:
        """Gives the field its accessible name."""
        self.field.setAccessibleName(called)

    def _follow(self) -> None:
        self.field.document().setModified(False)  # every letter is in the layout already, and kept with it
        self._tell(tuple(typed(line, self._slots) for line in self.field.toPlainText().split("\n") if line.strip()))
        self._mark()

    def _mark(self) -> None:
        """Underlines words for which the association would answer, and says so: the layout could not be used."""
        found = wave(self.field, self._claims())
        told = self.tr("The association would answer for {words} itself. Reword it, or write down why it is needed.")
        self.remark.setText(told.format(words=self.tr(", ").join(f"“{word}”" for word in found)))
        self.remark.setVisible(bool(found))
        self.reasons.setVisible(bool(found))
