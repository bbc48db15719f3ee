"""What a form says below a field: an icon and a sentence, while one types and never in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFormLayout, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from qc_desktop.domain.findings import Finding, Severity
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.into_view import bring_into_view
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.parts import TONE_ICONS, label, set_tone
from qc_desktop.gui.widgets.tinted import TintedIcon
from qc_desktop.messages import Messages

Check = Callable[[str], Sequence[Finding]]


class Note(QWidget):
    """Stands below ``field``; it takes no room while there is nothing to say."""

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._icon = TintedIcon("info", "muted", 16)
        self._text = label(role="small", wrap=True)
        preferred = QSizePolicy.Policy.Preferred  # a minimum would hold room for more lines than the width asks for
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.setSpacing(6)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    @override
    def sizeHint(self) -> QSize:
        """One line; a form never gives a row less than its size hint, and more where the sentence wraps."""
        return QSize(super().sizeHint().width(), self._text.fontMetrics().height() + 4)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Holds the lines that the sentence takes: a form reckons with the width it had before it scrolled."""
        self._text.setMinimumHeight(max(self._text.heightForWidth(self._text.width()), 0))

    @property
    def text(self) -> str:
        """What the note says."""
        return self._text.text()

    def say(self, tone: Tone, text: str) -> None:
        """Shows ``text``; BAD also rings the field."""
        self._icon.show_icon(TONE_ICONS[tone], tone.value)
        self._text.setText(text)
        set_tone(self._text, tone)
        set_tone(self._field, tone if tone is Tone.BAD else None)
        self._field.setAccessibleDescription(text)
        self._fit()
        self._reveal(True)
        if tone is Tone.BAD:
            QTimer.singleShot(0, self, self._keep_in_sight)  # the focus comes to the field after this

    def _keep_in_sight(self) -> None:
        """Who is led to the field sees what is wrong with it."""
        now = QApplication.focusWidget()
        if now is not None and (now is self._field or self._field.isAncestorOf(now)):
            bring_into_view(self)

    def clear(self) -> None:
        """Says nothing again."""
        self._text.clear()
        self._text.setMinimumHeight(0)
        set_tone(self._field, None)
        self._field.setAccessibleDescription("")
        self._reveal(False)

    def _reveal(self, shown: bool) -> None:
        self.setVisible(shown)


class FieldNote(Note):
    """The row below ``field`` in ``form``."""

    def __init__(self, form: QFormLayout, field: QWidget) -> None:
        super().__init__(field, form.parentWidget())
        self._form = form
        place, _ = cast("tuple[int, QFormLayout.ItemRole]", form.getWidgetPosition(field))
        form.insertRow(place + 1, "", self)
        form.setRowVisible(self, False)

    @override
    def _reveal(self, shown: bool) -> None:
        self._form.setRowVisible(self, shown)


class FieldCheck(QObject):
    """Runs ``check`` over a field and lets its note speak.

    The first word comes when the field is left; from then on the note follows every key, so that it goes away
    at the moment the value is right. An empty field is not wrong: what is required is said on saving.
    """

    def __init__(self, field: LineEdit, note: Note, check: Check, words: Messages) -> None:
        super().__init__(field)
        self._field = field
        self._note = note
        self._check = check
        self._words = words
        field.editingFinished.connect(self.look)
        field.textChanged.connect(self._follow)

    def look(self) -> bool:
        """Checks now; True where nothing stops."""
        text = self._field.text().strip()
        findings = list(self._check(text)) if text else []
        stopping = [finding for finding in findings if finding.severity is Severity.ERROR]
        told = stopping or findings
        if told:
            self._note.say(Tone.BAD if stopping else Tone.WARN, self._words.of(told[0]))
        else:
            self._note.clear()
        return not stopping

    def is_filled(self) -> bool:
        """Whether something stands in the field; where nothing does, asks for it."""
        if not self._field.text().strip():
            self._note.say(Tone.BAD, self._words.text("entry.missing"))
            return False
        return True

    def _follow(self) -> None:
        if self._note.text and not self._field.is_composing:
            self.look()
