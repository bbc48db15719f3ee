"""The form with a company in it: what is shown, what was typed over it, what saving it would mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple
from typing import Any

from PySide6.QtCore import Signal

from qc_desktop.domain.campaigns import Stage
from qc_desktop.gui.pages.base import PageContext
from qc_desktop.gui.pages.companies.differing import empty
from qc_desktop.gui.pages.companies.editor_view import EditorView
from qc_desktop.gui.pages.companies.sheet import Draft, Sheet
from qc_desktop.gui.widgets.form_values import Value, label_of, plain
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.picker import OWN
from qc_desktop.services.campaigns.years import CampaignRow
from qc_desktop.services.companies.details import ContactRow
from qc_desktop.services.companies.entering import Entry
from qc_desktop.services.companies.rows import CompanyRow


class SheetView(EditorView):
    """Shows one Sheet and knows whether something was typed over it; ``dirt_changed`` tells that this may differ.

    ``sheet_shown`` tells that a company, or the same one anew, stands in the form.
    """

    dirt_changed = Signal()
    sheet_shown = Signal()

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.campaign: CampaignRow | None = None
        self.sheet = Sheet()
        self.edits = 0
        self._clean_at = 0
        self._sticky: dict[str, Value] = {}
        self._day = ""
        self._shown: tuple[Mapping[str, Value], Mapping[str, Value]] = ({}, {})
        for part in (self.company, self.pledge, self.contacts):
            part.edited.connect(self._count_edit)

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that is not saved."""
        return self.edits != self._clean_at

    @property
    def year(self) -> int:
        """The campaign year whose pledge is shown; 0 where none is open."""
        return self.campaign.values.campaign_year if self.campaign else 0

    @property
    def row(self) -> CompanyRow | None:
        """The company shown as a row of the list, as far as actions need it."""
        detail, pledge = self.sheet.detail, self.sheet.pledge
        if detail is None:
            return None
        values = {name: str(value) for name, value in detail.values.items()}
        return CompanyRow(
            id=detail.id,
            name=values["name"],
            uscc=values["uscc"],
            member_no=values["member_no"],
            member_tier=values["member_tier"],
            province=values["province"],
            city=values["city"],
            industry_name=values["industry_name"],
            participation_id=pledge.participation_id if pledge else "",
            stage=pledge.stage.value if pledge else "",
        )

    def show_sheet(self, sheet: Sheet, *, with_letter: bool = False) -> None:
        """Shows ``sheet``; ``with_letter`` says that its pledge is at hand and to be entered."""
        self.sheet = sheet
        is_new = sheet.detail is None
        self.title.setText(sheet.name or self.tr("New company"))
        self.number.setText(sheet.certificate_no)
        self.number.setVisible(bool(sheet.certificate_no))
        self.company.show_detail(sheet.detail, self._sticky)
        self.pledge.show_row(sheet.pledge, sheet.certificate_no, self._day, submit=is_new or with_letter)
        self.contacts.show_contacts(sheet.detail.contacts if sheet.detail else (), masked=True)
        self.merged.show_merged(sheet.merged)
        stage = sheet.pledge.stage if sheet.pledge else None
        self.review.setVisible(stage is Stage.MATERIAL_REVIEW)
        self.notice.setVisible(stage is Stage.RETURNED_FOR_CORRECTION)
        self.bar.clear()
        self._shown = (self.company.values.read(), self.pledge.values.read())
        self.mark_clean()
        if with_letter and self.pledge.pledge() is not None:
            self._count_edit()
        self.sheet_shown.emit()

    def mark_clean(self) -> None:
        """What stands in the form is saved, kept elsewhere or given up."""
        self._clean_at = self.edits
        self.dirt_changed.emit()

    def keep_for_next(self) -> None:
        """The next new form begins with this one's date, and with its industry where the classification has it."""
        industry = self.company.values.read()["industry"]
        self._sticky = {} if str(industry).startswith(OWN) else {"industry": industry}
        self._day = self.pledge.day

    def draft(self) -> Draft:
        """What stands in the form, to be put back later."""
        return Draft(
            self.sheet,
            self.company.read(),
            self.pledge.values.read(),
            self.pledge.submit.isChecked(),
            self.contacts.changed(),
            self.typed(),
            self.year,
        )

    def put_back(self, draft: Draft) -> None:
        """Puts ``draft`` over what is shown; it is as unsaved as it was."""
        self.company.write(draft.company)
        self.pledge.write(draft.pledge, draft.submit)
        if draft.contacts is not None:
            self.contacts.show_contacts(self.sheet.detail.contacts if self.sheet.detail else (), masked=False)
            self.contacts.put(draft.contacts)
        self._count_edit()

    def fill(self, company: Mapping[str, Value]) -> None:
        """Puts ``company`` into the company's fields as if it had been typed."""
        self.company.write(company)
        self._count_edit()

    def typed(self) -> dict[str, Any]:
        """What stands in the form otherwise than it was shown, as JSON can hold it; a half-typed choice stays open."""
        company, pledge = (
            {name: [before[name], value] for name, value in values.read().items() if value != before[name]}
            for values, before in zip((self.company.values, self.pledge.values), self._shown, strict=True)
        )
        contacts = self.contacts.changed()
        return {
            "company": company,
            "pledge": pledge,
            "submit": self.pledge.submit.isChecked(),
            "contacts": None if contacts is None else [astuple(contact) for contact in contacts],
        }

    @property
    def says_something_new(self) -> bool:
        """Whether the form says anything that the records do not."""
        typed = self.typed()
        said = typed["company"] or typed["pledge"] or typed["contacts"] is not None
        return bool(said or self.pledge.pledge() is not None)

    def put_over(self, typed: Mapping[str, Any], contacts: tuple[ContactRow, ...] | None = None) -> dict[str, str]:
        """Puts what :meth:`typed` gave before over what is shown, with the ``contacts`` that stood there then.

        Gives the fields that were changed otherwise meanwhile, by their labels, and what they said until now; of
        contacts only that they were.
        """
        changed: dict[str, str] = {}
        for part in (self.company, self.pledge):
            shown = part.values.read()
            kept = typed["company" if part is self.company else "pledge"]
            own = {name: (plain(before), plain(after)) for name, (before, after) in kept.items() if name in shown}
            differing = [name for name, pair in own.items() if shown[name] not in pair]
            said = {name: part.values.text(name) or empty() for name in differing}
            changed |= {label_of(part.form.form, part.values[name]): text for name, text in said.items()}
            part.values.write({**shown, **{name: after for name, (_, after) in own.items()}})
        self.pledge.write(self.pledge.values.read(), bool(typed["submit"]))
        if typed["contacts"] is not None:
            stored = self.sheet.detail.contacts if self.sheet.detail else ()
            if contacts is not None and contacts != stored:
                changed[self.tr("Contacts")] = ""
            self.contacts.show_contacts(stored, masked=False)
            self.contacts.put([ContactRow(*contact) for contact in typed["contacts"]])
        self._count_edit()
        return changed

    def complain(self) -> bool:
        """Says in place what stops the form from being saved and goes there; False where nothing does."""
        field: LineEdit | None = self.company.complain(self.company.draft(self.sheet.detail))
        if field is None and not self.pledge.is_sound:
            field = self.pledge.form.signed_on
        if field is not None:
            field.setFocus()
            self.area.show_part(field)
        return field is not None

    def entry(self) -> Entry:
        """What saving would write."""
        detail = self.sheet.detail
        return Entry(
            draft=self.company.draft(detail),
            company_id=self.sheet.id,
            row_version=detail.row_version if detail else 0,
            former_names=self.company.former_names(detail),
            contacts=self.contacts.changed(),
            campaign_id=self.campaign.id if self.campaign else "",
            pledge=self.pledge.pledge(),
            seen=detail,
            pledge_seen=self.sheet.pledge,
        )

    def _count_edit(self) -> None:
        self.edits += 1
        self.dirt_changed.emit()
