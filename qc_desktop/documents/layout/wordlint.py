"""The wording of a layout, looked through for words that claim too much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qc_desktop.documents.layout.forms import form_of
from qc_desktop.documents.layout.printed import LOCKED
from qc_desktop.documents.layout.shipped import load_design
from qc_desktop.domain.claims import Claim, claims, is_national

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Design

LEAST_REASON = 4
"""Characters of a reason, or of the name of an approval: a dot is none."""


def all_claims(layout: Design) -> list[Claim]:
    """Each word of the layout that claims too much, with the first text it stands in."""
    found = [claim for text in form_of(layout).texts(layout) for claim in claims(text)]
    return list({claim.word: claim for claim in reversed(found)}.values())[::-1]


def found_claims(layout: Design) -> list[Claim]:
    """As :func:`all_claims`, without those for which somebody wrote down a reason."""
    kept = {accepted.word for accepted in layout.accepted if len(accepted.reason.strip()) >= LEAST_REASON}
    return [claim for claim in all_claims(layout) if claim.word not in kept]


def changed_lock(layout: Design) -> str:
    """The locked sentence that a layout says in other words than the one that ships; empty where there is none."""
    shipped = load_design(layout.kind)
    return next((shipped.words[name] for name in LOCKED if shipped.words.get(name) != layout.words.get(name)), "")


def asks_approval(layout: Design) -> bool:
    """Whether the title carries 全国 or 中国."""
    return is_national(title_of(layout))


def title_of(layout: Design) -> str:
    """What the layout calls its document in print."""
    return form_of(layout).title(layout)


def lacks_approval(layout: Design) -> bool:
    """Whether it does and names no document that approves it."""
    return asks_approval(layout) and len(layout.approval.strip()) < LEAST_REASON
