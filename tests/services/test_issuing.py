"""Checked first, then numbered without a gap, signed and frozen, or nothing at all."""

from __future__ import annotations

import json

import pytest

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import CompanyDraft, PledgeDraft
from qc_desktop.domain.progress import finish
from qc_desktop.domain.records import canonical, record_hash
from qc_desktop.services import preferences
from qc_desktop.services.campaigns import pledging, stages
from qc_desktop.services.certificates import issuing, register
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.companies import browsing, editing
from qc_desktop.storage.tables import Certificate, Counter, Event
from tests.samples import add, code, refused


def ordinals(numbers):
    return [int(number[-6:]) for number in numbers]


def announced(year, name, uscc="", **more):
    """Adds one announced company; returns its participation."""
    made = add(year.office, name, uscc, **more)
    pledging.enter(year.office, year.campaign_id, made.id, PledgeDraft(("示例产品",)))
    row = browsing.in_campaign(year.office, year.campaign_id, made.id).participation_id
    stages.bring_forward(year.office, [row], Stage.ANNOUNCED)
    return row


def test_numbers_follow_the_roster_s_order_without_a_gap(year):
    issued = year.issue()
    assert issued.numbers == tuple(f"QC-2026-315-{place:06}" for place in range(1, 13))
    rows = register.page(year.office, CertificateFilter())
    provinces = [browsing.detail(year.office, row.company_id).values["province_code"] for row in rows]
    assert provinces == sorted(provinces)
    assert [row.number for row in rows] == list(issued.numbers)


def test_a_certificate_is_kept_with_everything_it_says(year):
    number = year.issue().numbers[0]
    with year.office.store.reading() as session:
        kept = session.query(Certificate).filter_by(number=number).one()
        event = session.query(Event).filter_by(subject=number).one()
    record = json.loads(kept.record)
    assert canonical(record).decode() == kept.record
    assert record_hash(record).hex() == kept.record_hash == event.data["record_hash"]
    assert (record["issued"], record["expires"]) == ("2026-03-15", "2027-03-14")
    assert (record["number"], record["holder"], record["announcement_no"]) == (number, kept.holder, "2026年第12号")
    assert (kept.expires_on.isoformat(), kept.key_id) == ("2027-03-14", year.signer.kid.hex())


def test_later_edits_never_reach_it(year):
    row = register.page(year.office, CertificateFilter(batch_id=year.issue().batch_id))[0]
    known = browsing.detail(year.office, row.company_id)
    editing.save(year.office, CompanyDraft("示例改名有限公司", row.uscc), known.id, known.row_version)
    assert register.page(year.office, CertificateFilter())[0].holder == row.holder


def test_nobody_gets_two(year):
    rows = year.participations()
    assert ordinals(year.issue(rows[:3]).numbers) == [1, 2, 3]
    with refused("certificate.nobody_ready") as caught:
        year.issue(rows[:3])
    assert caught.value.params["stopped"] == 3
    again = year.issue(rows[:5])
    assert ordinals(again.numbers) == [4, 5]
    assert [one.findings[0].code for one in again.stopped] == ["certificate.not_issuable"] * 3
    assert len(year.issue().numbers) == 7


def test_who_is_not_announced_is_stopped_by_name(year):
    made = add(year.office, "示例未公告有限公司", code(1))
    pledging.enter(year.office, year.campaign_id, made.id, PledgeDraft())
    row = browsing.in_campaign(year.office, year.campaign_id, made.id).participation_id
    checked = finish(issuing.preflight(year.office, year.campaign_id, [row]))
    assert [(one.name, one.findings[0].code) for one in checked.stopped] == [
        ("示例未公告有限公司", "certificate.not_issuable")
    ]


@pytest.mark.parametrize(
    ("name", "uscc", "reason"),
    [
        ("示例无代码有限公司", "", "certificate.uscc_missing"),
        ("示例\U0003fffd有限公司", code(1), "preflight.glyph"),
        ("示例" + "很长的名称" * 38, code(1), "preflight.name_too_long"),
    ],
)
def test_what_cannot_be_printed_is_stopped_before_it_is_numbered(year, name, uscc, reason):
    announced(year, name, uscc)
    issued = year.issue()
    assert len(issued.numbers) == 12
    assert [one.findings[0].code for one in issued.stopped] == [reason]
    with year.office.store.reading() as session:
        assert session.query(Counter).one().last == 12


def test_a_private_use_character_in_a_product_is_stopped_too(year):
    row = year.participations()[0]
    with year.office.writing("pledge_enter") as work:
        from qc_desktop.storage.tables import Product

        company = next(one.id for one in year.companies() if one.participation_id == row)
        for product in work.session.query(Product).filter_by(company_id=company):
            product.name += "\ue123"
    checked = finish(issuing.preflight(year.office, year.campaign_id, [row]))
    assert checked.stopped[0].findings[0].code == "preflight.private_use"


@pytest.mark.parametrize("key", ["association_name", "verification_prefix"])
def test_without_issuer_or_link_nothing_is_issued(year, key):
    preferences.change(year.office, {key: ""})
    code = {"association_name": "certificate.no_association", "verification_prefix": "trust.prefix_missing"}[key]
    with refused(code):
        year.issue()


@pytest.mark.parametrize("steps", [1, 2, 3, 4])
def test_a_cancelled_batch_uses_no_number(year, monkeypatch, steps):
    monkeypatch.setattr(issuing, "EVERY", 5)
    job = issuing.issue(year.office, year.campaign_id, year.signer)
    for _ in range(steps):
        next(job)
    job.close()
    assert register.count(year.office, CertificateFilter()) == 0
    assert ordinals(year.issue().numbers) == list(range(1, 13))


def test_a_batch_that_somebody_overtook_is_refused(year, monkeypatch):
    monkeypatch.setattr(issuing, "EVERY", 12)
    job = issuing.issue(year.office, year.campaign_id, year.signer)
    assert next(job).step == "preflight"
    year.issue(year.participations()[:1])
    with refused("store.changed_meanwhile"):
        finish(job)
    assert register.count(year.office, CertificateFilter()) == 1


def test_the_numbers_of_a_year_end(year):
    with year.office.store.engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO certificate_counter VALUES (1, 2026, 999990)")
    with refused("certificate.series_full"):
        year.issue()
    assert ordinals(year.issue(year.participations()[:9]).numbers) == list(range(999_991, 1_000_000))


def test_the_number_pattern_stays_once_it_was_used(year):
    change = {"certificate_number_pattern": "示例{year}第{seq:04}号"}
    preferences.change(year.office, change)
    assert year.issue().numbers[0] == "示例2026第0001号"
    preferences.change(year.office, change)
    with refused("certificate.pattern_in_use"):
        preferences.change(year.office, {"certificate_number_pattern": "QC-{year}-315-{seq:06}"})
