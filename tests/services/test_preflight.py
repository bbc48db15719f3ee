"""What would go wrong on paper stops a certificate before it is numbered."""

from __future__ import annotations

import pytest

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import PledgeDraft
from qc_desktop.domain.progress import finish
from qc_desktop.services import preferences
from qc_desktop.services.campaigns import pledging, stages
from qc_desktop.services.certificates import issuing
from qc_desktop.services.companies import browsing
from qc_desktop.storage.tables import Counter, Product
from tests.samples import add, code, refused


def announced(year, name, uscc="", **more):
    """Adds one announced company; returns its participation."""
    made = add(year.office, name, uscc, **more)
    pledging.enter(year.office, year.campaign_id, made.id, PledgeDraft(("示例产品",)))
    row = browsing.in_campaign(year.office, year.campaign_id, made.id).participation_id
    stages.bring_forward(year.office, [row], Stage.ANNOUNCED)
    return row


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
