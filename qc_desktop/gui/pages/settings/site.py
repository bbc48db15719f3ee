"""查验网站: what its pages say of the association, and publishing them."""

from __future__ import annotations

from dataclasses import dataclass

from typing_extensions import override

from qc_desktop.gui.forms.ui_site_form import Ui_SiteForm
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.settings.form_section import FormSection
from qc_desktop.gui.pages.settings.publish_card import PublishCard
from qc_desktop.gui.widgets.parts import label
from qc_desktop.services import preferences
from qc_desktop.services.office import Office
from qc_desktop.services.site import standing
from qc_desktop.services.site.standing import SiteStanding


@dataclass(frozen=True)
class SiteView:
    """What the section shows."""

    values: dict[str, str]
    standing: SiteStanding


def site_view(office: Office) -> SiteView:
    """The settings of the pages, and how publishing stands."""
    values = {key: str(value) for key, value in preferences.everything(office).items()}
    return SiteView(values, standing.standing(office))


class SiteSection(FormSection[Ui_SiteForm, SiteView]):
    """The form stays as typed until it is saved or given up; publishing takes what is saved."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "settings_site", Ui_SiteForm())
        ui = self.ui
        self._begin(self.tr("Save changes"), (ui.association_phone, ui.icp_number, ui.police_number))
        self.publish = PublishCard(context)
        self.publish.refused.connect(self.refuse)
        self.publish.done.connect(self.refresh)
        first = self.add_card(self.tr("Publishing"))
        told = self.tr(
            "Pages on which anybody checks certificates and labels, with the companies' pledges, the rosters and what "
            "was voided. Publish after every change; the list of what was voided counts for 35 days."
        )
        first.addWidget(self.publish)
        first.addWidget(label(told, "muted", wrap=True))
        second = self.add_card(self.tr("On every page"))
        second.addWidget(
            label(self.tr("A site needs its registration numbers before it is opened."), "muted", wrap=True)
        )
        second.addWidget(self.fields)
        self.values.edited.connect(self._follow)

    @override
    def _saved_words(self) -> str:
        return self.tr("Saved. It stands on the pages when they are published the next time.")

    @override
    def _ask(self) -> SiteView:
        return site_view(self.desk.office)

    @override
    def _show(self, view: SiteView) -> None:
        self._take_stored(view.values)
        self.publish.show_standing(view.standing)
        self._follow()
        self.drafts.take_up("", self.tr("Check site"), 0)
