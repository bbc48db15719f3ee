"""Checked first, then numbered without a gap, signed and frozen, or nothing at all."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json

import pytest

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.progress import finish
from qc_desktop.domain.records import canonical, record_hash
from qc_desktop.messages import messages
from qc_desktop.services import preferences
from qc_desktop.services.certificates import issuing, numbering, register
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.companies import details, editing
from qc_desktop.storage.tables import Certificate, Event
from tests.samples import refused


def ordinals(numbers):
    return [int(number[-6:]) for number in numbers]


def test_numbers_follow_the_roster_s_order_without_a_gap(year):
    issued = year.issue()
    assert issued.numbers == tuple(f"QC-2026-315-{place:06}" for place in range(1, 13))
    rows = register.page(year.office, CertificateFilter())
    provinces = [details.detail(year.office, row.company_id).values["province_code"] for row in rows]
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
    known = details.detail(year.office, row.company_id)
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


@pytest.mark.parametrize("steps", [1, 2, 3, 4])
def test_a_cancelled_batch_uses_no_number(year, monkeypatch, steps):
    monkeypatch.setattr(issuing, "EVERY", 5)
    monkeypatch.setattr(numbering, "EVERY", 5)
    job = issuing.issue(year.office, year.campaign_id, year.keys)
    for _ in range(steps):
        next(job)
    job.close()
    assert register.count(year.office, CertificateFilter()) == 0
    assert ordinals(year.issue().numbers) == list(range(1, 13))


def test_a_batch_that_somebody_overtook_is_refused(year, monkeypatch):
    monkeypatch.setattr(issuing, "EVERY", 12)
    monkeypatch.setattr(numbering, "EVERY", 12)
    job = issuing.issue(year.office, year.campaign_id, year.keys)
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
    with refused("certificate.pattern_in_use") as caught:
        preferences.change(year.office, {"certificate_number_pattern": "QC-{year}-315-{seq:06}"})
    assert "“示例{年度}第{4位流水号}号”" in messages("zh_CN").of(caught.value)
    assert '"示例{year}第{4-digit number}号"' in messages("en").of(caught.value)


def test_a_clock_that_went_back_numbers_nothing(year):
    first, second, *_ = year.participations()
    year.issue([first])
    earlier = dataclasses.replace(year.office, fixed_day=year.office.today - dt.timedelta(days=365))
    with refused("certificate.clock_back"):
        finish(issuing.issue(earlier, year.campaign_id, year.keys, [second]))
    assert register.count(year.office, CertificateFilter()) == 1
