"""Two companies are merged; then every list, count and file that names companies is looked at."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import MemberTier, PledgeDraft
from qc_desktop.domain.membership import MembershipStatus, Term
from qc_desktop.domain.progress import finish
from qc_desktop.services import preferences, rosters, scans
from qc_desktop.services.campaigns import chasing, pledging, rolling, stages, years
from qc_desktop.services.campaigns.chasing import ChaseFilter
from qc_desktop.services.campaigns.rolling import RollFilter
from qc_desktop.services.campaigns.since import Group
from qc_desktop.services.certificates import print_batches, print_lists, register
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.companies import browsing, bulk_editing, merging, saved_lists, timeline
from qc_desktop.services.companies.bulk_values import Edit
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.rows import CompanyRow
from qc_desktop.services.companies.timeline import What
from qc_desktop.services.members import dues, terms
from qc_desktop.services.members.dues import DuesDraft
from qc_desktop.services.reports import archive
from qc_desktop.services.reports.overview import numbers
from qc_desktop.services.returns import making
from qc_desktop.services.scans import Paper
from tests.papers import jpeg
from tests.samples import DAY, Year, refused


@pytest.fixture
def pair(year: Year) -> tuple[CompanyRow, CompanyRow]:
    """The one that shall stay and the one that shall go, both in the sample year."""
    kept, gone, *_ = year.companies()
    return kept, gone


def everybody(year: Year) -> int:
    return browsing.count(year.office, CompanyFilter())


def test_taking_in_one_that_was_merged_takes_in_the_one_that_stays(year: Year, pair):
    kept, gone = pair
    merging.merge(year.office, kept.id, gone.id)
    later = years.open_year(year.office, years.suggestion(year.office, 2027))
    assert stages.take_in(year.office, later.id, [gone.id, kept.id, gone.id]) == 1
    assert browsing.in_campaign(year.office, later.id, kept.id).stage == Stage.DRAFT
    assert stages.take_in(year.office, later.id, [gone.id]) == 0


def test_the_chase_list_and_the_forms_name_it_once(year: Year, pair, tmp_path):
    kept, gone = pair
    later = years.open_year(year.office, years.suggestion(year.office, 2027))
    stages.take_in(year.office, later.id, [kept.id, gone.id], Stage.INVITED)
    assert chasing.counts(year.office, later.id)["awaited"] == 2
    merging.merge(year.office, kept.id, gone.id)
    assert chasing.counts(year.office, later.id)["awaited"] == 1
    assert [row.company_id for row in chasing.page(year.office, ChaseFilter(later.id))] == [kept.id]
    made = finish(making.make(year.office, later.id, [gone.id, kept.id], tmp_path / "回表"))
    assert (made.made, len(list((tmp_path / "回表").iterdir()))) == (1, 1)


def test_the_next_year_is_rolled_with_one_of_them(year: Year, pair):
    kept, gone = pair
    merging.merge(year.office, kept.id, gone.id)
    later = years.open_year(year.office, years.suggestion(year.office, 2027))
    plan = rolling.plan(year.office, later.id)
    assert plan.last == everybody(year) == rolling.count(year.office, RollFilter(later.id, plan.source_id))
    assert finish(rolling.roll(year.office, plan)).came == everybody(year)
    assert browsing.count(year.office, CompanyFilter(campaign_id=later.id, taking_part=True)) == everybody(year)


def test_lapsed_members_are_rolled_by_the_rule_of_the_members_page(year: Year, pair):
    office = replace(year.office, fixed_day=DAY)
    late, within = pair
    preferences.change(office, {"membership_grace_days": "60"})
    for company, days in ((late, 61), (within, 60)):
        last = DAY - dt.timedelta(days=days)
        terms.save(office, company.id, Term(MemberTier.MEMBER, dt.date(2024, 1, 1), last))
    later = years.open_year(office, years.suggestion(office, 2027))
    plan = rolling.plan(office, later.id)
    assert plan.groups[Group.LAPSED] == 1 == terms.counts(office)[MembershipStatus.LAPSED]
    rows = rolling.page(office, RollFilter(later.id, plan.source_id, Group.LAPSED))
    assert [row.company_id for row in rows] == [late.id]


def test_the_overview_counts_it_once(year: Year, pair):
    kept, gone = pair
    before = finish(numbers(year.office, 2026))
    merging.merge(year.office, kept.id, gone.id)
    after = finish(numbers(year.office, 2026))
    assert before is not None
    assert after is not None
    assert before.now.took_part - 1 == after.now.took_part == everybody(year)
    assert sum(after.stages.values()) == everybody(year)
    for name in ("provinces", "sections", "tiers"):
        assert sum(group.count for group in getattr(after, name)) == everybody(year), name
    assert max(before.reviews.now) - 1 == max(after.reviews.now)


def test_bulk_changes_go_to_the_one_that_stays(year: Year, pair):
    kept, gone = pair
    merging.merge(year.office, kept.id, gone.id)
    plan = finish(bulk_editing.plan(year.office, [gone.id, kept.id], [Edit("hotline", "4000012315")]))
    assert list(plan.changed) == [kept.id]
    assert [row.company_id for row in bulk_editing.rows(year.office, plan, [gone.id, kept.id])] == [kept.id]
    assert finish(bulk_editing.apply(year.office, plan)) == 1
    finish(bulk_editing.apply(year.office, finish(bulk_editing.plan(year.office, [kept.id], [Edit("hotline", "1")]))))
    with refused("store.changed_meanwhile"):
        finish(bulk_editing.apply(year.office, plan))


def test_saved_lists_hold_it_once(year: Year, pair):
    kept, gone = pair
    other = year.companies()[2].id
    both = finish(saved_lists.make_list(year.office, "走访", [kept.id, gone.id, other]))
    merging.merge(year.office, kept.id, gone.id)
    (shown,) = saved_lists.everything(year.office)
    assert shown.size == browsing.count(year.office, shown.wanted) == 2
    assert finish(saved_lists.add(year.office, both.id, [gone.id])) == 0
    made = finish(saved_lists.make_list(year.office, "参会", [gone.id, kept.id]))
    assert made.size == browsing.count(year.office, made.wanted) == 1


def test_terms_and_dues_are_of_the_one_that_stays(year: Year, pair, tmp_path):
    office = replace(year.office, fixed_day=DAY)
    kept, gone = pair
    preferences.change(office, {"dues_ledger": "on", "association_name": "示例协会"})
    same = Term(MemberTier.COUNCIL, dt.date(2026, 1, 1), dt.date(2026, 12, 31))
    for company, paid in ((kept, 0), (gone, 50_000)):
        terms.save(office, company.id, same)
        dues.save(office, company.id, DuesDraft(2026, due_fen=200_000, paid_fen=paid))
    terms.give_number(office, gone.id, "M00777")
    merging.merge(office, kept.id, gone.id)
    assert terms.counts(office)[MembershipStatus.CURRENT] == 1
    assert sum(terms.counts(office).values()) == everybody(year)
    assert terms.of_company(office, gone.id).company_id == kept.id
    assert terms.renew(office, [gone.id, kept.id]).moved == 1
    assert [row.term.starts_on.year for row in terms.of_company(office, kept.id).terms] == [2027, 2026]
    assert (dues.overview(office, 2026).companies, dues.overview(office, 2026).open_fen) == (1, 150_000)
    assert [row.company_id for row in dues.open_rows(office, 2026)] == [kept.id]
    assert dues.charge(office, [gone.id, kept.id], 2027, 100) == 1
    assert [row.dues.dues_year for row in dues.of_company(office, gone.id)] == [2027, 2026]
    with refused("member.number_taken"):
        terms.give_number(office, year.companies()[1].id, "M00777")
    assert terms.give_number(office, kept.id, "M00777") == "M00777"


def test_the_timeline_tells_what_stands_under_the_former_record(year: Year, pair):
    kept, gone = pair
    (number,) = year.issue([gone.participation_id]).numbers
    for company in (kept, gone):
        finish(scans.add(year.office, company.id, [Paper("章程.jpg", content=jpeg())]))
    before = years.open_year(year.office, years.suggestion(year.office, 2025))
    pledging.enter(year.office, before.id, gone.id, PledgeDraft(products=("示例灯",)))
    merging.merge(year.office, kept.id, gone.id)
    told = timeline.timeline(year.office, kept.id)
    assert timeline.timeline(year.office, gone.id) == told
    entries = [(each.year, entry.what, entry.params) for each in told for entry in each.entries]
    assert (2025, What.PRODUCTS, {"names": "示例灯"}) in entries
    assert [params["number"] for _, what, params in entries if what is What.ISSUED] == [number]
    assert [params["file"] for _, what, params in entries if what is What.SCANNED] == ["章程.jpg"]
    assert [params["name"] for _, what, params in entries if what is What.MERGED] == [gone.name]


def test_scans_are_shown_with_and_added_to_the_one_that_stays(year: Year, pair):
    kept, gone = pair
    finish(scans.add(year.office, gone.id, [Paper("章程.jpg", content=jpeg("a"))], year.campaign_id))
    merging.merge(year.office, kept.id, gone.id)
    finish(scans.add(year.office, gone.id, [Paper("照片.jpg", content=jpeg("b"))], year.campaign_id))
    for company in pair:
        assert {row.file_name for row in scans.of_company(year.office, company.id)} == {"章程.jpg", "照片.jpg"}
    standing = browsing.in_campaign(year.office, year.campaign_id, kept.id).participation_id
    assert {row.file_name for row in scans.of_participation(year.office, standing)} == {"章程.jpg", "照片.jpg"}


def test_what_was_issued_is_printed_and_archived_under_the_name_it_was_issued_to(year: Year, pair, tmp_path):
    kept, gone = pair
    (number,) = year.issue([gone.participation_id]).numbers
    merging.merge(year.office, kept.id, gone.id)
    rosters.publish(year.office, year.campaign_id)
    batch = print_batches.create(year.office, [number], "示例打印机")
    assert [row.number for row in print_lists.sheets(year.office, batch)] == [number]
    (row,) = register.page(year.office, CertificateFilter())
    assert (row.number, row.company_id) == (number, kept.id)
    counted = finish(numbers(year.office, 2026))
    assert counted is not None
    packed = finish(archive.pack(year.office, counted, tmp_path / "归档.zip"))
    with zipfile.ZipFile(packed.path) as opened:
        book = openpyxl.load_workbook(io.BytesIO(opened.read("4_登记/2026年证书登记表.xlsx")))
        listed = next(name for name in packed.files if name.endswith("名单.csv"))
        roster = opened.read(listed).decode("utf-8-sig")
    registered = [row for row in book.active.iter_rows(min_row=4, values_only=True) if row[0] == number]
    assert [gone.name in row for row in registered] == [True]
    assert (kept.name in roster, gone.name in roster) == (True, False)
