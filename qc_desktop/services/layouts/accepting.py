"""Why a word that the wording check marks stands in a layout all the same, and what approves a national title."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from qc_desktop.documents.layout import Design
from qc_desktop.documents.layout.editing import changed
from qc_desktop.documents.layout.model import Accepted
from qc_desktop.documents.layout.wordlint import all_claims
from qc_desktop.domain.claims import canonical
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError

D = TypeVar("D", bound=Design)


def with_reasons(layout: D, reasons: Mapping[str, str], approval: str = "") -> D:
    """``layout`` with a reason for each of the words (others keep theirs), and with the document that approves it.

    Raises UserError for a word that the check does not mark, naming those that it does.
    """
    marked = [claim.word for claim in all_claims(layout)]
    reasons = {canonical(word): reason for word, reason in reasons.items()}
    for word in reasons:
        if word not in marked:
            raise UserError("layout.not_marked" if marked else "layout.none_marked", word=word, known=marked)
    kept = tuple(accepted for accepted in layout.accepted if accepted.word not in reasons)
    new = tuple(Accepted(word, clean(reason)) for word, reason in reasons.items())
    wanted = changed(layout, accepted=(*kept, *new)) if new else layout
    return changed(wanted, approval=clean(approval)) if clean(approval) else wanted
