"""协会: what stands on certificates, rosters and labels."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, cast

from PySide6.QtWidgets import QFormLayout, QWidget
from typing_extensions import override

from qc_desktop.domain.text import clean
from qc_desktop.gui.forms.ui_office_form import Ui_OfficeForm
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.settings.form_section import FormSection
from qc_desktop.gui.pages.settings.model import OfficeView, check_seal, example_link, example_number, office_view
from qc_desktop.gui.pages.settings.seal import SealRow
from qc_desktop.gui.pages.settings.swatch import SIZE, swatch
from qc_desktop.gui.pages.worded_panel import WordedPanel
from qc_desktop.gui.widgets.field_note import Check
from qc_desktop.gui.widgets.form_line import FormLine
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.services import preferences
from qc_desktop.services.worded import OF_OFFICE


class OfficeSection(FormSection[Ui_OfficeForm, OfficeView]):
    """The form of the association. What is typed stays until it is saved or given up."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, "settings_office", Ui_OfficeForm())
        self._year = 0
        self._pattern_is_used = False
        self.link = FormLine(self.ui.form)
        self.number = FormLine(self.ui.form)
        self._below(self.ui.verification_prefix, self.link)
        self._below(self.ui.certificate_number_pattern, self.number)
        self.seal = SealRow(self.ui.seal_picture)
        said = FormLine(self.ui.form)
        for part in (said, self.seal):
            self._below(self.ui.seal_picture, part)
        said.say(self.tr("A pasted picture is not an electronic seal; by default the place stays empty."))
        self.reasons = WordedPanel(context.words)
        self.reasons.edited.connect(self._follow)
        self._below(self.ui.issuer_line, self.reasons)
        self._begin(self.tr("Sav&e changes"), self._checked())
        seal = self._checks["seal_picture"]
        self.seal.chosen.connect(seal.look)
        self.ui.seal_diameter_mm.editingFinished.connect(seal.look)
        self.ui.certificate_scheme.setIconSize(SIZE)
        self.add_card(self.tr("The association")).addWidget(self.fields)
        self.values.edited.connect(self._follow)

    def _checked(self) -> tuple[LineEdit, ...]:
        ui = self.ui
        return (
            ui.association_name,
            ui.issuer_line,
            ui.roster_title,
            ui.verification_prefix,
            ui.certificate_number_pattern,
            ui.validity_years,
            ui.seal_picture,
            ui.seal_diameter_mm,
            ui.reprint_quota,
            ui.sender_postcode,
        )

    @override
    def _check_of(self, field: LineEdit) -> Check:
        if field is self.ui.seal_picture:
            return lambda typed: check_seal(typed, self.ui.seal_diameter_mm.text().strip())
        return super()._check_of(field)

    @override
    def _wrong(self, keys: Collection[str]) -> bool:
        """A picture that is fine enough for one size may be too coarse for another."""
        return super()._wrong({*keys, *preferences.SEAL} if any(key in keys for key in preferences.SEAL) else keys)

    def _below(self, field: LineEdit, part: QWidget) -> None:
        row, _ = cast("tuple[int, QFormLayout.ItemRole]", self.ui.form.getWidgetPosition(field))
        self.ui.form.insertRow(row + 1, "", part)

    @override
    def _saved_words(self) -> str:
        return self.tr("Saved.")

    @override
    def _ask(self) -> OfficeView:
        return office_view(self.desk.office, self.context.words.lang)

    @override
    def _show(self, view: OfficeView) -> None:
        self._year = view.year
        if not self.ui.certificate_scheme.count():
            self._offer_schemes(view)
        self.reasons.know(view.known)
        self._take_stored(view.values)
        self.ui.certificate_number_pattern.setReadOnly(view.pattern_is_used)
        self._pattern_is_used = view.pattern_is_used
        self._follow()
        self.drafts.take_up("", self.tr("The association"), 0)

    def _offer_schemes(self, view: OfficeView) -> None:
        words = {"navy": self.tr("Navy blue"), "red": self.tr("Red")}
        self.values.offer("certificate_scheme", [(scheme.id, words[scheme.id]) for scheme in view.schemes])
        for place, scheme in enumerate(view.schemes):
            self.ui.certificate_scheme.setItemIcon(place, swatch(scheme))

    @override
    def _follow(self) -> None:
        """Keeps the examples and the buttons in step with the form."""
        link = example_link(self.ui.verification_prefix.text().strip())
        self.link.say(self.tr("A label's link: {link}").format(link=link) if link else "")
        self.number.say(self._number_words())
        texts = [(place, clean(getattr(self.ui, place).text())) for place in OF_OFFICE]
        self.reasons.follow(texts, name=clean(self.ui.association_name.text()))
        super()._follow()
        if self.reasons.is_typed:
            self.bar.show_unsaved(True)

    @override
    def typed_for(self, _key: str) -> dict[str, Any] | None:
        typed, reasons = super().typed_for(_key), self.reasons.typed_about()
        return {**(typed or {"values": {}, "base": {}}), "reasons": reasons} if typed or reasons else None

    @override
    def put_over(self, typed: Mapping[str, Any]) -> bool:
        self.reasons.put_over(typed.get("reasons", {}))
        return super().put_over(typed)

    @override
    def save(self) -> None:
        changed, given = self.changes, self.reasons.given
        if not self._wrong(changed) and (changed or self.reasons.is_typed):
            self.reasons.lead()
            self.do_change(lambda: preferences.change(self.desk.office, changed, given), self._saved)

    @override
    def _saved(self, values: dict[str, Any]) -> str:
        self.reasons.forget()
        return super()._saved(values)

    @override
    def revert(self) -> None:
        self.reasons.forget()
        super().revert()

    def _number_words(self) -> str:
        if self._pattern_is_used:
            return self.tr("Certificates carry such numbers already, so the pattern stays.")
        number = example_number(self.ui.certificate_number_pattern.text().strip(), self._year)
        return self.tr("The first number: {number}").format(number=number) if number else ""
