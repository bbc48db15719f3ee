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


def only_one(typed: str, known: Sequence[str], *, unknown: str, several: str) -> str:
    """The one of the ids ``known``, newest first, that ``typed`` names.

    Raises UserError ``unknown`` for none, with the newest there are, and ``several`` with those that it may mean.
    """
    found = [row_id for row_id in known if names(typed, row_id)]
    if len(found) == 1:
        return found[0]
    raise UserError(several if found else unknown, batch=typed, known=[short_id(one) for one in (found or known)[:5]])
