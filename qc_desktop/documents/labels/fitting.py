"""Does a batch have room on a sheet? Asked before anything is numbered, and again before anything is printed."""

from __future__ import annotations

from collections.abc import Mapping

from qc_desktop.documents import qr
from qc_desktop.documents.fonts.glyphs import MissingGlyphError
from qc_desktop.documents.labels.cell import cell
from qc_desktop.documents.labels.layout import LabelLayout
from qc_desktop.documents.labels.parts import Cell, SymbolPlan
from qc_desktop.documents.typesetting import OverfullError
from qc_desktop.documents.values import WORD
from qc_desktop.domain.label_sheets import SheetPreset, dot_of, module_width
from qc_desktop.domain.slots import SlotName
from qc_desktop.errors import UserError

SYMBOLS: Mapping[str, qr.Symbol] = {"7-M": qr.ITEM_LABEL, "9-Q": qr.ABRASION_LABEL}
"""By what a batch calls them."""
LEAST_EDGE = 0.2
"""Millimetres that a symbol keeps from the rim of its label, at least; it never meets the frame."""


def cell_on(
    layout: LabelLayout,
    facts: Mapping[str, str],
    preset: SheetPreset,
    symbol: qr.Symbol,
    dpi: int,
    *,
    hidden: bool,
) -> Cell:
    """The label of ``facts`` as it is on ``preset``.

    Raises UserError in words: labels too small, a symbol below its minimum, a text without room, a character without a
    glyph, no room for hidden codes.
    """
    kind = layout.class_of(preset.width, preset.height)
    if kind is None:
        raise UserError("label.too_small", preset=preset.called, width=preset.width, height=preset.height)
    if hidden and kind.hidden is None:
        raise UserError("label.no_room_for_hidden", preset=preset.called)
    module = module_width(preset, symbol.size, dpi, kind.symbol_most, max(LEAST_EDGE, kind.frame))
    try:
        plan = SymbolPlan(symbol.size, module, dot_of(dpi), qr.QUIET_ZONE)
        return cell(layout, kind, facts, (preset.width, preset.height), plan, hidden=hidden)
    except OverfullError as problem:
        line = SlotName(WORD + problem.field)
        raise UserError("label.overfull", preset=preset.called, line=line, text=problem.text) from problem
    except MissingGlyphError as problem:
        raise UserError("label.glyph", character=problem.char, point=f"U+{ord(problem.char):04X}") from problem
