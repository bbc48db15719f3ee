"""How commands say which companies: ``--where FIELD=VALUE``, several together, and ``--saved NAME``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Annotated, Any

import typer

from qc_desktop import reference
from qc_desktop.cli.choosing import chosen_campaign
from qc_desktop.cli.choosing import stage as stage_of
from qc_desktop.domain.companies import MemberTier, tier_of
from qc_desktop.domain.custom_fields import RANGED, FieldKind, OwnCondition, OwnTest, plain
from qc_desktop.domain.membership import MembershipStatus
from qc_desktop.errors import UserError
from qc_desktop.messages import Messages
from qc_desktop.services.companies import saved_lists
from qc_desktop.services.companies.conditions import MISSING
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.members.fields import FieldRow, fields
from qc_desktop.services.office import Office
from qc_desktop.services.reports.movements import Movement

Where = Annotated[
    list[str] | None,
    typer.Option(
        help="条件，可多次：province= industry= tier= membership= stage= certified= movement= missing= text= "
        "自定义栏目= / conditions; own fields: NAME=VALUE, NAME=FROM..TO, NAME=* filled in, NAME= empty"
    ),
]
Saved = Annotated[str | None, typer.Option(help="筛选或名单的名称 / a saved filter or list")]
_OF_YEAR = ("stage", "certified", "movement")
_ONE: Mapping[str, type[StrEnum]] = {"membership": MembershipStatus, "movement": Movement}
_YES_NO = {"yes": True, "no": False, "是": True, "否": False}


def wanted(
    office: Office, words: Messages, where: Sequence[str] | None, saved: str | None = None, campaign_id: str = ""
) -> CompanyFilter:
    """The filter that the options describe; values of one field widen, fields narrow.

    Raises UserError for a name that is not saved, and a field or value that is unknown.
    """
    base = saved_lists.named(office, saved).wanted if saved else CompanyFilter()
    own = {row.name: row for row in fields(office)} if where else {}
    for condition in where or ():
        field, _, value = (part.strip() for part in condition.partition("="))
        if field in own:
            base = replace(base, custom=(*base.custom, *_own(own[field], value)))
        else:
            base = _narrowed(base, field, value, words, own)
    return replace(base, campaign_id=campaign_id)


def campaign_meant(office: Office, year: int | None, where: Sequence[str], saved: str | None) -> str:
    """The campaign that the conditions are about, of ``year`` or the newest; empty where they are about none."""
    kept = saved is not None and saved_lists.named(office, saved).wanted.needs_a_year
    asked = any(condition.partition("=")[0].strip() in _OF_YEAR for condition in where)
    return chosen_campaign(office, year).id if year or asked or kept else ""


def _own(field: FieldRow, value: str) -> list[OwnCondition]:
    """What ``value`` asks of an own field. Raises UserError for what its kind does not take."""
    if value in ("", "*"):
        return [OwnCondition(field.id, OwnTest.FILLED if value else OwnTest.EMPTY)]
    if field.kind in RANGED:
        first, dots, last = value.partition("..")
        asked = ((OwnTest.FROM, first), (OwnTest.TO, last)) if dots else ((OwnTest.IS, value),)
    else:
        asked = ((OwnTest.CONTAINS if field.kind is FieldKind.TEXT else OwnTest.IS, value),)
    read = [(test, plain(field.name, field.kind, field.choices, text)) for test, text in asked]
    return [OwnCondition(field.id, test, text) for test, text in read if text]


def _narrowed(
    base: CompanyFilter, field: str, value: str, words: Messages, own: Mapping[str, FieldRow]
) -> CompanyFilter:
    if field == "text":
        return replace(base, text=value)
    if field == "certified":
        return replace(base, certified=_known(_YES_NO.get(value), field, value, _YES_NO, words))
    if field in _ONE:
        chosen = _known(value if value in list(_ONE[field]) else None, field, value, list(_ONE[field]), words)
        one: dict[str, Any] = {field: str(chosen)}
        return replace(base, **one)
    if field not in _MANY:
        ours = (*_MANY, *_ONE, "certified", "text")
        named = [words.text("cli.where_named", name=name, said=words.text(f"cli.where_{name}")) for name in ours]
        raise UserError("saved.no_such_condition", value=field, known=[*named, *own])
    name, read = _MANY[field]
    changed: dict[str, Any] = {name: (*getattr(base, name), read(value, words))}
    return replace(base, **changed)


def _known(found: Any, field: str, value: str, known: Sequence[str] | Mapping[str, object], words: Messages) -> Any:
    if found is None:
        raise UserError("saved.no_such_value", value=value, what=words.text(f"cli.where_{field}"), known=list(known))
    return found


def _province(value: str, words: Messages) -> str:
    divisions = reference.admin_divisions()
    found = divisions.get(value) or divisions.province(value)
    names = [province.name for province in divisions.provinces]
    return str(_known(found.province_code if found else None, "province", value, names, words))


def _industry(value: str, words: Messages) -> str:
    found = reference.industries().find(value)
    names = [f"{known.code} {known.name}" for known in reference.industries().all if len(known.code) == 1]
    return str(_known(found.code if found else None, "industry", value, names, words))


def _tier(value: str, words: Messages) -> str:
    return str(_known(tier_of(value), "tier", value, list(MemberTier), words))


def _missing(value: str, words: Messages) -> str:
    return str(_known(value if value in MISSING else None, "missing", value, MISSING, words))


_MANY: Mapping[str, tuple[str, Callable[[str, Messages], str]]] = {
    "province": ("province_codes", _province),
    "industry": ("industry_codes", _industry),
    "tier": ("member_tiers", _tier),
    "stage": ("stages", lambda value, words: stage_of(value, words).value),
    "missing": ("missing", _missing),
}
