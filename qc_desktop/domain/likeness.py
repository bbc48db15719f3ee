"""Whether two companies may be one and the same, and what speaks for it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from qc_desktop.domain import uscc
from qc_desktop.domain.company_names import PlaceNames, name_parts, places_differ, sound_of
from qc_desktop.domain.text import clean_code, name_key

NEAR = 0.8
"""How much of two names' cores must agree: one character of five."""
_NUMERALS = re.compile(r"[0-9一二三四五六七八九十百]")


class Likeness(StrEnum):
    """Why two companies may be the same, the strongest reason first."""

    SAME_USCC = "same_uscc"
    NEAR_USCC = "near_uscc"
    SAME_ORG_CODE = "same_org_code"
    SAME_NAME = "same_name"
    FORMER_NAME = "former_name"
    SHORT_NAME = "short_name"
    SAME_CORE = "same_core"
    SAME_SOUND = "same_sound"
    NEAR_NAME = "near_name"


STRENGTH = {reason: place for place, reason in enumerate(Likeness)}


@dataclass(frozen=True)
class Identity:
    """What a company is known by; ``former`` are the keys of its former names."""

    key: str
    uscc: str
    short: str
    former: frozenset[str]
    core: str
    place: str

    @cached_property
    def sound(self) -> str:
        """How the core of the name is spoken."""
        return sound_of(self.core)


def identity(name: str, code: str, short_name: str, former_names: Iterable[str], places: PlaceNames) -> Identity:
    """The identity of a company with these names and the credit code ``code``."""
    parts = name_parts(name, places)
    former = frozenset(map(name_key, former_names)) - {""}
    return Identity(name_key(name), clean_code(code), name_key(short_name), former, parts.core, parts.place)


def likeness(one: Identity, other: Identity) -> Likeness | None:
    """The strongest reason why ``one`` and ``other`` may be the same company; None where nothing speaks for it.

    Companies with two sound codes are two companies, however alike their names: only the very same name, now or
    formerly, makes them worth a look.
    """
    return _by_code(one, other) or _by_name(one, other) or _by_core(one, other)


def _by_code(one: Identity, other: Identity) -> Likeness | None:
    if not (one.uscc and other.uscc):
        return None
    if one.uscc == other.uscc:
        return Likeness.SAME_USCC
    if uscc.is_one_slip(one.uscc, other.uscc):
        return Likeness.NEAR_USCC
    same = len(one.uscc) == len(other.uscc) == uscc.LENGTH and uscc.org_code(one.uscc) == uscc.org_code(other.uscc)
    return Likeness.SAME_ORG_CODE if same else None


def _by_name(one: Identity, other: Identity) -> Likeness | None:
    if one.key and one.key == other.key:
        return Likeness.SAME_NAME
    if one.key in other.former or other.key in one.former or one.former & other.former:
        return Likeness.FORMER_NAME
    return None


def _by_core(one: Identity, other: Identity) -> Likeness | None:
    if not (one.core and other.core) or _two_codes(one, other) or places_differ(one.place, other.place):
        return None
    if _is_short_name(one, other) or _is_short_name(other, one):
        return Likeness.SHORT_NAME
    if one.core == other.core:
        return Likeness.SAME_CORE
    if _NUMERALS.findall(one.core) != _NUMERALS.findall(other.core):  # the first and the second works are two
        return None
    if one.sound == other.sound:
        return Likeness.SAME_SOUND
    return Likeness.NEAR_NAME if _is_near(one.core, other.core) else None


def _two_codes(one: Identity, other: Identity) -> bool:
    return one.uscc != other.uscc and uscc.is_valid(one.uscc) and uscc.is_valid(other.uscc)


def _is_short_name(one: Identity, other: Identity) -> bool:
    """Whether the name of ``one``, or what is left of it, is the short name of ``other``."""
    return bool(other.short) and other.short in (one.key, one.core) and one.core != other.core


def _is_near(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.normalized_similarity(one, other, score_cutoff=NEAR) >= NEAR
