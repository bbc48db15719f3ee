from __future__ import annotations

import json

import pytest

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.progress import finish
from qc_desktop.services import preferences, register_lookup, verification
from qc_desktop.services.campaigns import stages
from qc_desktop.services.certificates import printing, register
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.companies import browsing, details, editing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.overview import overview
from qc_desktop.storage.tables import Certificate, Event
from tests.samples import refused


@pytest.fixture
def issued(year):
    """A year with all its certificates issued."""
    year.issue()
    return year


def one(year, place=0):
    return register.page(year.office, CertificateFilter())[place]


@pytest.mark.parametrize("to", [CertificateState.VOID, CertificateState.REVOKED])
def test_a_certificate_ends_with_a_reason_once_and_keeps_its_number(issued, to):
    number = one(issued).number
    row = register.end(issued.office, number, to, " 示例原因 ")
    assert (row.number, row.state, row.state_reason) == (number, to, "示例原因")
    with refused("certificate.not_live"):
        register.end(issued.office, number, to, "示例原因")
    kinds = {"void": "certificate_voided", "revoked": "certificate_revoked"}
    with issued.office.store.reading() as session:
        event = session.query(Event).filter_by(subject=number).order_by(Event.seq.desc()).first()
        assert (event.kind, event.data["reason"]) == (kinds[to], "示例原因")
    participation = browsing.in_campaign(issued.office, issued.campaign_id, row.company_id).participation_id
    waiting = browsing.count(issued.office, CompanyFilter(campaign_id=issued.campaign_id, issued=False))
    assert waiting == overview(issued.office, issued.campaign_id).to_issue == (to is CertificateState.VOID)
    if to is CertificateState.REVOKED:  # for cause: only where a person names the company
        with refused("certificate.nobody_ready"):
            issued.issue()
    assert issued.issue([participation]).numbers == ("QC-2026-315-000013",)


def test_ending_needs_a_reason_and_a_number_that_exists(issued):
    with refused("certificate.reason_needed"):
        register.end(issued.office, one(issued).number, CertificateState.VOID, " ")
    with refused("certificate.unknown"):
        register.end(issued.office, "QC-2026-315-999999", CertificateState.VOID, "示例")
    assert one(issued).state is CertificateState.LIVE


@pytest.mark.parametrize(
    "typed", ["qc-2026-315-000001", " QC-2026-315-000001 ", "ＱＣ-2026-315-000001", "QC-2026-315 -000001"]
)
def test_a_number_may_be_typed_in_any_spelling(issued, typed):
    assert register.end(issued.office, typed, CertificateState.VOID, "示例").number == "QC-2026-315-000001"


@pytest.mark.parametrize("typed", ["qc〔2026〕No 0001", "QC〔2026〕NO0001", "qc〔2026〕no 0001"])
def test_so_may_one_of_an_unusual_pattern(year, typed):
    preferences.change(year.office, {"certificate_number_pattern": "qc〔{year}〕No {seq:04}"})
    year.issue()
    assert register.end(year.office, typed, CertificateState.VOID, "示例").number == "qc〔2026〕No 0001"


def test_a_replacement_has_today_s_data_and_a_number_of_its_own(issued):
    old = one(issued)
    known = details.detail(issued.office, old.company_id)
    editing.save(issued.office, CompanyDraft("示例改名有限公司", old.uscc), known.id, known.row_version)
    before, after = register.replace(issued.office, old.number, "企业改名", issued.keys)
    assert (before.state, before.replaced_by, before.holder) == (CertificateState.REPLACED, after.number, old.holder)
    assert (after.number, after.holder, after.state) == (
        "QC-2026-315-000013",
        "示例改名有限公司",
        CertificateState.LIVE,
    )
    with issued.office.store.reading() as session:
        kept = session.query(Certificate).filter_by(number=after.number).one()
        assert json.loads(kept.record)["holder"] == "示例改名有限公司"
        assert kept.replaces_id == before.id


def test_a_replacement_that_cannot_be_issued_leaves_the_old_one_as_it_was(issued):
    old = one(issued)
    known = details.detail(issued.office, old.company_id)
    editing.save(issued.office, CompanyDraft("示例\U0003fffd有限公司", old.uscc), known.id, known.row_version)
    with refused("preflight.glyph"):
        register.replace(issued.office, old.number, "示例", issued.keys)
    assert (one(issued).state, register.count(issued.office, CertificateFilter())) == (CertificateState.LIVE, 12)


def test_who_withdrew_gets_no_replacement(issued):
    old = one(issued)
    row = browsing.in_campaign(issued.office, issued.campaign_id, old.company_id).participation_id
    stages.move(issued.office, [row], Stage.WITHDRAWN, "示例")
    with refused("certificate.not_announced"):
        register.replace(issued.office, old.number, "示例", issued.keys)
    assert one(issued).state is CertificateState.LIVE


def test_the_register_is_found_by_number_holder_state_and_batch(issued):
    row = one(issued, 4)
    register.end(issued.office, row.number, CertificateState.VOID, "示例")
    office = issued.office

    def numbers(**wanted):
        return register.numbers(office, CertificateFilter(**wanted))

    assert numbers(text="315-000005") == numbers(states=("void",)) == [row.number]
    assert row.number in numbers(text=row.holder)
    assert len(numbers(batch_id=row.batch_id)) == len(numbers(campaign_id=issued.campaign_id)) == 12
    assert numbers(campaign_id="another") == []
    assert [each.number for each in register.page(office, CertificateFilter(), 10, 5)] == numbers()[10:]


def test_few_last_digits_name_every_number_that_ends_so(issued):
    """Twelve certificates: 2 ends 000002 and 000012, the whole number first; all six digits mean one."""
    assert [one.number[-6:] for one in verification.verify(issued.office, "2")] == ["000002", "000012"]
    assert [one.number[-6:] for one in verification.verify(issued.office, "12")] == ["000012"]
    assert [one.number[-6:] for one in verification.verify(issued.office, "000002")] == ["000002"]
    assert verification.verify(issued.office, "02")[0].number[-6:] == "000002"


def test_what_has_no_page_yet_is_known(issued, tmp_path):
    def unprinted():
        return register.numbers(issued.office, CertificateFilter(issued.campaign_id, printed=False))

    everyone = unprinted()
    assert overview(issued.office, issued.campaign_id).unprinted == len(everyone) == 12
    finish(printing.print_one_file(issued.office, everyone[:5], tmp_path / "a.pdf", checked=False))
    assert unprinted() == everyone[5:]
    assert overview(issued.office, issued.campaign_id).unprinted == 7
    register.end(issued.office, everyone[5], CertificateState.VOID, "示例")
    assert overview(issued.office, issued.campaign_id).unprinted == 6


def test_a_number_within_a_sentence_is_found(issued):
    (answer,) = verification.verify(issued.office, "编号：QC-2026-315-000002。")
    assert answer.number == "QC-2026-315-000002"


def test_too_few_digits_are_said(issued, monkeypatch):
    monkeypatch.setattr(register_lookup, "MOST", 1)
    with refused("verify.too_many"):
        verification.verify(issued.office, "2")
