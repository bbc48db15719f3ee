"""Sentences that an association words itself, that are kept as data and printed: looked through like a layout's."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from qc_desktop.domain.claims import claims, is_national, speaks_for_all
from qc_desktop.domain.spelling import spelled
from qc_desktop.domain.text import clean


class Place(StrEnum):
    """Where such a sentence is kept; sentences say it as the way there."""

    THEME = "theme"
    CLAUSE = "clause"
    INVITATION_NOTICE = "invitation_notice"
    ANNOUNCEMENT_NO = "announcement_no"
    ISSUER_LINE = "issuer_line"
    ROSTER_TITLE = "roster_title"


_TITLES = (Place.THEME, Place.ROSTER_TITLE)
"""They name what is printed: 全国 in them asks for an approval whatever else they say."""
_PROMISES = frozenset({"保证质量", "担保", "质量可靠", "质量合格", "检验合格", "100%合格", "guarantee"})
"""What a company may promise."""
_OURS = re.compile("[本我](?:协|学|商|联合)?会|协会|学会|association")
_COUNTED = frozenset({"No.1", "第一"})
"""What a number may say."""
_NAME = "{association}"
"""In the place of its name, as a variable: words before and behind do not meet."""


def promised(text: str) -> frozenset[str]:
    """The words that may stand in ``text`` where a company speaks: what it promises, and the association does not."""
    return frozenset() if _OURS.search(spelled(text).letters) else _PROMISES


@dataclass(frozen=True)
class Worded:
    """One such sentence; ``name`` is the association's own, which claims nothing, ``year`` the campaign's, 0 where that
    goes without saying."""

    place: Place
    text: str
    name: str = ""
    year: int = field(default=0, compare=False)

    @property
    def key(self) -> str:
        """What a reason for this wording in this place is kept under."""
        return hashlib.sha256(f"{self.place}\n{clean(self.text)}".encode()).hexdigest()[:24]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in it that claim too much there."""
        return tuple(claim.word for claim in claims(self._rest) if claim.word not in self._spared)

    @cached_property
    def is_national(self) -> bool:
        """Whether it may only be used with an approval."""
        if self.place in _TITLES:
            return is_national(self._rest)
        return self.place is Place.ISSUER_LINE and speaks_for_all(self._rest)

    @property
    def _rest(self) -> str:
        return self.text.replace(self.name, _NAME) if self.name else self.text

    @property
    def _spared(self) -> frozenset[str]:
        if self.place is Place.CLAUSE:
            return promised(self.text)
        return _COUNTED if self.place in (Place.INVITATION_NOTICE, Place.ANNOUNCEMENT_NO) else frozenset()
