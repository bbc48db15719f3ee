"""The code below a label's coating: compared in the browser with the published hashes, and never told to anybody."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Request, Route

from tests.trust.make_vectors import OURS
from tests.web.browsing import Visit
from tests.web.conftest import Open
from tests.web.site import HOME, LIVE, NOW, Site, batch, code, codes, hidden, label, shard_of, signed
from tests.web.test_page import LEAST_CONTRAST, WIDE
from tests.web.test_surroundings import OLD

INDEX = 345
CODE = hidden(INDEX)
SHARD = shard_of(INDEX)
HONEST = "这不能证明标识没有被复制：买来时涂层已经刮开的，很可疑。本页不统计核对过几次。异常请拨12315。"
AFTERWARDS = """async () => {
  for (let done = 0; done < 50; done++) await QC.sha256((await QC.site.load('status.json', 'arraybuffer')).body);
}"""
"""Far longer than what is under way takes."""
ANSWER = "#scratched-said .card:not(.calm)"


def compare(seen: Visit, typed: str) -> tuple[str, str]:
    """Types a code into the form; the answer's head and tone."""
    before = seen.page.locator(ANSWER).element_handle() if seen.page.locator(ANSWER).count() else None
    seen.page.fill("#scratched", typed)
    seen.page.click("#scratched-check")
    seen.page.wait_for_function(
        "([answer, before]) => { const now = document.querySelector(answer); return now && now !== before; }",
        arg=[ANSWER, before],
    )
    return answer(seen)


def answer(seen: Visit) -> tuple[str, str]:
    return seen.page.locator(ANSWER + " strong").inner_text(), str(seen.page.get_attribute(ANSWER, "class"))


@pytest.fixture
def scanned(visit: Open) -> Visit:
    """A label whose batch has codes, its form there."""
    seen = visit("#" + label(7, INDEX))
    seen.page.locator("#scratched").wait_for()
    return seen


def test_the_label_s_own_code_fits_and_what_that_means_is_said(scanned: Visit) -> None:
    assert scanned.head() == "查验通过"
    assert not scanned.page.locator(ANSWER).count()
    assert compare(scanned, CODE) == ("✓ 防伪码相符", "card ok")
    assert scanned.text(ANSWER).split("\n")[-1] == f"它是标识 00007-000345 的防伪码。{HONEST}"
    assert compare(scanned, hidden(346)) == ("× 防伪码不相符", "card bad")
    spelled = (
        CODE.lower().replace("-", " "),
        CODE.translate({sign: sign + 0xFEE0 for sign in range(0x21, 0x7F)}),
        f"防伪码：{CODE.replace('0', 'o').replace('1', 'l')}。",
    )
    for typed in spelled:
        assert compare(scanned, typed)[0] == "✓ 防伪码相符"
        assert compare(scanned, hidden(1))[0] == "× 防伪码不相符"


def test_a_code_that_is_not_the_label_s(scanned: Visit) -> None:
    slipped = CODE[:-1] + ("2" if CODE[-1] != "2" else "3")
    for typed in (hidden(INDEX + 1), slipped, "0" * 20):
        assert compare(scanned, typed) == ("× 防伪码不相符", "card bad")
        assert "再输一遍；仍不相符的，请不要采信，保留实物和购物凭证，拨打12315反映" in scanned.text(ANSWER)
        assert compare(scanned, CODE)[0] == "✓ 防伪码相符"


def test_what_cannot_be_a_code_is_not_looked_up(scanned: Visit) -> None:
    for typed, count in ((CODE[:-1], 19), (CODE + "A", 21), ("防伪码", 0), ("UUUUU-UUUUU-UUUUU-UUUUU", 0)):
        assert compare(scanned, typed) == ("! 不是20位防伪码", "card warn")
        assert f"您输入的有 {count} 位" in scanned.text(ANSWER)
        assert scanned.page.get_attribute("#scratched", "aria-invalid") == "true"
    assert not [path for path in scanned.asked if path.startswith("codes/")]
    compare(scanned, CODE)
    assert scanned.page.get_attribute("#scratched", "aria-invalid") == "false"


