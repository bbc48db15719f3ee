"""The names under which people act: shown in the history, on screens and in terminals."""

from __future__ import annotations

from qc_desktop.domain.text import clean, code_points, private_use
from qc_desktop.errors import UserError

LONGEST = 40


def staff_name(typed: str) -> str:
    """``typed`` as it is kept: one line, no control characters.

    Raises UserError for nothing, for more than LONGEST characters, and for private-use characters.
    """
    name = clean(typed)
    if not name:
        raise UserError("staff.no_name")
    if len(name) > LONGEST:
        raise UserError("staff.long_name", length=len(name), limit=LONGEST)
    if strange := private_use(name):
        raise UserError("staff.private_use", characters=code_points(strange))
    return name
