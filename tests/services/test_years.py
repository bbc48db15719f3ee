from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from qc_desktop.domain.campaigns import CampaignKind
from qc_desktop.domain.pledges import DEFAULT_CLAUSES, PledgeClause
from qc_desktop.services import preferences
from qc_desktop.services.campaigns import years
from tests.samples import refused

SHORTER = (PledgeClause("示例条款", "示例条款全文。"),)


def test_the_first_year_takes_what_is_usual(office):
    preferences.change(office, {"association_name": "示例质量检验协会", "validity_years": "2"})
    row = years.open_year(office, years.suggestion(office, 2026))
    assert row.values.organisers == ("示例质量检验协会",)
    assert (row.values.display_from, row.values.validity_years) == (dt.date(2026, 3, 15), 2)
    assert (row.clauses, row.companies) == (DEFAULT_CLAUSES, 0)


def test_the_next_year_carries_the_last_one_forward_but_nothing_of_its_announcement(office):
    first = dataclasses.replace(
        years.suggestion(office, 2024),
        theme="示例主题",
        edition=25,
        announcement_no="2024年第12号",
        announced_on=dt.date(2024, 3, 15),
        invitation_notice="示例通知",
        applications_until=dt.date(2024, 2, 29),
        supporters=("示例支持单位",),
    )
    row = years.open_year(office, first)
    years.change_clauses(office, row.id, SHORTER)
    following = years.open_year(office, years.suggestion(office, 2026))
    values = following.values
    assert (values.theme, values.edition, values.supporters) == ("示例主题", 27, ("示例支持单位",))
    assert (values.announcement_no, values.announced_on, values.invitation_notice) == ("", None, "")
    assert (values.applications_until, values.display_from) == (dt.date(2026, 2, 28), dt.date(2026, 3, 15))
    assert following.clauses == SHORTER


def test_kinds_do_not_mix(office):
    years.open_year(office, dataclasses.replace(years.suggestion(office, 2025), theme="示例承诺"))
    september = years.open_year(office, years.suggestion(office, 2026, CampaignKind.QUALITY_MONTH))
    assert september.values.theme == "质量月企业质量诚信倡议"
    assert years.campaign(office).values.campaign_year == 2025
    assert years.campaign(office, 2026, CampaignKind.QUALITY_MONTH).id == september.id


def test_a_year_is_opened_once(office):
    years.open_year(office, years.suggestion(office, 2026))
    with refused("campaign.open_already"):
        years.open_year(office, years.suggestion(office, 2026))


@pytest.mark.parametrize("year", [-1, 0, 26, 1999, 2100, 10**6, 10**30])
def test_what_is_no_year(office, year):
    with refused("campaign.bad_year"):
        years.suggestion(office, year)
    with refused("campaign.bad_year"):
        years.open_year(office, years.CampaignDraft(year))
    with refused("campaign.not_open"):
        years.campaign(office, year)


def test_without_any_year_that_is_said(office):
    with refused("campaign.none"):
        years.campaign(office)


def test_years_are_listed_newest_first(office):
    for year in (2024, 2026, 2025):
        years.open_year(office, years.suggestion(office, year))
    assert [row.values.campaign_year for row in years.campaigns(office)] == [2026, 2025, 2024]


def test_a_change_keeps_year_and_kind_and_refuses_an_older_version(office):
    row = years.open_year(office, years.suggestion(office, 2026))
    draft = dataclasses.replace(row.values, theme="示例", campaign_year=2030, kind=CampaignKind.QUALITY_MONTH)
    changed = years.change(office, row.id, row.row_version, draft)
    assert (changed.values.theme, changed.values.campaign_year) == ("示例", 2026)
    assert changed.values.kind is CampaignKind.INTEGRITY_PLEDGE
    with refused("store.changed_meanwhile"):
        years.change(office, row.id, row.row_version, draft)


@pytest.mark.parametrize("clauses", [(), (PledgeClause("", "示例"),), (PledgeClause("示例", " "),)])
def test_a_clause_has_a_short_and_a_full_text(office, clauses):
    row = years.open_year(office, years.suggestion(office, 2026))
    with refused("campaign.clause_empty"):
        years.change_clauses(office, row.id, clauses)
