"""How commands say which companies: ``--where FIELD=VALUE``, several together, and ``--saved NAME``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Any

import typer

from qc_desktop import reference
from qc_desktop.cli.choosing import stage as stage_of
from qc_desktop.domain.companies import MemberTier, tier_of
from qc_desktop.errors import UserError
from qc_desktop.messages import Messages
from qc_desktop.services.companies import saved_lists
from qc_desktop.services.companies.browsing import CompanyFilter
from qc_desktop.services.companies.conditions import MISSING
from qc_desktop.services.office import Office

Where = Annotated[
    list[str] | None,
    typer.Option(help="条件，可多次：province= industry= tier= stage= certified= missing= text= / conditions"),
]
Saved = Annotated[str | None, typer.Option(help="筛选或名单的名称 / a saved filter or list")]
_YES_NO = {"yes": True, "no": False, "是": True, "否": False}


def wanted(
    office: Office, words: Messages, where: Sequence[str] | None, saved: str | None = None, campaign_id: str = ""
) -> CompanyFilter:
    """The filter that the options describe; values of one field widen, fields narrow.

    Raises UserError for a name that is not saved, and a field or value that is unknown.
    """
    base = saved_lists.named(office, saved).wanted if saved else CompanyFilter()
    for condition in where or ():
        field, _, value = condition.partition("=")
        base = _narrowed(base, field.strip(), value.strip(), words)
    return replace(base, campaign_id=campaign_id)


def asks_the_year(where: Sequence[str] | None) -> bool:
    """Whether a condition is about a campaign."""
    return any(condition.partition("=")[0].strip() in ("stage", "certified") for condition in where or ())


def _narrowed(base: CompanyFilter, field: str, value: str, words: Messages) -> CompanyFilter:
    if field == "text":
        return replace(base, text=value)
    if field == "certified":
        return replace(base, certified=_known(_YES_NO.get(value), field, value, _YES_NO))
    if field not in _MANY:
        raise UserError("saved.no_such_value", value=field, what="--where", known=(*_MANY, "certified", "text"))
    name, read = _MANY[field]
    changed: dict[str, Any] = {name: (*getattr(base, name), read(value, words))}
    return replace(base, **changed)


def _known(found: Any, field: str, value: str, known: Sequence[str] | Mapping[str, object]) -> Any:
    if found is None:
        raise UserError("saved.no_such_value", value=value, what=field, known=list(known))
    return found


def _province(value: str, _: Messages) -> str:
    divisions = reference.admin_divisions()
    found = divisions.get(value) or divisions.province(value)
    names = [province.name for province in divisions.provinces]
    return str(_known(found.province_code if found else None, "province", value, names))


def _industry(value: str, _: Messages) -> str:
    found = reference.industries().find(value)
    names = [f"{known.code} {known.name}" for known in reference.industries().all if len(known.code) == 1]
    return str(_known(found.code if found else None, "industry", value, names))


def _tier(value: str, _: Messages) -> str:
    return str(_known(tier_of(value), "tier", value, list(MemberTier)))


def _missing(value: str, _: Messages) -> str:
    return str(_known(value if value in MISSING else None, "missing", value, MISSING))


_MANY: Mapping[str, tuple[str, Callable[[str, Messages], str]]] = {
    "province": ("province_codes", _province),
    "industry": ("industry_codes", _industry),
    "tier": ("member_tiers", _tier),
    "stage": ("stages", lambda value, words: stage_of(value, words).value),
    "missing": ("missing", _missing),
}
