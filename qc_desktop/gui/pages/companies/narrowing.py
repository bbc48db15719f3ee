"""The conditions beyond the chips: what each is called, and adding or taking away one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from qc_desktop import reference
from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import MemberTier
from qc_desktop.domain.custom_fields import OwnCondition
from qc_desktop.domain.membership import MembershipStatus
from qc_desktop.gui.pages.companies.model import short_province, tier_words
from qc_desktop.gui.widgets.picker import Choice
from qc_desktop.services.companies.conditions import MISSING
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.members.fields import FieldRow, condition_said

if TYPE_CHECKING:
    from qc_desktop.gui.pages.companies.choices import Choices
    from qc_desktop.messages import Messages

translate = QCoreApplication.translate

MANY = ("province_codes", "industry_codes", "member_tiers", "stages", "missing")
"""Fields of CompanyFilter that take several values."""
EITHER = ("certified", "issued", "taking_part")
"""Fields that are one thing or the other."""
ONE = ("membership", "movement")
"""Fields that are one of several things."""
CUSTOM = "custom"
YES, NO = "yes", "no"


@dataclass(frozen=True)
class Condition:
    """One value of one field of a filter, and what it is called."""

    field: str
    value: str | OwnCondition
    words: str


def conditions(
    wanted: CompanyFilter, words: Messages, own: Mapping[str, FieldRow] | None = None
) -> Iterator[Condition]:
    """The conditions of ``wanted``, one by one; text and list have their own places.

    ``own`` are the association's fields by id, the retired ones too.
    """
    for field in MANY:
        for value in getattr(wanted, field):
            yield Condition(field, value, _called(field, value, words))
    for field in EITHER:
        held = getattr(wanted, field)
        if held is not None:
            value = YES if held else NO
            yield Condition(field, value, _either_words(field)[value])
    for field in ONE:
        if value := getattr(wanted, field):
            yield Condition(field, value, _called(field, value, words))
    for asked in wanted.custom:
        yield Condition(CUSTOM, asked, condition_said(own or {}, asked, words))


def with_condition(wanted: CompanyFilter, field: str, value: str) -> CompanyFilter:
    """``wanted`` narrowed by one more value."""
    held = getattr(wanted, field)
    changed: dict[str, Any] = {field: value if field in ONE else value == YES}
    if field in MANY:
        changed = {field: tuple(dict.fromkeys((*held, value)))}
    return replace(wanted, **changed)


def with_own(wanted: CompanyFilter, asked: Sequence[OwnCondition]) -> CompanyFilter:
    """``wanted`` narrowed by what the association's own fields are asked for."""
    return replace(wanted, custom=tuple(dict.fromkeys((*wanted.custom, *asked))))


def without_condition(wanted: CompanyFilter, gone: Condition) -> CompanyFilter:
    """``wanted`` without ``gone``."""
    held = getattr(wanted, gone.field)
    changed: dict[str, Any] = {gone.field: None if gone.field in EITHER else ""}
    if gone.field in (*MANY, CUSTOM):
        changed = {gone.field: tuple(value for value in held if value != gone.value)}
    return replace(wanted, **changed)


def _either_words(field: str) -> Mapping[str, str]:
    """Yes and no of ``field``, in words."""
    if field == "certified":
        yes, no = (
            translate("CompanyFilters", "With a certificate"),
            translate("CompanyFilters", "Without a certificate"),
        )
    elif field == "issued":
        yes, no = (
            translate("CompanyFilters", "Has been issued"),
            translate("CompanyFilters", "Waiting for a certificate"),
        )
    else:
        yes, no = translate("CompanyFilters", "Taking part"), translate("CompanyFilters", "Not taking part")
    return {YES: yes, NO: no}


def missing_words() -> Mapping[str, str]:
    """What can be missing, in words."""
    return {
        "uscc": translate("CompanyFilters", "No credit code"),
        "province_code": translate("CompanyFilters", "No province"),
        "industry_code": translate("CompanyFilters", "No industry"),
        "legal_representative": translate("CompanyFilters", "No legal representative"),
        "address": translate("CompanyFilters", "No address"),
        "hotline": translate("CompanyFilters", "No hotline"),
        "website": translate("CompanyFilters", "No website"),
        "contact_person": translate("CompanyFilters", "No contact person"),
    }


def offered(field: str, words: Messages, choices: Choices | None) -> list[Choice]:
    """The values of ``field`` that can be picked; provinces and industries once their ``choices`` are made."""
    if field == "province_codes":
        return [choice for choice in choices.provinces if choice.value] if choices else []
    if field == "industry_codes":
        return [choice for choice in choices.industries if choice.value] if choices else []
    values: Mapping[str, list[str]] = {
        "member_tiers": [tier.value for tier in MemberTier],
        "stages": [stage.value for stage in Stage],
        "membership": [status.value for status in MembershipStatus],
        "missing": list(MISSING),
        "certified": [YES, NO],
    }
    return [Choice(value, _called(field, value, words)) for value in values[field]]


_GROUPS: Mapping[str, str] = {"membership": "membership", "movement": "report"}


def _called(field: str, value: str, words: Messages) -> str:
    if field == "province_codes":
        found = reference.admin_divisions().get(value)
        return short_province(found.name) if found else value
    if field == "industry_codes":
        known = reference.industries().get(value)
        return known.name if known else value
    if field == "member_tiers":
        return tier_words(words, value)
    if field == "stages":
        return words.text(f"stage.{value}")
    if field in ONE:
        return words.text(f"{_GROUPS[field]}.{value}")
    return (missing_words() if field == "missing" else _either_words(field)).get(value, value)
