"""Which font files are taken, and the words with which the others are refused."""

from __future__ import annotations

import random
import struct
from contextlib import suppress

import pytest

from qc_desktop.documents.fonts.tables import _joined, _tables, licence_of, one_font
from qc_desktop.errors import UserError
from tests.fonts import collection, font
from tests.samples import refused

RESTRICTED, PRINT, EDIT, WHOLE, BITMAPS = 0x2, 0x4, 0x8, 0x100, 0x200


def container(kind: bytes, **tables: bytes) -> bytes:
    return kind + _joined({tag.ljust(4).replace("_", "/"): table for tag, table in tables.items()})[4:]


@pytest.mark.parametrize("flags", [0, PRINT, EDIT, RESTRICTED | EDIT, None])
def test_a_font_that_may_be_embedded_is_taken_as_it_is(flags) -> None:
    made = font(flags=flags)
    assert one_font(made, "a.ttf") == made
    assert licence_of(made) == (-1 if flags is None else flags)


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (font(flags=RESTRICTED), "fonts.restricted"),
        (font(flags=WHOLE), "fonts.no_part"),
        (font(flags=PRINT | BITMAPS), "fonts.no_part"),
        (b"wOFF" + bytes(60), "fonts.web"),
        (b"wOF2" + bytes(60), "fonts.web"),
        (container(b"OTTO", CFF=b"x", head=bytes(54)), "fonts.outlines"),
        (b"%!PS-AdobeFont", "fonts.outlines"),
        (font(drop=("glyf",)), "fonts.damaged"),
        (container(b"\0\1\0\0", CFF2=b"x"), "fonts.outlines"),
        (container(b"\0\1\0\0", EBDT=b"x"), "fonts.bitmaps"),
        (font(drop=("loca",)), "fonts.damaged"),
        (font(head=bytes(20)), "fonts.damaged"),
        (b"", "fonts.kind"),
        (b"PK\3\4 a document", "fonts.kind"),
        (b"ttcf", "fonts.damaged"),
        (collection(b"wOFF" + bytes(8)), "fonts.web"),
        (b"\0\1\0\0\xff\xff" + bytes(20), "fonts.damaged"),
    ],
)
def test_others_are_refused_with_words(made, code) -> None:
    with refused(code):
        one_font(made, "a.ttf")


def test_of_a_collection_the_first_is_taken() -> None:
    first, second = font("吉示例", name="示例甲"), font("青禾", name="示例乙")
    assert _tables(one_font(collection(first, second), "a.ttc"), 0) == _tables(first, 0)
    with refused("fonts.restricted"):
        one_font(collection(font(flags=RESTRICTED), first), "a.ttc")


def test_a_table_beyond_the_end_is_refused() -> None:
    made = bytearray(font())
    struct.pack_into(">L", made, 12 + 12, 0xFFFFFFF0)
    with refused("fonts.damaged"):
        one_font(bytes(made), "a.ttf")


def test_no_noise_gets_through_but_as_a_refusal() -> None:
    made, chance = font(), random.Random(4)
    for _ in range(300):
        noisy = bytearray(made[: chance.randrange(len(made))] if chance.random() < 0.3 else made)
        for _ in range(8):
            noisy[chance.randrange(min(len(noisy), 400))] = chance.randrange(256) if noisy else 0
        with suppress(UserError):
            one_font(bytes(noisy), "a.ttf")
