"""The form: links, digits and certificate numbers as people type and paste them; and the link to pass on."""

from __future__ import annotations

import json

import pytest

from tests.trust.make_vectors import BASE, PREFIX
from tests.web.conftest import Open
from tests.web.site import HOME, LIVE, PAPERS, PLEDGE, STRAY, VOID, code, company_page, status

NUMBERS = "numbers/1-2026/000.json"


def test_codes_and_links(visit: Open) -> None:
    digits = code(LIVE)
    seen = visit()
    seen.page.get_by_text("查验证书和标识").wait_for()
    for typed in (
        digits,
        " ".join(digits[at : at + 5] for at in range(0, len(digits), 5)),
        digits.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789"}),
        f"{PREFIX}{digits}&shareTo=weixin",
        f"请帮忙查一下（{HOME}?c={digits}），谢谢",
    ):
        assert seen.enter(typed) == "查验通过"
        assert seen.page.url == PREFIX + digits
    assert seen.page.evaluate("document.activeElement.id") == "verdict"
    for typed, head, said in (
        (f"https://evil.example/#{digits}", "不是本会的查验网址", "不要在那个网页上填写信息或付款"),
        ("你好", "不能下结论", "没有看到查验编码"),
        ("12345", "不能下结论", "没有看到查验编码"),
        (digits[:-1], "不能下结论", "编码不完整"),
    ):
        assert seen.enter(typed) == head
        assert said in seen.text()
        assert BASE.holder not in seen.text()


@pytest.mark.may_lack_files
def test_certificate_numbers(visit: Open) -> None:
    seen = visit()
    for typed in ("QC-2026-315-000128", "qc－2026－315－128", "证书编号：QC—2026—315—000128 "):
        assert (seen.enter(typed), seen.tone) == ("查验通过", "ok")
        assert seen.page.url == PREFIX + code(LIVE)
        assert "请与手中的证书逐项核对" in seen.text()
    assert seen.enter("QC-2026-315-000129") == "已作废"
    assert BASE.holder in seen.text()
    for typed, said in (
        ("QC-2026-315-000999", "没有查到编号 QC-2026-315-000999"),
        ("QC-2027-315-000001", "没有查到编号 QC-2027-315-000001"),
        (f"QC-2026-315-000{STRAY}", f"没有查到编号 QC-2026-315-000{STRAY}"),
    ):
        assert (seen.enter(typed), seen.tone) == ("不能下结论", "warn")
        assert said in seen.text()
        assert BASE.holder not in seen.text()


@pytest.mark.may_lack_files
def test_a_number_behind_which_the_site_has_nothing_good(visit: Open) -> None:
    forged = {**PAPERS[LIVE].entry, "payload": "1" * 15}
    other = {**PAPERS[LIVE].entry, "payload": PAPERS[VOID].digits}
    seen = visit("", {PLEDGE: company_page([forged])})
    assert seen.enter("QC-2026-315-000128") == "不能下结论"
    assert "没有通过查验" in seen.text()
    seen.site = seen.published.with_files({PLEDGE: company_page([other])})
    assert seen.enter("QC-2026-315-000128") == "不能下结论"
    seen.site = seen.published.with_files({PLEDGE: None, NUMBERS: json.dumps({"129": "x"}).encode()})
    assert seen.enter("QC-2026-315-000128") == "不能下结论"
    assert seen.enter("QC-2026-315-000129") == "已作废"  # the signed list knows it
    assert seen.fact("编号") == "QC-2026-315-000129"
    assert "签名有效" not in seen.text()


def test_a_new_number_of_a_replaced_one_may_be_unknown(visit: Open) -> None:
    ended = [{"serial": 12026000128, "state": "replaced", "since": "2026-04-02"}]
    seen = visit("#" + code(LIVE), {"status.json": status(ended=ended)})
    assert seen.head() == "已换发"
    assert "请向企业索取新证书" in seen.text()


def test_the_link_to_pass_on(visit: Open) -> None:
    seen = visit("#" + code(LIVE))
    seen.head()
    link = f"{HOME}?c={code(LIVE)}"
    assert seen.page.input_value("#address") == link
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seen.page.click("#word-copy")
    seen.page.get_by_text("链接已复制").wait_for()
    assert seen.page.evaluate("navigator.clipboard.readText()") == link
    seen.page.goto(link)
    assert seen.head() == "查验通过"
