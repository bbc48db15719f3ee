"""Numbers as a person names them: in full, by their last digits, or two with ～ between for a range."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qc_desktop.domain.text import clean_code
from qc_desktop.errors import UserError

MOST_LAST_DIGITS = 6
"""More digits are a number of a pattern without letters."""
_TO = re.compile(r"\s*(?:～|~|至|…|\.\.+)\s*")
_HYPHENED = re.compile(rf"\s*(\d{{1,{MOST_LAST_DIGITS}}})\s*[-－–—]\s*(\d{{1,{MOST_LAST_DIGITS}}})\s*")
"""Last digits with a hyphen between are a range too, unless a number is written so."""
_SEQUENCE = re.compile(r"\d+$")


def is_part(typed: str) -> bool:
    """Whether ``typed`` names by its last digits, or is a range; anything else is a whole number."""
    digits = clean_code(typed)
    is_range = _TO.search(typed.strip()) or _HYPHENED.fullmatch(typed)
    return bool(is_range) or (digits.isdigit() and len(digits) <= MOST_LAST_DIGITS)


def place_of(typed: str, numbers: Sequence[str]) -> int:
    """Where in ``numbers`` the one stands that ``typed`` means. Raises UserError for none, and for several."""
    wanted = clean_code(typed)
    found = [place for place, number in enumerate(numbers) if number == wanted]
    if not found:
        found = _ending(wanted, numbers) if wanted.isdigit() else _spelled_so(wanted, numbers)
    if not found:
        raise UserError("print.not_among", number=typed.strip())
    if len(found) > 1:
        raise UserError("print.several_so", number=typed.strip(), first=numbers[found[0]], second=numbers[found[1]])
    return found[0]


def _spelled_so(wanted: str, numbers: Sequence[str]) -> list[int]:
    return [place for place, number in enumerate(numbers) if clean_code(number) == wanted]


def _ending(digits: str, numbers: Sequence[str]) -> list[int]:
    """Those whose sequence ``digits`` are, zeros before them left out; else those that only end so."""
    whole = [place for place, number in enumerate(numbers) if _sequence(number) == int(digits)]
    return whole or [place for place, number in enumerate(numbers) if number.endswith(digits)]


def _sequence(number: str) -> int:
    found = _SEQUENCE.search(number)
    return int(found[0]) if found else -1


def between(numbers: Sequence[str], first: str = "", last: str = "") -> list[str]:
    """``numbers`` from ``first`` to ``last``, both of them too; empty is an open end.

    Raises UserError for a number that is not there, and where the last stands before the first.
    """
    start = place_of(first, numbers) if first.strip() else 0
    end = place_of(last, numbers) if last.strip() else len(numbers) - 1
    if start > end and numbers:
        raise UserError("print.backwards", first=first, last=last)
    return list(numbers[start : end + 1])


def _ends(text: str, numbers: Sequence[str]) -> Sequence[str]:
    hyphened = None if clean_code(text) in numbers else _HYPHENED.fullmatch(text)
    return hyphened.groups() if hyphened else _TO.split(text.strip(), maxsplit=1)


def named(typed: Sequence[str], numbers: Sequence[str]) -> list[str]:
    """Those of ``numbers`` that ``typed`` names, each a number or two with ～ between. Raises UserError."""
    found: list[str] = []
    for text in typed:
        first, *rest = _ends(text, numbers)
        if not first.strip() and not "".join(rest).strip():  # a mark alone would mean the whole year
            raise UserError("print.not_among", number=text.strip())
        found += between(numbers, first, rest[0] if rest else first)
    return found
