"""Every verdict, from a number, a scan, a picture, a PDF; with and without the register."""

from __future__ import annotations

import dataclasses
import datetime as dt
import shutil

import pytest

from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.progress import finish
from qc_desktop.domain.verification import Reason, Verdict
from qc_desktop.services import demo, keys, vault, verification
from qc_desktop.services.certificates import register
from qc_desktop.services.certificates.register import CertificateFilter
from qc_desktop.services.site_copy import SiteCopy
from qc_desktop.storage.tables import Certificate
from qc_desktop.trust import verify as trust_verify
from tests.samples import refused

NUMBER = "QC-2026-315-000001"
LATER = dt.date(2027, 3, 15)


def scan(year, number=NUMBER):
    """What a scanner reads from the label."""
    with year.office.store.reading() as session:
        kept = session.query(Certificate).filter_by(number=number).one()
        return kept.link_prefix + kept.payload


def on(year, day):
    return dataclasses.replace(year.office, fixed_day=day)


def verdicts(office, typed):
    return [answer.verdict.value for answer in verification.verify(office, typed)]


def test_a_live_certificate_is_valid_however_it_is_asked_for(issued):
    holder = register.page(issued.office, CertificateFilter())[0].holder
    for typed in (NUMBER, NUMBER.lower(), f" {NUMBER} ", "1", "000001", holder, scan(issued)):
        (answer, *_) = verification.verify(issued.office, typed)
        assert (answer.verdict, answer.number, answer.holder) == (Verdict.VALID, NUMBER, holder), typed
        assert holder in answer.spoken
        assert answer.was_issued


@pytest.mark.parametrize(
    "by",
    [
        str,
        lambda text: text.translate(dict(zip(range(33, 127), range(0xFF01, 0xFF5F), strict=True))),
        lambda text: text.replace(":", "：").replace("/", "／").replace("#", "＃"),
        lambda text: text.replace(":", "：").replace("/", "、").replace(".", "。") + "\r\n",
    ],
    ids=["English", "full width", "full-width signs", "Chinese stops"],
)
def test_a_scan_through_an_input_method_is_read(issued, by):
    assert verdicts(issued.office, by(scan(issued))) == ["valid"]
    assert verdicts(issued.office, by(scan(issued).replace("example", "examp1e"))) == ["foreign_link"]


def test_of_a_scan_whose_link_is_gone_nothing_is_believed(issued):
    with refused("verify.input_method"):
        verification.verify(issued.office, "很图谱是：／／验证／＃" + scan(issued).partition("#")[2])


def test_a_foreign_link_is_refused_before_its_payload_is_looked_at(issued, monkeypatch):
    monkeypatch.setattr(trust_verify, "from_digits", None)  # nobody can look at any payload now
    assert verdicts(issued.office, scan(issued).replace("example", "examp1e")) == ["foreign_link"]
    with pytest.raises(TypeError):
        verification.verify(issued.office, scan(issued))


def test_ended_certificates_say_how_and_why(issued):
    register.end(issued.office, "QC-2026-315-000001", CertificateState.VOID, "示例印错")
    register.end(issued.office, "QC-2026-315-000002", CertificateState.REVOKED, "示例撤销")
    _, new = register.replace(issued.office, "QC-2026-315-000003", "示例换发", issued.keys)
    for by in (str, lambda number: scan(issued, number)):
        answers = [verification.verify(issued.office, by(f"QC-2026-315-{place:06}"))[0] for place in (1, 2, 3)]
        assert [answer.verdict.value for answer in answers] == ["void", "revoked", "replaced"]
        assert [answer.state_reason for answer in answers] == ["示例印错", "示例撤销", "示例换发"]
        assert answers[2].replaced_by == new.number
        assert new.number in answers[2].spoken


def test_the_day_after_the_last_it_has_expired(issued):
    for typed in (NUMBER, scan(issued)):
        assert verdicts(on(issued, LATER), typed) == ["expired"]
        assert verdicts(on(issued, LATER - dt.timedelta(days=1)), typed) == ["valid"]


def test_void_is_said_before_expired(issued):
    register.end(issued.office, NUMBER, CertificateState.VOID, "示例")
    assert verdicts(on(issued, LATER), NUMBER) == verdicts(on(issued, LATER), scan(issued)) == ["void"]


@pytest.mark.parametrize("place", range(60, 240, 30))
def test_a_changed_digit_is_forged(issued, place):
    text = scan(issued)
    changed = text[:place] + str((int(text[place]) + 1) % 10) + text[place + 1 :]
    assert verdicts(issued.office, changed)[0] in ("forged", "unknown")
    assert verdicts(issued.office, changed) != ["valid"]


def test_a_signature_of_another_key_is_forged(issued, opened, tmp_path):
    other = opened(tmp_path / "另一家")
    campaign_id = finish(demo.sample_year(other, 1, 2026))
    finish(demo.issuing.issue(other, campaign_id, vault.set_up(other, "别家的示例口令很长")))
    with other.store.reading() as session:
        theirs = session.query(Certificate).one()
        text = theirs.link_prefix + theirs.payload
    assert verdicts(issued.office, text) == ["forged"]


def test_a_good_signature_under_a_number_that_the_register_gave_to_another_is_doubted(
    year, issued, opened, year_profile
):
    text = scan(issued)
    root = shutil.copytree(year_profile[0], year.office.profile.root.with_name("other"))
    other = dataclasses.replace(year, office=opened(root))
    other.issue(other.participations()[5:6])
    (answer,) = verification.verify(other.office, text)
    assert (answer.verdict, answer.reason) == (Verdict.UNKNOWN, Reason.REGISTER_DIFFERS)


def test_another_address_is_a_foreign_link(issued):
    digits = scan(issued).partition("#")[2]
    assert verdicts(issued.office, "https://verify.example.attacker.cn/#" + digits) == ["foreign_link"]
    assert verdicts(issued.office, "https://other.example/pay") == ["foreign_link"]


@pytest.mark.parametrize("typed", ["QC-2026-315-999999", "示例没有这家", "999999", "", "？", "x" * 5000, "0" * 100])
def test_what_is_not_known_is_unknown(issued, typed):
    assert verdicts(issued.office, typed) == ["unknown"]


def test_a_name_with_several_certificates_gives_them_all_newest_first(issued):
    register.replace(issued.office, NUMBER, "示例", issued.keys)
    answers = verification.verify(issued.office, register.page(issued.office, CertificateFilter())[0].holder)
    assert [answer.verdict.value for answer in answers] == ["valid", "replaced"]


def test_with_keys_alone_a_good_label_is_signed(issued, tmp_path):
    public = keys.public(issued.office)
    (tmp_path / "keys.json").write_bytes(public.document)
    published = verification.load_key_list(tmp_path / "keys.json", public.root)
    alone = SiteCopy(tmp_path, published)
    (answer,) = verification.verify_with(alone, scan(issued))
    assert (answer.verdict, answer.number) in ((Verdict.SIGNED, NUMBER), (Verdict.EXPIRED, NUMBER))
    assert verification.verify_with(alone, NUMBER)[0].verdict is Verdict.UNKNOWN
    with refused("trust.key_list_root"):
        verification.load_key_list(tmp_path / "keys.json", "0" * 64)


def test_a_certificate_missing_from_the_register_is_signed_only(issued, tmp_path, opened, year_profile):
    text = scan(issued)
    assert verdicts(opened(year_profile[0]), text) == ["signed"]
