"""The text form D15: bytes as decimal digits, which a QR's numeric mode holds densely and a link survives.

6 bytes become 15 digits; a short last chunk of 1–5 bytes becomes 3, 5, 8, 10 or 13.
"""

from __future__ import annotations

from qc_desktop.domain.verification import Reason
from qc_desktop.trust.refusal import RefusedError

CHUNK_BYTES = 6
WIDTHS = (0, 3, 5, 8, 10, 13, 15)
"""Digits for a chunk of 0 to 6 bytes."""
CHUNK_DIGITS = WIDTHS[CHUNK_BYTES]
_BYTES = {digits: count for count, digits in enumerate(WIDTHS)}


def to_digits(data: bytes) -> str:
    """``data`` as decimal digits."""
    chunks = (data[start : start + CHUNK_BYTES] for start in range(0, len(data), CHUNK_BYTES))
    return "".join([str(int.from_bytes(chunk)).zfill(WIDTHS[len(chunk)]) for chunk in chunks])


def from_digits(text: str) -> bytes:
    """The bytes behind ``text``.

    Raises RefusedError: BAD_DIGITS for anything but ASCII digits and for a chunk of k bytes that is 256^k or more,
    INCOMPLETE where no number of bytes gives this many digits.
    """
    if not (text.isascii() and text.isdigit()) and text:
        raise RefusedError(Reason.BAD_DIGITS)
    if len(text) % CHUNK_DIGITS not in _BYTES:
        raise RefusedError(Reason.INCOMPLETE)
    return b"".join([_chunk(text[start : start + CHUNK_DIGITS]) for start in range(0, len(text), CHUNK_DIGITS)])


def bytes_in(digits: int) -> int:
    """The most bytes that fit into ``digits`` digits."""
    whole, rest = divmod(digits, CHUNK_DIGITS)
    return whole * CHUNK_BYTES + max(count for count, width in enumerate(WIDTHS) if width <= rest)


def _chunk(digits: str) -> bytes:
    try:
        return int(digits).to_bytes(_BYTES[len(digits)])
    except OverflowError as error:
        raise RefusedError(Reason.BAD_DIGITS) from error
