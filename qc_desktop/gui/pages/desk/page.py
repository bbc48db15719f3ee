"""The verification desk put together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from qc_desktop.domain.verification import Reason
from qc_desktop.gui.pages.base import Page, PageContext
from qc_desktop.gui.pages.desk.actions import Asking
from qc_desktop.gui.pages.desk.calls import Calls
from qc_desktop.gui.pages.desk.field import DeskField, file_in
from qc_desktop.gui.pages.desk.model import names_file, of_code, tidy
from qc_desktop.gui.pages.desk.results import Results
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.parts import button
from qc_desktop.services.certificates import register
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.verification import FILES

if TYPE_CHECKING:
    from qc_desktop.errors import UserError
    from qc_desktop.gui.desk import Desk
    from qc_desktop.gui.pages.desk.model import Found
    from qc_desktop.services.answers import Answer
    from qc_desktop.services.call_log import Call


LONGEST_TYPED = 60
"""Characters of a name or number; what is longer was scanned or pasted, and is not typed on."""


class DeskPage(Page):
    """One field, one verdict, one sentence; below it what was checked in this session."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, QCoreApplication.translate("Navigation", "Verification desk"))
        self.say_below_title(self.tr("On the telephone: a number, its last digits, a name, or a scanned code."))
        self._confirmed = ""
        self._stands_for = ""
        self._enters = False
        self._today: dict[str, Call] = {}
        self._picture = self.tr("Pasted picture")
        self.asking = Asking(context.jobs, cast("Desk", context.services), self)
        self.field = DeskField()
        self.field.name(self.tr("Number, last digits, name or pinyin"))
        self.results = Results(context)
        self.calls = Calls(context, self)
        export = button(self.tr("&Export the log…"), self.calls.ask_file, "plain", "download")
        self.results.calls.head.addWidget(export)
        self.head_actions.addWidget(button(self.tr("&Open a picture or PDF…"), self.choose_file, "", "folder-open"))
        self.body.addWidget(self.field)
        self.body.addWidget(self.results, 1)
        self.setAcceptDrops(True)
        self._connect()

    def _connect(self) -> None:
        self.field.searched.connect(self._typed)
        self.field.returnPressed.connect(self._confirm)
        self.field.moved.connect(self.results.step)
        self.field.emptied.connect(self._clear)
        self.field.file_given.connect(self.look_at_file)
        self.field.picture_given.connect(self._look_at_picture)
        self.asking.answered.connect(self._show_found)
        self.results.copied.connect(self._copy)
        self.results.shown.connect(self.calls.ask_sightings)
        self.results.code_answered.connect(self._show_code)
        self.results.entry.wanted.connect(self.enter)
        self.results.calls.picked.connect(self._ask_again)
        self.results.history.picked.connect(self._stand_for_field)
        self.calls.seen.connect(self.results.card.show_sightings)
        self.calls.entered.connect(self._say_entered)
        self.calls.refused.connect(self._say_refused)
        self.calls.listed.connect(self._show_today)
        QShortcut(QKeySequence("F8"), self).activated.connect(self.enter)

    @override
    def arrive(self) -> None:
        self.results.keep()
        self.field.setFocus()
        self.field.selectAll()

    @override
    def open_item(self, key: str) -> None:
        self.field.setText(key)
        self._confirm()

    @override
    def refresh(self) -> None:
        self.calls.ask_today()
        office = self.context.services.office
        wanted = CertificateFilter()
        self.context.jobs.query(lambda: register.count(office, wanted) == 0, self.results.show_empty)

    def enter(self) -> None:
        """F8: enters what is shown in the log; what is typed and not answered yet is answered first."""
        is_answered = self._stands_for == self.field.text()
        if is_answered and self.results.searching.is_at_work:
            self._enters = True
        elif is_answered and self.results.card.isVisible():
            self._enter_shown()
        elif is_answered and self.results.matches.isVisible():
            self.context.speaker.toast(self.tr("Choose a certificate with ↑ ↓ and Enter first, then F8."))
        elif self.field.text().strip():
            self._confirm()
            self._enters = True

    def look_at_file(self, path: str) -> None:
        """Checks the picture or PDF at ``path``."""
        self.open_item(path)

    def choose_file(self) -> None:
        """Lets the person choose a picture or PDF."""
        kinds = " ".join(f"*{ending}" for ending in FILES)
        title = self.tr("Open a picture or PDF")
        path, _ = QFileDialog.getOpenFileName(self, title, "", f"{title} ({kinds})")
        if path:
            self.look_at_file(path)

    def _typed(self, text: str) -> None:
        if not text.strip():
            self._clear()
        elif text != self._confirmed:  # a text that was put in and confirmed at once is searched a moment later
            self._confirmed = ""
            self.asking.ask_live(text)

    def _confirm(self) -> None:
        """Return: picks from the list, else takes what stands in the field as finished."""
        text = self.field.text()
        if not text.strip() or text == self._picture or self.results.choose(text):
            return
        if names_file(text):
            self.results.wait_for(Path(tidy(text)).name)
        self._confirmed, self._stands_for = text, ""
        self.asking.ask(text)

    def _show_found(self, found: Found) -> None:
        """Shows an answer, and enters it where F8 came before it."""
        self._stands_for = found.typed
        self.results.show_found(found)
        if found.settled and (len(found.answers) == 1 or len(found.typed) > LONGEST_TYPED):
            self._let_next_take_place(found.typed)
        is_final = found.settled and not found.is_code
        enters, self._enters = self._enters, self._enters and not is_final
        if enters and is_final:
            self.enter()

    def _show_code(self, code: str, answer: Answer) -> None:
        """Shows whose ``code`` is; of a wrong one the field keeps the focus, so that it is read out once more."""
        self.results.keep()
        self._show_found(of_code(self.field.text(), code, answer, self.context.words))
        if answer.reason is Reason.CODE_DIFFERS:
            self.results.code.field.setFocus()
            self.results.code.field.selectAll()
        else:
            self.field.setFocus()

    def _let_next_take_place(self, typed: str) -> None:
        """The next scan, or what the next caller reads out, is typed in the place of what is answered."""
        if self.field.text() == typed and not self.field.is_composing:
            self.field.selectAll()

    def _stand_for_field(self) -> None:
        """A person brought back an earlier answer: it is what F8 means, whatever is typed above it."""
        self._stands_for = self.field.text()

    def _enter_shown(self) -> None:
        entry, answer = self.results.entry, self.results.card.answer
        if entry.is_entered:
            self.context.speaker.toast(self.tr("This check is entered already. For another caller, ask again first."))
        elif answer is not None:
            entry.wait()
            self.results.keep()
            self.calls.enter(self.results.asked, answer, entry.remark.text())

    def _say_entered(self, call: Call) -> None:
        self.results.entry.tell(call)
        self.field.setFocus()
        self.field.selectAll()

    def _say_refused(self, error: UserError) -> None:
        self.results.entry.offer()
        self.context.speaker.say(Tone.WARN, self.context.words.of(error))

    def _show_today(self, calls: list[Call]) -> None:
        self._today = {call.id: call for call in calls}
        self.results.calls.show_rows(calls)

    def _ask_again(self, call_id: str) -> None:
        """Asks anew what an entry of today is about: the verdict may be another one by now."""
        call = self._today[call_id]
        self.open_item(call.number or call.asked)

    def _look_at_picture(self, png: bytes) -> None:
        name = self._confirmed = self._picture
        self.field.setText(name)
        self.field.selectAll()
        self.results.wait_for(name)
        self.asking.ask_picture(name, png)

    def _clear(self) -> None:
        self._confirmed = self._stands_for = ""
        self._enters = False
        self.asking.forget()
        self.results.clear()

    def _copy(self, sentence: str) -> None:
        QGuiApplication.clipboard().setText(sentence)
        self.context.speaker.toast(self.tr("Copied. Paste it into your answer."))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if file_in(data) or data.hasImage():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if self.field.take(event.mimeData()):
            event.acceptProposedAction()
