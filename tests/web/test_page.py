"""The page as such: for eyes, fingers and screen readers, on small screens; and as a plain server gives it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Route

from tests.web import browsing
from tests.web.conftest import Open
from tests.web.site import CUT, HOME, LIVE, VOID, Site, code, label

WIDE = """() => [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth)
  .map((one) => one.outerHTML.slice(0, 90)).concat(document.documentElement.scrollWidth > innerWidth ? ['all'] : [])"""
LEAST_CONTRAST = """() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const linear = (c) => c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4;
    const [r, g, b] = numbers(colour).map((part) => linear(part / 255));
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const behind = (element) => {
    for (; element; element = element.parentElement) {
      const colour = getComputedStyle(element).backgroundColor;
      if (numbers(colour)[3] !== 0) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const written = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const seen = [...document.querySelectorAll('body *:not(script)')]
    .filter((element) => element.offsetParent && (element.tagName === 'INPUT' || written(element)));
  return seen.map((element) => {
    const pair = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => b - a);
    return [(pair[0] + .05) / (pair[1] + .05), element.tagName + ' ' + element.textContent];
  }).sort((a, b) => a[0] - b[0])[0];
}"""
NAMELESS = """() => [...document.querySelectorAll('a, button, input')]
  .filter((one) => one.offsetParent && !(one.textContent || (one.labels || [])[0])).map((one) => one.outerHTML)"""
ORDER = """() => [...document.querySelectorAll('main > *')].filter((one) => one.offsetParent)
  .map((one) => one.id || one.className)"""
WATCH = """
new MutationObserver(() => {
  const card = document.getElementById('card');
  if (card && !card.classList.contains('calm')) window.verdictAt = window.verdictAt || performance.now();
}).observe(document, {subtree: true, childList: true, attributes: true});
addEventListener('securitypolicyviolation', (event) => console.error('CSP: ' + event.blockedURI));
"""


def codes() -> list[str]:
    return [code(CUT), label(7, 345), code(VOID), code(LIVE)[:-1] + "x", code(LIVE)[:40]]


def test_nothing_is_wider_than_a_small_screen(visit: Open) -> None:
    seen = visit("#" + code(LIVE), width=320)
    seen.page.locator("#record").wait_for()
    for digits in codes():
        seen.turn(digits)
        for size in ("100%", "200%", "250%"):  # some people need large letters
            seen.page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", size)
            for lang in ("en", "zh-CN"):
                seen.page.click("#language")
                seen.page.locator(f"html[lang={lang}]").wait_for()
                assert seen.page.evaluate(WIDE) == [], (size, lang)


def test_everything_can_be_read(visit: Open) -> None:
    seen = visit("#" + code(LIVE))
    seen.page.locator("#record").wait_for()
    for digits in codes():
        seen.turn(digits)
        for scheme in ("dark", "light"):
            seen.page.emulate_media(color_scheme=scheme)
            least, where = seen.page.evaluate(LEAST_CONTRAST)
            assert least >= 4.5, (scheme, where)
    seen.page.evaluate("() => { document.getElementById('text').style.color = '#888'; }")
    assert seen.page.evaluate(LEAST_CONTRAST)[0] < 4.5  # it would be seen


def test_names_roles_and_order(visit: Open) -> None:
    seen = visit("#" + code(LIVE))
    seen.page.locator("#record").wait_for()
    tree = seen.page.locator("body").aria_snapshot()
    for part in (
        'heading "查验通过" [level=1]',
        "status:",
        'article "查验通过"',
        'textbox "查验链接"',
        'button "复制查验链接"',
        'textbox "输入编号、编码或查验链接"',
        'button "查验"',
        'button "English"',
        'link "查看承诺书、产品和执行标准"',
    ):
        assert part in tree, tree
    assert seen.page.evaluate(NAMELESS) == []
    reached = []
    for _ in range(12):
        seen.page.keyboard.press("Tab")
        reached.append(seen.page.evaluate("document.activeElement.id || document.activeElement.textContent"))
    wanted = ["language", "查看承诺书、产品和执行标准", "400-000-0000", "010-0000-0000", "12315"]
    assert reached[:11] == [
        *wanted,
        "address",
        "word-copy",
        "typed",
        "word-check",
        "word-recognise",
        "word-complaining",
    ]


def test_the_verdict_is_said_once(visit: Open) -> None:
    seen = visit("#" + code(LIVE))
    seen.page.locator("#record").wait_for()
    seen.page.evaluate("""() => {
      window.told = [];
      new MutationObserver(() => told.push(document.getElementById('head').textContent))
        .observe(document.querySelector('[role=status]'), {subtree: true, childList: true, characterData: true});
    }""")
    seen.turn(code(VOID))
    seen.page.locator("#record").wait_for()
    assert [said for said in seen.page.evaluate("told") if said] == ["正在查验…", "已作废"]


def test_a_slow_status_list_is_waited_for_in_the_open(visit: Open) -> None:
    seen = visit()
    held: list[Route] = []
    seen.page.route("**/status.json", lambda route: held.append(route))
    seen.page.goto("about:blank")
    seen.page.goto(HOME + "#" + code(VOID))
    seen.page.get_by_text("正在核对作废名单").wait_for()
    assert (seen.tone, seen.fact("状态")) == ("calm", "正在核对…")
    assert "查验通过" not in seen.text()
    held[0].fallback()
    assert (seen.head(), seen.tone) == ("已作废", "bad")


def test_the_form_comes_first_where_nothing_is_asked(visit: Open) -> None:
    seen = visit()
    seen.page.get_by_text("查验证书和标识").wait_for()
    assert seen.page.evaluate(ORDER) == ["card", "ask", "contacts"]
    seen.turn(code(LIVE))
    seen.page.locator("#record").wait_for()
    wanted = ["card", "cautions", "actions", "contacts", "record", "share", "ask"]
    assert seen.page.evaluate(ORDER) == wanted
    assert seen.page.get_attribute(".holder", "lang") == "zh-CN"


def test_the_footer(visit: Open) -> None:
    seen = visit()
    footer = seen.page.locator("footer")
    for said in ("网站会留存访问日志", "示例ICP备00000000号", "示例公网安备00000000000000号", "本页发布于 2026-11-20"):
        assert said in footer.inner_text()
    links = [link.get_attribute("href") for link in footer.locator("a").all()]
    assert links[:2] == ["knowledge/recognise.html", "knowledge/complain.html"]


@pytest.fixture
def served(tmp_path: Path, published: Site) -> Iterator[str]:
    for path, data in published.files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=tmp_path)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_from_a_plain_server(browser: Browser, served: str) -> None:
    context = browser.new_context(locale="zh-CN")
    context.add_init_script(WATCH)
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.clock.set_fixed_time(browsing.NOW)
    page.goto(f"{served}#{code(LIVE)}")
    page.locator("#record").wait_for()
    assert page.inner_text("#head") == "查验通过"
    assert all(url.startswith(served) for url in asked)
    assert not complaints
    loaded = page.evaluate("performance.getEntriesByType('resource').map((one) => [one.name, one.encodedBodySize])")
    data = ("status.json", "keys.json", ".html")
    assert sum(size for name, size in loaded if not name.endswith(data)) < 60_000
    assert page.evaluate("verdictAt") < 3000  # the figure itself is measured, not asserted
    context.close()
