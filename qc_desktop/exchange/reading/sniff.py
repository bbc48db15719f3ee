"""What a file really is: told by its content, never by its extension, and before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from enum import StrEnum
from typing import TYPE_CHECKING

from qc_desktop.errors import UserError
from qc_desktop.exchange import limits

if TYPE_CHECKING:
    from pathlib import Path

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_NOT_TABLES = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"MZ",
    b"\x7fELF",
    b"{\\rtf",
)
_MARKUP = (b"<html", b"<!doctype", b"<?xml", b"<table", b"<meta", b"mime-version")
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_HEAD = 64 * 1024
_ENCRYPTED_FLAG = 0x1


class FileKind(StrEnum):
    """How a file has to be read."""

    WORKBOOK = "workbook"
    TEXT = "text"


def sniff(path: Path) -> FileKind:
    """The kind of ``path``: WORKBOOK for .xlsx, .xls, .et and .ods content, TEXT for CSV.

    Raises UserError ``exchange.*`` for what is missing, empty, too large, damaged, encrypted, or no table at all.
    """
    head = _head(path)
    if head.startswith((_ZIP, _EMPTY_ZIP)):
        _check_zip(path, path)
        return FileKind.WORKBOOK
    if head.startswith(_OLE):
        _check_ole(path, path.read_bytes())
        return FileKind.WORKBOOK
    _check_size(path, limits.TEXT_BYTES)
    _check_text(path, head)
    return FileKind.TEXT


def check_workbook(path: Path, content: bytes) -> None:
    """Raises UserError ``exchange.*`` unless ``content``, read from ``path``, may be opened as a workbook."""
    if not content.strip():
        raise UserError("exchange.empty", path=path)
    if content.startswith((_ZIP, _EMPTY_ZIP)):
        _check_zip(path, io.BytesIO(content))
    elif content.startswith(_OLE):
        _check_ole(path, content)
    else:
        raise UserError("exchange.not_a_table", path=path)


def _head(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UserError("exchange.is_folder", path=path)
        if path.exists() and not path.is_file():
            raise UserError("exchange.not_a_table", path=path)
        _check_size(path, limits.FILE_BYTES)
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except PermissionError as error:
        raise UserError("exchange.no_permission", path=path) from error
    except OSError as error:  # a name that cannot be, a stick that was pulled out
        raise UserError("exchange.not_found", path=path) from error
    if not head.strip():
        raise UserError("exchange.empty", path=path)
    return head


def _check_size(path: Path, most: int) -> None:
    if path.stat().st_size > most:
        raise UserError("exchange.too_large", path=path, limit=most // 2**20)


def _check_zip(path: Path, source: Path | io.BytesIO) -> None:
    try:
        with zipfile.ZipFile(source) as archive:
            _check_members(path, archive.infolist())
            damaged = archive.testzip()
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError) as error:
        raise UserError("exchange.damaged", path=path) from error
    if damaged:
        raise UserError("exchange.damaged", path=path)


def _check_members(path: Path, members: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if unpacked > limits.FILE_BYTES or unpacked > limits.ZIP_RATIO * max(packed, 1):
        raise UserError("exchange.unpacks_too_large", path=path, limit=limits.FILE_BYTES // 2**20)
    if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
        raise UserError("exchange.encrypted", path=path)
    names = {member.filename.replace("\\", "/").lower() for member in members}
    if not any(name.startswith("xl/") for name in names) and "content.xml" not in names:
        raise UserError("exchange.not_a_table", path=path)


def _check_ole(path: Path, content: bytes) -> None:
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise UserError("exchange.encrypted", path=path)
    if not any(name.encode("utf-16-le") in content for name in ("Workbook", "Book", "WORKBOOK", "BOOK")):
        raise UserError("exchange.not_a_table", path=path)


def _check_text(path: Path, head: bytes) -> None:
    if head.startswith(_NOT_TABLES):
        raise UserError("exchange.not_a_table", path=path)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        raise UserError("exchange.web_page", path=path)
    if head.startswith(_BYTE_ORDER_MARKS):
        return
    controls = sum(head.count(bytes([code])) for code in range(32) if code not in b"\t\n\r")
    if controls * 50 > len(head):
        raise UserError("exchange.not_a_table", path=path)
