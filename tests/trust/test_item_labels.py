"""Codes of item labels: the same each time, each verified, hidden ones from the key alone."""

from __future__ import annotations

import datetime as dt

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from qc_desktop.domain.verification import Reason
from qc_desktop.trust.item_labels import hidden_code, hidden_secret, is_hidden_code, label_digits
from qc_desktop.trust.keys import KeyUse, Signer
from qc_desktop.trust.published import KeyList, PublishedKey
from qc_desktop.trust.verify import check

PREFIX = "https://verify.example.org/q/#"
DAY = dt.date(2026, 3, 15)


@pytest.fixture(scope="module")
def signer():
    return Signer(ec.derive_private_key(315, ec.SECP256R1()), KeyUse.PAYLOAD)


def test_every_label_verifies_and_is_made_the_same_again(signer):
    keys = KeyList((PublishedKey(KeyUse.PAYLOAD, signer.spki, DAY),), (PREFIX,), ())
    digits = list(label_digits(7, 3, 6, signer))
    assert digits == list(label_digits(7, 3, 6, signer))
    assert {len(each) for each in digits} == {193}
    for index, each in enumerate(digits, 3):
        found = check(PREFIX + each, keys, DAY)
        assert (found.reason, found.batch, found.index) == (Reason.BATCH_NOT_CHECKED, 7, index)


def test_hidden_codes_come_from_the_key_and_differ(signer):
    secret = hidden_secret(7, signer)
    codes = [hidden_code(secret, index) for index in range(1, 201)]
    assert len(set(codes)) == 200
    assert all(len(code) == 23 and code.count("-") == 3 and not set(code) & set("ILOU") for code in codes)
    assert hidden_secret(8, signer) != secret
    other = Signer(ec.derive_private_key(316, ec.SECP256R1()), KeyUse.PAYLOAD)
    assert hidden_secret(7, other) != secret


def test_a_hidden_code_is_known_however_it_is_spelled(signer):
    secret = hidden_secret(7, signer)
    code = hidden_code(secret, 1)
    spelled = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert is_hidden_code(code, secret, 1)
    assert is_hidden_code(spelled, secret, 1)
    assert not is_hidden_code(code, secret, 2)
    assert not is_hidden_code("", secret, 1)
    assert not is_hidden_code(code[:-1], secret, 1)


def test_the_derivation_never_changes(signer):
    """A code printed today is checked in ten years."""
    assert hidden_secret(1, signer).hex() == "a98f570e378a33bd1260ce6778d7014d3bb939d33baddd0b2b207bc2fe3a8f3a"
    assert hidden_code(hidden_secret(1, signer), 1) == "ET0T6-KWRER-XHSGK-QWS10"
