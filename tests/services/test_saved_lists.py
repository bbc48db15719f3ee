"""Named filters and fixed lists: shared, undoable, and a scope like any other."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest

from qc_desktop.domain.custom_fields import OwnCondition, OwnTest
from qc_desktop.domain.progress import finish
from qc_desktop.services import history
from qc_desktop.services.companies import browsing, saved_lists
from qc_desktop.services.companies.filtering import CompanyFilter
from tests.samples import refused

FULL = CompanyFilter(
    text="示例",
    stages=("pledged", "announced"),
    issued=False,
    taking_part=True,
    certified=False,
    province_codes=("11", "44"),
    industry_codes=("C",),
    member_tiers=("council",),
    missing=("uscc",),
    list_id="x",
    movement="joined",
    membership="grace",
    custom=(OwnCondition("field", OwnTest.IS, "示例"), OwnCondition("other", OwnTest.EMPTY)),
)


def names(office):
    return [row.name for row in saved_lists.everything(office)]


def test_a_filter_is_kept_whole_but_for_the_year_and_the_day():
    kept = json.loads(json.dumps(saved_lists.plain(FULL)))
    assert saved_lists.filter_of(kept) == FULL
    assert set(kept) == {each.name for each in fields(CompanyFilter)} - {"campaign_id", "membership_on"}
    assert saved_lists.plain(CompanyFilter(campaign_id="c")) == {}
    assert saved_lists.filter_of({"of_a_newer_version": 1, "text": "示"}) == CompanyFilter(text="示")


def test_a_filter_is_named_renamed_moved_deleted_and_all_of_it_undone(year):
    office = year.office
    first = saved_lists.save_filter(office, " 广东食品 ", CompanyFilter(province_codes=("44",)))
    second = saved_lists.save_filter(office, "缺代码", CompanyFilter(missing=("uscc",)))
    assert names(office) == ["广东食品", "缺代码"]
    assert saved_lists.named(office, "广东食品").wanted == CompanyFilter(province_codes=("44",))
    saved_lists.move(office, second.id, -1)
    assert names(office) == ["缺代码", "广东食品"]
    saved_lists.rename(office, first.id, "广东")
    saved_lists.drop(office, second.id)
    assert names(office) == ["广东"]
    for _ in range(3):
        history.undo(office)
    assert names(office) == ["广东食品", "缺代码"]


@pytest.mark.parametrize(("name", "reason"), [("", "bad_name"), ("长" * 61, "bad_name"), ("重点", "name_taken")])
def test_names_are_one_of_a_kind(office, name, reason):
    saved_lists.save_filter(office, "重点", CompanyFilter())
    with refused(f"saved.{reason}"):
        saved_lists.save_filter(office, name, CompanyFilter())
    other = saved_lists.save_filter(office, "其他", CompanyFilter())
    with refused(f"saved.{reason}"):
        saved_lists.rename(office, other.id, name)
    saved_lists.rename(office, other.id, "其他")


def test_a_fixed_list_is_a_scope(year):
    office = year.office
    ids = browsing.ids(office, CompanyFilter())
    made = finish(saved_lists.make_list(office, "重点", ids[:3]))
    assert (made.is_fixed, made.size) == (True, 3)
    assert set(browsing.ids(office, made.wanted)) == set(ids[:3])
    assert finish(saved_lists.add(office, made.id, ids[2:5])) == 2
    assert finish(saved_lists.remove(office, made.id, [ids[0], ids[9]])) == 1
    assert browsing.ids(office, made.wanted) == [each for each in ids if each in ids[1:5]]
    assert saved_lists.named(office, "重点").size == 4
    history.undo(office)
    assert saved_lists.named(office, "重点").size == 5


def test_deleting_a_list_keeps_its_companies_and_can_be_taken_back(year):
    office = year.office
    ids = browsing.ids(office, CompanyFilter())
    made = finish(saved_lists.make_list(office, "重点", ids[:3]))
    saved_lists.drop(office, made.id)
    assert browsing.ids(office, CompanyFilter()) == ids
    assert browsing.ids(office, made.wanted) == []
    history.undo(office)
    assert set(browsing.ids(office, made.wanted)) == set(ids[:3])


def test_what_is_gone_or_no_list_is_said(year):
    office = year.office
    wanted = saved_lists.save_filter(office, "缺代码", CompanyFilter(missing=("uscc",)))
    with refused("saved.is_filter"):
        finish(saved_lists.add(office, wanted.id, year.companies()[0].id))
    saved_lists.drop(office, wanted.id)
    for act in (saved_lists.drop, lambda o, i: saved_lists.rename(o, i, "x"), lambda o, i: saved_lists.move(o, i, 1)):
        with refused("saved.gone"):
            act(office, wanted.id)
    with refused("saved.unknown"):
        saved_lists.named(office, "缺代码")


def test_a_cancelled_list_leaves_nothing(year):
    job = saved_lists.make_list(year.office, "重点", browsing.ids(year.office, CompanyFilter()))
    next(job)
    job.close()
    assert names(year.office) == []
