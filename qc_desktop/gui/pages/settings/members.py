"""会员: rules of terms, the dues ledger, and the association's own fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from qc_desktop.gui.forms.ui_members_form import Ui_MembersForm
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.settings.dues_card import DuesCard
from qc_desktop.gui.pages.settings.model import check
from qc_desktop.gui.pages.settings.own_fields import OwnFields
from qc_desktop.gui.pages.settings.typed_section import TypedSection
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


class MembersSection(TypedSection):
    """The form stays as typed until it is saved or given up; fields are changed at once, each with Undo."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "settings_members")
        form = QWidget()
        self.ui = Ui_MembersForm()
        self.ui.setupUi(form)
        hold_still(form)
        self.values = FormValues(form)
        self.values.offer("dues_ledger", [("off", self.tr("Not kept")), ("on", self.tr("Kept"))])
        self._take_bar(UnsavedBar(self, self.tr("Save changes")))
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

    @override
    def _read(self) -> dict[str, str]:
        return {key: _text(value) for key, value in self.values.read().items()}

    @override
    def _put(self, values: Mapping[str, str]) -> None:
        self.values.write(values)

    @override
    def _wrong(self) -> bool:
        return bool([one for one in self._checks if not one.look()])

    @override
    def _saved_words(self) -> str:
        return self.tr("Saved.")

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
        self.drafts.take_up("", self.tr("Members"), 0)

    @override
    def _follow(self) -> None:
        self.ui.form.setRowVisible(self.ui.dues_reminder_text, self.values.read()["dues_ledger"] == "on")
        super()._follow()


def _text(value: Value) -> str:
    return value if isinstance(value, str) else "".join(value)
