"""One file per document; what they have in common stands here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from qc_desktop.documents.layout import Layout
    from qc_desktop.documents.scene import Text
    from qc_desktop.domain.records import Record

Compose: TypeAlias = "Callable[[Record, Layout, int], list[Text]]"
"""Sets the texts of one page from its record, layout and copy number; raises OverfullError."""


@dataclass(frozen=True)
class DocumentType:
    """A numbered document: how its page is composed and which record values it prints.

    ``required`` are the record's values without which it cannot be issued; ``printed`` maps every printed value
    to the font (see :mod:`qc_desktop.documents.fonts`) that prints it, for the check before numbering. ``entries``
    names what its layout must have, by table; ``flow`` there is what may be stacked.
    """

    kind: str
    compose: Compose
    required: tuple[str, ...]
    printed: Mapping[str, str]
    entries: Mapping[str, tuple[str, ...]]
