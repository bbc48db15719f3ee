"""What the page says of codes that were scanned: certificates of every state, and what is no certificate of ours."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from qc_desktop.domain.verification import SIGNATURE_PROVES, Reason, verdict_of
from qc_desktop.trust import digits
from qc_desktop.trust.payload import sign
from tests.trust.make_vectors import BASE, LISTS, OURS, STRANGER
from tests.web.conftest import Open
from tests.web.site import (
    AFTER,
    BEFORE,
    CUT,
    EXPIRED,
    FUTURE,
    LIVE,
    LONG_NAME,
    OF_UNLISTED,
    PLEDGE,
    REPLACED,
    REVOKED_ONE,
    VOID,
    code,
)
from tests.web.test_same_vectors import VECTORS

SCOPE = "承诺由企业作出并负责。本证明仅说明承诺已公告展示，不是质量认证、检验结论或评比结果，不构成推荐或担保。"


def test_a_live_certificate(visit: Open) -> None:
    seen = visit("#" + code(LIVE))
    assert (seen.head(), seen.tone) == ("查验通过", "ok")
    seen.page.get_by_text("展示内容").wait_for()
    assert seen.text("#text") == "本编码由本会签发，内容未被改动。"
    assert seen.text(".holder") == BASE.holder
    assert seen.text("#site") == "示例质量检验协会 · 证书查验"
    assert BASE.uscc in seen.text(".uscc")
    assert {"keys.json", "status.json", PLEDGE} < set(seen.asked)
    assert not {"typed.js", "words_en.js"} & set(seen.asked)
    facts = {"证书": "承诺展示公告证明", "编号": "QC-2026-315-000128", "签发": "2026-03-15", "有效期至": "2027-03-14"}
    assert {name: seen.fact(name) for name in facts} == facts
    assert seen.fact("状态") == "未作废（名单更新于 2026-11-20）"
    assert SIGNATURE_PROVES["zh_CN"] in seen.text("#cautions")
    assert SCOPE in seen.text("#cautions")
    contacts = {"企业热线": "400-000-0000", "协会电话": "010-0000-0000", "投诉举报": "12315"}
    assert {name: seen.fact(name) for name in contacts} == contacts
    assert seen.page.get_attribute("#actions a", "href") == PLEDGE
    for said in ("示例数控铣床", "Q/SL 001-2025", "公开执行标准并保持一致", "<b>不</b>", "2026年第12号"):
        assert said in seen.text("#record")


def test_every_state_of_a_certificate(visit: Open) -> None:
    seen = visit("#" + code(LIVE))
    seen.head()
    for number, head, tone, said in (
        (VOID, "已作废", "bad", ("作废不表示企业有过错", "已作废（2026-04-02 起）")),
        (REPLACED, "已换发", "warn", ("QC-2026-315-000150", "已换发（2026-04-02 起）")),
        (REVOKED_ONE, "已撤销", "bad", ("已被本会撤销", "已撤销（2026-04-02 起）")),
        (EXPIRED, "已过有效期", "warn", ("有效期已过", "2026-06-30", "未作废（名单更新于 2026-11-20）")),
        (FUTURE, "由本会签发，请核对日期", "warn", ("签发日期晚于今天", "2027-01-01")),
        (LIVE, "查验通过", "ok", ()),
    ):
        assert (seen.turn(code(number)), seen.tone) == (head, tone)
        text = seen.text()
        assert all(part in text for part in said), text
        assert f"QC-2026-315-{number:06}" in text
        assert SIGNATURE_PROVES["zh_CN"] in text


def test_what_is_not_ours(visit: Open) -> None:
    whole = code(LIVE)
    seen = visit("#" + whole)
    seen.head()
    for changed, head, tone, said in (
        (whole[:-1] + str((int(whole[-1]) + 1) % 10), "未通过查验", "bad", "签名不对"),
        (digits.to_digits(sign(BASE, STRANGER)), "未通过查验", "bad", "本页的名单发布于 2026-11-20"),
        (digits.to_digits(sign(BASE, LISTS)), "未通过查验", "bad", "不是本会正常签发"),
        (digits.to_digits(sign(BASE, OURS) + b"\0"), "未通过查验", "bad", "多出了内容"),
        ("999" + whole[3:], "未通过查验", "bad", "不可能出现"),
        (whole[:60], "不能下结论", "warn", "重新扫一次"),
        ("123", "不能下结论", "warn", "本页不认识"),
    ):
        assert (seen.turn(changed), seen.tone) == (head, tone), said
        text = seen.text()
        assert said in text
        assert BASE.holder not in text
        assert BASE.uscc not in text
        assert "签名有效" not in text
        assert not seen.page.is_visible("#share")


@pytest.mark.may_lack_files
def test_codes_of_a_withdrawn_key(visit: Open) -> None:
    seen = visit("#" + BEFORE.digits)
    assert (seen.head(), seen.tone) == ("查验通过", "ok")
    assert seen.turn(AFTER.digits) == "未通过查验"
    assert "停用前的签发名单" in seen.text()
    assert (seen.turn(OF_UNLISTED.digits), seen.tone) == ("不能下结论", "warn")
    assert "签发名单没有取到" in seen.text()
    assert BASE.holder not in seen.text()


def test_a_cut_name_is_completed_from_the_record(visit: Open) -> None:
    seen = visit("#" + code(CUT))
    seen.page.locator(".holder", has_text=LONG_NAME).wait_for()
    assert seen.text(".holder") == LONG_NAME
    assert seen.again({PLEDGE: seen.site.files[PLEDGE].replace("西北".encode(), "东北".encode())}) == "查验通过"
    seen.page.get_by_text("展示页上的内容与编码对不上").wait_for()
    assert seen.text(".holder").endswith("…")
    assert "东北" not in seen.text()
    assert not seen.page.is_visible("#record")


@pytest.mark.may_lack_files
def test_without_the_company_page(visit: Open) -> None:
    seen = visit("#" + code(LIVE), {PLEDGE: None})
    seen.page.get_by_text("展示页上没有这份证书的内容").wait_for()
    assert (seen.head(), seen.page.is_visible("#actions")) == ("查验通过", False)


def test_there_are_words_for_every_reason_in_both_languages(scripts: Page) -> None:
    answer = """async (reasons) => {
      const said = [];
      for (const lang of ['zh', 'en']) {
        const say = await QC.load(lang);
        for (const [reason, verdict] of reasons) {
          const view = QC.answer({about: 'code', result: {reason, verdict}}, {published: '2026-11-20'}, '2026-11-30');
          said.push([view.head, view.text, view.todo].map((name) => say(name, view.values)).join(' '));
        }
      }
      await Promise.all(['typed.js', 'scratched.js'].map(QC.need));
      const names = (words) => [Object.keys(words.zh).sort(), Object.keys(words.en).sort()];
      return [said, names(QC.words), ...QC.more.map(names)];
    }"""
    told = {Reason(case["reason"]) for case in VECTORS["cases"]} | {Reason.INDEX_BEYOND, Reason.REGISTER_DIFFERS}
    refusals = sorted(reason for reason in told if verdict_of(reason) not in ("signed", "expired"))
    said, *names = scripts.evaluate(answer, [[reason, verdict_of(reason)] for reason in refusals])
    assert len(set(said)) > 25
    assert len(names) == 3
    for zh, en in names:
        assert zh == en
    everything = [name for zh, _ in names for name in zh]
    assert len(set(everything)) == len(everything), "a word stands twice, and only one of them is said"
