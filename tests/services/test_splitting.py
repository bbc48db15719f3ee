"""A merging is taken apart again: what came since stays, what was changed since is decided."""

from __future__ import annotations

import pytest

from qc_desktop.domain.companies import PledgeDraft
from qc_desktop.services.campaigns import pledging
from qc_desktop.services.companies import (
    browsing,
    merging,
    splitting,
)
from qc_desktop.services.companies.filtering import CompanyFilter
from tests.samples import Year, refused
from tests.services.merged import edit, opened_year, snapshot, values


def test_a_merging_is_split_again_from_the_company_also_after_others_were_issued_to(year: Year):
    office = year.office
    one, two, third, *_ = year.companies()
    before = snapshot(office)
    merging.merge(office, two.id, one.id)
    year.issue([third.participation_id])
    merged = splitting.merged_into(office, two.id)
    assert [(row.name, row.uscc) for row in merged] == [(one.name, one.uscc)]
    assert splitting.split(office, one.id) == one.name
    assert snapshot(office) == before
    assert browsing.count(office, CompanyFilter(text=one.name)) == 1
    with refused("merge.not_merged"):
        splitting.split(office, one.id)


def test_what_was_built_on_a_merging_is_not_split(year: Year):
    office = year.office
    one, two, third, fourth, *_ = year.companies()
    merging.merge(office, two.id, one.id, take=["name"])
    year.issue([two.participation_id])
    with refused("merge.issued_since"):
        splitting.split(office, one.id)
    merging.merge(office, third.id, fourth.id)
    merging.merge(office, year.companies()[-1].id, third.id)
    with refused("undo.changed_since"):
        splitting.split(office, fourth.id)


def test_later_edits_of_other_fields_stay_when_it_is_split(year: Year):
    office = year.office
    one, two, *_ = year.companies()
    edit(office, one.id, hotline="010-1", address="示例路1号")
    edit(office, two.id, hotline="010-2", address="")
    merging.merge(office, two.id, one.id, take=["hotline", "address"])
    edit(office, two.id, remark="示例备注", website="www.example.com")
    assert splitting.changed_since(office, one.id) == ()
    splitting.split(office, one.id)
    assert values(office, two.id, "hotline", "address", "remark", "website") == (
        *("010-2", "", "示例备注", "www.example.com"),
    )
    assert values(office, one.id, "hotline", "address", "remark") == ("010-1", "示例路1号", "")
    assert browsing.count(office, CompanyFilter(text=one.name)) == 1


@pytest.mark.parametrize(("put_back", "hotline"), [((), "010-3"), (("hotline",), "010-2")])
def test_a_later_edit_of_the_same_field_is_shown_and_decided(year: Year, put_back, hotline):
    office = year.office
    one, two, *_ = year.companies()
    edit(office, one.id, hotline="010-1", address="示例路1号")
    edit(office, two.id, hotline="010-2", address="示例路2号")
    merging.merge(office, two.id, one.id, take=["hotline", "address"])
    edit(office, two.id, hotline="010-3")
    assert splitting.changed_since(office, one.id) == (splitting.ChangedField("hotline", "010-2", "010-3"),)
    before = snapshot(office)
    with refused("merge.changed_since"):
        splitting.split(office, one.id)
    assert snapshot(office) == before
    splitting.split(office, one.id, put_back)
    assert values(office, two.id, "hotline", "address") == (hotline, "示例路2号")
    assert values(office, one.id, "hotline", "address") == ("010-1", "示例路1号")


def test_a_name_that_was_taken_and_changed_since_is_decided_with_what_follows_from_it(year: Year):
    office = year.office
    one, two, *_ = year.companies()
    merging.merge(office, two.id, one.id, take=["name"])
    edit(office, two.id, name="示例全新有限公司")
    assert [each.field for each in splitting.changed_since(office, one.id)] == ["name"]
    splitting.split(office, one.id, ["name"])
    assert values(office, two.id, "name") == (two.name,)
    assert [row.id for row in browsing.find(office, two.name, 3)] == [two.id]
    assert one.id in [row.id for row in browsing.find(office, one.name, 3)]


def test_later_pledges_and_certificates_of_the_survivor_stay_with_it(year: Year):
    office = year.office
    one, two, *_ = year.companies()
    edit(office, one.id, hotline="010-1")
    merging.merge(office, two.id, one.id, take=["hotline"])
    later = opened_year(office, 2030)
    pledging.enter(office, later, two.id, PledgeDraft(products=("示例产品",)))
    year.issue([two.participation_id])
    splitting.split(office, one.id)
    assert pledging.pledge_of(office, later, two.id).pledge.products == ("示例产品",)
    assert pledging.pledge_of(office, later, one.id) is None
    assert browsing.in_campaign(office, year.campaign_id, two.id).certificate_no
    assert browsing.in_campaign(office, year.campaign_id, one.id).certificate_no == ""
