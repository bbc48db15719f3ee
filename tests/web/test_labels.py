"""Item labels: what the batch list says of them, and what a typed number cannot tell."""

from __future__ import annotations

import pytest

from qc_desktop.domain.labels import serial_text
from qc_desktop.domain.verification import SIGNATURE_PROVES
from tests.trust.make_vectors import BASE, REVOKED, STRANGER
from tests.web.conftest import Open
from tests.web.site import PRODUCTS, batch, label

UNCHECKED = "由本会签发，批次未核对"


def test_labels_that_were_scanned(visit: Open) -> None:
    seen = visit("#" + label(7, 345))
    assert (seen.head(), seen.tone) == ("查验通过", "ok")
    assert seen.text("#site").endswith("标识查验")
    assert seen.text(".holder") == BASE.holder
    facts = {"产品": PRODUCTS[0], "批号": "SL20260915", "标识编号": "00007-000345", "有效期至": "2027-05-05"}
    assert {name: seen.fact(name) for name in facts} == facts
    assert seen.fact("状态") == "未停用（名单更新于 2026-11-20）"
    assert SIGNATURE_PROVES["zh_CN"] in seen.text()
    for digits, head, tone, said in (
        (label(7, 5000), "查验通过", "ok", "00007-005000"),
        (label(7, 5001), "不能下结论", "warn", "没有这个编号"),
        (label(7, 0), "不能下结论", "warn", "没有这个编号"),
        (label(8, 1), "已停用", "bad", "已停用（2026-06-01 起）"),
        (label(9, 1), "已过有效期", "warn", "2026-10-01"),
        (label(7, 1, STRANGER), "未通过查验", "bad", "请不要采信"),
        (label(5, 100, REVOKED), "查验通过", "ok", "00005-000100"),
        (label(5, 101, REVOKED), "未通过查验", "bad", "停用前的签发名单"),
    ):
        assert (seen.turn(digits), seen.tone) == (head, tone)
        assert said in seen.text()


@pytest.mark.may_lack_files
def test_labels_without_their_batch_list(visit: Open) -> None:
    seen = visit("#" + label(77, 1))
    assert (seen.head(), seen.tone) == (UNCHECKED, "warn")
    assert "公布的批次名单里没有这一批" in seen.text()
    seen.turn(label(7, 1))
    for changed, head, said in (
        (batch(7).replace(b"SL20260915", b"SL20260916"), UNCHECKED, "批次名单签名不对"),
        (batch(8), UNCHECKED, "批次名单签名不对"),
        (batch(7, key=REVOKED), "不能下结论", "与公布的批次名单对不上"),
    ):
        assert seen.again({"batches/7.json": changed}) == head
        assert said in seen.text()
        assert BASE.holder not in seen.text()
    assert seen.again({"status.json": None}) == "由本会签发，作废情况未核对"
    assert seen.fact("状态") == "作废情况未能核对（名单没有取到）"


@pytest.mark.may_lack_files
def test_a_typed_label_number_shows_the_batch_and_no_more(visit: Open) -> None:
    seen = visit()
    for typed in (serial_text(7, 345), "７－３４５", "NO.00007-000345", "编号：7 - 345"):
        assert (seen.enter(typed), seen.tone) == ("查到这一批标识，真假未查验", "warn")
        assert seen.fact("标识编号") == "00007-000345"
    text = seen.text()
    assert all(said in text for said in (BASE.holder, "SL20260915", "谁都能照抄", "请扫标识上的二维码"))
    assert "签名有效" not in text
    assert not seen.page.is_visible("#share")
    for typed, head, said in (
        (serial_text(8, 1), "已停用", "已停用（2026-06-01 起）"),
        (serial_text(9, 1), "已过有效期", "只显示这一批的资料"),
        (serial_text(7, 5001), "不能下结论", "没有查到标识编号 00007-005001"),
        (serial_text(77, 1), "不能下结论", "没有查到标识编号 00077-000001"),
    ):
        assert seen.enter(typed) == head
        assert said in seen.text()
        assert "签名有效" not in seen.text()
