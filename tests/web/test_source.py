"""What can be told from the page's files without a browser."""

from __future__ import annotations

import re
import tomllib

import pytest

from qc_desktop.domain.verification import SIGNATURE_PROVES
from tests.web.site import SOURCE, index

SCRIPTS = sorted(SOURCE.glob("*.js"))
MOST_BYTES = 60_000
NEWER = re.compile(
    r"=>|`|\b(?:let|const|class|async|await|import|export|BigInt|globalThis|fetch|URLSearchParams|TextDecoder|padStart|padEnd)\b"
    r"|\.(?:includes|append|prepend|remove|closest|finally|flat|flatMap|entries|fromEntries|replaceAll|at)\(|\(\?<|\?\?|\?\.|\.\.\."
)


def code_of(text: str) -> str:
    """``text`` without its comments and strings."""
    return re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*|'(?:[^'\\\n]|\\.)*'", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_plain_enough_for_old_browsers(path: object) -> None:
    assert not NEWER.findall(code_of(path.read_text(encoding="utf-8")))  # type: ignore[attr-defined]


@pytest.mark.parametrize("newer", ["x => x", "const a = 1;", "a?.b", "fetch('x')", "a.includes(b)", "`x`"])
def test_newer_language_would_be_seen(newer: str) -> None:
    assert NEWER.search(newer)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_is_small(lang: str) -> None:
    page = (SOURCE / "index.html").read_text(encoding="utf-8")
    loaded = [*re.findall(r'(?:src|href)="([a-z_]+\.(?:js|css|svg))"', page), f"words_{lang}.js"]
    assert len(loaded) >= 8
    assert len(page.encode()) + sum((SOURCE / name).stat().st_size for name in loaded) < MOST_BYTES


def test_the_page_allows_nothing_but_itself() -> None:
    page = (SOURCE / "index.html").read_text(encoding="utf-8")
    assert "default-src 'self'" in page
    assert not re.search(r"<script(?! defer src=| type=\"application/json\")|<style|\sstyle=|\son[a-z]+=", page)
    addresses = {
        address for path in SOURCE.iterdir() for address in re.findall(r"https?://[^\s'\"]+", path.read_text("utf-8"))
    }
    linked = {"https://beian.miit.gov.cn/", "https://beian.mps.gov.cn/", "http://www.w3.org/2000/svg"}
    assert addresses == linked  # followed by a person only, or a name


def test_data_cannot_leave_its_block() -> None:
    office = {
        "association": "</script><script src=//evil.example>",
        "phone": "",
        "icp": "",
        "police": "",
        "published": "",
    }
    assert index(office=office).count(b"<script") == index().count(b"<script")


def test_the_page_says_what_the_program_says() -> None:
    documents = SOURCE.parent / "documents"
    for lang, domain in (("zh", "zh_CN"), ("en", "en")):
        words = (SOURCE / f"words_{lang}.js").read_text(encoding="utf-8")
        assert SIGNATURE_PROVES[domain] in words
        assert not re.search("核验|(?<!查)验证|verified", words)
    for later in ("typed.js", "scratched.js"):
        assert not re.search("核验|(?<!查)验证|verified", (SOURCE / later).read_text(encoding="utf-8"))
    chinese = (SOURCE / "words_zh.js").read_text(encoding="utf-8")
    for number, kind in ((1, "pledge_display_certificate"), (2, "survey_certificate")):
        layout = tomllib.loads((documents / f"{kind}.toml").read_text(encoding="utf-8"))
        assert f"scope_{number}: '{layout['words']['scope']}'" in chinese
