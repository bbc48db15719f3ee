"""Font files: what their tables say, and the files of added fonts, each named by its SHA-256 with a note beside it."""

from __future__ import annotations

import hashlib
import json
import re
import struct
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from qc_desktop.errors import UserError
from qc_desktop.files import write_atomic

SUFFIX, NOTE = ".ttf", ".json"
_NAME_ALLOWED = re.compile(r"[^A-Za-z0-9-]+")
_POSTSCRIPT_ID = 6


@dataclass(frozen=True)
class Metrics:
    """Bounding box, ascent and descent in thousandths of an em."""

    box: tuple[int, int, int, int]
    ascent: int
    descent: int


@dataclass(frozen=True)
class FontNote:
    """What is kept beside an added font: how it calls itself, and its licence's flag (``fsType``; -1: not stated).

    ``added_at`` is a moment in ISO form; ``characters`` counts what it has; ``widths`` tells how wide common ones are,
    '' where that was not noted. ``instead`` is the SHA-256 of the file that took the place of the one that was added.
    """

    family: str
    style: str
    postscript: str
    licence: int
    characters: int
    added_at: str
    file_name: str
    widths: str = ""
    instead: str = ""


def measured(source: Any) -> Metrics:
    """From the tables head (xMin … yMax at byte 36) and hhea (ascender, descender at byte 4) of OpenType.

    A font that says nothing of its ascent is as high as its bounding box.
    """
    scale = 1000 / source.upem
    box = struct.unpack_from(">4h", source.reference_table("head").data, 36)
    ascent, descent = struct.unpack_from(">2h", source.reference_table("hhea").data, 4)
    x0, y0, x1, y1 = (round(value * scale) for value in box)
    return Metrics((x0, y0, x1, y1), round(ascent * scale) or y1, round(descent * scale) or min(y0, 0))


def postscript_name(source: Any) -> str:
    """The name by which a PDF may call the font."""
    return _NAME_ALLOWED.sub("", source.get_name(_POSTSCRIPT_ID) or "")[:63] or "Font"


def write_note(font: Path, note: FontNote) -> None:
    """Writes the note beside ``font``. Raises UserError where the disk refuses."""
    write_atomic(font.with_suffix(NOTE), json.dumps(asdict(note), ensure_ascii=False, indent=1).encode())


def read_note(font: Path) -> FontNote | None:
    """The note beside the file ``font``; None where it is gone or damaged."""
    try:
        return FontNote(**json.loads(font.with_suffix(NOTE).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def added_font(path: Path) -> bytes:
    """The content of an added font. Raises UserError where it is gone, or is not what its name or its note says."""
    note = read_note(path)
    called = note.family if note else path.stem[:12]
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise UserError("fonts.lost", font=called) from problem
    if hashlib.sha256(content).hexdigest() not in (path.stem, note.instead if note else ""):
        raise UserError("fonts.changed", font=called)
    return content


def is_sound(path: Path) -> bool:
    """Whether the file of an added font is there and what it should be."""
    try:
        added_font(path)
    except UserError:
        return False
    return True
