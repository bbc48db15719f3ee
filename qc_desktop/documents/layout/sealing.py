"""Where the seal comes down: over the issuer and the date as it should, and over what it would spoil."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot
from typing import TYPE_CHECKING

from qc_desktop.caches import for_a_batch
from qc_desktop.documents.composing import HALF_TYPED, compose_pages
from qc_desktop.documents.elements.label import Label
from qc_desktop.documents.elements.seal import Seal
from qc_desktop.documents.layout.extents import Extent, box_of, line_extent
from qc_desktop.documents.layout.sampling import sample_record
from qc_desktop.domain.certificates import SEAL_MM, SMALL_SEAL_MM
from qc_desktop.domain.findings import Finding, error, warning

if TYPE_CHECKING:
    from qc_desktop.documents.layout.model import Layout

_PART = 4
"""Characters of a line by which a part of the holder's name is known."""


@for_a_batch(16)
def badly_sealed(layout: Layout) -> tuple[Finding, ...]:
    """A seal over the label, of which the quiet zone is a part, makes it unreadable: an error where even a small one
    does, else a warning. Over the holder's name it is a warning: the name can still be read."""
    found = []
    for seal in layout.of(Seal):
        for label in layout.of(Label):
            if _meets(seal, box_of(label), SMALL_SEAL_MM):
                found.append(error("preflight.seal_on_label", seal.id, name=label.called))
            elif _meets(seal, box_of(label)):
                found.append(warning("preflight.seal_near_label", seal.id, name=label.called, size=f"{SEAL_MM:g}"))
        if any(_meets(seal, room) for room in _names(layout)):
            found.append(warning("preflight.seal_on_name", seal.id))
    return tuple(found)


def _meets(seal: Seal, room: Extent, least: float = SEAL_MM) -> bool:
    """Whether the round seal, as large as its box and no smaller than ``least``, touches ``room``."""
    x, y = seal.x + seal.width / 2, seal.y + seal.height / 2
    across = max(room.x - x, 0.0, x - room.right)
    down = max(room.y - y, 0.0, y - room.bottom)
    return hypot(across, down) < max(seal.width, seal.height, least) / 2


def _names(layout: Layout) -> Iterator[Extent]:
    """The lines that print the holder's name, or a part of it."""
    record = sample_record(layout)
    holder = str(record.get("holder", ""))
    try:
        lines = [line for page in compose_pages(record, layout) for line in page]
    except HALF_TYPED:
        return
    for line in lines:
        text = line.line.text.strip()
        if holder and (holder in text or (len(text) >= _PART and text in holder)):
            yield line_extent(line, layout)