def test_the_code_goes_nowhere_only_its_shard_is_asked_for(scanned: Visit) -> None:
    told: list[str] = []

    def hear(request: Request) -> None:
        told.append(f"{request.url} {request.post_data} {request.headers}")

    scanned.page.on("request", hear)
    compare(scanned, CODE)
    scanned.page.remove_listener("request", hear)
    assert [path for path in scanned.asked if path.startswith("codes/")] == [SHARD]
    assert (len(told), told[0].split()[0]) == (1, HOME + SHARD)
    assert not [one for one in told if CODE in one or CODE.replace("-", "") in one]
    assert "防伪码不会离开这台设备" in scanned.text("main")
    assert CODE not in scanned.page.url


@pytest.mark.may_lack_files
def test_a_list_that_does_not_come(scanned: Visit) -> None:
    for changes in ({SHARD: None}, dict.fromkeys(codes())):
        scanned.again(changes)
        assert compare(scanned, CODE) == ("! 防伪码没有核对", "card warn")
        assert "没有取到，不能判断" in scanned.text(ANSWER)
    scanned.site = scanned.published
    assert compare(scanned, CODE)[0] == "✓ 防伪码相符"  # asked anew


def test_a_list_that_is_not_that_one_is_not_used(scanned: Visit) -> None:
    document = json.loads(codes()[SHARD])
    said = {name: document[name] for name in ("batch", "shard", "hashes")}
    other = next(data for path, data in codes().items() if path != SHARD)
    for data in (
        json.dumps({**document, "hashes": "AAAAAAAAAAA="}).encode(),
        signed(said, b"QCERT-CODES-V1\0", OURS),
        signed(said, b"QCERT-BATCH-V1\0"),
        signed({**said, "batch": 8}, b"QCERT-CODES-V1\0"),
        other,
        b"<html>404</html>",
    ):
        scanned.again({SHARD: data})
        assert compare(scanned, CODE) == ("! 防伪码没有核对", "card warn")
        assert "签名不对，没有采用，不能判断" in scanned.text(ANSWER)


def test_it_is_offered_where_the_batch_says_so_and_can_be_relied_on(visit: Open, scanned: Visit) -> None:
    for digits, offered in (
        (label(8, 1), False),  # stopped: nothing makes it good again
        (label(7, 1), True),
        (label(9, 1), False),
        (label(7, 5001), False),
        (code(LIVE), False),
        (label(7, 2), True),
    ):
        scanned.turn(digits)
        scanned.page.evaluate("() => QC.need('scratched.js')")
        assert scanned.page.is_visible("#scratched") == offered
    seen = visit("#" + label(7, 1), {"batches/7.json": batch(7)})
    seen.head()
    assert not seen.page.locator("#scratched").count()
    assert "scratched.js" not in seen.asked


def test_a_typed_number_has_the_form_and_stays_unchecked(visit: Open) -> None:
    seen = visit()
    assert seen.enter("00007-000345") == "查到这一批标识，真假未查验"
    seen.page.locator("#scratched").wait_for()
    assert compare(seen, CODE) == ("✓ 防伪码相符", "card ok")
    assert (seen.head(), seen.tone) == ("查到这一批标识，真假未查验", "warn")
    seen.enter("00007-000346")
    assert seen.page.input_value("#scratched") == ""
    assert not seen.page.locator(ANSWER).count()
    assert compare(seen, CODE)[0] == "× 防伪码不相符"


def test_an_answer_that_comes_late_is_of_its_own_label_alone(scanned: Visit) -> None:
    held: list[Route] = []
    scanned.page.route("**/" + SHARD, lambda route: held.append(route))
    scanned.page.fill("#scratched", CODE)
    scanned.page.click("#scratched-check")
    scanned.page.get_by_text("正在核对防伪码…").wait_for()
    scanned.turn(label(7, INDEX + 1))
    assert compare(scanned, "ABC")[0] == "! 不是20位防伪码"
    with scanned.page.expect_response("**/" + SHARD) as came:
        held[0].fallback()
    came.value.finished()
    scanned.page.evaluate(AFTERWARDS)
    assert answer(scanned)[0] == "! 不是20位防伪码"


def test_in_english_and_in_the_middle_of_it(visit: Open) -> None:
    seen = visit("#" + label(7, INDEX), language="en-GB")
    seen.page.get_by_text("Scratch off the coating and enter the code").wait_for()
    assert compare(seen, CODE)[0] == "✓ The code fits"
    text = seen.text(ANSWER)
    for said in ("00007-000345", "does not show that the label was not copied", "suspicious", "Nobody counts", "12315"):
        assert said in text
    seen.page.click("#language")
    seen.page.get_by_text("防伪码相符").wait_for()
    assert seen.page.input_value("#scratched") == CODE
    assert "刮开涂层，输入防伪码" in seen.text()
    assert "The code" not in seen.text(ANSWER)


