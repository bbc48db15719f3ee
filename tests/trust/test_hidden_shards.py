"""Published hashes of hidden codes: found for the label's own code alone, from one small file."""

from __future__ import annotations

import base64

import pytest

from qc_desktop.trust.hidden_shards import HASH_BYTES, Shards, code_hash, is_listed, shard_digits, shard_name
from qc_desktop.trust.item_labels import hidden_code

SECRET = bytes(range(32))


@pytest.fixture(scope="module")
def documents():
    shards = Shards(7, 5000)
    for index in range(1, 5001):
        shards.add(SECRET, index)
    return dict(shards.documents())


def test_a_code_is_found_in_its_shard_for_its_label_alone(documents):
    assert len(documents) == 16
    assert sum(len(base64.b64decode(each["hashes"])) for each in documents.values()) == 5000 * HASH_BYTES
    for index in (1, 4999):
        code = hidden_code(SECRET, index)
        shard = documents[shard_name(code_hash(7, index, code), 5000)]
        assert is_listed(shard, 7, index, code.lower().replace("0", "o").replace("-", " "))
        assert not any(is_listed(each, 7, index + 1, code) for each in documents.values())
        assert not is_listed(shard, 7, index, code[:-1])
        with pytest.raises(ValueError, match="batch 7, not 8"):
            is_listed(shard, 8, index, code)


def test_hashes_are_sorted_so_that_their_order_tells_nothing(documents):
    raw = base64.b64decode(documents["a"]["hashes"])
    each = [raw[at : at + HASH_BYTES] for at in range(0, len(raw), HASH_BYTES)]
    assert each == sorted(each)
    assert all(one.hex().startswith("a") for one in each)


@pytest.mark.parametrize(("count", "digits"), [(1, 0), (4096, 0), (4097, 1), (65536, 1), (65537, 2), (9_999_999, 3)])
def test_a_shard_stays_small(count, digits):
    assert shard_digits(count) == digits


def test_a_short_pin_is_never_hashed():
    with pytest.raises(ValueError, match="too short"):
        code_hash(7, 1, "12345-67890-ABCDE")
    assert code_hash(7, 1, "12345-67890-ABCDE-F")


def test_the_hash_never_changes():
    assert code_hash(1, 1, "ET0T6-KWRER-XHSGK-QWS10").hex() == "9b72156a43e38624"
