"""What the editor calls kinds of elements, their values and the choices among these."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from qc_desktop.documents.elements.base import Element
from qc_desktop.services.layouts.slots import readable

_CONTEXT = "LayoutNames"
KINDS: Mapping[str, str] = {
    "text": str(QT_TRANSLATE_NOOP("LayoutNames", "Text")),
    "vertical": str(QT_TRANSLATE_NOOP("LayoutNames", "Vertical text")),
    "flow": str(QT_TRANSLATE_NOOP("LayoutNames", "Body text")),
    "table": str(QT_TRANSLATE_NOOP("LayoutNames", "Table")),
    "line": str(QT_TRANSLATE_NOOP("LayoutNames", "Line")),
    "frame": str(QT_TRANSLATE_NOOP("LayoutNames", "Frame")),
    "border": str(QT_TRANSLATE_NOOP("LayoutNames", "Border")),
    "ornament": str(QT_TRANSLATE_NOOP("LayoutNames", "Ornament")),
    "picture": str(QT_TRANSLATE_NOOP("LayoutNames", "Picture")),
    "seal": str(QT_TRANSLATE_NOOP("LayoutNames", "Place of the seal")),
    "label": str(QT_TRANSLATE_NOOP("LayoutNames", "QR label")),
}
FIELDS: Mapping[str, str] = {
    "name": str(QT_TRANSLATE_NOOP("LayoutNames", "Called")),
    "x": str(QT_TRANSLATE_NOOP("LayoutNames", "From the left")),
    "y": str(QT_TRANSLATE_NOOP("LayoutNames", "From the top")),
    "width": str(QT_TRANSLATE_NOOP("LayoutNames", "Width")),
    "height": str(QT_TRANSLATE_NOOP("LayoutNames", "Height")),
    "stock": str(QT_TRANSLATE_NOOP("LayoutNames", "Pre-printed already")),
    "pages": str(QT_TRANSLATE_NOOP("LayoutNames", "On pages")),
    "only_with": str(QT_TRANSLATE_NOOP("LayoutNames", "Only where there is")),
    "only_without": str(QT_TRANSLATE_NOOP("LayoutNames", "Only where there is no")),
    "text": str(QT_TRANSLATE_NOOP("LayoutNames", "Words")),
    "short": str(QT_TRANSLATE_NOOP("LayoutNames", "Words where those are too long")),
    "font": str(QT_TRANSLATE_NOOP("LayoutNames", "Font")),
    "heading_font": str(QT_TRANSLATE_NOOP("LayoutNames", "Font of the heading")),
    "mark_font": str(QT_TRANSLATE_NOOP("LayoutNames", "Font of the ordinals")),
    "size": str(QT_TRANSLATE_NOOP("LayoutNames", "Size")),
    "smallest": str(QT_TRANSLATE_NOOP("LayoutNames", "Smallest size")),
    "lines": str(QT_TRANSLATE_NOOP("LayoutNames", "Lines at most")),
    "leading": str(QT_TRANSLATE_NOOP("LayoutNames", "Between lines")),
    "align": str(QT_TRANSLATE_NOOP("LayoutNames", "Alignment")),
    "anchor": str(QT_TRANSLATE_NOOP("LayoutNames", "The place is that of")),
    "colour": str(QT_TRANSLATE_NOOP("LayoutNames", "Colour")),
    "mark_colour": str(QT_TRANSLATE_NOOP("LayoutNames", "Colour of the ordinals")),
    "tracking": str(QT_TRANSLATE_NOOP("LayoutNames", "Between characters")),
    "whole_words": str(QT_TRANSLATE_NOOP("LayoutNames", "Lines divide no word")),
    "indent": str(QT_TRANSLATE_NOOP("LayoutNames", "First line in")),
    "set": str(QT_TRANSLATE_NOOP("LayoutNames", "Set as")),
    "left": str(QT_TRANSLATE_NOOP("LayoutNames", "In from the left")),
    "right": str(QT_TRANSLATE_NOOP("LayoutNames", "In from the right")),
    "gap": str(QT_TRANSLATE_NOOP("LayoutNames", "Above it")),
    "keep": str(QT_TRANSLATE_NOOP("LayoutNames", "Stays together with")),
    "mark": str(QT_TRANSLATE_NOOP("LayoutNames", "Marked")),
    "aside": str(QT_TRANSLATE_NOOP("LayoutNames", "Room for the label")),
    "rows": str(QT_TRANSLATE_NOOP("LayoutNames", "Lines to write on")),
    "overflow": str(QT_TRANSLATE_NOOP("LayoutNames", "What does not fit")),
    "later": str(QT_TRANSLATE_NOOP("LayoutNames", "Top on later pages")),
    "weight": str(QT_TRANSLATE_NOOP("LayoutNames", "Thickness")),
    "dash": str(QT_TRANSLATE_NOOP("LayoutNames", "Line style")),
    "fill": str(QT_TRANSLATE_NOOP("LayoutNames", "Filled with")),
    "radius": str(QT_TRANSLATE_NOOP("LayoutNames", "Round corners")),
    "style": str(QT_TRANSLATE_NOOP("LayoutNames", "Style")),
    "band": str(QT_TRANSLATE_NOOP("LayoutNames", "Depth")),
    "wave": str(QT_TRANSLATE_NOOP("LayoutNames", "Colour of the waves")),
    "picture": str(QT_TRANSLATE_NOOP("LayoutNames", "Picture")),
    "fit": str(QT_TRANSLATE_NOOP("LayoutNames", "Fitted")),
    "ink": str(QT_TRANSLATE_NOOP("LayoutNames", "As ink over what lies below")),
    "row": str(QT_TRANSLATE_NOOP("LayoutNames", "Height of a row")),
    "rule": str(QT_TRANSLATE_NOOP("LayoutNames", "Colour of the lines")),
    "title": str(QT_TRANSLATE_NOOP("LayoutNames", "Heading")),
    "share": str(QT_TRANSLATE_NOOP("LayoutNames", "Share of the width")),
}
LABEL_LINE: Mapping[str, str] = {
    "least": str(QT_TRANSLATE_NOOP("LayoutNames", "Smallest size")),
    "after": str(QT_TRANSLATE_NOOP("LayoutNames", "Below it")),
    "rule": str(QT_TRANSLATE_NOOP("LayoutNames", "A fine line below it")),
}
"""What the values of a line of a label are called where that is not what an element's are."""
LABEL_CLASS: Mapping[str, str] = {
    "width": str(QT_TRANSLATE_NOOP("LayoutNames", "Width at least")),
    "height": str(QT_TRANSLATE_NOOP("LayoutNames", "Height at least")),
    "symbol_most": str(QT_TRANSLATE_NOOP("LayoutNames", "Code at most")),
    "edge": str(QT_TRANSLATE_NOOP("LayoutNames", "Margin")),
    "pad": str(QT_TRANSLATE_NOOP("LayoutNames", "Margin above and below")),
    "frame": str(QT_TRANSLATE_NOOP("LayoutNames", "Frame from the rim (0: none)")),
    "gap": str(QT_TRANSLATE_NOOP("LayoutNames", "Between code and text")),
    "size": str(QT_TRANSLATE_NOOP("LayoutNames", "Size of the code to scratch off")),
    "after": str(QT_TRANSLATE_NOOP("LayoutNames", "Below it")),
}
"""The same of a class of sizes, and of the box of its hidden code."""
CHOICES: Mapping[str, str] = {
    "left": str(QT_TRANSLATE_NOOP("LayoutNames", "left")),
    "centre": str(QT_TRANSLATE_NOOP("LayoutNames", "centred")),
    "right": str(QT_TRANSLATE_NOOP("LayoutNames", "right")),
    "justify": str(QT_TRANSLATE_NOOP("LayoutNames", "justified")),
    "top": str(QT_TRANSLATE_NOOP("LayoutNames", "at the top")),
    "middle": str(QT_TRANSLATE_NOOP("LayoutNames", "in the middle")),
    "bottom": str(QT_TRANSLATE_NOOP("LayoutNames", "at the bottom")),
    "last": str(QT_TRANSLATE_NOOP("LayoutNames", "the last line")),
    "first": str(QT_TRANSLATE_NOOP("LayoutNames", "the first line")),
    "paragraph": str(QT_TRANSLATE_NOOP("LayoutNames", "a paragraph")),
    "fit": str(QT_TRANSLATE_NOOP("LayoutNames", "a name that is made to fit")),
    "lines": str(QT_TRANSLATE_NOOP("LayoutNames", "lines")),
    "columns": str(QT_TRANSLATE_NOOP("LayoutNames", "clauses in columns")),
    "items": str(QT_TRANSLATE_NOOP("LayoutNames", "a paragraph each")),
    "fill": str(QT_TRANSLATE_NOOP("LayoutNames", "a line to fill in")),
    "signature": str(QT_TRANSLATE_NOOP("LayoutNames", "signature over the date")),
    "headline": str(QT_TRANSLATE_NOOP("LayoutNames", "a title whose lines divide no word")),
    "hanging": str(QT_TRANSLATE_NOOP("LayoutNames", "a text that hangs behind its label")),
    "every_page": str(QT_TRANSLATE_NOOP("LayoutNames", "every page")),
    "first_page": str(QT_TRANSLATE_NOOP("LayoutNames", "the first page")),
    "later_pages": str(QT_TRANSLATE_NOOP("LayoutNames", "pages after the first")),
    "last_page": str(QT_TRANSLATE_NOOP("LayoutNames", "the last page")),
    "odd_pages": str(QT_TRANSLATE_NOOP("LayoutNames", "odd pages")),
    "even_pages": str(QT_TRANSLATE_NOOP("LayoutNames", "even pages")),
    "shrink": str(QT_TRANSLATE_NOOP("LayoutNames", "is set smaller")),
    "pages": str(QT_TRANSLATE_NOOP("LayoutNames", "goes on overleaf")),
    "refuse": str(QT_TRANSLATE_NOOP("LayoutNames", "is refused")),
    "alone": str(QT_TRANSLATE_NOOP("LayoutNames", "nothing")),
    "above": str(QT_TRANSLATE_NOOP("LayoutNames", "what stands above")),
    "below": str(QT_TRANSLATE_NOOP("LayoutNames", "what stands below")),
    "unmarked": str(QT_TRANSLATE_NOOP("LayoutNames", "not at all")),
    "ordinal": str(QT_TRANSLATE_NOOP("LayoutNames", "Chinese ordinals")),
    "figure": str(QT_TRANSLATE_NOOP("LayoutNames", "figures")),
    "solid": str(QT_TRANSLATE_NOOP("LayoutNames", "solid")),
    "dashed": str(QT_TRANSLATE_NOOP("LayoutNames", "dashed")),
    "dotted": str(QT_TRANSLATE_NOOP("LayoutNames", "dotted")),
    "guilloche": str(QT_TRANSLATE_NOOP("LayoutNames", "guilloche")),
    "double": str(QT_TRANSLATE_NOOP("LayoutNames", "double line")),
    "plain": str(QT_TRANSLATE_NOOP("LayoutNames", "plain line")),
    "rosette": str(QT_TRANSLATE_NOOP("LayoutNames", "rosette")),
    "rule": str(QT_TRANSLATE_NOOP("LayoutNames", "rule with a diamond")),
    "whole": str(QT_TRANSLATE_NOOP("LayoutNames", "whole")),
    "stretch": str(QT_TRANSLATE_NOOP("LayoutNames", "stretched")),
}
FONTS: Mapping[str, str] = {
    "serif": str(QT_TRANSLATE_NOOP("LayoutNames", "Song")),
    "serif_bold": str(QT_TRANSLATE_NOOP("LayoutNames", "Song, bold")),
    "sans": str(QT_TRANSLATE_NOOP("LayoutNames", "Hei")),
}
COLOURS: Mapping[str, str] = {
    "ink": str(QT_TRANSLATE_NOOP("LayoutNames", "text")),
    "main": str(QT_TRANSLATE_NOOP("LayoutNames", "main colour")),
    "accent": str(QT_TRANSLATE_NOOP("LayoutNames", "second colour")),
    "pale": str(QT_TRANSLATE_NOOP("LayoutNames", "pale")),
    "quiet": str(QT_TRANSLATE_NOOP("LayoutNames", "quiet text")),
    "black": str(QT_TRANSLATE_NOOP("LayoutNames", "black")),
    "line": str(QT_TRANSLATE_NOOP("LayoutNames", "frame and lines")),
}
SCHEMES: Mapping[str, str] = {
    "navy": str(QT_TRANSLATE_NOOP("LayoutNames", "Colours of the navy scheme")),
    "red": str(QT_TRANSLATE_NOOP("LayoutNames", "Colours of the red scheme")),
}
_LONGEST = 14


def said(group: Mapping[str, str], name: str) -> str:
    """What ``name`` is called in the window's language; one that no table has stands for itself."""
    return QCoreApplication.translate(_CONTEXT, group[name]) if name in group else name


def called(element: Element, words: Mapping[str, str]) -> str:
    """What an element is called in lists: by its name, else by its words, else by its kind; ``words`` spell slots."""
    kind = said(KINDS, element.KIND)
    if element.name:
        return element.name
    text = readable("".join(text for text, _ in element.written()), words).strip("{}")
    return f"{kind}：{text[:_LONGEST]}" if text and element.KIND in ("text", "vertical") else kind
