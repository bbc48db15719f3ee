"""Invented papers as scanners and cameras make them."""

from __future__ import annotations

import io
from functools import cache

from PIL import Image, ImageDraw


def _sheet(words: str) -> Image.Image:
    """A white sheet of A4's shape with a dark mark in its upper left corner and ``words``."""
    sheet = Image.new("RGB", (600, 848), "white")
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((10, 10, 90, 90), fill="black")
    pen.text((120, 200), words, fill="black")
    for line in range(300, 760, 24):
        pen.line((120, line, 520, line), fill="grey")
    return sheet


def _saved(sheet: Image.Image, form: str, **more: object) -> bytes:
    out = io.BytesIO()
    sheet.save(out, form, **more)
    return out.getvalue()


@cache
def jpeg(words: str = "sample") -> bytes:
    """A photograph."""
    return _saved(_sheet(words), "JPEG", quality=80)


@cache
def png(words: str = "sample") -> bytes:
    """A scan as a picture."""
    return _saved(_sheet(words), "PNG")


@cache
def pdf(pages: int = 1, words: str = "sample") -> bytes:
    """A scan of several pages."""
    sheets = [_sheet(f"{words} {page}") for page in range(1, pages + 1)]
    moment = "D:20260101000000Z"
    return _saved(
        sheets[0], "PDF", save_all=True, append_images=sheets[1:], creationDate=None, modDate=None, title=moment
    )
