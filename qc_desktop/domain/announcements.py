"""公告: what an announcement says, whatever it is written as."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Announcement:
    """An announcement with the roster as its annex, its words filled in.

    ``head`` is the red name of the issuing body, empty for none; ``day`` is written as paper has it. ``columns`` are
    headings with their share of the room that the cells leave.
    """

    head: str
    number: str
    title: str
    paragraphs: tuple[str, ...]
    attachment: str
    issuer: str
    day: str
    annex: str
    annex_title: str
    annex_below: str
    columns: tuple[tuple[str, float], ...]
    rows: tuple[tuple[str, ...], ...]
