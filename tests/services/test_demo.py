"""The sample years have what the window wants to show: who joined, left and came back, and former names."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.membership import MembershipStatus
from qc_desktop.domain.progress import finish
from qc_desktop.services import demo
from qc_desktop.services.campaigns import years
from qc_desktop.services.certificates import register
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.companies import browsing, timeline
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.timeline import What
from qc_desktop.services.layouts.choosing import in_use_by
from qc_desktop.services.members import terms
from qc_desktop.services.office import Office
from qc_desktop.services.papers import making
from qc_desktop.services.papers.making import PaperOrder
from qc_desktop.services.papers.records import records
from tests.samples import DAY, Year

COMPANIES = 40


def test_three_years_with_joiners_leavers_and_lapsed_members(office: Office, tmp_path: Path) -> None:
    here = replace(office, fixed_day=DAY)
    campaign = finish(demo.sample_year(here, COMPANIES, 2026, 2))
    made = finish(demo.documents(here, campaign, tmp_path))
    everyone = browsing.page(here, CompanyFilter(), limit=COMPANIES)
    assert len(everyone) == COMPANIES
    assert all(row.name.startswith("示例") for row in everyone)
    rows = years.campaigns(here)
    assert [row.values.campaign_year for row in rows] == [2026, 2025, 2024]
    assert [row.values.edition for row in rows] == [27, 26, 25]
    assert all(set(row.stages) == {Stage.ANNOUNCED} for row in rows)
    sizes = [row.companies for row in rows]
    assert len(made.numbers) == sizes[0] < COMPANIES
    assert register.count(here, CertificateFilter()) == sum(sizes)
    told = [{entry.what for year in timeline.timeline(here, row.id) for entry in year.entries} for row in everyone]
    for what in (What.GAP, What.NAME, What.TERM, What.ISSUED, What.PRODUCTS):
        assert any(what in each for each in told), what
    standing = terms.counts(here)
    for status in (MembershipStatus.CURRENT, MembershipStatus.GRACE, MembershipStatus.LAPSED, MembershipStatus.NONE):
        assert standing[status], status


def test_one_year_is_one_year(office: Office) -> None:
    finish(demo.sample_year(office, 12, 2026))
    assert [row.companies for row in years.campaigns(office)] == [12]


def test_every_sample_company_gets_post_at_an_address_that_is_nowhere(year: Year, tmp_path: Path) -> None:
    ids = tuple(row.id for row in year.companies())
    for kind in ("address_label", "envelope_dl", "envelope_zl"):
        seen = making.look_ahead(year.office, PaperOrder(kind, ids))
        assert (seen.ready, seen.withheld) == (len(ids), ())
    with year.office.store.reading() as session:
        layout = in_use_by(year.office, session, "envelope_dl")
        posted = list(records(year.office, session, layout, ids, "", None))
    assert all(re.fullmatch(r"\w+示例[市区]示例路\d+号", str(one["address"])) for one in posted)
    assert all(re.fullmatch(r"00\d{4}", str(one["postcode"])) for one in posted)
