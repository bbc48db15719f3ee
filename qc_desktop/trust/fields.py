"""The fields of a payload that need more than ``struct``: serial, days, the credit code, the holder's name."""

from __future__ import annotations

import datetime as dt
import unicodedata

from qc_desktop.domain.certificates import SEQUENCE_LIMIT, Serial
from qc_desktop.domain.uscc import ALPHABET, LENGTH
from qc_desktop.domain.verification import Reason
from qc_desktop.trust.refusal import RefusedError

DAY_0 = dt.date(2000, 1, 1)
LAST_DAY = DAY_0 + dt.timedelta(days=0xFFFF)
NAME_BYTES = 69
"""The most that a holder's name takes, the … of a cut name included."""
ELLIPSIS = "…"

_SERIAL_BYTES = 5
_SERIAL_LIMIT = 10**12
_USCC_BYTES = 12
_USCC_LIMIT = len(ALPHABET) ** LENGTH
_CHARACTERS = frozenset(ALPHABET)
_TO_BASE_31 = str.maketrans(ALPHABET, "0123456789abcdefghijklmnopqrstu")
"""From the alphabet of GB 32100-2015 to the digits that ``int`` knows in base 31."""


def pack_serial(serial: Serial) -> bytes:
    """The decimal number KKYYYYNNNNNN in 5 bytes. Raises ValueError unless its parts have 2, 4 and 6 digits."""
    in_range = 0 <= serial.series < 100 and 0 <= serial.year < 10_000 and 0 <= serial.sequence <= SEQUENCE_LIMIT
    if not in_range:
        raise ValueError(f"{serial} does not fit into KKYYYYNNNNNN")
    return int(serial).to_bytes(_SERIAL_BYTES)


def unpack_serial(data: bytes) -> Serial:
    """The serial in 5 bytes. Raises RefusedError beyond 12 decimal digits."""
    number = int.from_bytes(data)
    if number >= _SERIAL_LIMIT:
        raise RefusedError(Reason.BAD_SERIAL)
    return Serial.of(number)


def pack_day(day: dt.date) -> int:
    """Days since 2000-01-01. Raises ValueError before that day and after 2179-06-06."""
    if not DAY_0 <= day <= LAST_DAY:
        raise ValueError(f"{day} does not fit into two bytes")
    return (day - DAY_0).days


def pack_last_day(day: dt.date | None) -> int:
    """As :func:`pack_day`, with 0 for None; day 0 itself cannot be a last day and raises ValueError."""
    if day is None:
        return 0
    if day == DAY_0:
        raise ValueError(f"{day} stands for no expiry")
    return pack_day(day)


def unpack_day(days: int) -> dt.date:
    """The day that is ``days`` days (0 to 65535) after 2000-01-01."""
    return DAY_0 + dt.timedelta(days=days)


def pack_uscc(code: str) -> bytes:
    """``code`` as a base-31 integer, first character most significant, plus 1, in 12 bytes; 0 for no code.

    Raises ValueError unless it has 18 characters of the alphabet; its check character is not looked at.
    """
    if not code:
        return bytes(_USCC_BYTES)
    if len(code) != LENGTH or not _CHARACTERS.issuperset(code):
        raise ValueError(f"no credit code: {code!r}")
    return (int(code.translate(_TO_BASE_31), len(ALPHABET)) + 1).to_bytes(_USCC_BYTES)


def unpack_uscc(data: bytes) -> str:
    """The code in 12 bytes, empty for 0. Raises RefusedError beyond 18 characters' worth."""
    value = int.from_bytes(data) - 1
    if value < 0:
        return ""
    if value >= _USCC_LIMIT:
        raise RefusedError(Reason.BAD_USCC)
    characters = []
    for _ in range(LENGTH):
        value, digit = divmod(value, len(ALPHABET))
        characters.append(ALPHABET[digit])
    return "".join(reversed(characters))


def cut_name(name: str, limit: int) -> str:
    """``name`` in NFC, cut so that it takes at most ``limit`` bytes of UTF-8, its closing … included.

    A character is never parted, nor from the marks and variation selectors that follow it.
    """
    whole = unicodedata.normalize("NFC", name)
    if len(whole.encode()) <= limit:
        return whole
    kept = whole.encode()[: limit - len(ELLIPSIS.encode())].decode(errors="ignore")
    length = len(kept)
    while length and unicodedata.category(whole[length]).startswith("M"):
        length -= 1
    return whole[:length] + ELLIPSIS


def is_cut(name: str) -> bool:
    """Whether ``name``, as a payload carries it, may be the beginning of a longer one."""
    return name.endswith(ELLIPSIS)


def pack_name(name: str) -> bytes:
    """``name`` in UTF-8. Raises ValueError if it is not NFC or takes more than NAME_BYTES."""
    data = name.encode()
    if len(data) > NAME_BYTES:
        raise ValueError(f"the name takes {len(data)} bytes, more than {NAME_BYTES}")
    if not unicodedata.is_normalized("NFC", name):
        raise ValueError(f"the name is not in NFC: {name!r}")
    return data


def unpack_name(data: bytes) -> str:
    """The name in ``data``. Raises RefusedError for bad UTF-8 and for what is not NFC."""
    try:
        name = data.decode()
    except UnicodeDecodeError as error:
        raise RefusedError(Reason.BAD_NAME) from error
    if not unicodedata.is_normalized("NFC", name):
        raise RefusedError(Reason.BAD_NAME)
    return name
