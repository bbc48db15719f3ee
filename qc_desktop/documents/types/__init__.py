"""One file per document; what they have in common stands here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from qc_desktop.documents.values import Variable

CERTIFICATE, LETTER, POST, LABEL = "certificate", "letter", "post", "label"
"""Groups of documents, in the order of lists."""
PAGE, CELL = "page", "cell"
"""Forms of layouts: elements on a page; lines in a label that stretches to every sheet."""


@dataclass(frozen=True)
class DocumentType:
    """A document: what it can say, and what its layout must have.

    ``required`` are the record's values without which it cannot be made; ``words`` and ``phrases`` are texts that a
    layout brings along; ``says`` are variables and words that must stand on the page (a|b: either); ``elements``
    names kinds of elements of which there must be just one. ``phrase_slots`` are what phrases may name that are filled
    before a record is frozen, ``word_slots`` what a word may name that may not name all. ``schemes`` are the colour
    schemes that a layout brings along.

    ``form`` is how its layouts are written, ``group`` what lists put it with. One that runs over ``pages`` takes as
    many as its text needs; any other is a single page.
    """

    kind: str
    variables: tuple[Variable, ...]
    required: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    phrase_slots: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    schemes: tuple[str, ...] = ("navy",)
    group: str = CERTIFICATE
    pages: bool = False
    form: str = PAGE
    word_slots: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_name: Mapping[str, Variable] = field(init=False)

    def __post_init__(self) -> None:
        """Variables by their name."""
        object.__setattr__(self, "by_name", {known.id: known for known in self.variables})

    @property
    def is_numbered(self) -> bool:
        """Whether it carries a label with a number of its own."""
        return "label" in self.elements


def plain(name: str, sample: str, *, own: bool = True) -> Variable:
    """A variable that is the record's value of the same name."""
    return Variable(name, sample, lambda facts: facts.text(name), (name,), own)


def listed(name: str, sample: tuple[str, ...], *, own: bool = True) -> Variable:
    """A variable that is the record's list of the same name."""
    return Variable(name, sample, lambda facts: facts.items(name), (name,), own)


def page_number() -> Variable:
    """Which page of a document this is."""
    return Variable("page", "1", lambda facts: str(facts.page))
