"""What of a label's layout would come out badly on the sheets that ship: no room, no glyph, colours too pale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from qc_desktop.documents.elements.base import ink
from qc_desktop.documents.labels.fitting import SYMBOLS, cell_on
from qc_desktop.documents.labels.presets import shipped_presets
from qc_desktop.documents.layout.braces import stray_braces
from qc_desktop.documents.layout.standing import LEAST_CONTRAST
from qc_desktop.documents.registry import document_type
from qc_desktop.documents.values import WORD
from qc_desktop.domain.colours import contrast
from qc_desktop.domain.findings import Finding, Severity, error
from qc_desktop.domain.label_sheets import DOTS
from qc_desktop.domain.slots import SlotName
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from qc_desktop.documents.labels.layout import LabelLayout
    from qc_desktop.domain.label_sheets import SheetPreset

FINEST = max(DOTS)
"""What a printer cannot resolve is no fault of the layout."""


def sample_facts(layout: LabelLayout) -> dict[str, str]:
    """What an invented batch fills the words with, the longest serial among it."""
    return {name: str(known.sample) for name, known in document_type(layout.kind).by_name.items()}


def check_labels_print(layout: LabelLayout, dpi: int = FINEST) -> list[Finding]:
    """What stops ``layout`` on every sheet that ships, and on which it has no room; whatever the printer."""
    refused = {preset.key: _refusals(layout, preset) for preset in shipped_presets()}
    stops = all(any(not hidden for hidden in found) for found in refused.values())
    grade = Severity.ERROR if stops else Severity.WARNING
    found = {_key(problem): problem for each in refused.values() for problem in each.values()}
    told = (*stray_braces(layout), *_pale(layout))
    return [*told, *(Finding(grade, one.code, "words", "", dict(one.params)) for one in found.values())]


def _refusals(layout: LabelLayout, preset: SheetPreset) -> Mapping[bool, UserError]:
    """Why a usual label has no room on ``preset``: without, and with a hidden code where its class has one."""
    kind = layout.class_of(preset.width, preset.height)
    ways = (False, True) if kind is not None and kind.hidden is not None else (False,)
    found = {hidden: refusal(layout, sample_facts(layout), preset, hidden=hidden) for hidden in ways}
    return {hidden: problem for hidden, problem in found.items() if problem is not None}


def refusal(layout: LabelLayout, facts: Mapping[str, str], preset: SheetPreset, *, hidden: bool) -> UserError | None:
    """Why a label of ``facts`` has no room on ``preset``, or cannot be printed there."""
    try:
        cell_on(layout, facts, preset, SYMBOLS["7-M"], FINEST, hidden=hidden)
    except UserError as problem:
        return problem
    return None


def _key(problem: UserError) -> tuple[str, str]:
    """With and without a hidden code a sheet is named once for the same line."""
    return problem.code, str(problem.params.get("preset", "")) + str(problem.params.get("line", ""))


def _pale(layout: LabelLayout) -> Iterator[Finding]:
    """Lines that white paper swallows."""
    lines = [line for known in layout.classes for line in known.lines]
    pale = (line.word for line in lines if contrast(ink(layout.colours, line.colour), "#FFFFFF") < LEAST_CONTRAST)
    return (error("preflight.text_pale", word, name=SlotName(WORD + word)) for word in dict.fromkeys(pale))
