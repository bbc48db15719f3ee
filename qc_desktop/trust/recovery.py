"""The text of the recovery sheet: the root's private key, for people to type and for a scanner to read.

40 bytes in five lines of 16 characters (Crockford's base 32, four groups of four): a form number (1), the key's 32
bytes, and the first 7 of the SHA-256 of its public key in DER. Each line holds 8 of these bytes and two of the SHA-256
of its number and them, so that a typing mistake is found in its line, and so are two lines in the wrong order. The QR
symbol has the same 80 characters behind ``QCR1:``.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence

from qc_desktop.errors import UserError
from qc_desktop.trust import signing
from qc_desktop.trust.keys import KeyUse, Signer

MARK = "QCR1:"
DOMAIN = b"QCERT-RECOVERY-V1\0"
"""Stands before what a line's check is made of."""
FORM = 1
LINES, LINE_CHARACTERS, GROUP = 5, 16, 4
_LINE_BYTES, _CHECK_BYTES = 8, 2
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD = str.maketrans("ILO", "110")


def lines(root: Signer) -> tuple[str, ...]:
    """The lines to print, ``XXXX-XXXX-XXXX-XXXX`` each."""
    whole = _characters(root)
    starts = range(0, len(whole), LINE_CHARACTERS)
    return tuple("-".join(whole[at + g : at + g + GROUP] for g in range(0, LINE_CHARACTERS, GROUP)) for at in starts)


def symbol_text(root: Signer) -> str:
    """The text of the QR symbol, in the characters of its alphanumeric mode."""
    return MARK + _characters(root)


def is_recovery(text: str) -> bool:
    """Whether a scanned ``text`` is that of a recovery sheet."""
    return text.strip().upper().startswith(MARK)


def read(typed: str, spki: bytes) -> Signer:
    """The root whose public key is ``spki``, from what was typed or scanned, however it is spelled and grouped.

    Raises UserError: ``recovery.line`` for the first line with a mistake, ``recovery.incomplete`` where the end is
    missing, ``recovery.form`` for a sheet of a later program, ``recovery.other_root`` for another office's.
    """
    found = b"".join(_line(number, line) for number, line in enumerate(_split(typed), 1))
    if len(found) != LINES * _LINE_BYTES:
        raise UserError("recovery.incomplete", good=len(found) // _LINE_BYTES, lines=LINES)
    if found[0] != FORM:
        raise UserError("recovery.form")
    try:
        root = Signer(signing.from_scalar(found[1:33]), KeyUse.ROOT)
    except ValueError as error:
        raise UserError("recovery.other_root") from error
    if root.spki != spki or found[33:] != hashlib.sha256(spki).digest()[:7]:
        raise UserError("recovery.other_root")
    return root


def _characters(root: Signer) -> str:
    whole = bytes([FORM]) + signing.scalar_of(root._key) + hashlib.sha256(root.spki).digest()[:7]
    parts = [whole[at : at + _LINE_BYTES] for at in range(0, len(whole), _LINE_BYTES)]
    return "".join(_spelled(part + _check(number, part)) for number, part in enumerate(parts, 1))


def _check(number: int, part: bytes) -> bytes:
    return hashlib.sha256(DOMAIN + bytes([number]) + part).digest()[:_CHECK_BYTES]


def _spelled(data: bytes) -> str:
    bits = int.from_bytes(data)
    return "".join(_ALPHABET[bits >> shift & 31] for shift in range(5 * (LINE_CHARACTERS - 1), -1, -5))


def _split(typed: str) -> Sequence[str]:
    """The characters of each line: as it was typed where there are as many lines, else cut to size."""
    plain = unicodedata.normalize("NFKC", typed).strip().upper().removeprefix(MARK).translate(_MISREAD)
    rows = [row for row in ("".join(filter(str.isalnum, line)) for line in plain.splitlines()) if row]
    if len(rows) == LINES:
        return [_unnumbered(number, row) for number, row in enumerate(rows, 1)]
    whole = "".join(_unnumbered(number, row) for number, row in enumerate(rows, 1))
    ends = max(len(whole) - len(whole) % LINE_CHARACTERS, min(len(whole), LINE_CHARACTERS))
    return [whole[at : at + LINE_CHARACTERS] for at in range(0, ends, LINE_CHARACTERS)][: LINES + 1]


def _unnumbered(number: int, row: str) -> str:
    """``row`` without the line's number that stands before it on the paper."""
    return row[1:] if len(row) == LINE_CHARACTERS + 1 and row[0] == str(number) else row


def _line(number: int, row: str) -> bytes:
    try:
        if len(row) != LINE_CHARACTERS or number > LINES:
            raise ValueError("the wrong number of characters")
        bits = 0
        for character in row:
            bits = bits << 5 | _ALPHABET.index(character)
    except ValueError as error:
        raise UserError("recovery.line", line=number) from error
    data = bits.to_bytes(_LINE_BYTES + _CHECK_BYTES)
    if data[_LINE_BYTES:] != _check(number, data[:_LINE_BYTES]):
        raise UserError("recovery.line", line=number)
    return data[:_LINE_BYTES]
