from __future__ import annotations

import datetime as dt

import pytest

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import PledgeDraft
from qc_desktop.domain.progress import finish
from qc_desktop.services import history, overview
from qc_desktop.services.campaigns import announcing, pledging, stages, years
from qc_desktop.services.campaigns.pledging import EDITABLE
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from tests.samples import add, refused

FULL = PledgeDraft(("示例甲", "示例乙"), ("GB 1-2020",), "示例签署人")


@pytest.fixture
def campaign(office):
    """An open year with three companies taking part as drafts."""
    row = years.open_year(office, years.suggestion(office, 2026))
    made = [add(office, f"示例{name}有限公司").id for name in "甲乙丙"]
    assert stages.take_in(office, row.id, made) == 3
    return row.id, made


def taking_part(office, campaign_id):
    return browsing.participation_ids(office, CompanyFilter(campaign_id=campaign_id))


def at(office, campaign_id):
    return [row.stage for row in browsing.page(office, CompanyFilter(campaign_id=campaign_id))]


def outsiders(office):
    return browsing.ids(office, CompanyFilter(text="示例丁"))


def test_taking_in_twice_adds_nobody(office, campaign):
    assert stages.take_in(office, *campaign) == 0


def test_nobody_joins_in_the_middle(office, campaign):
    with refused("stage.not_first"):
        stages.take_in(office, *campaign, Stage.PLEDGED)


def test_many_are_brought_forward_in_one_step_and_the_rest_is_named(office, campaign):
    campaign_id, _ = campaign
    first, *others = taking_part(office, campaign_id)
    stages.move(office, [first], Stage.WITHDRAWN, "示例原因")
    moved = stages.bring_forward(office, [first, *others], Stage.ANNOUNCED)
    assert (moved.moved, moved.already) == (2, 0)
    assert [one.error.code for one in moved.refused] == ["stage.not_allowed"]
    again = stages.bring_forward(office, others, Stage.ANNOUNCED)
    assert (again.moved, again.already) == (0, 2)
    history.undo(office)
    assert sorted(at(office, campaign_id)) == ["draft", "draft", "withdrawn"]


def test_a_reason_is_kept_and_goes_with_the_stage(office, campaign):
    campaign_id, companies = campaign
    pledging.enter(office, campaign_id, companies[0], FULL)
    rows = taking_part(office, campaign_id)
    with refused("stage.reason_needed"):
        pledging.send_back(office, rows, " ")
    assert pledging.send_back(office, rows, " 缺少盖章 ").moved == 1
    row = pledging.pledge_of(office, campaign_id, companies[0])
    assert (row.stage, row.stage_reason) == (Stage.RETURNED_FOR_CORRECTION, "缺少盖章")
    pledging.enter(office, campaign_id, companies[0], FULL)
    row = pledging.pledge_of(office, campaign_id, companies[0])
    assert (row.stage, row.stage_reason) == (Stage.MATERIAL_REVIEW, "")


def test_a_pledge_is_entered_reviewed_and_edited_until_it_is_announced(office, campaign):
    campaign_id, companies = campaign
    pledging.enter(office, campaign_id, companies[0], FULL)
    assert pledging.pledge_of(office, campaign_id, companies[0]).pledge == FULL
    moved = pledging.approve(office, taking_part(office, campaign_id))
    assert (moved.moved, len(moved.refused)) == (1, 2)
    other = PledgeDraft(("示例乙", "示例丙"), (), "")
    pledging.enter(office, campaign_id, companies[0], other)
    row = pledging.pledge_of(office, campaign_id, companies[0])
    assert (row.stage, row.pledge) == (Stage.PLEDGED, other)


@pytest.mark.parametrize("stage", sorted(set(Stage) - EDITABLE))
def test_what_was_announced_or_ended_is_locked(office, campaign, stage):
    campaign_id, companies = campaign
    rows = taking_part(office, campaign_id)
    ways = {
        Stage.DECLINED: [],
        Stage.REVOKED: [Stage.ANNOUNCED],
        Stage.WITHDRAWN: [],
        Stage.ANNOUNCED: [],
        Stage.ANNOUNCEMENT_PENDING: [],
    }
    if stage is Stage.DECLINED:
        stages.move(office, rows, Stage.INVITED)
    for step in ways[stage]:
        stages.bring_forward(office, rows, step)
    go = stages.bring_forward if stage in (Stage.ANNOUNCED, Stage.ANNOUNCEMENT_PENDING) else stages.move
    go(office, rows, stage, *(["示例原因"] if go is stages.move else []))
    assert at(office, campaign_id) == [stage.value] * 3
    with refused("pledge.not_editable"):
        pledging.enter(office, campaign_id, companies[0], FULL)


