"""Reads the QR texts of a file that somebody brought, without trusting it.

The size is limited, the kind told from the content, and everything is decoded in a process of its own that is
killed when it takes too long.
"""

from __future__ import annotations

import multiprocessing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qc_desktop.documents.outside.codes_child import MOST_PIXELS, PAGE_LIMIT, run
from qc_desktop.domain.records import RECEIPT_FILE, RECORD_FILE
from qc_desktop.errors import UserError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

SIZE_LIMIT = 30_000_000
"""Bytes of a file that is still read."""
SECONDS = 5.0
"""A file whose next page is not ready after this time is given up."""
_SIGNATURES = {b"%PDF-": "pdf", b"\x89PNG\r\n\x1a\n": "image", b"\xff\xd8\xff": "image"}


@dataclass(frozen=True)
class Brought:
    """What a file holds: QR texts with their page (from 1), and what is attached to a certificate's PDF."""

    symbols: tuple[tuple[int, str], ...]
    record: bytes | None = None
    receipt: bytes | None = None


def read_symbols(path: Path, seconds: float = SECONDS) -> list[tuple[int, str]]:
    """The QR texts of a .pdf, .png or .jpg with their page, from 1; several symbols on a page are possible.

    Raises UserError: no such file, another kind, too large, too many pages, damaged, too slow.
    """
    return list(read(path, seconds).symbols)


def read(path: Path, seconds: float = SECONDS) -> Brought:
    """Both at once. Raises UserError as :func:`read_symbols`."""
    kind = _kind(path)
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=run, args=(str(path), kind, sender), daemon=True)
    child.start()
    sender.close()
    try:
        return _collect(receiver, path.name, seconds)
    finally:
        _end(child)
        receiver.close()


def _end(child: BaseProcess) -> None:
    child.kill()
    child.join()


def _kind(path: Path) -> str:
    """pdf or image, by the first bytes."""
    try:
        with path.open("rb") as file:
            head = file.read(1024)
        size = path.stat().st_size
    except OSError as problem:
        raise UserError("pagecheck.no_file", name=path.name) from problem
    if size > SIZE_LIMIT:
        raise UserError("pagecheck.too_large", name=path.name, limit=SIZE_LIMIT // 1_000_000)
    kind = next((kind for signature, kind in _SIGNATURES.items() if head.startswith(signature)), None)
    if kind is None:
        raise UserError("pagecheck.kind", name=path.name)
    return kind


def _collect(receiver: Connection, name: str, seconds: float) -> Brought:
    symbols: list[tuple[int, str]] = []
    attached: dict[str, bytes] = {}
    while True:
        if not receiver.poll(seconds):
            raise UserError("pagecheck.too_slow", name=name)
        try:
            kind, value = receiver.recv()
        except EOFError as problem:
            raise UserError("pagecheck.damaged", name=name) from problem
        if kind == "page":
            symbols += value
        elif kind == "attached":
            attached = value
        elif kind == "pages":
            raise UserError("pagecheck.too_many_pages", name=name, pages=value, limit=PAGE_LIMIT)
        elif kind == "pixels":
            raise UserError("pagecheck.too_many_pixels", name=name, limit=MOST_PIXELS // 10_000)
        elif kind == "damaged":
            raise UserError("pagecheck.not_readable" if value == "pdf" else "pagecheck.damaged", name=name)
        else:
            return Brought(tuple(symbols), attached.get(RECORD_FILE), attached.get(RECEIPT_FILE))
