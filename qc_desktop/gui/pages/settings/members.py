"""会员: rules of terms, the dues ledger, and the association's own fields."""

from __future__ import annotations

from dataclasses import dataclass

from typing_extensions import override

from qc_desktop.gui.forms.ui_members_form import Ui_MembersForm
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.settings.dues_card import DuesCard
from qc_desktop.gui.pages.settings.form_section import FormSection
from qc_desktop.gui.pages.settings.own_fields import OwnFields
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


class MembersSection(FormSection[Ui_MembersForm, MembersView]):
    """The form stays as typed until it is saved or given up; fields are changed at once, each with Undo."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "settings_members", Ui_MembersForm())
        self.values.offer("dues_ledger", [("off", self.tr("Not kept")), ("on", self.tr("Kept"))])
        ui = self.ui
        numbers = (ui.membership_grace_days, ui.membership_term_years, ui.member_no_prefix)
        self._begin(self.tr("Save changes"), numbers)
        self.add_card(self.tr("Members")).addWidget(self.fields)
        self.own = OwnFields(context, self)
        self.add_card(self.tr("Our own fields")).addWidget(self.own)
        self.dues = DuesCard(context, self)
        card = self.add_card(self.tr("Dues"))
        card.addWidget(self.dues)
        self._dues_card = card.parentWidget()
        self._dues_card.hide()
        self.values.edited.connect(self._follow)

    @override
    def _saved_words(self) -> str:
        return self.tr("Saved.")

    @override
    def _ask(self) -> MembersView:
        return members_view(self.desk.office)

    @override
    def _show(self, view: MembersView) -> None:
        self._take_stored(view.values)
        self.own.show_fields(view.fields)
        self.dues.show_years(view.sums)
        self._dues_card.setVisible(view.keeps_dues)
        self._follow()
        self.drafts.take_up("", self.tr("Members"), 0)

    @override
    def _follow(self) -> None:
        self.ui.form.setRowVisible(self.ui.dues_reminder_text, self.values.read()["dues_ledger"] == "on")
        super()._follow()
