"""The wording of a layout, looked through for words that claim too much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.documents.values import SLOT, WORD
from qc_desktop.domain.claims import Claim, claims, is_national

if TYPE_CHECKING:
    from qc_desktop.documents.elements.base import Element
    from qc_desktop.documents.layout.model import Layout

_SENTENCE = re.compile(r"[^。]+。?")
LEAST_REASON = 4
"""Characters of a reason, or of the name of an approval: a dot is none."""
LOCKED = ("scope",)
"""Words of a layout that nobody edits: they say what a certificate is not."""


def printed_texts(layout: Layout) -> Iterator[str]:
    """Every text that a layout prints of its own, the locked ones apart."""
    yield from (text for name, text in layout.words.items() if name not in LOCKED)
    yield from ("".join(phrases) for phrases in layout.phrases.values())
    for element in layout.elements:
        yield from _as_printed(layout, element)


def _as_printed(layout: Layout, element: Element) -> Iterator[str]:
    """The element's texts one after the other, its words put in and its variables left out; and each by itself."""
    alone = [text for text, _ in element.written()] + list(element.headings())
    yield "".join(_spelled(layout, text) for text in alone)
    yield from alone


def _spelled(layout: Layout, text: str) -> str:
    if f"{{{WORD}{LOCKED[0]}}}" in text:
        return ""
    return SLOT.sub(lambda slot: layout.words.get(slot[1].removeprefix(WORD), ""), text)


@cache
def _known(kind: str) -> tuple[str, ...]:
    """Sentences that ship and name such words, to say what is not claimed: as they stand they claim nothing."""
    sentences = (found for text in printed_texts(load_layout(kind)) for found in _SENTENCE.findall(text))
    return tuple(dict.fromkeys(sentence for sentence in sentences if claims(sentence)))


def _claims(layout: Layout, text: str) -> list[Claim]:
    rest = text
    for sentence in _known(layout.kind):
        rest = rest.replace(sentence, "")
    return [Claim(found.word, text) for found in claims(rest)]


def all_claims(layout: Layout) -> list[Claim]:
    """Each word of the layout that claims too much, with the first text it stands in.

    A sentence as it ships is none, such as the one that says what an announcement does not mean.
    """
    found = [claim for text in printed_texts(layout) for claim in _claims(layout, text)]
    return list({claim.word: claim for claim in reversed(found)}.values())[::-1]


def found_claims(layout: Layout) -> list[Claim]:
    """As :func:`all_claims`, without those for which somebody wrote down a reason."""
    kept = {accepted.word for accepted in layout.accepted if len(accepted.reason.strip()) >= LEAST_REASON}
    return [claim for claim in all_claims(layout) if claim.word not in kept]


def changed_lock(layout: Layout) -> str:
    """The locked sentence that a layout says in other words than the one that ships; empty where there is none."""
    shipped = load_layout(layout.kind)
    return next((shipped.words[name] for name in LOCKED if shipped.words.get(name) != layout.words.get(name)), "")


def lacks_approval(layout: Layout) -> bool:
    """Whether the title carries 全国 or 中国 and names no document that approves it."""
    return is_national(layout.words.get("title", "")) and len(layout.approval.strip()) < LEAST_REASON
