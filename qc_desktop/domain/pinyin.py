"""pypinyin's dictionaries, each syllable held once. Loading them takes a third of a second: import it where it is used.

The dictionary of words has 140,000 syllables, each as a list and a text of its own, of which 1,200 differ: 25 MB.
"""

from pypinyin import Style, lazy_pinyin, pinyin
from pypinyin.constants import PHRASES_DICT
from pypinyin.contrib.tone_convert import to_normal
from pypinyin.seg.mmseg import seg

__all__ = ["PHRASES_DICT", "Style", "lazy_pinyin", "pinyin", "seg", "to_normal"]


def _hold_once(words: dict[str, list[list[str]]]) -> None:
    """Lets equal syllables of ``words`` be the same."""
    known: dict[tuple[str, ...], list[str]] = {}
    for syllables in words.values():
        syllables[:] = [known.setdefault(tuple(readings), readings) for readings in syllables]


_hold_once(PHRASES_DICT)
