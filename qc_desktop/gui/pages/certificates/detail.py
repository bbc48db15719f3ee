"""One certificate: its page as it was frozen, what is known of it, what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.dates import local
from qc_desktop.gui.pages.certificates.ending import Ending
from qc_desktop.gui.pages.certificates.facts import Facts
from qc_desktop.gui.pages.certificates.lists import state_tone, state_words
from qc_desktop.gui.pages.certificates.picture import PagePicture
from qc_desktop.gui.pages.certificates.printed_lines import LogLines, PrintedLines, SentLines
from qc_desktop.gui.pages.certificates.scrolling import scrolling
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import button, edged, label, set_tone

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtWidgets import QPushButton

    from qc_desktop.gui.drafts import DraftKeeper
    from qc_desktop.messages import Messages
    from qc_desktop.services.certificates.register import CertificateRow


class CertificateDetail(QWidget):
    """``end_wanted`` carries the state a person wants to end the certificate in; the others what to open or make."""

    make_wanted = Signal(str)
    print_wanted = Signal(str)
    end_wanted = Signal(object)
    enlarge_wanted = Signal(str)
    company_wanted = Signal(str)
    number_wanted = Signal(str)

    def __init__(self, words: Messages, drafts: DraftKeeper) -> None:
        super().__init__()
        self._words = words
        self.row: CertificateRow | None = None
        self._hint = label(self.tr("Choose a certificate from the list."), "muted", wrap=True)
        self._state = label("", "strong")
        self._number = label("", "section")
        self._holder = label("", wrap=True)
        self.picture = PagePicture()
        self._enlarge = button(self.tr("Enlarge"), self._ask_enlarge, "", "eye")
        self._ended = MessageBar(closable=False)
        self.facts = Facts(words)
        self.facts.company_wanted.connect(self.company_wanted)
        self.facts.number_wanted.connect(self.number_wanted)
        self.printed, self.sent = PrintedLines(), SentLines()
        self._make = button(self.tr("Make the PDF"), self._ask_make, "", "download")
        self._print = button(self.tr("Print…"), self._ask_print, "", "printer")
        self._endings = {
            CertificateState.REPLACED: self._ending_button(self.tr("Replace…"), CertificateState.REPLACED),
            CertificateState.VOID: self._ending_button(self.tr("Void…"), CertificateState.VOID),
            CertificateState.REVOKED: self._ending_button(self.tr("&Revoke…"), CertificateState.REVOKED, "danger"),
        }
        self.ending = Ending(drafts)
        self.ending.given_up.connect(self.end_ending)
        self._content = QWidget()
        self._lay_out()
        self.show_row(None, None)

    def _ending_button(self, words: str, to: CertificateState, kind: str = "") -> QPushButton:
        return button(words, lambda: self.end_wanted.emit(to), kind)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._content)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        self._acts = QWidget()
        acts = FlowLayout(self._acts, gap=8)
        for act in (self._enlarge, self._make, self._print, *self._endings.values()):
            acts.addWidget(act)
        for part in (self._state, self._number, self._holder, self._ended, self.ending, *self._shown_parts):
            column.addWidget(part)
        column.addStretch(1)
        self._area = scrolling(self._content)
        self._hint.setContentsMargins(16, 14, 16, 14)
        edged(self, self._hint, self._area)

    @property
    def _shown_parts(self) -> tuple[QWidget, ...]:
        """What makes room while the certificate is being ended."""
        return self.picture, self._acts, self.facts, self.sent, self.printed

    def show_row(self, row: CertificateRow | None, today: dt.date | None) -> None:
        """Shows ``row``; an ending that is being filled in stays while the certificate is the same and live."""
        before, self.row = self.row, row
        self._hint.setVisible(row is None)
        self._area.setVisible(row is not None)
        if row is None or today is None:
            return
        if before is None or before.number != row.number:
            self.picture.clear()
        if before is None or (before.number, before.state) != (row.number, row.state):
            self.end_ending()
        self._state.setText(f"● {state_words(row, self._words, today)}")
        set_tone(self._state, state_tone(row, today))
        self._number.setText(row.number)
        self._holder.setText(row.holder)
        self.facts.show_row(row)
        is_live = row.state is CertificateState.LIVE
        for act in (self._make, self._print, *self._endings.values()):
            act.setVisible(is_live)
        self._say_ended(row)

    def begin_ending(self, to: CertificateState, *, known: bool, unlocked: bool) -> None:
        """Asks what ending the certificate takes, in the place of its picture."""
        if self.row is not None:
            for part in self._shown_parts:
                part.hide()
            self.ending.start(self.row.number, to, known=known, unlocked=unlocked)

    def end_ending(self) -> None:
        """Shows the certificate again."""
        self.ending.hide()
        for part in self._shown_parts:
            part.setVisible(not isinstance(part, LogLines) or bool(part.text))

    def _say_ended(self, row: CertificateRow) -> None:
        if row.state is CertificateState.LIVE:
            self._ended.clear()
            return
        day = f"{local(row.state_since):%Y-%m-%d}"
        sentence = self.tr("{state} on {day}: {reason}").format(
            state=self._words.text(f"certificate.{row.state}"), day=day, reason=row.state_reason
        )
        self._ended.say(Tone.BAD if row.state is CertificateState.REVOKED else Tone.WARN, sentence)

    def _ask_make(self) -> None:
        if self.row is not None:
            self.make_wanted.emit(self.row.number)

    def _ask_print(self) -> None:
        if self.row is not None:
            self.print_wanted.emit(self.row.number)

    def _ask_enlarge(self) -> None:
        if self.row is not None:
            self.enlarge_wanted.emit(self.row.number)
