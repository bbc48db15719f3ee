"""Where the page is opened: links that messengers changed, clocks of other zones, a file, http, another host."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.trust.make_vectors import BASE
from tests.web.conftest import Open
from tests.web.site import CUT, EXPIRED, HOME, LIVE, LONG_NAME, NOW, Site, code

OLD = """(() => {
  const gone = {
    window: 'fetch TextDecoder TextEncoder URLSearchParams URL BigInt Symbol Map Set WeakMap',
    'String.prototype': 'normalize includes startsWith endsWith padStart padEnd repeat matchAll replaceAll at',
    'Array.prototype': 'includes find findIndex fill flat flatMap entries keys values at',
    'Uint8Array.prototype.__proto__': 'map slice forEach join fill from',
    'Element.prototype': 'append prepend remove closest matches replaceChildren toggleAttribute',
    'NodeList.prototype': 'forEach', 'Promise.prototype': 'finally', Promise: 'allSettled any', Array: 'from of',
    Object: 'entries values fromEntries assign is', Number: 'isInteger isNaN isFinite', navigator: 'clipboard'
  };
  const define = Object.defineProperty;
  Date.now = () => %d;
  for (const [path, names] of Object.entries(gone)) {
    const owner = path.split('.').reduce((at, name) => at[name], window);
    for (const name of names.split(' ')) define(owner, name, {value: undefined, configurable: true, writable: true});
  }
  define(window, 'localStorage', {get() { throw new Error('forbidden'); }});
  window.onload = () => { document.documentElement.title = typeof fetch + typeof Symbol + [].includes; };
})()"""
"""What browsers of 2016 lack, and what some forbid."""
LAST = dt.date(2026, 6, 30)
SHANGHAI = dt.timezone(dt.timedelta(hours=8))


def test_links_as_messengers_leave_them(visit: Open) -> None:
    digits = code(LIVE)
    seen = visit(f"?from=singlemessage#{digits}&shareTo=weixin")
    assert seen.head() == "查验通过"
    for mangled in (f"?from=timeline&c={digits}&isappinstalled=0#wechat_redirect", f"index.html#{digits}/"):
        seen.page.goto(HOME + mangled)
        assert seen.head() == "查验通过"


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati"])
def test_days_are_those_of_the_paper_everywhere(visit: Open, zone: str) -> None:
    evening = dt.datetime.combine(LAST, dt.time(23, 59, 59), SHANGHAI)
    seen = visit("#" + code(EXPIRED), zone=zone, now=evening)
    assert seen.head() != "已过有效期"
    assert (seen.fact("签发"), seen.fact("有效期至")) == ("2026-03-15", "2026-06-30")
    seen.page.clock.set_fixed_time(evening + dt.timedelta(seconds=1))
    assert seen.again() == "已过有效期"
    assert seen.fact("有效期至") == "2026-06-30"


def test_without_https_it_says_why_it_cannot_check(visit: Open) -> None:
    seen = visit("#" + code(LIVE), home="http://verify.example.cn/")
    assert (seen.head(), seen.tone) == ("本页现在不能查验", "warn")
    assert "只有以 https 打开的网页才能用" in seen.text()
    assert "010-0000-0000" in seen.text()
    assert BASE.holder not in seen.text()
    assert "签名有效" not in seen.text()
    assert not seen.page.is_visible("#ask")
    assert seen.page.get_attribute("#actions a", "href") == f"https://verify.example.cn/#{code(LIVE)}"


def test_a_browser_without_the_function_is_told_apart(visit: Open) -> None:
    seen = visit("#" + code(LIVE), script="Object.defineProperty(window, 'crypto', {value: undefined});")
    assert seen.head() == "本页现在不能查验"
    assert "请用手机自带的浏览器" in seen.text()


def test_an_old_browser_checks_too(visit: Open) -> None:
    seen = visit("#" + code(CUT), script=OLD % (NOW.timestamp() * 1000), now=None)
    seen.page.get_by_text("展示内容").wait_for()
    assert (seen.text("#head"), seen.tone) == ("查验通过", "ok")
    assert seen.text(".holder") == LONG_NAME
    seen.page.click("#word-copy")
    seen.page.get_by_text("链接已复制").wait_for()
    seen.page.fill("#typed", "QC-2026-315-000129")
    seen.page.click("#word-check")
    seen.page.get_by_text("已因文书差错作废").wait_for()
    seen.page.click("#language")
    seen.page.get_by_text("because of a clerical error").wait_for()
    assert seen.page.get_attribute("html", "title") == "undefined" * 3


@pytest.mark.may_lack_files
def test_from_a_file(visit: Open, published: Site, tmp_path: Path) -> None:
    for path, data in published.files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    seen = visit("index.html#" + code(LIVE), home=f"{tmp_path.as_uri()}/")
    assert (seen.head(), seen.tone) == ("由本会签发，作废情况未核对", "warn")
    assert seen.text(".holder") == BASE.holder
    assert "名单没有取到" in seen.fact("状态")
    assert seen.page.input_value("#address") == f"https://verify.example.cn/?c={code(LIVE)}"


def test_at_another_address_it_warns(visit: Open) -> None:
    seen = visit("#" + code(LIVE), home="https://mirror.example/")
    seen.head()
    assert "不在本会公布的查验网址之中" in seen.text()
    assert "不在本会公布的查验网址之中" not in visit("#" + code(LIVE)).text()


def test_two_languages(visit: Open) -> None:
    seen = visit("#" + code(LIVE))
    assert (seen.head(), seen.page.get_attribute("html", "lang")) == ("查验通过", "zh-CN")
    seen.page.click("#language")
    seen.page.get_by_text("Check passed").wait_for()
    assert seen.page.get_attribute("html", "lang") == "en"
    assert seen.fact("Status") == "not voided (list of 2026-11-20)"
    assert seen.fact("Certificate") == "Certificate of pledge display"
    seen.page.reload()
    assert seen.head() == "Check passed"
    english = visit("#" + code(LIVE), language="en-GB")
    assert english.head() == "Check passed"
    english.page.goto(f"{HOME}?lang=zh#{code(LIVE)}")
    assert english.head() == "查验通过"