def test_on_a_small_screen_with_large_letters_and_for_every_eye(visit: Open) -> None:
    seen = visit("#" + label(7, INDEX), width=320)
    seen.page.locator("#scratched").wait_for()
    for typed in (CODE, hidden(1), "ABC"):
        compare(seen, typed)
        for size in ("100%", "200%", "250%"):
            seen.page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", size)
            for lang in ("en", "zh-CN"):
                seen.page.click("#language")
                seen.page.locator(f"html[lang={lang}]").wait_for()
                assert seen.page.evaluate(WIDE) == [], (typed, size, lang)
        for scheme in ("dark", "light"):
            seen.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            least, where = seen.page.evaluate(LEAST_CONTRAST)
            assert least >= 4.5, (scheme, where)
    seen.page.evaluate("() => { document.documentElement.style.fontSize = ''; }")
    seen.page.fill("#scratched", CODE)
    room = seen.page.locator("#scratched").evaluate("(one) => [one.scrollWidth, one.clientWidth]")
    assert room[0] <= room[1]  # the whole code is seen while it is compared with the label


def test_by_keyboard_and_for_a_screen_reader(scanned: Visit) -> None:
    tree = scanned.page.locator("main").aria_snapshot()
    assert 'textbox "防伪码（20位）"' in tree
    assert 'button "核对防伪码"' in tree
    scanned.page.evaluate("""() => {
      window.told = [];
      new MutationObserver((all) => all.forEach((one) => one.addedNodes.forEach((node) => told.push(node.textContent))))
        .observe(document.getElementById('scratched-said'), {subtree: true, childList: true});
      document.getElementById('verdict').focus();
    }""")
    for _ in range(20):
        scanned.page.keyboard.press("Tab")
        if scanned.page.evaluate("document.activeElement.id") == "scratched":
            break
    scanned.page.keyboard.type(CODE)
    scanned.page.keyboard.press("Enter")
    scanned.page.locator(ANSWER).wait_for()
    scanned.page.wait_for_function("() => document.activeElement.tagName === 'STRONG'")
    told = scanned.page.evaluate("told")
    assert [said[:9] for said in told] == ["正在核对防伪码…", "✓ 防伪码相符它是"]
    region = "#scratched-said"
    live = [scanned.page.get_attribute(region, name) for name in ("role", "aria-live")]
    assert live == ["status", "polite"]
    hint = str(scanned.page.get_attribute("#scratched", "aria-describedby"))
    assert "购买时应当完好" in scanned.text("#" + hint)
    scanned.page.keyboard.press("Tab")
    assert "承诺书" in scanned.page.evaluate("document.activeElement.textContent")  # on from where it was


def test_an_old_browser_compares_too(visit: Open) -> None:
    seen = visit("#" + label(7, INDEX), script=OLD % (NOW.timestamp() * 1000), now=None)
    seen.page.locator("#scratched").wait_for()
    for typed, said in ((CODE, "✓ 防伪码相符"), (hidden(1), "× 防伪码不相符")):
        seen.page.fill("#scratched", typed)
        seen.page.click("#scratched-check")
        seen.page.locator(ANSWER, has_text=said[2:]).wait_for()
        assert answer(seen)[0] == said


@pytest.mark.may_lack_files
def test_from_a_file_no_batch_can_be_read_and_no_form_is_offered(visit: Open, published: Site, tmp_path: Path) -> None:
    """A browser lets a file read no other: nothing is promised that could not be kept, and nothing breaks."""
    for path, data in published.files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    seen = visit("index.html#" + label(7, INDEX), home=f"{tmp_path.as_uri()}/")
    assert seen.head() == "由本会签发，批次未核对"
    assert not seen.page.locator("#scratched").count()
    seen.page.evaluate("""async () => {
      const say = await QC.load('zh'), keys = await QC.keyList(JSON.parse(document.getElementById('keys').textContent),
        JSON.parse(document.getElementById('root').textContent));
      await QC.need('scratched.js');
      QC.scratched({batch: 7, index: 345, count: 5000}, say, {keys});
    }""")
    assert compare(seen, CODE) == ("! 防伪码没有核对", "card warn")
    assert "没有取到，不能判断" in seen.text(ANSWER)
