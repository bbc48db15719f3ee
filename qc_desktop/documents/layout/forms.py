"""The forms of layouts, a line each: how one is read, checked, written, and looked through."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qc_desktop.documents.composing import lettered
from qc_desktop.documents.labels.layout import fonts_of, read_label_layout, tables_of
from qc_desktop.documents.labels.layout_check import check_label_layout, label_texts, national_words
from qc_desktop.documents.labels.print_check import check_labels_print
from qc_desktop.documents.layout.checking import check_layout
from qc_desktop.documents.layout.pages import read_page, source_of
from qc_desktop.documents.layout.print_check import check_print
from qc_desktop.documents.layout.printed import named_pictures, printed_texts
from qc_desktop.documents.layout.titles import national_texts
from qc_desktop.documents.registry import document_type
from qc_desktop.documents.types import CELL, PAGE

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Design
    from qc_desktop.domain.findings import Finding


@dataclass(frozen=True)
class Form:
    """``read`` makes a layout of tables, their text and hash (KeyError names the entry), ``check`` raises UserError for
    one that cannot be used, ``tables`` are what is written. ``national`` are titles that ask for an approval, ``texts``
    all that it prints of its own, ``on_paper`` what would come out badly at so many dots to the inch, ``pictures`` what
    it asks for by hash, ``colours`` what their names stand for; ``fonts`` raises UserError where one is not there."""

    read: Callable[[Mapping[str, Any], str, str], Design]
    check: Callable[[Any], None]
    tables: Callable[[Any], dict[str, Any]]
    national: Callable[[Any], Iterator[str]]
    texts: Callable[[Any], Iterator[str]]
    on_paper: Callable[[Any, int], list[Finding]]
    fonts: Callable[[Any], object]
    pictures: Callable[[Any], tuple[str, ...]]
    colours: Callable[[Any], Mapping[str, str]]


FORMS: Mapping[str, Form] = {
    PAGE: Form(
        read=read_page,
        check=check_layout,
        tables=source_of,
        national=national_texts,
        texts=printed_texts,
        on_paper=check_print,
        fonts=lettered,
        pictures=named_pictures,
        colours=lambda layout: next(iter(layout.schemes.values())),
    ),
    CELL: Form(
        read=read_label_layout,
        check=check_label_layout,
        tables=tables_of,
        national=national_words,
        texts=label_texts,
        on_paper=check_labels_print,
        fonts=fonts_of,
        pictures=lambda layout: (),
        colours=lambda layout: layout.colours,
    ),
}


def form_of_kind(kind: Any) -> Form:
    """The form in which layouts of ``kind`` are written. Raises KeyError("kind") for no known kind."""
    try:
        return FORMS[document_type(kind).form]
    except (KeyError, TypeError) as problem:
        raise KeyError("kind") from problem


def form_of(design: Design) -> Form:
    """The form of ``design``."""
    return form_of_kind(design.kind)
