"""统一社会信用代码: the 18 characters of GB 32100-2015.

python-stdnum refuses registration prefixes that exist (A, N, Y), so the rule stands here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qc_desktop.domain.findings import Finding, error, warning
from qc_desktop.domain.text import clean_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qc_desktop.domain.admin_divisions import AdminDivisionIndex

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LENGTH = 18
_VALUE = {character: value for value, character in enumerate(ALPHABET)}
_WEIGHTS = tuple(pow(3, place, 31) for place in range(LENGTH - 1))
_ORG_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def check_character(first17: str) -> str:
    """The 18th character for ``first17`` (GB 32100-2015, annex A). Raises KeyError outside the alphabet."""
    total = sum(_VALUE[c] * weight for c, weight in zip(first17, _WEIGHTS, strict=True))
    return ALPHABET[(31 - total % 31) % 31]


def org_code(uscc: str) -> str:
    """The organisation code within ``uscc``: characters 9 to 17."""
    return uscc[8:17]


def org_code_is_regular(code: str) -> bool:
    """Whether the 9 characters of ``code`` carry their GB 11714 check character (letters A=10 … Z=35)."""
    total = sum(int(c, 36) * weight for c, weight in zip(code[:8], _ORG_WEIGHTS, strict=True))
    return code[8] == "0123456789X0"[(11 - total % 11)]


def admin_division_code(uscc: str) -> str:
    """The registering division within ``uscc``: characters 3 to 8, a GB/T 2260 code."""
    return uscc[2:8]


NATIONAL = "100000"
"""The register of the national administration names no division."""


def check_division(code: str, divisions: AdminDivisionIndex) -> list[Finding]:
    """A warning where a well-formed ``code`` was registered in a division that GB/T 2260 no longer has.

    Divisions are merged and renamed while companies keep their codes. 市辖区 and 省直辖 headings (…01, ..90..) stand
    for the city or province around them.
    """
    division = admin_division_code(code)
    heading = division[:4] if division.endswith("01") else division[:2] if division[2:4] == "90" else division
    known = division == NATIONAL or divisions.get(division) or divisions.get(heading)
    if known or not is_valid(code):
        return []
    return [warning("uscc.division", "uscc", code, division=division)]


def check(text: str) -> tuple[str, list[Finding]]:
    """``text`` as a code, and what is wrong with it.

    A wrong length, character or check character is an error; an irregular embedded organisation code only a
    warning (old codes were carried over).
    """
    code = clean_code(text)
    if len(code) != LENGTH:
        return code, [error("uscc.length", "uscc", text, length=len(code))]
    foreign = sorted(set(code) - set(ALPHABET))
    if foreign:
        return code, [error("uscc.character", "uscc", text, characters="".join(foreign))]
    if check_character(code[:17]) != code[17]:
        return code, [error("uscc.check", "uscc", text, last=code[17])]
    if not org_code_is_regular(org_code(code)):
        return code, [warning("uscc.org_code", "uscc", text, org_code=org_code(code))]
    return code, []


def is_one_slip(one: str, other: str) -> bool:
    """Whether one character typed wrongly, left out, added or changed places with its neighbour lies between them."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1 or one == other:
        return False
    first = next((place for place, pair in enumerate(zip(shorter, longer, strict=False)) if pair[0] != pair[1]), -1)
    if len(shorter) < len(longer):
        return first < 0 or shorter[first:] == longer[first + 1 :]
    if shorter[first + 1 :] == longer[first + 1 :]:
        return True
    swapped = shorter[first : first + 2] == longer[first : first + 2][::-1]
    return swapped and shorter[first + 2 :] == longer[first + 2 :]


def neighbours(code: str) -> list[str]:
    """The well-formed codes that ``code``, which is none, may be meant for: all that one slip leads to."""
    if not LENGTH - 1 <= len(code) <= LENGTH + 1:
        return []
    return [found for found in dict.fromkeys(_slips(code)) if is_valid(found)]


def _slips(code: str) -> Iterator[str]:
    """``code`` with a character too few put in, one too many taken out, one changed, or two neighbours swapped."""
    changed = 1 if len(code) == LENGTH else 0
    for place in range(len(code) + 1):
        before, after = code[:place], code[place:]
        if len(code) > LENGTH:
            yield before + after[1:]
            continue
        yield from (before + letter + after[changed:] for letter in ALPHABET)
        if changed:
            yield before + after[:2][::-1] + after[2:]


def is_valid(code: str) -> bool:
    """Whether ``code`` is a well-formed code with the right check character."""
    return len(code) == LENGTH and all(c in _VALUE for c in code) and check_character(code[:17]) == code[17]
