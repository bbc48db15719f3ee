"""A list of pledges brings companies along, leaves what it does not say, and never takes anybody back."""

from __future__ import annotations

import pytest

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import PledgeDraft
from qc_desktop.domain.progress import finish
from qc_desktop.services.campaigns import pledging, stages, years
from qc_desktop.services.companies import browsing, importing, planning
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.importing import PledgeTarget
from tests.samples import code, refused, write_list

HEADERS = ["企业名称", "统一社会信用代码", "承诺产品", "执行标准", "签署人"]
ROW = ["示例甲有限公司", code(1), "冰箱、洗衣机（波轮、滚筒）；冰箱", "GB 1-2020", "示例人"]


@pytest.fixture
def campaign_id(office):
    return years.open_year(office, years.suggestion(office, 2026)).id


@pytest.fixture
def enter(office, campaign_id, tmp_path):
    def entering(rows, headers=HEADERS, stage=Stage.MATERIAL_REVIEW):
        plan = finish(planning.plan(office, write_list(tmp_path / "承诺.xlsx", rows, headers)))
        return finish(importing.commit(office, plan, target=PledgeTarget(campaign_id, stage)))

    return entering


def pledge(office, campaign_id):
    return pledging.pledge_of(office, campaign_id, browsing.resolve(office, code(1)))


def test_companies_and_pledges_come_in_one_step(office, campaign_id, enter):
    assert enter([ROW]).pledges == 1
    row = pledge(office, campaign_id)
    assert row.stage is Stage.MATERIAL_REVIEW
    assert row.pledge == PledgeDraft(("冰箱", "洗衣机（波轮、滚筒）"), ("GB 1-2020",), "示例人")


def test_a_list_without_pledge_columns_takes_the_default_text_and_empties_nothing(office, campaign_id, enter):
    enter([ROW])
    enter([[*ROW[:2]], ["示例乙有限公司", code(2)]], HEADERS[:2])
    assert pledge(office, campaign_id).pledge.products == ("冰箱", "洗衣机（波轮、滚筒）")
    other = pledging.pledge_of(office, campaign_id, browsing.resolve(office, code(2)))
    assert (other.entered, other.pledge) == (True, PledgeDraft())


def test_what_a_list_says_replaces_what_it_says_of(office, campaign_id, enter):
    enter([ROW])
    enter([[*ROW[:2], "空调", "", ""]])
    assert pledge(office, campaign_id).pledge == PledgeDraft(("空调",), ("GB 1-2020",), "示例人")


def test_nobody_is_taken_back(office, campaign_id, enter):
    enter([ROW], stage=Stage.PLEDGED)
    enter([ROW], stage=Stage.APPLIED)
    assert pledge(office, campaign_id).stage is Stage.PLEDGED


def test_a_list_can_bring_everybody_as_far_as_announced(office, campaign_id, enter):
    enter([ROW], stage=Stage.ANNOUNCED)
    assert pledge(office, campaign_id).stage is Stage.ANNOUNCED


@pytest.mark.parametrize("stage", [Stage.DECLINED, Stage.REVOKED, Stage.WITHDRAWN, Stage.RETURNED_FOR_CORRECTION])
def test_a_list_brings_nobody_out(office, campaign_id, enter, stage):
    with refused("stage.not_allowed"):
        enter([ROW], stage=stage)
    assert browsing.count(office, CompanyFilter()) == 0


def test_a_locked_pledge_is_named_and_the_rest_goes_in(office, campaign_id, enter):
    enter([ROW], stage=Stage.ANNOUNCED)
    done = enter([[*ROW[:2], "空调"], ["示例乙有限公司", code(2), "空调"]])
    assert (done.pledges, [found.code for _, found in done.findings]) == (1, ["match.pledge_closed"])
    assert pledge(office, campaign_id).pledge.products[0] == "冰箱"


def test_clauses_changed_later_leave_signed_pledges_on_the_old_ones(office, campaign_id, enter):
    from sqlalchemy import select

    from qc_desktop.domain.pledges import PledgeClause
    from qc_desktop.storage.tables import Campaign, Pledge

    enter([ROW])
    years.change_clauses(office, campaign_id, (PledgeClause("示例", "示例。"),))
    enter([["示例乙有限公司", code(2)]])
    with office.store.reading() as session:
        now = session.get_one(Campaign, campaign_id).clause_set_id
        used = list(session.scalars(select(Pledge.clause_set_id).order_by(Pledge.id)))
    assert used[0] != now == used[1]


def test_moving_everybody_of_a_filter(office, campaign_id, enter):
    enter([[f"示例{place}有限公司", code(place)] for place in range(8)], HEADERS[:2])
    wanted = CompanyFilter(campaign_id=campaign_id, stages=("material_review",), province_codes=("11",))
    moved = stages.bring_forward(office, browsing.participation_ids(office, wanted), Stage.PLEDGED)
    assert moved.moved == 8
