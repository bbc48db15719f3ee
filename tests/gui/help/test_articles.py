"""The manual as text: complete, its links and pictures there, and what it names is what the window says."""

from __future__ import annotations

import html
import re
import tomllib
from functools import cache

import pytest

from qc_desktop.gui.navigation import PAGES
from qc_desktop.gui.pages.help.manual import FIRST, WHATS_NEW, Article, articles
from qc_desktop.paths import resource

ARTICLES = articles()
KEYS = re.compile(r"(F\d+|(Ctrl|Alt|Shift)(\+\S+)+)")
NAMES_OF_WINDOW = {"–"}
"""What stands bold and is a sign on the screen."""
SENTENCE_ENDS = ("。", "！")
MOST_BYTES = 3_000_000

each = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)


@cache
def said() -> frozenset[str]:
    """Everything that the window can say in Chinese, without mnemonics and dots."""
    catalogue = resource("i18n", "qc_zh_CN.ts").read_text(encoding="utf-8")
    found = [html.unescape(text) for text in re.findall(r"<(?:translation|numerusform)[^>]*>([^<]+)<", catalogue)]
    for path in resource("i18n", "messages").glob("*.toml"):
        found += _chinese(tomllib.loads(path.read_text(encoding="utf-8")))
    return frozenset(map(_bare, found))


def _chinese(tree: dict[str, object]) -> list[str]:
    if isinstance(tree.get("zh_CN"), str):
        return [str(tree["zh_CN"])]
    return [text for value in tree.values() if isinstance(value, dict) for text in _chinese(value)]


def _bare(text: str) -> str:
    return re.sub(r"\s*\*?\(&.\)", "", text).replace("{form}", ".xlsx").removesuffix("…").strip()


def test_there_is_an_article_for_every_page() -> None:
    ids = [article.id for article in ARTICLES]
    assert len(ids) == len(set(ids))
    assert {page.id for page in PAGES} - {"help"} | {FIRST, WHATS_NEW} <= set(ids)


@each
def test_an_article_begins_with_its_title_and_is_short(article: Article) -> None:
    assert re.match(r"# \S", article.text)
    assert len(article.text.split("\n")) < 90


@each
def test_links_lead_to_articles(article: Article) -> None:
    links = re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", article.text)
    assert set(links) <= {known.id for known in ARTICLES}


@each
def test_what_is_bold_is_said_by_the_window(article: Article) -> None:
    bold = [words for words in re.findall(r"\*\*(.+?)\*\*", article.text) if not words.endswith(SENTENCE_ENDS)]
    unknown = [words for words in bold if _bare(words) not in said() | NAMES_OF_WINDOW and not KEYS.fullmatch(words)]
    assert not [words for words in unknown if _bare(words.replace(".csv", ".xlsx")) not in said()]


@each
def test_punctuation_is_chinese(article: Article) -> None:
    assert not re.findall(r"[一-鿿][,;:!?]|[,;:!?][一-鿿]|[一-鿿]\((?!&)", re.sub(r"\]\([^)]*\)", "]", article.text))


def test_every_picture_is_there_and_none_is_left_over() -> None:
    named = {name for article in ARTICLES for name in re.findall(r"!\[[^\]]+\]\(pictures/([^)]+)\)", article.text)}
    files = {path.name: path.stat().st_size for path in resource("help", "pictures").iterdir()}
    assert named | {"companies.png"} == set(files)
    assert sum(files.values()) < MOST_BYTES
