"""Text as offices type it, brought into one form before it is compared or stored."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_SPACES = re.compile(r"\s+")
_IDEOGRAPHIC_EDGE = re.compile(r"(?<=[⺀-鿿豈-﫿\U00020000-\U0003FFFF]) | (?=[⺀-鿿豈-﫿\U00020000-\U0003FFFF])")
_TO_FULL_BRACKETS = str.maketrans({"(": "（", ")": "）"})


def clean(text: str) -> str:
    """``text`` in NFC, control characters and line breaks as blanks, blanks collapsed and trimmed."""
    if text.isprintable():  # then a blank is the only white space in it
        plain = unicodedata.normalize("NFC", text).strip()
        return _SPACES.sub(" ", plain) if "  " in plain else plain
    spaced = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    visible = "".join(c for c in spaced if unicodedata.category(c) != "Cf")
    return _SPACES.sub(" ", unicodedata.normalize("NFC", visible)).strip()


def clean_plain(text: str) -> str:
    """A number to call, an address on the net: as :func:`clean`, full-width digits and letters plain."""
    return unicodedata.normalize("NFKC", clean(text))


def clean_code(text: str) -> str:
    """A code or number: NFKC (full-width digits and letters become plain), upper case, no blanks."""
    if text.isascii() and text.isalnum():
        return text.upper()
    return _SPACES.sub("", unicodedata.normalize("NFKC", clean(text))).upper()


def clean_name(text: str) -> str:
    """An organisation's name as it is stored and printed.

    Full-width letters and digits become plain, blanks beside Chinese characters (line breaks in a cell) go, and
    brackets are the full-width pair that registration authorities print.
    """
    plain = clean(unicodedata.normalize("NFKC", text))
    joined = _IDEOGRAPHIC_EDGE.sub("", plain) if " " in plain else plain
    return joined.translate(_TO_FULL_BRACKETS) if "(" in joined or ")" in joined else joined


def name_key(text: str) -> str:
    """The form under which two spellings of a name are the same name: for comparing only."""
    return re.sub(r"[\s（）()·•・.,，。、\-—_]", "", clean_name(text)).casefold()


def private_use(text: str) -> list[str]:
    """The private-use characters in ``text``: they mean nothing outside the PC that made them."""
    return [c for c in text if unicodedata.category(c) == "Co"]


def code_points(characters: Iterable[str]) -> str:
    """``characters`` as a sentence names what cannot be shown: U+E000、U+F8FF."""
    return "、".join(f"U+{ord(character):04X}" for character in characters)


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet could take ``text`` for a formula (also full-width =+-@)."""
    return text[:1] in tuple("=+-@＝＋－＠\t\r")


def masked(text: str) -> str:
    """Personal data with all but its ends hidden."""
    if len(text) < 2:
        return "*" * len(text)
    return text[0] + "*" * (len(text) - 2) + text[-1] if len(text) > 2 else text[0] + "*"


def gb_order(text: str | None) -> bytes | None:
    """A key that lists ``text`` about as spoken, for next to nothing: GB/T 2312 has its 3,755 usual characters in the
    order of pinyin, the rarer ones after them.
    """
    return None if text is None else text.casefold().encode("gb18030", "replace")
