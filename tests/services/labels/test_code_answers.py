"""What the desk answers for a code that was scratched off; and what may be one at all."""

from __future__ import annotations

import pytest

from qc_desktop.domain.progress import finish
from qc_desktop.domain.verification import Reason, Verdict
from qc_desktop.errors import UserError
from qc_desktop.services.labels import code_check
from qc_desktop.services.labels.code_answers import answering
from qc_desktop.trust.item_labels import hidden_code, hidden_secret

SERIAL = "00001-000007"


@pytest.fixture
def coated(labels):
    """A batch with hidden codes; the code of its seventh label, and what a code is answered with."""
    batch = labels.issue(count=20, hidden_codes=True)
    code = hidden_code(hidden_secret(batch.number, labels.signer), 7)

    def run(typed: str, serial: str = "", signer_of=lambda _key_id: labels.signer):
        return finish(answering(labels.office, typed, signer_of, serial))

    return labels.office, code, run


def test_a_code_alone_and_one_with_its_label_lead_to_the_same(coated):
    _, code, run = coated
    first, again = run(code), run(code, "1-7")
    for answer in (first, again):
        assert (answer.verdict, answer.number, answer.has_hidden) == (Verdict.VALID, SERIAL, True)
    assert (first.code.before, again.code.before) == (0, 1)
    assert "第一次查" in first.spoken
    assert "以前已经查过1次" in again.spoken
    assert [why.code for why in again.suspicions] == ["suspicion.code_again"]


def test_another_label_is_not_called_good(coated):
    _, code, run = coated
    answer = run(code, "1-8")
    assert (answer.verdict, answer.reason, answer.number) == (Verdict.UNKNOWN, Reason.CODE_DIFFERS, "00001-000008")
    assert "与编号00001-000008的标识不相符" in answer.spoken
    assert not answer.was_issued


def test_none_of_ours_and_nothing_to_say_are_told_apart(coated):
    _, code, run = coated

    def lost(_key_id):
        raise UserError("keys.lost")

    unknown, open_still = run("0" * 20), run(code, "", lost)
    assert (unknown.reason, open_still.reason) == (Reason.CODE_UNKNOWN, Reason.CODE_UNKNOWN)
    assert "12315" in unknown.spoken
    assert "还不能下结论" in open_still.spoken
    assert open_still.code.closed == (1,)


@pytest.mark.parametrize(
    ("typed", "may_be"),
    [
        ("RPX74-HDS45-21Z7S-9BG4B", True),
        ("rpx74hds4521z7s9bg4b", True),
        (" RPX74 HDS45 2IZ7S 9BG4B ", True),
        ("ＲＰＸ７４－ＨＤＳ４５－２１Ｚ７Ｓ－９ＢＧ４Ｂ", True),
        ("RPX74-HDS45-21Z7S-9BG4", False),
        ("RPX74-HDS45-21Z7S-9BG4BB", False),
        ("UPX74-HDS45-21Z7S-9BG4B", False),
        ("QC-2026-315-000005", False),
        ("示例公司RPX74HDS4521Z7S9BG4B", False),
        ("", False),
    ],
)
def test_what_may_be_a_code(typed, may_be):
    assert code_check.is_alone(typed) is may_be


def test_of_a_code_a_list_shows_the_end():
    assert code_check.masked("rpx74-hds45-21z7s-9bg4b") == "…9BG4B"


def test_whether_there_are_codes_and_whose_keys_they_ask(labels):
    assert not code_check.are_there(labels.office)
    assert code_check.keys_asked(labels.office) == frozenset()
    labels.issue(count=5)
    batch = labels.issue(count=5, hidden_codes=True)
    assert code_check.are_there(labels.office)
    wanted = frozenset({labels.signer.kid.hex()})
    assert code_check.keys_asked(labels.office) == wanted
    assert code_check.keys_asked(labels.office, batch.first_serial) == wanted
    for path in labels.office.profile.keys.glob("payload*"):
        path.unlink()
    assert code_check.keys_asked(labels.office) == frozenset()
