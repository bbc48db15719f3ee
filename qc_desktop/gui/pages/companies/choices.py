"""What the form's choices offer: made once, away from the window's thread, since pinyin takes a moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qc_desktop import reference
from qc_desktop.domain.search import search_text
from qc_desktop.gui.widgets.picker import Choice

NONE = Choice("", "–", "")


@dataclass(frozen=True)
class Choices:
    """Provinces by two digits, industries by their code in GB/T 4754-2017."""

    provinces: tuple[Choice, ...]
    industries: tuple[Choice, ...]


def choices() -> Choices:
    """All provinces in the order of GB/T 2260 and all sections and divisions of industry."""
    provinces = ((found.province_code, found.name) for found in reference.admin_divisions().provinces)
    industries = ((found.code, found.name) for found in reference.industries().all)
    return Choices(_offer(provinces), _offer(industries))


def _offer(pairs: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    return (NONE, *(Choice(code, name, search_text([name], [code])) for code, name in pairs))
