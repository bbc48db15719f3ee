"""Every vector, and that the file is what its maker makes."""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from qc_desktop.domain.verification import Reason, Verdict
from qc_desktop.trust import digits, hidden_shards, item_labels, keylist, verify
from qc_desktop.trust.issued_list import IssuedList
from qc_desktop.trust.refusal import RefusedError

HERE = Path(__file__).parent
VECTORS = json.loads((HERE / "vectors.json").read_text(encoding="utf-8"))
CASES = VECTORS["cases"]
DAY = dt.date.fromisoformat(VECTORS["day"])
KEPT = {
    bytes.fromhex(kid): IssuedList(bytes.fromhex(kid), DAY, frozenset(map(bytes.fromhex, hashes)))
    for kid, hashes in VECTORS["kept"].items()
}
KEYS = keylist.parse(json.dumps(VECTORS["keys"]).encode(), keylist.pin(VECTORS["root"]))


def by_name(case: dict[str, Any]) -> str:
    return str(case["name"])


@pytest.mark.parametrize("case", CASES, ids=by_name)
def test_case(case: dict[str, Any]) -> None:
    checked = verify.check(case["text"], KEYS, DAY, KEPT)
    assert (checked.verdict, checked.reason) == (case["verdict"], case["reason"])
    for name in ("number", "title_zh"):
        assert getattr(checked, name) == case.get(name, getattr(checked, name))


@pytest.mark.parametrize("case", [case for case in CASES if "says" in case], ids=by_name)
def test_what_a_good_one_says(case: dict[str, Any]) -> None:
    checked = verify.check(case["text"], KEYS, DAY, KEPT)
    said = {
        "serial": str(int(checked.serial)).zfill(12) if checked.serial else None,
        "issued": checked.issued.isoformat() if checked.issued else None,
        "expires": checked.expires.isoformat() if checked.expires else None,
        "record_hash": checked.record_hash.hex(),
    }
    for name, value in case["says"].items():
        assert (said[name] if name in said else getattr(checked, name)) == value


@pytest.mark.parametrize("case", [case for case in CASES if "says" not in case], ids=by_name)
def test_a_bad_one_says_nothing(case: dict[str, Any]) -> None:
    verdict, reason = Verdict(case["verdict"]), Reason(case["reason"])
    assert verify.check(case["text"], KEYS, DAY, KEPT) == verify.Checked(verdict, reason)


@pytest.mark.parametrize("pair", VECTORS["digits"]["good"], ids=lambda pair: pair["bytes"] or "nothing")
def test_digits_of_bytes(pair: dict[str, str]) -> None:
    assert digits.to_digits(bytes.fromhex(pair["bytes"])) == pair["digits"]
    assert digits.from_digits(pair["digits"]).hex() == pair["bytes"]


@pytest.mark.parametrize("pair", VECTORS["digits"]["bad"], ids=lambda pair: pair["digits"])
def test_refused_digits(pair: dict[str, str]) -> None:
    with pytest.raises(RefusedError) as caught:
        digits.from_digits(pair["digits"])
    assert caught.value.reason == pair["reason"]


@pytest.mark.parametrize("case", VECTORS["hidden"]["good"], ids=by_name)
def test_hash_of_a_hidden_code(case: dict[str, Any]) -> None:
    hashed = hidden_shards.code_hash(case["batch"], case["index"], case["typed"])
    assert (item_labels.plain_code(case["typed"]), hashed.hex()) == (case["plain"], case["hash"])
    assert hidden_shards.shard_name(hashed, case["count"]) == case["shard"]


@pytest.mark.parametrize("case", VECTORS["hidden"]["bad"], ids=lambda case: case["typed"] or "nothing")
def test_what_is_no_hidden_code(case: dict[str, Any]) -> None:
    assert item_labels.plain_code(case["typed"]) == case["plain"]
    assert len(case["plain"]) != item_labels.HIDDEN_CHARACTERS


def test_the_maker_makes_this_file() -> None:
    spec = importlib.util.spec_from_file_location("make_vectors", HERE / "make_vectors.py")
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    assert maker.rendered() == (HERE / "vectors.json").read_text(encoding="utf-8")


def test_the_vectors_reach_every_reason_and_length() -> None:
    reasons = {case["reason"] for case in CASES}
    assert reasons == {reason.value for reason in Reason} - {
        "bad_record",
        "bad_receipt",
        "register_differs",
        "unknown_batch",
        "index_beyond",
        "code_differs",
        "code_unknown",
    }  # those take a file, or records
    lengths = {len(bytes.fromhex(case["payload"])) for case in CASES if "payload" in case}
    assert {(length - 1) % 6 + 1 for length in lengths} == {1, 2, 3, 4, 5, 6}
    assert {107, 107 + 36, 107 + 69, 77} <= lengths
    assert len({case["name"] for case in CASES}) == len(CASES)
