"""The verdict, large, with what it is about and the sentence to read aloud."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from qc_desktop.domain.dates import local
from qc_desktop.domain.verification import SIGNATURE_PROVES, Reason, Verdict
from qc_desktop.gui.pages.base import LOW_WINDOW
from qc_desktop.gui.pages.desk.code import CodePart
from qc_desktop.gui.pages.desk.look import TONES, icon_of, word_of
from qc_desktop.gui.pages.prose import joined
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, label, restyle, set_tone
from qc_desktop.gui.widgets.tinted import TintedIcon
from qc_desktop.messages import Messages
from qc_desktop.services.answers import Answer
from qc_desktop.services.call_log import Sightings
from qc_desktop.services.certificates.dispatches import in_words
from qc_desktop.services.labels.code_check import CodeChecked

_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse
_ICON = 40
_IN_REGISTER = (Verdict.VALID, Verdict.EXPIRED, Verdict.VOID, Verdict.REVOKED, Verdict.REPLACED)


class VerdictCard(QFrame):
    """Shows one answer, ``code`` and ``entry`` below its sentence. ``copied`` tells that the sentence is wanted on the
    clipboard, ``register_wanted`` the number of a certificate that is wanted in the register."""

    copied = Signal(str)
    register_wanted = Signal(str)

    def __init__(self, words: Messages, code: CodePart, entry: QWidget) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._words = words
        self.code = code
        self._entry = entry
        self._answer: Answer | None = None
        self._icon = TintedIcon("info", "muted", _ICON)
        self._verdict = label("", "number", wrap=True)
        self._holder = label("", "section", wrap=True)
        self._view = button(self.tr("&View the certificate"), self._ask_register, "plain", "award")
        self._why = label("", wrap=True)
        self._fits = label("", wrap=True)
        self._facts = QWidget()
        self._row = FlowLayout(self._facts, gap=28)
        self._aloud = QFrame()
        self._leading = label(self.tr("You can answer like this:"), "small")
        self._sentence = label("", wrap=True)
        self._proof = label("", "small", wrap=True)
        self._seen = label("", "small", wrap=True)
        self._doubts = label("", wrap=True)
        set_tone(self._doubts, Tone.WARN)
        for part in (self._verdict, self._holder, self._sentence):
            part.setTextInteractionFlags(_SELECTABLE)
        self._lay_out()

    @property
    def answer(self) -> Answer | None:
        """What is shown."""
        return self._answer

    def _lay_out(self) -> None:
        self._heading = QVBoxLayout()
        self._heading.addWidget(self._verdict)
        self._heading.addWidget(self._holder)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(self._heading, 1)
        head.addWidget(self._view, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        for part in (
            self._why,
            self._fits,
            self._sentence_frame(),
            self.code,
            self._entry,
            self._facts,
            self._seen,
            self._doubts,
            self._proof,
        ):
            self._column.addWidget(part)
        self._fit_height()

    def _fit_height(self) -> None:
        """In a low window verdict and company share a line: what is to be done is in sight."""
        is_low = self.window().height() < LOW_WINDOW
        direction = QBoxLayout.Direction
        self._heading.setDirection(direction.LeftToRight if is_low else direction.TopToBottom)
        self._heading.setSpacing(16 if is_low else 2)
        self._heading.setStretch(1, 1 if is_low else 0)
        self._leading.setVisible(not is_low)
        air = 8 if is_low else 16
        self._column.setContentsMargins(20, air, 20, air)
        self._column.setSpacing(8 if is_low else 12)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _sentence_frame(self) -> QFrame:
        copy = button(self.tr("&Copy"), self.copy, "plain", "copy")
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._leading)
        column.addWidget(self._sentence)
        across = QHBoxLayout(self._aloud)
        across.setContentsMargins(16, 8, 8, 10)
        across.setSpacing(16)
        across.addLayout(column, 1)
        across.addWidget(copy, 0, Qt.AlignmentFlag.AlignVCenter)
        return self._aloud

    def show_answer(self, answer: Answer) -> None:
        """Shows ``answer`` and says it to a screen reader."""
        self._answer = answer
        self._seen.hide()
        tone = TONES[answer.verdict]
        word = word_of(answer, self._words)
        self._icon.show_icon(icon_of(answer), tone.value)
        self._verdict.setText(word)
        set_tone(self._verdict, tone)
        self._say(self._holder, answer.holder)
        self._view.setVisible(answer.verdict in _IN_REGISTER and not answer.is_label)
        self._say(self._why, self._reason(answer))
        self._say_fits(answer)
        self.code.begin(answer)
        self._say(self._doubts, "\n".join(self._words.text(why.code, **why.params) for why in answer.suspicions))
        self._show_facts(answer)
        self._aloud.setProperty("message", tone.value if tone in (Tone.OK, Tone.WARN, Tone.BAD) else "accent")
        restyle(self._aloud)
        self._sentence.setText(answer.spoken)
        self._say(self._proof, SIGNATURE_PROVES[self._words.lang] if answer.was_issued else "")
        self.setAccessibleName(" ".join(filter(None, (word, answer.holder, answer.number))))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def show_sightings(self, seen: Sightings) -> None:
        """Says how often the certificate or label was asked for before, and when.

        Large for a label: it is on one piece of goods, and who asks again may hold a copy of it.
        """
        is_label = self._answer is not None and self._answer.is_label
        self._seen.setProperty("role", "section" if is_label else "small")
        restyle(self._seen)
        set_tone(self._seen, Tone.WARN if is_label else None)
        if not seen.count:
            self._say(self._seen, "")
            return
        times = ", ".join(f"{local(at):%Y-%m-%d %H:%M}" for at in seen.latest)
        told = self.tr("%n check(s) of this number were entered before, the last at {times}.", "", seen.count)
        only = self.tr("Only what staff entered with F8 is counted.")
        self._say(self._seen, f"{told.format(times=times)} {only}")

    def _ask_register(self) -> None:
        if self._answer is not None:
            self.register_wanted.emit(self._answer.number)

    def copy(self) -> None:
        """Asks for the sentence on the clipboard."""
        self.copied.emit(self._sentence.text())

    @staticmethod
    def _say(part: QLabel, text: str) -> None:
        part.setText(text)
        part.setVisible(bool(text))

    def _reason(self, answer: Answer) -> str:
        """Why the verdict is what it is, as far as there is more to say than its word."""
        if answer.code is not None and answer.reason is Reason.CODE_UNKNOWN:
            looked = {"batches": answer.code.batches, "labels": f"{answer.code.labels:,}"}
            return joined(self._words.text("label.code_unknown", **looked), self._closed(answer.code))
        if answer.state_reason and answer.reason is not Reason.CODE_DIFFERS:
            return self.tr("Reason: {reason}").format(reason=answer.state_reason)
        return "" if answer.reason is Reason.OK else self._words.text(f"trust.{answer.reason}")

    def _closed(self, checked: CodeChecked) -> str:
        """The batches that could not be looked at."""
        numbers = [f"{number:05}" for number in checked.closed]
        return self._words.text("label.code_closed", batches=numbers) if numbers else ""

    def _say_fits(self, answer: Answer) -> None:
        """That the code is the label's, and whether it was checked before."""
        code = answer.code
        if code is None or not code.serial:
            self._say(self._fits, "")
            return
        before = self._words.text("label.code_before", count=code.before) if code.before else ""
        said = before or self._words.text("label.code_first")
        self._say(self._fits, joined(self._words.text("label.code_right"), said))
        set_tone(self._fits, Tone.WARN if code.before else Tone.OK)

    def _show_facts(self, answer: Answer) -> None:
        while self._row.count():
            item = self._row.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()
        facts = (
            (self.tr("Label no.") if answer.is_label else self.tr("Certificate no."), answer.number),
            (self.tr("Product"), answer.product),
            (self.tr("Lot"), answer.lot),
            (self.tr("Credit code"), answer.uscc),
            (self.tr("Certificate"), answer.title),
            (self.tr("Issued on"), answer.issued),
            (self.tr("Valid until"), answer.expires),
            (self.tr("Replaced by"), answer.replaced_by),
            (self.tr("Dispatch"), in_words(answer.dispatch, self._words) if answer.dispatch else ""),
            (self.tr("Page"), str(answer.page or "")),
        )
        shown = [(name, value) for name, value in facts if value]
        for name, value in shown:
            self._row.addWidget(_fact(self._facts, name, value))
        self._facts.setVisible(bool(shown))


def _fact(parent: QWidget, name: str, value: str) -> QWidget:
    made = QWidget(parent)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(name, "small"))
    told = label(value)
    told.setTextInteractionFlags(_SELECTABLE)
    column.addWidget(told)
    made.show()
    return made