def test_a_company_that_does_not_take_part_has_no_pledge_and_one_that_enters_it_does(office, campaign):
    campaign_id, _ = campaign
    stranger = add(office, "示例丁有限公司").id
    assert pledging.pledge_of(office, campaign_id, stranger) is None
    pledging.enter(office, campaign_id, stranger, PledgeDraft())
    row = pledging.pledge_of(office, campaign_id, stranger)
    assert (row.entered, row.stage) == (True, Stage.MATERIAL_REVIEW)


def test_the_home_page_counts_what_the_lists_show(year):
    seen = overview.overview(year.office, year.campaign_id)
    assert (seen.companies, seen.issued, seen.to_issue, seen.years) == (12, 0, 12, ((2026, 12),))
    rows = year.participations()
    year.issue(rows[:5])
    stages.move(year.office, rows[:2], Stage.WITHDRAWN, "示例原因")
    seen = overview.overview(year.office, year.campaign_id)
    assert (seen.issued, seen.to_issue) == (5, 7)
    assert seen.stages == {Stage.ANNOUNCED: 10, Stage.WITHDRAWN: 2}
    assert overview.overview(year.office).stages == {}


def test_pledges_on_paper_are_entered_with_the_year_s_clauses(office, campaign):
    """Only where one is waited for: who is further on or returned stays, what is known of a pledge stays."""
    campaign_id, (first, second, third) = campaign
    pledging.enter(office, campaign_id, first, FULL)
    outsider = add(office, "示例丁有限公司").id
    moved = pledging.enter_standard(office, campaign_id, [first, second, third, outsider])
    assert (moved.moved, moved.already) == (2, 2)
    assert sorted(at(office, campaign_id)) == ["", *[Stage.MATERIAL_REVIEW] * 3]
    assert pledging.pledge_of(office, campaign_id, first).pledge == FULL
    assert pledging.pledge_of(office, campaign_id, second).entered
    assert pledging.pledge_of(office, campaign_id, outsider) is None
    history.undo(office)
    assert not pledging.pledge_of(office, campaign_id, second).entered
    assert pledging.pledge_of(office, campaign_id, second).stage is Stage.DRAFT


@pytest.mark.parametrize(
    "begin",
    [
        lambda office, campaign_id, companies: stages.taking_in(office, campaign_id, outsiders(office)),
        lambda office, campaign_id, companies: stages.moving(office, taking_part(office, campaign_id), Stage.INVITED),
        lambda office, campaign_id, companies: pledging.entering_standard(office, campaign_id, companies),
    ],
)
def test_what_is_stopped_half_way_leaves_everything_as_it_was(office, campaign, monkeypatch, begin):
    monkeypatch.setattr(stages, "STEP", 1)
    add(office, "示例丁有限公司")
    before = history.commands(office)
    job = begin(office, *campaign)
    next(job)
    job.close()
    assert sorted(at(office, campaign[0])) == ["", *[Stage.DRAFT] * 3]
    assert history.commands(office) == before


def test_an_announcement_is_one_step_with_its_number_and_day(year):
    fresh = pledging.enter(year.office, year.campaign_id, add(year.office, "示例公告有限公司").id, FULL)
    stages.bring_forward(year.office, [fresh], Stage.ANNOUNCEMENT_PENDING)
    row = years.campaign(year.office)
    moved = finish(announcing.announcing(year.office, row, "2026年第99号", dt.date(2026, 3, 9)))
    assert moved.moved == 1
    now = years.campaign(year.office).values
    assert (now.announcement_no, now.announced_on) == ("2026年第99号", dt.date(2026, 3, 9))
    history.undo(year.office)
    assert years.campaign(year.office).values == row.values
    assert overview.overview(year.office, row.id).stages[Stage.ANNOUNCEMENT_PENDING] == 1


def test_where_nobody_awaits_a_pledge_nothing_is_entered_in_the_history(office, campaign):
    campaign_id, _ = campaign
    outsider = add(office, "示例丁有限公司").id
    before = history.next_undo(office)
    assert pledging.enter_standard(office, campaign_id, [outsider]).moved == 0
    assert history.next_undo(office) == before
