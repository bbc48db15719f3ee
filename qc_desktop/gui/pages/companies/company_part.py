"""The company's half of the form: fields, what is wrong with them, and the draft they make."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from qc_desktop import reference
from qc_desktop.domain import uscc
from qc_desktop.domain.companies import CompanyDraft, MemberTier
from qc_desktop.domain.findings import Finding
from qc_desktop.domain.reachable import check_phone
from qc_desktop.domain.text import clean_code, clean_name, clean_plain
from qc_desktop.errors import UserError
from qc_desktop.gui.forms.ui_company_form import Ui_CompanyForm
from qc_desktop.gui.icons import wear
from qc_desktop.gui.pages.companies.choices import Choices
from qc_desktop.gui.pages.companies.model import tier_words
from qc_desktop.gui.pages.companies.place import place_of
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import FieldCheck, FieldNote
from qc_desktop.gui.widgets.form_values import FormValues, Value
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.picker import OWN, Choice, Picker
from qc_desktop.services.companies import editing
from qc_desktop.services.companies.details import FormerNameRow

if TYPE_CHECKING:
    from qc_desktop.messages import Messages
    from qc_desktop.services.companies.details import CompanyDetail

FURTHER = ("city", "address", "legal_representative", "short_name", "former_names", "hotline", "website", "remark")
"""Fields that stay folded away until they are asked for."""
AS_TYPED = (
    "name",
    "uscc",
    "short_name",
    "member_no",
    "legal_representative",
    "address",
    "hotline",
    "website",
    "remark",
)

_SHOWN_AS = {"industry_name": "industry"}
"""Fields of a draft that stand in the form under another name."""


class CompanyPart(QWidget):
    """``edited`` tells that a person changed something; showing does not."""

    edited = Signal()

    def __init__(self, words: Messages) -> None:
        super().__init__()
        self._words = words
        self.form = Ui_CompanyForm()
        self.form.setupUi(self)
        self.values = FormValues(self)
        self.values.edited.connect(self.edited)
        self._notes = {name: FieldNote(self.form.form, self.values[name]) for name in (*AS_TYPED, "city", "industry")}
        self._checks = [
            FieldCheck(self.form.name, self._notes["name"], self._check_name, words),
            FieldCheck(self.form.uscc, self._notes["uscc"], _check_code, words),
            *(self._checked(name) for name in (*AS_TYPED, "city") if name not in ("name", "uscc")),
        ]
        self.form.name.tidy_with(clean_name)
        self.form.uscc.tidy_with(clean_code)
        self.form.website.tidy_with(clean_plain)
        self.form.industry.own_words = True
        self.form.industry.currentIndexChanged.connect(self._notes["industry"].clear)
        self.form.member_tier.offer([Choice(tier.value, tier_words(words, tier)) for tier in MemberTier])
        self.form.more.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.form.more.toggled.connect(self._fold)
        self._fold(False)

    def offer(self, choices: Choices) -> None:
        """Offers provinces and industries."""
        self.form.province.offer(choices.provinces)
        self.form.industry.offer(choices.industries)

    def show_detail(self, detail: CompanyDetail | None, sticky: Mapping[str, Value]) -> None:
        """Shows a company, or an empty form for a new one with the ``sticky`` values."""
        if detail is None:
            self.write({"member_tier": MemberTier.NON_MEMBER.value, **sticky})
            return
        stored = detail.values
        shown: dict[str, Value] = {name: str(stored[name]) for name in (*AS_TYPED, "city", "member_tier")}
        shown["province"] = stored["province_code"]
        shown["industry"] = stored["industry_code"] or (
            OWN + stored["industry_name"] if stored["industry_name"] else ""
        )
        shown["former_names"] = tuple(former.name for former in detail.former_names)
        self.write(shown)

    def write(self, values: Mapping[str, Value]) -> None:
        """Puts ``values`` into the fields."""
        self.values.write(values)
        for note in self._notes.values():
            note.clear()
        self._count_further()

    def read(self) -> dict[str, Value]:
        """What stands in the fields."""
        for picker in self.findChildren(Picker):
            picker.settle()
        return self.values.read()

    def draft(self, detail: CompanyDetail | None) -> CompanyDraft:
        """What stands in the form, with what it does not show of ``detail``."""
        read = self.read()
        stored: Mapping[str, Any] = detail.values if detail else {}
        industry = str(read["industry"])
        known = reference.industries().get(industry) if industry and not industry.startswith(OWN) else None
        typed: dict[str, Any] = {name: str(read[name]) for name in AS_TYPED}
        return CompanyDraft(
            **typed,
            **place_of(stored, str(read["province"]), str(read["city"])),
            member_tier=MemberTier(str(read["member_tier"]) or MemberTier.NON_MEMBER),
            industry_code=known.code if known else "",
            industry_name=known.name if known else industry.removeprefix(OWN),
        )

    def former_names(self, detail: CompanyDetail | None) -> list[FormerNameRow] | None:
        """The former names where a person changed them, with the days known; None where they stay."""
        typed = [clean_name(line) for line in self.values.read()["former_names"]]
        known = {former.name: former for former in detail.former_names} if detail else {}
        return None if typed == list(known) else [known.get(name) or FormerNameRow(name) for name in typed]

    def complain(self, draft: CompanyDraft) -> LineEdit | None:
        """Says what stops ``draft`` from being saved; gives the first field concerned, None where nothing stops."""
        found = reversed(editing.check(draft))
        bad = {_SHOWN_AS.get(each.field, each.field): each for each in found if each.severity == "error"}
        for name, wrong in bad.items():
            self._notes[name].say(Tone.BAD, self._words.of(wrong))
        first = next((name for name in self._notes if name in bad), "")
        if first in FURTHER:
            self.form.more.setChecked(True)
        field = self.form.industry.editor if first == "industry" else self.values[first] if first else None
        return field if isinstance(field, LineEdit) else None

    def take_refusal(self, error: UserError) -> bool:
        """Says at the code what the records say of it; False where ``error`` is about something else."""
        if not error.code.startswith("company.uscc"):
            return False
        self._notes["uscc"].say(Tone.BAD, self._words.of(error))
        self.form.uscc.setFocus()
        return True

    def _checked(self, name: str) -> FieldCheck:
        """A look at the text in field ``name`` once it is left."""
        field = self.values[name]
        assert isinstance(field, LineEdit)
        return FieldCheck(field, self._notes[name], partial(_check_text, name), self._words)

    @staticmethod
    def _check_name(text: str) -> list[Any]:
        return [found for found in editing.check(CompanyDraft(text)) if found.field == "name"]

    def _fold(self, unfolded: bool) -> None:
        wear(self.form.more, "chevron-down" if unfolded else "chevron-right", "muted")
        for name in FURTHER:
            self.form.form.setRowVisible(self.values[name], unfolded)
            if name in self._notes:
                self.form.form.setRowVisible(self._notes[name], unfolded and bool(self._notes[name].text))
        self._count_further()

    def _count_further(self) -> None:
        read = self.values.read()
        filled = sum(bool(read[name]) for name in FURTHER)
        folded = filled and not self.form.more.isChecked()
        self.form.more.setText(self.tr("More details (%n filled)", "", filled) if folded else self.tr("More details"))


def _check_text(name: str, text: str) -> list[Finding]:
    odd = check_phone(text) if name == "hotline" else []
    return [*editing.check_text(name, text), *odd]


def _check_code(text: str) -> list[Finding]:
    code, found = uscc.check(text)
    return found or uscc.check_division(code, reference.admin_divisions())
