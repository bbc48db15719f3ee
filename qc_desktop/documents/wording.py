"""Printed sentences made from a layout's phrases and the data of one company."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from qc_desktop.documents.values import template
from qc_desktop.domain.campaigns import cited

if TYPE_CHECKING:
    from qc_desktop.documents.layout import Layout

_NUMBER = "{announcement_no}"


def fill(phrase: str, fields: Mapping[str, object]) -> str | None:
    """``phrase`` with its slots filled, or None where a value is missing or empty.

    ``{name}`` takes the value as it is; ``{name:date}`` an ISO date, printed as GB/T 9704 writes it.
    """
    known = template(phrase)
    return known.fill({name: str(fields.get(name) or "") for name in known.names})


def filled(phrases: Sequence[str], fields: Mapping[str, object]) -> list[str]:
    """The phrases of ``phrases`` whose data is there, filled."""
    return [text for phrase in phrases if (text := fill(phrase, fields)) is not None]


def statement(layout: Layout, fields: Mapping[str, object]) -> str:
    """The sentence a certificate states, to be frozen into its record at issue.

    ``fields``: holder, uscc, year, theme, displayed_from (ISO date), announcement_no. A phrase whose data is
    missing is left out. Where the number says 公告 itself, the phrase does not say it again.
    """
    number = str(fields.get("announcement_no") or "")
    phrases = layout.phrases["statement"]
    if cited(number) == number:
        phrases = tuple(phrase.replace(cited(_NUMBER), _NUMBER) for phrase in phrases)
    return "".join(filled(phrases, fields))
