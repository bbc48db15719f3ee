"""扫描件: what kind of paper it is, and what kind of file, told from its first bytes."""

from __future__ import annotations

from enum import StrEnum


class ScanKind(StrEnum):
    """What was scanned."""

    PLEDGE_LETTER = "pledge_letter"
    LICENCE = "licence"
    OTHER = "other"


class MediaType(StrEnum):
    """The files that are taken, by their registered media type."""

    PDF = "application/pdf"
    PNG = "image/png"
    JPEG = "image/jpeg"


SUFFIXES = (".pdf", ".png", ".jpg", ".jpeg")
"""What such files are usually called; what they are is told from their content."""

SIZE_LIMIT = 30_000_000
"""Bytes of a file that is still taken."""

_SIGNATURES = {b"%PDF-": MediaType.PDF, b"\x89PNG\r\n\x1a\n": MediaType.PNG, b"\xff\xd8\xff": MediaType.JPEG}


def media_type(head: bytes) -> MediaType | None:
    """The kind of file that begins with ``head``, None for one that is not taken."""
    return next((kind for signature, kind in _SIGNATURES.items() if head.startswith(signature)), None)
