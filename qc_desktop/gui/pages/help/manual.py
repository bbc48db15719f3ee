"""The manual's articles: Markdown files in ``resources/help``, ``NN-ID.md``, in the order of their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from qc_desktop.domain.search import search_text
from qc_desktop.domain.text import name_key
from qc_desktop.paths import resource

WHATS_NEW = "whats-new"
FIRST = "begin"


@dataclass(frozen=True)
class Article:
    """One article."""

    id: str
    title: str
    text: str

    @cached_property
    def found_by(self) -> str:
        """Title and text as searching sees them; asked for when somebody searches, since it takes a while."""
        return search_text([self.title], []) + "\n" + name_key(self.text)


def articles(folder: Path | None = None) -> tuple[Article, ...]:
    """Every article, in order."""
    return tuple(_article(path) for path in sorted((folder or resource("help")).glob("[0-9][0-9]-*.md")))


def _article(path: Path) -> Article:
    text = path.read_text(encoding="utf-8")
    title = text.partition("\n")[0].removeprefix("# ").strip()
    return Article(path.stem[3:], title, text)


def matching(known: Sequence[Article], typed: str) -> list[Article]:
    """The articles whose title (also by pinyin) or text has every word of ``typed``; those named so first."""
    words = [name_key(word) for word in typed.split()]
    found = [article for article in known if all(word in article.found_by for word in words)]
    return sorted(found, key=lambda article: not all(word in name_key(article.title) for word in words))
