"""What the pages for consumers say, and what stands at the foot of every page."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from qc_desktop.domain.claims import claims
from qc_desktop.domain.verification import SIGNATURE_PROVES
from qc_desktop.services import preferences
from qc_desktop.services.site.html import telephone

PAGES = ("knowledge/index.html", "knowledge/recognise.html", "knowledge/complain.html", "roster/index.html")
NUMBERS = {"association_phone": "010-00000000", "icp_number": "示例ICP备0号", "police_number": "示例公网安备0号"}
DENIED = re.compile("不|名义")


def text_of(page: Path) -> str:
    """What a person reads on ``page``."""
    body = page.read_text(encoding="utf-8").partition("<body")[2].partition(">")[2]
    return html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"</(?:p|li|h\d|dt|dd)>", "。", body)))


def promising(text: str) -> list[str]:
    """Sentences by which the association would promise something of its own."""
    return [
        said for said in re.split("[。.]", text) if claims(said) and not DENIED.search(said) and "no cert" not in said
    ]


@pytest.fixture
def numbered(site, publish):
    year, root = site
    preferences.change(year.office, NUMBERS)
    publish(year)
    return root


@pytest.mark.parametrize("page", PAGES)
def test_every_page_leads_on_and_names_the_registrations_with_where_they_are_looked_up(numbered, page):
    text = (numbered / page).read_text(encoding="utf-8")
    for way in ("index.html", "roster/index.html", "knowledge/recognise.html", "knowledge/complain.html"):
        assert f'href="../{way}"' in text
    assert re.search(r'<a href="https://beian\.miit\.gov\.cn/"[^>]*>示例ICP备0号</a>', text)
    assert re.search(r'<a href="https://beian\.mps\.gov\.cn/"[^>]*>示例公网安备0号</a>', text)


def test_without_registrations_nothing_is_linked_to(site):
    _, root = site
    assert "beian" not in (root / "knowledge" / "index.html").read_text(encoding="utf-8")


def test_consumers_are_told_what_a_signature_proves_where_to_complain_and_nothing_is_promised(numbered):
    said = {path.stem: text_of(path) for path in (numbered / "knowledge").iterdir()}
    assert set(said) == {"index", "recognise", "complain"}
    assert SIGNATURE_PROVES["zh_CN"] in said["recognise"]
    assert all("12315" in text for text in said.values())
    assert "https://verify.example/#" in said["recognise"]
    assert "示例质量检验协会（电话 010-00000000）" in said["complain"]
    assert [promising(text) for text in said.values()] == [[], [], []]


def test_a_page_that_promises_would_be_caught():
    assert promising("本会认证的产品。请放心购买。不是认证。") == ["本会认证的产品", "请放心购买"]


def test_an_announcement_is_named_once(numbered):
    pledge = next(numbered.glob("pledge/*/*.html"))
    assert "公告公告" not in re.sub(r"[。\s]", "", text_of(pledge))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("010-1234 5678", '<a href="tel:01012345678">010-1234 5678</a>'),
        ("转 <b>8</b> 号", "转 &lt;b&gt;8&lt;/b&gt; 号"),
        ("", ""),
    ],
)
def test_only_a_number_is_to_be_called(typed, shown):
    assert telephone(typed) == shown
