"""Two records of one company become one; every list, count and lookup follows; and it can be taken back."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select, text

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.companies import CompanyDraft, PledgeDraft
from qc_desktop.domain.merging import YearOutcome
from qc_desktop.domain.progress import finish
from qc_desktop.services import doctor, history, overview, rosters, verification
from qc_desktop.services.campaigns import pledging, stages, years
from qc_desktop.services.certificates import candidates, register
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.companies import (
    browsing,
    details,
    distinct,
    duplicates,
    editing,
    importing,
    merging,
    planning,
    splitting,
)
from qc_desktop.services.companies.details import ContactRow
from qc_desktop.services.companies.exporting import export
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.lookalikes import lookalikes
from qc_desktop.services.companies.merge_plan import plan
from qc_desktop.storage.tables import Company, DistinctCompanies
from tests.samples import DAY, Year, add, code, refused, rows, write_list
from tests.services.merged import opened_year, snapshot

D = CompanyDraft


@pytest.fixture
def pair(office) -> tuple[str, str]:
    """Two records of one company, each with something the other has not."""
    kept = add(office, "远山电器有限公司", code(1), hotline="1")
    editing.save(
        office,
        D("远山电器有限公司", code(1), hotline="1"),
        kept.id,
        kept.row_version,
        contacts=[ContactRow("示例甲", "1380000")],
    )
    other = add(office, "远杉电器有限公司", member_no="M9", hotline="2", address="示例路1号", short_name="远杉")
    editing.save(
        office,
        D("远杉电器股份有限公司", member_no="M9", hotline="2", address="示例路1号", short_name="远杉"),
        other.id,
        other.row_version,
        contacts=[ContactRow("示例乙", "1390000")],
    )
    return kept.id, other.id


def test_what_is_empty_is_filled_and_names_and_contacts_are_joined(office, pair):
    kept, other = pair
    merged = merging.merge(office, kept, other)
    detail = details.detail(office, kept)
    assert merged.name == detail.values["name"] == "远山电器有限公司"
    assert {name: detail.values[name] for name in ("uscc", "member_no", "hotline", "address", "short_name")} == {
        "uscc": code(1), "member_no": "M9", "hotline": "1", "address": "示例路1号", "short_name": "远杉",
    }  # fmt: skip
    assert {former.name for former in detail.former_names} == {"远杉电器有限公司", "远杉电器股份有限公司"}
    assert {contact.name for contact in detail.contacts} == {"示例甲", "示例乙"}
    assert details.detail(office, other).id == kept


def test_a_person_takes_field_by_field_and_the_given_up_name_stays_known(office, pair):
    kept, other = pair
    merging.merge(office, kept, other, take=["name", "hotline"])
    detail = details.detail(office, kept)
    values = [detail.values[name] for name in ("name", "hotline", "address")]
    assert values == ["远杉电器股份有限公司", "2", ""]
    assert {former.name for former in detail.former_names} == {"远山电器有限公司", "远杉电器有限公司"}
    assert [row.name for row in browsing.find(office, "远山")] == ["远杉电器股份有限公司"]
    with refused("merge.unknown_field"):
        merging.merge(office, kept, other, take=["nonsense"])


def test_codes_change_places_so_that_both_still_find_the_company(office):
    kept, other = add(office, "示例甲有限公司", code(1)), add(office, "示例乙有限公司", code(2))
    before = snapshot(office)
    done = merging.merge(office, kept.id, other.id, take=["uscc"])
    assert details.detail(office, kept.id).values["uscc"] == code(2)
    assert {browsing.resolve(office, typed) for typed in (code(1), code(2), "示例乙有限公司")} == {kept.id}
    assert [row.id for row in browsing.find(office, code(1))] == [kept.id]
    history.undo(office, done.command)
    assert snapshot(office) == before


def test_after_undo_everything_is_as_it_was(office, pair):
    kept, other = pair
    campaign = opened_year(office, 2026)
    pledging.enter(office, campaign, kept, PledgeDraft(products=("空调", "风扇"), standards=("GB 1",)))
    pledging.enter(office, campaign, other, PledgeDraft(products=("空调",)))
    stages.bring_forward(office, [browsing.in_campaign(office, campaign, other).participation_id], Stage.ANNOUNCED)
    earlier = opened_year(office, 2025)
    pledging.enter(office, earlier, other, PledgeDraft(products=("空调", "灯")))
    third = add(office, "远山家电有限公司")
    for one in (kept, other):
        distinct.mark(office, third.id, one)
    before = snapshot(office)
    done = merging.merge(office, kept, other)
    assert snapshot(office) != before
    with office.store.reading() as session:
        assert len(session.scalars(select(DistinctCompanies)).all()) == 1
    history.undo(office, done.command)
    assert snapshot(office) == before


def test_pledges_of_other_years_come_along_and_the_further_one_of_the_same_year_stays(office, pair):
    kept, other = pair
    now, before = opened_year(office, 2026), opened_year(office, 2025)
    pledging.enter(office, now, kept, PledgeDraft(products=("空调",)))
    pledging.enter(office, now, other, PledgeDraft(products=("风扇",)))
    stages.bring_forward(office, [browsing.in_campaign(office, now, other).participation_id], Stage.ANNOUNCED)
    pledging.enter(office, before, other, PledgeDraft(products=("空调", "灯")))
    assert [(year.campaign_year, year.outcome) for year in plan(office, kept, other).years] == [
        (2026, YearOutcome.OTHER_STAYS),
        (2025, YearOutcome.MOVES),
    ]
    assert [year.outcome for year in plan(office, other, kept).years] == [YearOutcome.KEPT_STAYS]
    merging.merge(office, kept, other)
    assert pledging.pledge_of(office, now, kept).pledge.products == ("风扇",)
    assert pledging.pledge_of(office, now, kept).stage is Stage.ANNOUNCED
    assert pledging.pledge_of(office, before, kept).pledge.products == ("空调", "灯")
    assert years.campaign(office, 2026).stages == {Stage.ANNOUNCED: 1}


def test_a_merged_company_is_nowhere_and_its_code_and_name_lead_to_the_other(year: Year, tmp_path):
    office, campaign = year.office, year.campaign_id
    one, two, *_ = year.companies()
    number = year.issue([two.participation_id]).numbers[0]
    rosters.publish(office, campaign)
    other = add(office, "远山电器有限公司")
    stages.take_in(office, campaign, [other.id], Stage.APPLIED)
    total = browsing.count(office, CompanyFilter())
    merging.merge(office, two.id, one.id)
    merging.merge(office, two.id, other.id, take=[])
    everyone = CompanyFilter(campaign_id=campaign)
    gone = {one.id, other.id}
    assert browsing.count(office, CompanyFilter()) == total - 2 == overview.overview(office, campaign).companies
    assert browsing.count(office, everyone) == total - 2 == len(browsing.ids(office, everyone))
    assert gone.isdisjoint(browsing.ids(office, CompanyFilter()))
    assert browsing.count(office, CompanyFilter(text=two.name)) == 1
    assert [row.id for row in browsing.find(office, "远山电器有限公司")] == [two.id]
    assert browsing.resolve(office, one.uscc) == browsing.resolve(office, one.name) == two.id
    assert sum(overview.overview(office, campaign).stages.values()) == total - 2
    assert dict(overview.overview(office, campaign).years)[DAY.year] == 11
    assert years.campaign(office, DAY.year).companies == total - 2
    assert rosters.differences(office, campaign) == {"added": [], "removed": [one.name], "changed": []}
    with office.store.reading() as session:
        assert len(candidates.announced_without(session, campaign)) == 10
    assert all(gone.isdisjoint((pair.first.id, pair.second.id)) for pair in finish(duplicates.suspected(office)))
    assert [found.id for found in lookalikes(office, D(one.name, one.uscc))] == [two.id]
    path = tmp_path / "list.xlsx"
    assert finish(export(office, CompanyFilter(), path)) == total - 2
    assert [row for row in doctor.examine(office) if row.code in ("search_stale", "damaged", "dangling")] == []
    finish(doctor.rebuilding_search(office))
    assert browsing.count(office, CompanyFilter(text=two.name)) == 1
    assert [row.company_id for row in register.page(office, CertificateFilter(text=one.name))] == [two.id]
    assert verification.verify(office, number)[0].number == number


def test_rows_of_a_list_with_the_old_code_or_name_go_to_the_one_that_stays(office, tmp_path):
    kept, other = add(office, "远山电器有限公司", code(1)), add(office, "远杉电器有限公司", code(2))
    merging.merge(office, kept.id, other.id)
    body = [["远杉电器有限公司", code(2), "", "", ""], *rows(1, first=30)]
    made = finish(planning.plan(office, write_list(tmp_path / "a.xlsx", body)))
    assert (made.rows[0].company_id, made.rows[0].draft.uscc) == (kept.id, "")
    finish(importing.commit(office, made))
    assert details.detail(office, kept.id).values["uscc"] == code(1)
    body[0][1] = ""
    made = finish(planning.plan(office, write_list(tmp_path / "b.xlsx", body)))
    assert made.rows[0].company_id == kept.id


def test_certificates_keep_pointing_at_what_they_were_issued_to_and_are_found(year: Year):
    office = year.office
    one, two, *_ = year.companies()
    number = year.issue([one.participation_id]).numbers[0]
    merging.merge(office, two.id, one.id)
    found = register.page(office, CertificateFilter(text=one.name))
    assert [(row.number, row.company_id) for row in found] == [(number, two.id)]
    assert browsing.in_campaign(office, year.campaign_id, two.id).certificate_no == number
    assert [answer.holder for answer in verification.verify(office, two.name)] == [one.name]
    with office.store.reading() as session:
        assert session.execute(text("SELECT company_id FROM certificate")).scalar_one() == one.id


def test_two_live_certificates_of_one_campaign_are_refused_until_one_is_ended(year: Year):
    office = year.office
    one, two, *_ = year.companies()
    numbers = year.issue([one.participation_id, two.participation_id]).numbers
    with refused("merge.cannot_two_live"):
        merging.merge(office, one.id, two.id)
    ended = next(n for n in numbers if register.row(office, n).company_id == one.id)
    register.end(office, ended, CertificateState.VOID, "示例")
    with refused("merge.cannot_other_way"):
        merging.merge(office, one.id, two.id)
    merging.merge(office, two.id, one.id)
    assert {row.company_id for row in register.page(office, CertificateFilter())} == {two.id}


def test_a_later_merging_takes_earlier_ones_along(office):
    first, second, third = (add(office, f"示例{name}有限公司", code(place)) for place, name in enumerate("甲乙丙"))
    merging.merge(office, second.id, first.id)
    done = merging.merge(office, third.id, second.id)
    assert details.detail(office, first.id).id == third.id
    assert {browsing.resolve(office, typed) for typed in (code(0), code(1), code(2))} == {third.id}
    assert {row.name for row in splitting.merged_into(office, third.id)} == {"示例甲有限公司", "示例乙有限公司"}
    history.undo(office, done.command)
    assert details.detail(office, first.id).id == second.id


def test_what_cannot_be_merged_is_said(office, pair):
    kept, other = pair
    with refused("merge.same"):
        merging.merge(office, kept, kept)
    with refused("company.gone"):
        merging.merge(office, kept, "gone")
    with refused("store.changed_meanwhile"):
        merging.merge(office, kept, other, versions=(1, 1))
    merging.merge(office, kept, other)
    with refused("company.merged"):
        merging.merge(office, kept, other)
    shown = details.detail(office, kept)
    with refused("company.merged"):
        editing.save(office, D("示例"), other, shown.row_version)
    with refused("company.uscc_taken") as caught:
        add(office, "示例丁有限公司", code(1))
    assert caught.value.params["name"] == "远山电器有限公司"


def test_the_code_of_before_the_merging_can_be_taken_up_by_hand(office):
    kept, other = add(office, "示例甲有限公司", code(1)), add(office, "示例乙有限公司", code(2))
    merging.merge(office, kept.id, other.id)
    with refused("company.uscc_taken") as caught:
        add(office, "示例丙有限公司", code(2))
    assert caught.value.params["name"] == "示例甲有限公司"
    shown = details.detail(office, kept.id)
    editing.save(office, D("示例甲有限公司", code(2)), kept.id, shown.row_version)
    assert details.detail(office, kept.id).values["uscc"] == code(2)


def test_terms_dues_own_fields_lists_scans_and_reminders_come_along(office, pair):
    from qc_desktop.domain import dates
    from qc_desktop.storage.tables import (
        CustomField,
        CustomValue,
        DuesEntry,
        MembershipTerm,
        Participation,
        Reminder,
        SavedList,
        SavedListEntry,
        Scan,
    )  # fmt: skip

    kept, other = pair
    campaign = opened_year(office, 2026)
    stages.take_in(office, campaign, [kept, other])
    with office.writing("company_change") as work:
        fields = [CustomField(name=name, kind="text", choices=[]) for name in ("甲", "乙")]
        named = SavedList(shown_in="companies", name="示例")
        work.session.add_all([*fields, named])
        work.session.flush()
        ids = dict(work.session.execute(select(Participation.company_id, Participation.id)).all())
        for company_id, paid in ((kept, 0), (other, 500)):
            work.session.add_all(
                [
                    MembershipTerm(company_id=company_id, member_tier="member", starts_on=dt.date(2020, 1, 1)),
                    DuesEntry(company_id=company_id, dues_year=2026, due_fen=500, paid_fen=paid),
                    CustomValue(company_id=company_id, field_id=fields[0].id, value=company_id),
                    SavedListEntry(list_id=named.id, company_id=company_id),
                    Scan(
                        company_id=company_id, participation_id=ids[company_id], kind="letter", file_name="a.pdf",
                        media_type="application/pdf", sha256=company_id, size=1, added_at=dates.now(),
                    ),
                    Reminder(participation_id=ids[company_id], at=dates.now(), way="phone", staff="示例员"),
                ]
            )  # fmt: skip
        work.session.add(CustomValue(company_id=other, field_id=fields[1].id, value="x"))
    before = snapshot(office)
    done = merging.merge(office, kept, other)
    with office.store.reading() as session:
        count = lambda table: len(session.scalars(select(table).where(table.company_id == kept)).all())  # noqa: E731
        assert [count(t) for t in (MembershipTerm, DuesEntry, CustomValue, SavedListEntry, Scan)] == [1, 1, 2, 1, 2]
        assert session.scalars(select(DuesEntry.paid_fen).where(DuesEntry.company_id == kept)).all() == [500]
        assert set(session.scalars(select(Reminder.participation_id))) == {ids[kept]}
        assert set(session.scalars(select(Scan.participation_id))) == {ids[kept]}
        assert session.get_one(Company, other).merged_into_id == kept
    history.undo(office, done.command)
    assert snapshot(office) == before
