"""Reading the fields of one row of a list, and collecting what is wrong with them."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING

from qc_desktop.domain import dates
from qc_desktop.domain.cells import LARGEST_EXACT, Cell, is_placeholder, lost_its_digits, text_of
from qc_desktop.domain.findings import Finding, error, warning
from qc_desktop.domain.text import clean, clean_code, clean_name, clean_plain, code_points, private_use

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_OPENING, _CLOSING = "（(《“「【[", "）)》”」】]"
_SEPARATOR = re.compile(r"[、；，;,\r\n]")
_REPLACEMENT = "\ufffd"


class RowFields:
    """One row as a mapping of field names to cells; ``findings`` grows as fields are read."""

    def __init__(self, row: Mapping[str, Cell]) -> None:
        self._row = row
        self.findings: list[Finding] = []

    def raw(self, field: str) -> Cell:
        """The cell as it is; empty text where the list has no such column."""
        return self._row.get(field, "")

    def has(self, field: str) -> bool:
        """Whether the list has a column for ``field``."""
        return field in self._row

    def shown(self, field: str) -> str:
        """The cell as a person sees it."""
        return text_of(self.raw(field))

    def reject(self, code: str, field: str, **params: object) -> None:
        """Notes an error about ``field``."""
        self.findings.append(error(code, field, self.shown(field), **params))

    def remark(self, code: str, field: str, **params: object) -> None:
        """Notes a warning about ``field``."""
        self.findings.append(warning(code, field, self.shown(field), **params))

    def text(self, field: str, limit: int | None = None) -> str:
        """Free text, one line, characters as they are; a placeholder counts as nothing."""
        return self._bounded(field, clean, limit)

    def name(self, field: str, limit: int) -> str:
        """The name of a person, a place or an organisation in the form it is stored in."""
        return self._bounded(field, clean_name, limit)

    def plain(self, field: str, limit: int) -> str:
        """A number to call, an address on the net: full-width digits and letters become plain."""
        return self._bounded(field, clean_plain, limit)

    def code(self, field: str) -> str:
        """A code that must have come as text; a number has lost digits, which is an error and never repaired."""
        if lost_its_digits(self.raw(field)):
            self.reject("row.digits_lost", field)
            return ""
        return clean_code(self._legible(field))

    def number_as_code(self, field: str, limit: int) -> str:
        """A short code of the association's own: a small whole number is taken, with a word about leading zeros."""
        cell = self.raw(field)
        if isinstance(cell, (int, float)) and float(cell).is_integer() and 0 <= cell < LARGEST_EXACT:
            self.remark("row.number_as_code", field)
            return text_of(cell)
        return self.code(field) if lost_its_digits(cell) else self._bounded(field, clean_code, limit)

    def many(self, field: str, limit: int) -> tuple[str, ...]:
        """The items of an enumeration (、；or line breaks outside brackets), each once, in their order."""
        text = self._legible(field)
        if not text:
            return ()
        items = [clean(item) for item in split_outside_brackets(text)]
        longest = max((len(item) for item in items), default=0)
        if longest > limit:
            self.reject("row.too_long", field, length=longest, limit=limit)
        return tuple(dict.fromkeys(item for item in items if not is_placeholder(item)))

    def day(self, field: str) -> dt.date | None:
        """A day, from a date cell or written out; what cannot be read is remarked on."""
        cell = self.raw(field)
        if isinstance(cell, dt.datetime):
            return cell.date()
        if isinstance(cell, dt.date):
            return cell
        text = text_of(cell)
        day = dates.parse(text)
        if day is None and not is_placeholder(text):
            self.remark("row.date_unknown", field)
        return day

    def _legible(self, field: str) -> str:
        """The text of ``field``; characters that mean nothing elsewhere are errors, a placeholder is nothing."""
        cell = self._row.get(field, "")
        text = cell if isinstance(cell, str) else text_of(cell)
        if not text:
            return ""
        if not text.isprintable() or _REPLACEMENT in text:  # most text is, and needs no closer look
            self._look_closer(field, text)
        return "" if is_placeholder(text) else text

    def _look_closer(self, field: str, text: str) -> None:
        strange = sorted({*private_use(text), *(c for c in text if c == _REPLACEMENT or "\ud800" <= c <= "\udfff")})
        if strange:
            self.reject("row.private_use", field, characters=code_points(strange))
        if any(unicodedata.category(c) == "Cc" and c not in "\t\r\n" for c in text):
            self.remark("row.control_characters", field)

    def _bounded(self, field: str, tidy: Callable[[str], str], limit: int | None) -> str:
        legible = self._legible(field)
        if not legible:
            return ""
        text = tidy(legible)
        if limit is not None and len(text) > limit:
            self.reject("row.too_long", field, length=len(text), limit=limit)
        return text


def split_outside_brackets(text: str) -> Iterator[str]:
    """The parts of ``text`` between 、 ； ， ; , and line breaks, brackets kept whole: 食品（饼干、糕点） is one."""
    if not _SEPARATOR.search(text):
        yield text
        return
    depth, begin = 0, 0
    for place, character in enumerate(text):
        depth += (character in _OPENING) - (character in _CLOSING)
        depth = max(depth, 0)
        if character in "\r\n" or (depth == 0 and _SEPARATOR.match(character)):
            yield text[begin:place]
            begin = place + 1
    yield text[begin:]
