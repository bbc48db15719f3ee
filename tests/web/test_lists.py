"""The status list and the other signed lists: late, missing, tampered with. Nothing unchecked is called valid."""

from __future__ import annotations

import json

import pytest

from qc_desktop.trust.keys import KeyUse
from tests.trust.make_vectors import OURS, STRANGER
from tests.web.conftest import Open
from tests.web.site import AFTER, BEFORE, ISSUED_BEFORE, LIVE, REVOKED, VOID, code, index, key_list, status, without_key

KEPT = f"keys/{REVOKED.kid.hex()}.json"
UNCHECKED = ("由本会签发，作废情况未核对", "warn")


def tampered(data: bytes, old: str, new: str) -> bytes:
    assert old.encode() in data
    return data.replace(old.encode(), new.encode())


@pytest.mark.may_lack_files
def test_a_list_that_tells_nothing(visit: Open) -> None:
    seen = visit("#" + code(LIVE))
    assert seen.head() == "查验通过"
    listed = status()
    for changed, said in (
        (None, "作废情况未能核对（名单没有取到）"),
        (status("2026-10-26T03:59:00Z"), "作废情况未能核对（名单已过期，更新于 2026-10-26）"),
        (status("2026-12-01T04:01:00Z"), "作废情况未能核对（名单日期 2026-12-01 晚于今天，请核对手机上的日期）"),
        (tampered(listed, "2026-11-20T", "2026-11-29T"), "作废情况未能核对（名单的签名不对，没有采用）"),
        (status(signer=OURS), "作废情况未能核对（名单的签名不对，没有采用）"),
        (status(signer=STRANGER), "作废情况未能核对（名单的签名不对，没有采用）"),
        (status("yesterday"), "作废情况未能核对（名单的签名不对，没有采用）"),
        (b"<html>404</html>", "作废情况未能核对（名单的签名不对，没有采用）"),
    ):
        assert seen.again({"status.json": changed}) == UNCHECKED[0]
        assert (seen.tone, seen.fact("状态")) == (UNCHECKED[1], said)
        assert "查验通过" not in seen.text()
    for changed, day in (
        (status("2026-10-26T04:01:00Z"), "2026-10-26"),
        (status("2026-12-01T03:00:00Z"), "2026-12-01"),
    ):
        assert seen.again({"status.json": changed}) == "查验通过"
        assert seen.fact("状态") == f"未作废（名单更新于 {day}）"


@pytest.mark.may_lack_files
def test_what_has_ended_has_ended_by_any_signed_list(visit: Open) -> None:
    seen = visit("#" + code(VOID), {"status.json": status("2026-06-01T00:00:00Z")})
    assert seen.head() == "已作废"
    assert seen.again({"status.json": tampered(status(), '"void"', '"none"')}) == UNCHECKED[0]


@pytest.mark.may_lack_files
def test_the_list_of_a_withdrawn_key(visit: Open) -> None:
    seen = visit("#" + BEFORE.digits, {KEPT: None})
    assert seen.head() == "不能下结论"
    assert seen.again({KEPT: tampered(ISSUED_BEFORE, "2026-05-01", "2026-05-02")}) == "不能下结论"
    other = {"kid": REVOKED.kid.hex(), "sha256": "0" * 64}
    assert seen.again({"status.json": status(withdrawn=[other])}) == "不能下结论"
    assert seen.again({"status.json": None}) == UNCHECKED[0]
    assert seen.turn(AFTER.digits) == "未通过查验"


def test_a_page_kept_by_the_browser_learns_of_newer_keys(visit: Open) -> None:
    old = index(without_key(OURS))
    seen = visit("#" + code(LIVE), {"index.html": old})
    assert seen.head() == "查验通过"
    assert seen.again({"index.html": old, "keys.json": without_key(OURS)}) == "未通过查验"
    assert seen.again({"keys.json": without_key(OURS)}) == "查验通过"  # an old list from somebody's cache
    changed = json.loads(key_list())
    changed["keys"][0]["use"] = KeyUse.LISTS.value  # no longer what the root signed: the page's own list counts
    assert seen.again({"keys.json": json.dumps(changed).encode()}) == "查验通过"


def test_a_page_with_a_changed_list_checks_nothing(visit: Open) -> None:
    seen = visit("#" + code(LIVE), {"index.html": index(root=STRANGER.spki)})
    assert (seen.head(), seen.tone) == ("本页现在不能查验", "warn")
    assert "内置的查验名单不完整或被改动过" in seen.text()
    assert "查验通过" not in seen.text()
