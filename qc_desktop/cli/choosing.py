"""How commands name a campaign and companies."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated

import typer

from qc_desktop.domain import dates
from qc_desktop.domain.campaigns import CampaignKind, Stage
from qc_desktop.domain.number_ranges import is_part, named
from qc_desktop.domain.text import clean_code
from qc_desktop.errors import UserError
from qc_desktop.messages import LANGUAGES, Messages, messages
from qc_desktop.services.campaigns.years import CampaignRow, campaign
from qc_desktop.services.certificates.printing import all_numbers, live_numbers
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import Office
from qc_desktop.services.register_lookup import by_number

Year = Annotated[int | None, typer.Option("--campaign", help="年度，默认最近一年 / year, the newest by default")]
Kind = Annotated[CampaignKind, typer.Option(help="活动类型 / kind of campaign")]
Everyone = Annotated[bool, typer.Option("--all", help="全部 / everyone")]
Numbers = Annotated[
    list[str] | None, typer.Argument(help="证书编号、末几位，或 118～121 / numbers, last digits, ranges")
]
Companies = Annotated[list[str] | None, typer.Argument(help="企业：名称、信用代码或编号 / companies")]


def chosen_campaign(
    office: Office, year: int | None, kind: CampaignKind = CampaignKind.INTEGRITY_PLEDGE
) -> CampaignRow:
    """The campaign of ``year``, or the newest. Raises UserError where it is not open."""
    return campaign(office, year, kind)


def year_first(year: int | None, names: Sequence[str] | None) -> tuple[int | None, list[str]]:
    """``year`` and ``names``; a first name of four digits is the year where none was given: no company is called so."""
    others = list(names or ())
    if year is None and others and re.fullmatch(r"\d{4}", others[0]):
        return int(others[0]), others[1:]
    return year, others


def participations(
    office: Office, row: CampaignRow, names: Sequence[str] | None, everyone: bool, stages: Sequence[Stage]
) -> list[str]:
    """The participations of the named companies, or with ``everyone`` of all at one of ``stages``.

    Raises UserError for an unknown company, one that does not take part, or where nobody is meant.
    """
    if everyone:
        wanted = CompanyFilter(campaign_id=row.id, stages=tuple(stage.value for stage in stages))
        found = browsing.participation_ids(office, wanted)
    else:
        found = named_participations(office, row, names)
    if not found:
        raise UserError("pledge.nobody")
    return found


def named_participations(office: Office, row: CampaignRow, names: Sequence[str] | None) -> list[str]:
    """The participations of the named companies. Raises UserError as :func:`participations`."""
    return [_participation(office, row.id, name) for name in names or ()]


def _participation(office: Office, campaign_id: str, name: str) -> str:
    company_id = browsing.resolve(office, name)
    shown = browsing.in_campaign(office, campaign_id, company_id)
    if not shown.participation_id:
        raise UserError("pledge.not_taking_part", name=shown.name)
    return shown.participation_id


def certificates(office: Office, year: int | None, numbers: list[str] | None, everyone: bool) -> list[str]:
    """The numbers that were given, or with ``everyone`` all live ones of ``year``. Raises UserError for none of it."""
    if not everyone:
        return numbered(office, year, numbers or [])
    row = chosen_campaign(office, year)
    found = live_numbers(office, row.id)
    if not found:
        raise UserError("certificate.none_in_year", year=row.values.campaign_year)
    return found


def numbered(office: Office, year: int | None, typed: Sequence[str]) -> list[str]:
    """Certificates as a person names them: whole numbers, last digits of one of ``year`` (the newest by default), or
    two with ～ between.

    One that has ended is found too, so that its digits never mean another; a range leaves it out. Raises UserError for
    digits that no number of the year ends with, or several.
    """
    whole = {text: _whole(office, text) for text in typed}
    known = {} if all(whole.values()) else all_numbers(office, chosen_campaign(office, year).id)
    return [number for text in typed for number in ([whole[text]] if whole[text] else _named(text, known))]


def one_numbered(office: Office, year: int | None, typed: str) -> str:
    """The one certificate that ``typed`` means, as :func:`numbered`. Raises UserError for a range as well, also where
    all of it but one has ended."""
    if whole := _whole(office, typed):
        return whole
    found = named([typed], list(all_numbers(office, chosen_campaign(office, year).id)))
    if len(found) != 1:
        raise UserError("certificate.unknown", number=typed)
    return found[0]


def _whole(office: Office, typed: str) -> str:
    """The number that ``typed`` is; empty for a part of one or a range that no number of any year is spelled as."""
    if not is_part(typed):
        return typed
    if clean_code(typed).isdigit():
        return ""
    with office.store.reading() as session:
        found = by_number(session, typed)
        return found.number if found else ""


def _named(text: str, known: Mapping[str, bool]) -> list[str]:
    found = named([text], list(known))
    return found if len(found) == 1 else [number for number in found if known[number]]


def kind_named(typed: str, kinds: Iterable[str]) -> str:
    """The one of ``kinds`` of documents that ``typed`` calls by its name in either language; else ``typed``."""
    calls = {messages(lang).text(f"document.{kind}").casefold(): kind for lang in LANGUAGES for kind in kinds}
    return calls.get(typed.strip().casefold(), typed)


def day(typed: str | None) -> dt.date | None:
    """The day that ``typed`` means. Raises UserError for what is none."""
    if not typed:
        return None
    found = dates.parse(typed)
    if found is None:
        raise UserError("campaign.bad_date", value=typed)
    return found


def stage(typed: str, words: Messages) -> Stage:
    """The stage called ``typed``: its identifier or its name. Raises UserError, naming those that exist."""
    for known in Stage:
        if typed in (known.value, words.text(f"stage.{known.value}")):
            return known
    raise UserError("stage.unknown", to=typed, known=[stage.value for stage in Stage])
