"""What a returned form would change, field by field, against the records and against what it was made with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from qc_desktop.domain.campaigns import BEFORE_REVIEW, Stage
from qc_desktop.domain.cells import Cell, text_of
from qc_desktop.domain.companies import CompanyDraft, PledgeDraft
from qc_desktop.domain.dates import chinese
from qc_desktop.domain.findings import Finding, error, warning
from qc_desktop.domain.text import clean, masked
from qc_desktop.exchange import return_form as form
from qc_desktop.exchange.reading.return_form import ReturnedForm
from qc_desktop.services.campaigns.pledging import EDITABLE
from qc_desktop.services.companies.editing import CONTACT, contact_changes, differences
from qc_desktop.services.returns.known import company_texts, industry_text
from qc_desktop.services.returns.reading import Said, consent, is_empty, said_by, texts
from qc_desktop.storage.tables import Company

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "province": ("province_code", "province", "province_derived"),
    "city": ("city", "admin_division_code", "admin_division_name"),
    "industry_name": ("industry_code", "industry_name"),
}
"""Fields of the form that are several columns; the others are the one of their name."""

COMPANY_FIELDS = (
    "name", "uscc", "short_name", "legal_representative", "member_tier", "industry_name", "province", "city",
    "address", "hotline", "website",
)  # fmt: skip
PLEDGE_FIELDS = ("products", "standards", "signatory", "signed_on")
ENTERING = "pledge"
"""The difference that a pledge is entered at all."""
_NEVER_EMPTIED = frozenset({"name", "uscc", "member_tier"})


class Kind(StrEnum):
    """Why a difference is offered as it is: all but PLAIN wait for a person."""

    PLAIN = "plain"
    CONFLICT = "conflict"
    CLEARED = "cleared"
    DELICATE = "delicate"


@dataclass(frozen=True)
class Difference:
    """A field as it is in the records, and as the form has it."""

    field: str
    before: str
    after: str
    kind: Kind = Kind.PLAIN

    @property
    def is_ticked(self) -> bool:
        """Whether it is taken unless somebody says otherwise."""
        return self.kind is Kind.PLAIN

    @property
    def is_personal(self) -> bool:
        """Whether it is shown only to whom asks for it."""
        return self.field in form.PERSONAL

    @property
    def in_public(self) -> tuple[str, str]:
        """Before and after as they are shown to whom did not ask: personal data only by its ends."""
        return (masked(self.before), masked(self.after)) if self.is_personal else (self.before, self.after)


@dataclass(frozen=True)
class Present:
    """What the records say now: ``pledge`` is this year's, None where none was entered."""

    company: Company
    stage: Stage | None
    pledge: PledgeDraft | None


@dataclass(frozen=True)
class Compared:
    """The differences of a form, with the drafts that hold all of them."""

    differences: tuple[Difference, ...]
    findings: tuple[Finding, ...]
    company: CompanyDraft
    pledge: PledgeDraft


def compare(returned: ReturnedForm, present: Present) -> Compared:
    """What ``returned`` would change. What the company left as it was printed changes nothing."""
    now = company_texts(present.company, contacts=True)
    look = _Look(returned, now)
    cells = {field: look.cell(field) for field in form.FIELDS if field in returned.cells}
    said = said_by(cells, returned.products, returned.standards)
    findings = [found for found in said.findings if look.is_about_changed(found.field)]
    draft = _with_remark(said.company, present)
    found = [*_company(look, draft, present.company), *_contact(look, draft, present.company), *_remark(draft, said)]
    pledge, told = _pledge(look, said, present, others=bool(found))
    return Compared((*found, *pledge), (*findings, *told), draft, said.pledge)


@dataclass(frozen=True)
class _Look:
    """A form beside what the records would print on it today (``now``)."""

    returned: ReturnedForm
    now: Mapping[str, str]

    def base(self, field: str) -> str:
        """The fingerprint of what was printed; empty where that is not known."""
        return self.returned.info.get(f"print.{field}", "")

    def cell(self, field: str) -> Cell:
        """What the company says; where it left the field as it was, what the records say now."""
        return self.returned.cells[field] if self.is_changed(field) else self.now.get(field, "")

    def is_changed(self, field: str) -> bool:
        """Whether the company wrote something else than was printed, as far as that can be told."""
        if field not in self.returned.cells:
            return False
        return self.base(field) != form.fingerprint((text_of(self.returned.cells[field]),))

    def is_column_changed(self, field: str, cells: Sequence[Cell]) -> bool:
        """As :meth:`is_changed` for products or standards."""
        return self.base(field) != form.fingerprint(texts(cells))

    def is_about_changed(self, field: str) -> bool:
        """Whether a finding about ``field`` is about something that the company wrote."""
        return field not in self.returned.cells or self.is_changed(field)

    def kind(self, field: str, now: Sequence[str]) -> Kind:
        """CONFLICT where the records have changed too since the form was made."""
        base = self.base(field)
        return Kind.CONFLICT if base and base != form.fingerprint(now) else Kind.PLAIN


def columns_of(field: str) -> tuple[str, ...]:
    """The columns of a company that ``field`` of the form is."""
    return COLUMNS.get(field, (field,))


def _company(look: _Look, draft: CompanyDraft, company: Company) -> Iterator[Difference]:
    changed = differences(company, draft, overwrite=False)
    for field in COMPANY_FIELDS:
        if not look.is_changed(field):
            continue
        before = look.now.get(field, "")
        if is_empty(look.returned.cells[field]):
            if before and look.base(field) and field not in _NEVER_EMPTIED:
                yield Difference(field, before, "", Kind.CLEARED)
        elif any(column in changed for column in columns_of(field)) and (after := _after(field, draft, look)) != before:
            kind = look.kind(field, (before,))
            delicate = field in ("name", "member_tier") or (field == "uscc" and before)
            yield Difference(field, before, after, Kind.DELICATE if delicate and kind is Kind.PLAIN else kind)


