"""Whose is the code that was scratched off? Found among all, counted when right, refused when it can be none."""

from __future__ import annotations

import pytest

from qc_desktop.domain.progress import finish
from qc_desktop.errors import UserError
from qc_desktop.services.labels.code_check import check
from qc_desktop.trust.item_labels import hidden_code, hidden_secret
from tests.samples import refused


@pytest.fixture
def hidden(labels):
    """A batch with hidden codes between two without, and the checking of a code."""
    labels.issue(count=5)
    batch = labels.issue(count=50, hidden_codes=True)
    labels.issue(count=5)
    code = hidden_code(hidden_secret(batch.number, labels.signer), 7)

    def run(typed: str, serial: str = "", signer_of=lambda _key_id: labels.signer):
        return finish(check(labels.office, typed, signer_of, serial))

    return code, run


def test_a_code_is_found_however_it_is_spelled_and_counted(hidden):
    code, run = hidden
    first = run(code.lower().replace("-", " ").replace("0", "o"))
    assert (first.serial, first.before, first.batches, first.labels) == ("00002-000007", 0, 1, 7)
    assert run(code, "2-7").before == 1
    assert run(code).before == 2


def test_another_code_is_none_of_ours_and_not_counted(hidden):
    code, run = hidden
    other = code[:-1] + ("0" if code[-1] != "0" else "1")
    assert (run(other).serial, run(other).labels) == ("", 50)
    assert run(code, "2-8").serial == ""
    assert run(code).before == 0


def test_what_cannot_be_a_code_is_refused(hidden):
    code, run = hidden
    with refused("label.code_form"):
        run(code[:-1])
    with refused("label.no_hidden_codes"):
        run(code, "1-1")
    with refused("label.no_such_label"):
        run(code, "2-51")


def test_batches_whose_key_is_not_here_are_named(hidden):
    code, run = hidden

    def lost(_key_id):
        raise UserError("keys.lost")

    def wrong(_key_id):
        raise UserError("keys.wrong_passphrase")

    assert run(code, signer_of=lost).closed == (2,)
    with refused("keys.wrong_passphrase"):
        run(code, "", wrong)
