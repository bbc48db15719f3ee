"""发证口令: whether it is set, and changing it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFormLayout, QWidget
from typing_extensions import override

from qc_desktop.errors import UserError
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.places import ask_folder, documents
from qc_desktop.gui.pages.settings.model import KeyView, key_view
from qc_desktop.gui.pages.settings.root_acts import Act
from qc_desktop.gui.pages.settings.root_panel import RootPanel
from qc_desktop.gui.pages.settings.section import Section
from qc_desktop.gui.pages.settings.signature_card import SignatureCard
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import FieldNote
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.into_view import bring_into_view
from qc_desktop.gui.widgets.parts import button, label, set_tone
from qc_desktop.gui.widgets.passphrase import secret_field
from qc_desktop.services import keys, recovery, vault


class PassphraseSection(Section):
    """Never shows a passphrase and never keeps one longer than it is needed."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._ticket = Ticket()
        self.state = label("", wrap=True)
        self._form = QWidget()
        form = QFormLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.old, self.new, self.again = (secret_field() for _ in range(3))
        form.addRow(self.tr("Current &passphrase"), self.old)
        form.addRow(self.tr("&New passphrase"), self.new)
        form.addRow(self.tr("New one a&gain"), self.again)
        self._notes = {field: FieldNote(form, field) for field in (self.again, self.new, self.old)}
        self.change_button = button(self.tr("C&hange the passphrase"), self.change, "primary")
        self.renew_button = button(self.tr("Sign the list anew"), self.renew)
        self.sheet_state = label("", wrap=True)
        self.root = RootPanel(context)
        self.acts = {act: button(word, partial(self._begin, act)) for act, word in self._offered().items()}
        self.stick_button = button(self.tr("Copy to a stick…"), self.copy_to_stick)
        self.signature = SignatureCard(self)
        self._view = KeyView(is_set=False, is_stale=False)
        self._lay_out()
        self.root.done.connect(lambda _: self.refresh())
        for field in (self.old, self.new, self.again):
            field.textChanged.connect(self._follow)
        self.again.returnPressed.connect(self.change)
        self._show(KeyView(is_set=False, is_stale=False))

    def _lay_out(self) -> None:
        inside = self.add_card(self.tr("Issuing passphrase"))
        inside.addWidget(self.state)
        inside.addWidget(self._form)
        row = FlowLayout(gap=8)
        row.addWidget(self.change_button)
        row.addWidget(self.renew_button)
        row.addWidget(self.acts[Act.SIGN])
        inside.addLayout(row)
        sheet = self.add_card(self.tr("Recovery sheet"))
        sheet.addWidget(self.sheet_state)
        sheet.addWidget(self.root)
        ways = FlowLayout(gap=8)
        for act in (Act.PRINT, Act.SAVE, Act.PROVE, Act.FORGOT):
            ways.addWidget(self.acts[act])
        ways.addWidget(self.stick_button)
        sheet.addLayout(ways)
        stamp = self.add_card(self.tr("Signing stamp"))
        told = self.tr(
            "What certificates and labels are signed with. A new one can be begun at any time, once a year for "
            "instance. Stop the present one where this PC, its files or its passphrase may be in wrong hands."
        )
        stamp.addWidget(label(told, wrap=True))
        stamps = FlowLayout(gap=8)
        stamps.addWidget(self.acts[Act.ROTATE])
        stamps.addWidget(self.acts[Act.REVOKE])
        stamp.addLayout(stamps)
        self.add_card(self.tr("Signed PDF files")).addWidget(self.signature)

    def _offered(self) -> dict[Act, str]:
        return {
            Act.PRINT: self.tr("Print the recovery sheet"),
            Act.SAVE: self.tr("Save it as PDF…"),
            Act.PROVE: self.tr("Check the recovery sheet"),
            Act.FORGOT: self.tr("Passphrase forgotten"),
            Act.SIGN: self.tr("Sign with the recovery sheet"),
            Act.ROTATE: self.tr("New signing stamp"),
            Act.REVOKE: self.tr("Stop the signing stamp"),
        }

    def _begin(self, act: Act) -> None:
        self.root.begin(act, is_here=self._view.is_here)

    @override
    def lead_to(self, part: str) -> None:
        if part == "sheet":
            bring_into_view(self.sheet_state)

    def copy_to_stick(self) -> None:
        """Asks for the stick and copies what the passphrase covers."""
        folder = ask_folder(self, self.tr("Which stick"), documents())
        if folder is not None:
            said = self.tr("The file is on the stick. It needs the passphrase, and does not replace the sheet.")
            self.context.jobs.change(
                lambda: recovery.write_stick(self.desk.office, folder),
                lambda _: self.context.speaker.toast(said),
                self.refuse,
            )

    @override
    def refresh(self) -> None:
        self._ticket.tear()
        self._ticket = self.context.jobs.query(lambda: key_view(self.desk.office), self._show)

    def _show(self, view: KeyView) -> None:
        self.state.setText(self._words(view))
        self._form.setVisible(view.is_set)
        self.change_button.setVisible(view.is_set)
        self._view = view
        self.renew_button.setVisible(view.is_stale and view.is_here)
        self.acts[Act.SIGN].setVisible(view.is_stale and not view.is_here)
        self.sheet_state.setText(self._sheet_words(view))
        set_tone(self.sheet_state, None if view.is_proved or not view.is_set else Tone.WARN)
        for act in (Act.PRINT, Act.SAVE, Act.FORGOT, Act.ROTATE, Act.REVOKE):
            self.acts[act].setVisible(view.is_set)
        for way in (self.acts[Act.PROVE], self.stick_button):
            way.setVisible(view.is_set and view.is_here)
        self.signature.show_standing(view.signing)
        self._follow()

    def _sheet_words(self, view: KeyView) -> str:
        if not view.is_set:
            return self.tr("The recovery sheet is printed once the passphrase is set.")
        if view.is_proved:
            return self.tr("The recovery sheet was checked. Its content is on the paper in the safe alone.")
        if view.is_made:
            return self.tr("The recovery sheet was printed and not checked yet. Enter it once from the paper.")
        return self.tr(
            "The recovery sheet was not printed yet. Without it a forgotten passphrase ends all issuing: print it "
            "now and keep it in the safe, not beside the PC."
        )

    def _words(self, view: KeyView) -> str:
        if not view.is_set:
            return self.tr(
                "No passphrase is set yet. You choose it when the first certificate is issued; its recovery sheet is "
                "printed then."
            )
        if view.is_stale:
            return self.tr(
                "The passphrase is set. The association's settings changed since: enter the current passphrase once "
                "and sign the public list anew, so that new certificates can be verified."
            )
        return self.tr(
            "The passphrase is set and asked for once a day when certificates are issued. Who forgets it chooses "
            "another with the recovery sheet."
        )

    def _follow(self) -> None:
        for note in self._notes.values():
            note.clear()
        self.change_button.setEnabled(all(field.text() for field in (self.old, self.new, self.again)))
        self.renew_button.setEnabled(bool(self.old.text()))

    def change(self) -> None:
        """Changes the passphrase, if both new ones agree."""
        old, new = self.old.text(), self.new.text()
        if new != self.again.text():
            self._refuse(UserError("keys.passphrase_differs"))
        elif self.change_button.isEnabled():
            self.change_button.setEnabled(False)
            self.context.jobs.change(
                lambda: vault.change_passphrase(self.desk.office, old, new), self._changed, self._refuse
            )

    def renew(self) -> None:
        """Signs the public list anew."""
        old = self.old.text()
        self.context.jobs.change(lambda: keys.public(self.desk.office, old), self._renewed, self._refuse)

    def _changed(self, _done: None) -> None:
        self._forget()
        self.context.speaker.toast(self.tr("The passphrase is changed. Certificates issued so far stay as they are."))

    def _renewed(self, _keys: object) -> None:
        self._forget()
        self.context.speaker.toast(self.tr("The public list is signed anew."))

    def _forget(self) -> None:
        for field in (self.old, self.new, self.again):
            field.clear()

    def _refuse(self, error: UserError) -> None:
        """Says at the field concerned what is wrong."""
        fields = {"keys.passphrase_short": self.new, "keys.passphrase_differs": self.again}
        field = fields.get(error.code, self.old)
        self._follow()
        self._notes[field].say(Tone.BAD, self.context.words.of(error))
        field.setFocus()
        field.selectAll()
