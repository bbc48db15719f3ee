"""The wording of a layout, looked through for words that claim too much."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from qc_desktop.documents.layout.forms import form_of
from qc_desktop.documents.layout.printed import LOCKED
from qc_desktop.documents.layout.shipped import load_design
from qc_desktop.documents.registry import document_type
from qc_desktop.documents.types.pledge_letter import PLEDGE_LETTER
from qc_desktop.domain.claims import Claim, canonical, claims
from qc_desktop.domain.lengths import is_reason
from qc_desktop.domain.slots import SLOT, SlotText
from qc_desktop.domain.worded import promised

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Design

_QUOTED = 60
"""Characters of a text that a sentence quotes."""
_SENTENCE = re.compile(r"[^。]+。?")


@cache
def _known(kind: str) -> tuple[str, ...]:
    """Sentences that ship and name such words, to say what is not claimed: as they stand they claim nothing."""
    shipped = load_design(kind)
    sentences = (found for text in form_of(shipped).texts(shipped) for found in _SENTENCE.findall(text))
    return tuple(dict.fromkeys(sentence for sentence in sentences if claims(sentence)))


def _claims(layout: Design, text: str) -> list[Claim]:
    rest = text
    for sentence in _known(layout.kind):
        rest = rest.replace(sentence, "")
    spared = promised(text) if layout.kind == PLEDGE_LETTER.kind else frozenset()
    return [Claim(found.word, text) for found in claims(rest) if found.word not in spared]


def all_claims(layout: Design) -> list[Claim]:
    """Each word of the layout that claims too much, with the first text it stands in.

    A sentence as it ships is none, such as the one that says what an announcement does not mean.
    """
    found = [claim for text in form_of(layout).texts(layout) for claim in _claims(layout, text)]
    return list({claim.word: claim for claim in reversed(found)}.values())[::-1]


def found_claims(layout: Design) -> list[Claim]:
    """As :func:`all_claims`, without those for which somebody wrote down a reason."""
    kept = {canonical(accepted.word) for accepted in layout.accepted if accepted.is_told}
    return [claim for claim in all_claims(layout) if claim.word not in kept]


def quoted(layout: Design, text: str) -> SlotText:
    """The beginning of ``text`` for a sentence, its variables as this document calls them."""
    called = document_type(layout.kind).called
    return SlotText(SLOT.sub(lambda slot: f"{{{called(slot[1])}}}", text)[:_QUOTED])


def changed_lock(layout: Design) -> str:
    """The locked sentence that a layout says in other words than the one that ships; empty where there is none."""
    shipped = load_design(layout.kind)
    return next((shipped.words[name] for name in LOCKED if shipped.words.get(name) != layout.words.get(name)), "")


def national_title(layout: Design) -> str:
    """The title, as it is printed, or the heading that carries 全国 or 中国; empty where there is none."""
    return next(form_of(layout).national(layout), "")


def lacks_approval(layout: Design) -> bool:
    """Whether there is one and the layout names no document that approves it."""
    return bool(national_title(layout)) and not is_reason(layout.approval)
