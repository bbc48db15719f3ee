"""Every number, against a plain count of the same rows."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict

import pytest
from sqlalchemy import select

from benchmarks.databases import LAST_YEAR
from qc_desktop.domain.campaigns import TAKING_PART, Stage
from qc_desktop.domain.companies import CompanyDraft, MemberTier
from qc_desktop.domain.dates import SHANGHAI
from qc_desktop.domain.progress import finish
from qc_desktop.services import history
from qc_desktop.services.campaigns import pledging, stages, years
from qc_desktop.services.companies import browsing, editing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import Office
from qc_desktop.services.reports import keys, movements, overview
from qc_desktop.services.reports.movements import Movement
from qc_desktop.services.reports.overview import Numbers, Overview, numbers
from qc_desktop.storage.tables import Campaign, Certificate, Command, Company, Participation
from tests.samples import Year, add


def rows(office: Office) -> list[tuple[int, str, str]]:
    """Year, company and stage of everything there is."""
    query = select(Campaign.campaign_year, Participation.company_id, Participation.stage).join(
        Participation, Participation.campaign_id == Campaign.id
    )
    with office.store.reading() as session:
        return [tuple(row) for row in session.execute(query)]


def test_years_agree_with_a_plain_count(years_office: Office, counted: Numbers) -> None:
    there = defaultdict(set)
    announced = Counter()
    for year, company, stage in rows(years_office):
        announced[year] += stage == Stage.ANNOUNCED
        if stage in TAKING_PART:
            there[year].add(company)
    with years_office.store.reading() as session:
        issued = Counter(day.year for day in session.scalars(select(Certificate.issued_on)))
    assert [known.year for known in counted.years] == list(range(2021, 2027))
    for known in counted.years:
        year = known.year
        assert (known.took_part, known.announced, known.issued) == (len(there[year]), announced[year], issued[year])
        if year == 2021:
            assert known.moved == {}
            continue
        ever = set().union(*(there[earlier] for earlier in range(2021, year)))
        assert known.moved == {
            Movement.JOINED: len(there[year] - ever),
            Movement.LEFT: len(there[year - 1] - there[year]),
            Movement.CAME_BACK: len(there[year] & ever - there[year - 1]),
        }
    assert min(counted.now.moved.values()) >= 0
    assert counted.now.moved[Movement.LEFT] > 0
    assert counted.before is not None
    assert counted.before.year == 2025


def test_companies_are_counted_in_slices(
    monkeypatch: pytest.MonkeyPatch, years_office: Office, counted: Numbers
) -> None:
    monkeypatch.setattr(movements, "SLICE", 7)
    assert finish(numbers(years_office, LAST_YEAR)) == counted


def test_provinces_industries_and_tiers_agree_with_a_plain_count(years_office: Office, counted: Numbers) -> None:
    here = {company for year, company, stage in rows(years_office) if year == LAST_YEAR and stage in TAKING_PART}
    with years_office.store.reading() as session:
        companies = [company for company in session.scalars(select(Company)) if company.id in here]
        provinces = Counter(company.province_code for company in companies)
        divisions = Counter(company.industry_code for company in companies)
        tiers = Counter(company.member_tier for company in companies)
    assert {group.key: group.count for group in counted.provinces} == {f"province:{c}": n for c, n in provinces.items()}
    assert [group.count for group in counted.provinces] == sorted(provinces.values(), reverse=True)
    found = {group.key: group.count for groups in counted.divisions.values() for group in groups}
    assert found == {f"industry:{code}": number for code, number in divisions.items()}
    assert sum(group.count for group in counted.sections) == len(here)
    assert {group.name: group.count for group in counted.tiers} == {
        tier.value: tiers[tier.value] for tier in MemberTier
    }
    assert counted.stages == Counter(stage for year, _, stage in rows(years_office) if year == LAST_YEAR)


def test_every_number_opens_a_list_of_that_many(years_office: Office, counted: Numbers) -> None:
    numbered = [(group.key, group.count) for group in (*counted.provinces, *counted.sections, *counted.tiers)]
    numbered += [(group.key, group.count) for groups in counted.divisions.values() for group in groups]
    numbered += [(keys.key_of("stage", stage), number) for stage, number in counted.stages.items()]
    for known in counted.years:
        campaign = years.campaign(years_office, known.year).id
        here = [(keys.TOOK_PART, known.took_part), (keys.ISSUED, known.issued)]
        here += [(keys.key_of("movement", movement), number) for movement, number in known.moved.items()]
        numbered_here = here + (numbered if known.year == LAST_YEAR else [])
        for key, number in numbered_here:
            assert keys.is_key(key)
            assert browsing.count(years_office, keys.companies_of(key, campaign)) == number, (known.year, key)


def test_nobody_moved_in_the_first_year(years_office: Office) -> None:
    campaign = years.campaign(years_office, 2021).id
    for movement in Movement:
        wanted = CompanyFilter(campaign_id=campaign, movement=movement.value)
        assert browsing.count(years_office, wanted) == 0


def test_what_is_not_recorded_stands_last_and_opens_its_list(office: Office) -> None:
    campaign = years.open_year(office, years.suggestion(office, 2026)).id
    ids = [add(office, f"示例{place}有限公司", province_code="44", province="广东省").id for place in "甲乙"]
    ids += [add(office, "示例丙有限公司").id]
    ids += [editing.save(office, CompanyDraft("示例丁有限公司", industry_code="C", industry_name="制造业")).id]
    stages.take_in(office, campaign, ids, Stage.APPLIED)
    found = finish(numbers(office, 2026))
    assert found is not None
    assert [(group.key, group.name, group.count) for group in found.provinces] == [
        ("province:44", "广东", 2),
        ("province:", "", 2),
    ]
    assert [(group.key, group.count) for group in found.sections] == [("section:C", 1), ("section:", 3)]
    assert [(group.key, group.count) for group in found.divisions["C"]] == [("", 1)]  # only its section is recorded
    for group in (*found.provinces, *found.sections, *found.divisions[""]):
        assert browsing.count(office, keys.companies_of(group.key, campaign)) == group.count


def test_a_year_that_is_not_open_has_no_numbers(office: Office) -> None:
    assert finish(numbers(office, 2026)) is None


def test_approvals_are_counted_by_week_and_taken_back_by_undo(year: Year) -> None:
    office = year.office
    history.undo(office)  # the announcement of everybody
    seen = finish(numbers(office, 2026))
    assert seen is not None
    assert seen.reviews.now == ()
    pledging.approve(office, year.participations()[:5])
    pledging.approve(office, year.participations()[5:6])
    history.undo(office)
    seen = finish(numbers(office, 2026))
    assert seen is not None
    assert seen.reviews.now[-1] == 5


def test_weeks_add_up(years_office: Office, counted: Numbers) -> None:
    assert counted.reviews.year_before == 2025
    for year, climbed in ((2026, counted.reviews.now), (2025, counted.reviews.before)):
        weeks: Counter[int] = Counter()
        with years_office.store.reading() as session:
            for seq, at in session.execute(select(Command.seq, Command.at).where(Command.name == "stage_change")):
                day = at.astimezone(SHANGHAI).date()
                if day.year == year:
                    weeks[(day - dt.date(year, 1, 1)).days // 7] += len(history.changes(years_office, seq))
        assert climbed[-1] == sum(weeks.values())
        assert sorted(climbed) == list(climbed)
        steps = [after - before for before, after in zip((0, *climbed[:-1]), climbed, strict=True)]
        assert [step for step in steps if step] == [weeks[week] for week in sorted(weeks)]


def test_numbers_are_kept_until_something_is_done(monkeypatch: pytest.MonkeyPatch, year: Year) -> None:
    kept = Overview()
    first = finish(kept.of(year.office, 2026))
    monkeypatch.setattr(overview, "_stages", None)  # counting again would fail
    assert finish(kept.of(year.office, 2026)) is first
    monkeypatch.undo()
    stages.move(year.office, year.participations()[:1], Stage.REVOKED, "示例原因")
    after = finish(kept.of(year.office, 2026))
    assert after is not None
    assert first is not None
    assert after.now.took_part == first.now.took_part - 1
