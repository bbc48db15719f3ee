"""会员: rules of terms, the dues ledger, and the association's own fields."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qc_desktop.gui.forms.ui_members_form import Ui_MembersForm
from qc_desktop.gui.jobs import Ticket
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.settings.dues_card import DuesCard
from qc_desktop.gui.pages.settings.model import check
from qc_desktop.gui.pages.settings.own_fields import OwnFields
from qc_desktop.gui.pages.settings.section import Section
from qc_desktop.gui.widgets.field_note import FieldCheck, FieldNote
from qc_desktop.gui.widgets.foot_bar import UnsavedBar
from qc_desktop.gui.widgets.form_values import FormValues, Value
from qc_desktop.gui.widgets.still_wheel import hold_still
from qc_desktop.services import preferences
from qc_desktop.services.members import dues, fields
from qc_desktop.services.members.dues import DuesYear
from qc_desktop.services.members.fields import FieldRow
from qc_desktop.services.office import Office


@dataclass(frozen=True)
class MembersView:
    """What the section shows; ``sums`` by year, newest first, where the ledger is kept."""

    values: dict[str, str]
    fields: tuple[FieldRow, ...]
    keeps_dues: bool
    sums: tuple[DuesYear, ...]


def members_view(office: Office) -> MembersView:
    """The settings of members, the fields and, where they are kept, the dues."""
    values = {key: str(value) for key, value in preferences.everything(office).items()}
    keeps = dues.is_on(office)
    sums = tuple(dues.overview(office, year) for year in dues.years(office)) if keeps else ()
    return MembersView(
        values | {"dues_ledger": "on" if keeps else "off"}, fields.fields(office, retired=True), keeps, sums
    )


class MembersSection(Section):
    """The form stays as typed until it is saved or given up; fields are changed at once, each with Undo."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._ticket = Ticket()
        self._stored: dict[str, str] = {}
        form = QWidget()
        self.ui = Ui_MembersForm()
        self.ui.setupUi(form)
        hold_still(form)
        self.values = FormValues(form)
        self.values.offer("dues_ledger", [("off", self.tr("Not kept")), ("on", self.tr("Kept"))])
        self.bar = UnsavedBar(self, self.tr("Save changes"))
        self.bar.save_wanted.connect(self.save)
        self.bar.discard_wanted.connect(self.revert)
        numbers = (self.ui.membership_grace_days, self.ui.membership_term_years, self.ui.member_no_prefix)
        self._checks = [
            FieldCheck(field, FieldNote(self.ui.form, field), partial(check, field.objectName()), context.words)
            for field in numbers
        ]
        self.add_card(self.tr("Members")).addWidget(form)
        self.own = OwnFields(context, self)
        self.add_card(self.tr("Our own fields")).addWidget(self.own)
        self.dues = DuesCard(context, self)
        card = self.add_card(self.tr("Dues"))
        card.addWidget(self.dues)
        self._dues_card = card.parentWidget()
        self._dues_card.hide()
        self.values.edited.connect(self._follow)

    @property
    def changes(self) -> dict[str, str]:
        """What stands in the form and is not saved yet, by setting."""
        read = {key: _text(value) for key, value in self.values.read().items()}
        return {key: value for key, value in read.items() if value != self._stored.get(key, value)}

    @override
    def refresh(self) -> None:
        self._ticket.tear()
        self._ticket = self.context.jobs.query(lambda: members_view(self.desk.office), self._show)

    def _show(self, view: MembersView) -> None:
        kept = self.changes
        self._stored = {key: view.values[key] for key in self.values.names}
        self.values.write(self._stored | kept)
        self.own.show_fields(view.fields)
        self.dues.show_years(view.sums)
        self._dues_card.setVisible(view.keeps_dues)
        self._follow()

    def _follow(self) -> None:
        self.ui.form.setRowVisible(self.ui.dues_reminder_text, self.values.read()["dues_ledger"] == "on")
        self.bar.show_unsaved(bool(self.changes))

    def save(self) -> None:
        """Saves what was changed, unless something cannot be right."""
        wrong = [one for one in self._checks if not one.look()]
        changed = self.changes
        if not wrong and changed:
            self.context.jobs.change(lambda: preferences.change(self.desk.office, changed), self._saved, self.refuse)

    def _saved(self, values: dict[str, Any]) -> None:
        self._stored |= {key: text for key, text in self.changes.items() if key in values}
        self._follow()
        self.offer_undo(self.tr("Saved."))

    def revert(self) -> None:
        """Puts the stored values back into the form."""
        self.values.write(self._stored)
        for one in self._checks:
            one.look()
        self._follow()


def _text(value: Value) -> str:
    return value if isinstance(value, str) else "".join(value)
