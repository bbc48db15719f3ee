"""发证口令: whether it is set, and changing it."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QWidget
from typing_extensions import override

from qc_desktop.errors import UserError
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.settings.model import KeyView, key_view
from qc_desktop.gui.pages.settings.section import Section
from qc_desktop.gui.tasks import Ticket
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import FieldNote
from qc_desktop.gui.widgets.flow import FlowLayout
from qc_desktop.gui.widgets.parts import button, label
from qc_desktop.gui.widgets.passphrase import secret_field
from qc_desktop.services import keys, vault


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
        self._lay_out()
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
        inside.addLayout(row)

    @override
    def refresh(self) -> None:
        self._ticket.tear()
        self._ticket = self.context.jobs.query(lambda: key_view(self.desk.office), self._show)

    def _show(self, view: KeyView) -> None:
        self.state.setText(self._words(view))
        self._form.setVisible(view.is_set)
        self.change_button.setVisible(view.is_set)
        self.renew_button.setVisible(view.is_stale)
        self._follow()

    def _words(self, view: KeyView) -> str:
        if not view.is_set:
            return self.tr(
                "No passphrase is set yet. You choose it when the first certificate is issued. Write it down and keep "
                "it safe: nobody can recover it."
            )
        if view.is_stale:
            return self.tr(
                "The passphrase is set. The association's settings changed since: enter the current passphrase once "
                "and sign the public list anew, so that new certificates can be verified."
            )
        return self.tr(
            "The passphrase is set and asked for once a day when certificates are issued. Nobody can recover it: "
            "write it down and keep it safe."
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
