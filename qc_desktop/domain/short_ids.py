"""Ids as a person reads and types them: their end, for the beginning is the time and alike for a minute and more."""

from __future__ import annotations

from collections.abc import Sequence

from qc_desktop.domain.text import clean_code
from qc_desktop.errors import UserError

LENGTH = 8


def short_id(row_id: str) -> str:
    """The end of ``row_id``, a UUIDv7: random, and so its own."""
    return row_id[-LENGTH:]


def names(typed: str, row_id: str) -> bool:
    """Whether ``typed`` may mean ``row_id``: as its end, or its beginning."""
    wanted = clean_code(typed).lower()
    return bool(wanted) and (row_id.endswith(wanted) or row_id.startswith(wanted))


def only_one(typed: str, found: Sequence[str]) -> str:
    """The one of the batches ``found`` that ``typed`` names. Raises UserError for none, and for several."""
    if not found:
        raise UserError("print.unknown_batch", batch=typed)
    if len(found) > 1:
        raise UserError("print.several_batches", batch=typed, known=[short_id(row_id) for row_id in found[:5]])
    return found[0]
