"""The link around a payload: how long it may be, how it is written, and how it comes back from people and phones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from qc_desktop.errors import UserError
from qc_desktop.trust import fields
from qc_desktop.trust.digits import bytes_in, to_digits
from qc_desktop.trust.payload import SIGNATURE_BYTES

CERTIFICATE_FIXED = 43 + SIGNATURE_BYTES
"""Bytes of a certificate's payload besides the holder's name."""
LONGEST_PREFIX = 40

_QR_DATA_BITS = 216 * 8
"""Version 10 at level M: 216 data codewords (ISO/IEC 18004, table 7)."""
_BYTE_HEADER, _NUMERIC_HEADER = 4 + 16, 4 + 12
"""Mode indicator and character count in versions 10 to 26 (ISO/IEC 18004, tables 2 and 3)."""

_PREFIX = re.compile(r"https://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~-]+)*/#")
_LINK = re.compile(
    r"(?<![A-Za-z+.-])[A-Za-z][A-Za-z0-9+.-]{0,30}://\S*"
    r"|(?<![A-Za-z0-9.@/_-])[A-Za-z0-9][A-Za-z0-9.-]{0,252}\.[A-Za-z]{2,63}(?::[0-9]{1,5})?/\S*"
)
"""A link, also one written without its https://. Every repetition that can be tried again is bounded."""
_DIGITS = re.compile(r"[0-9]+")
_IN_QUERY = re.compile(r"[?&]c=([0-9]+)")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a text: the payload's digits (empty if there are none), and where.

    ``foreign`` is true for a link with another prefix than ours, whose digits are not worth a look; ``link`` is
    the link itself, empty for bare digits.
    """

    digits: str
    link: str = ""
    foreign: bool = False


def check_prefix(prefix: str) -> str:
    """``prefix`` if links may begin with it. Raises UserError: none, not https or not ending in ``/#``, too long."""
    if not prefix:
        raise UserError("trust.prefix_missing")
    if not _PREFIX.fullmatch(prefix):
        raise UserError("trust.prefix_form", prefix=prefix)
    if len(prefix) > LONGEST_PREFIX:
        raise UserError("trust.prefix_long", prefix=prefix, length=len(prefix), limit=LONGEST_PREFIX)
    return prefix


def name_limit(prefix: str) -> int:
    """How many bytes of a holder's name fit into a version 10-M symbol after ``prefix``, at most 69.

    One segment in byte mode, one numeric. Raises UserError for a prefix that :func:`check_prefix` refuses.
    """
    bits = _QR_DATA_BITS - _BYTE_HEADER - 8 * len(check_prefix(prefix)) - _NUMERIC_HEADER
    triples, rest = divmod(bits, 10)
    digits = 3 * triples + (2 if rest >= 7 else 1 if rest >= 4 else 0)
    return min(bytes_in(digits) - CERTIFICATE_FIXED, fields.NAME_BYTES)


def link(prefix: str, payload: bytes) -> str:
    """The text of the QR: ``prefix`` (a byte segment) and the digits (a numeric one)."""
    return prefix + to_digits(payload)


def query_link(prefix: str, payload: bytes) -> str:
    """The same link in the form ``?c=`` for programs that drop what stands behind ``#``."""
    return f"{prefix.removesuffix('#')}?c={to_digits(payload)}"


def find(text: str, prefixes: Collection[str]) -> Found:
    """The payload's digits in what a scanner, a camera or a person gives.

    The first link in ``text`` decides, by its prefix first of all: then the digits after ``#`` or else after
    ``c=`` in the query count, up to the first non-digit, whatever a messenger put around them
    (``?from=…#``, ``&shareTo=…``). Without a link the whole text has to be digits, blanks and full-width ones allowed.
    """
    match = _LINK.search(text)
    if match is None:
        bare = _BLANKS.sub("", unicodedata.normalize("NFKC", text))
        return Found(bare if _DIGITS.fullmatch(bare) else "")
    address, _, fragment = match[0].partition("#")
    base, _, query = address.partition("?")
    if _with_scheme(base) + "#" not in prefixes:
        return Found("", match[0], foreign=True)
    digits = _DIGITS.match(fragment) or _IN_QUERY.search("?" + query)
    return Found(digits[digits.re.groups] if digits else "", match[0])


def digits_in_query(target: str) -> str:
    """The payload's digits in the query of what a browser asked a server for; empty if there are none."""
    found = _IN_QUERY.search(target.partition("#")[0])
    return found[1] if found else ""


def _with_scheme(base: str) -> str:
    """``base`` with scheme and host in lower case, https where none is written (people leave it out)."""
    scheme, mark, rest = base.partition("://")
    if not mark:
        scheme, rest = "https", base
    host, slash, path = rest.partition("/")
    return f"{scheme.lower()}://{host.lower()}{slash}{path}"