def _after(field: str, draft: CompanyDraft, look: _Look) -> str:
    """The field as the records will show it."""
    if field == "industry_name":
        return industry_text(draft.industry_code, draft.industry_name)
    if field == "member_tier":
        return clean(text_of(look.returned.cells[field]))
    return str(getattr(draft, field))


def _contact(look: _Look, draft: CompanyDraft, company: Company) -> Iterator[Difference]:
    """What is new of the contact; a contact is never taken away by an empty cell."""
    known, given = contact_changes(company, only(draft, company, _changed(look, form.CONTACT_FIELDS)))
    for ours, theirs in CONTACT.items():
        if theirs in given:
            before = getattr(known, theirs) if known else ""
            yield Difference(ours, before, given[theirs], look.kind(ours, (look.now.get(ours, ""),)))


def _changed(look: _Look, fields: frozenset[str]) -> frozenset[str]:
    return frozenset(field for field in fields if look.is_changed(field))


def _with_remark(draft: CompanyDraft, present: Present) -> CompanyDraft:
    """``draft`` with what the company tells the office put behind what the office wrote itself."""
    told, known = draft.remark, present.company.remark
    if not told or told in known:
        return replace(draft, remark="")
    return replace(draft, remark=f"{known}；{told}" if known else told)


def _remark(draft: CompanyDraft, said: Said) -> Iterator[Difference]:
    if draft.remark:
        yield Difference("remark", draft.remark.removesuffix(said.company.remark).rstrip("；"), said.company.remark)


def _pledge(look: _Look, said: Said, present: Present, *, others: bool) -> tuple[list[Difference], list[Finding]]:
    agreed = consent(look.returned.cells["consent"])
    if not agreed:
        return [], list(_not_agreed(agreed, present, others=others, says_something=others or _says_something(look)))
    found = [*_lists(look, said.pledge, present.pledge), *_signing(said.pledge, present.pledge)]
    enters = present.pledge is None or present.stage in (None, *BEFORE_REVIEW)
    if present.stage is not None and present.stage not in EDITABLE:
        closed = warning("match.pledge_closed", ENTERING, stage=present.stage)
        return [], [closed] if found or present.pledge is None else []
    if present.stage is Stage.PLEDGED:
        found = [replace(each, kind=Kind.DELICATE) if each.is_ticked else each for each in found]
    is_correction = present.stage is Stage.RETURNED_FOR_CORRECTION
    if is_correction:  # what the office sent back is what the company was to change
        found = [replace(each, kind=Kind.PLAIN) for each in found]
    if enters or (is_correction and (found or others)):
        stage = present.stage.value if present.stage else ""
        found = [Difference(ENTERING, stage, Stage.MATERIAL_REVIEW.value), *found]
    return found, list(_incomplete(said.pledge, present.pledge)) if enters else []


def _not_agreed(agreed: bool | None, present: Present, *, others: bool, says_something: bool) -> Iterator[Finding]:
    """A form with nothing to bring in is left for a person, with the reason."""
    if agreed is False:
        yield (warning if others else error)("returns.refuses", "consent")
    elif present.pledge is None:
        yield warning("returns.no_consent", "consent") if says_something else error("returns.unfilled", "consent")


def _says_something(look: _Look) -> bool:
    """Whether the company wrote anything at all into the form."""
    if not look.returned.info:
        return True
    written = any(look.is_changed(field) for field in form.FIELDS if field not in form.CONTACT_FIELDS)
    contact = any(not is_empty(look.returned.cells.get(field, "")) for field in _changed(look, form.CONTACT_FIELDS))
    columns = (("products", look.returned.products), ("standards", look.returned.standards))
    return written or contact or any(look.is_column_changed(name, cells) for name, cells in columns)


def _lists(look: _Look, said: PledgeDraft, known: PledgeDraft | None) -> Iterator[Difference]:
    for field, cells in (("products", look.returned.products), ("standards", look.returned.standards)):
        after = getattr(said, field)
        before = getattr(known, field) if known else ()
        if known and not look.is_column_changed(field, cells):
            continue
        if after and after != before:
            kind = look.kind(field, before) if known else Kind.PLAIN
            yield Difference(field, "\n".join(before), "\n".join(after), kind)


def _signing(said: PledgeDraft, known: PledgeDraft | None) -> Iterator[Difference]:
    """Signatory and date are never printed: what differs from what was entered is a conflict."""
    day = chinese(said.signed_on) if said.signed_on else ""
    known_day = chinese(known.signed_on) if known and known.signed_on else ""
    pairs = (("signatory", known.signatory if known else "", said.signatory), ("signed_on", known_day, day))
    for field, before, after in pairs:
        if after and after != before:
            yield Difference(field, before, after, Kind.CONFLICT if before else Kind.PLAIN)


def _incomplete(said: PledgeDraft, known: PledgeDraft | None) -> Iterator[Finding]:
    if not said.products and not (known and known.products):
        yield warning("returns.no_products", "products")
    if not said.signatory and not (known and known.signatory):
        yield warning("returns.no_signatory", "signatory")


def only(draft: CompanyDraft, company: Company, fields: frozenset[str]) -> CompanyDraft:
    """``draft`` with nothing but ``fields`` of the form: all else is not given, and so stays."""
    kept = {column for field in fields for column in columns_of(field)}
    blank = CompanyDraft(name=company.name)
    return replace(blank, **{column: getattr(draft, column) for column in kept if column != ENTERING})
