"""The process that parses returned forms, one after the other: it may be killed at any of them without harm to ours.

A question and its answer are a line of JSON each. Started by :mod:`qc_desktop.exchange.reading.form_process`.
"""

from __future__ import annotations

import io
import json
import os
import sys
import zipfile
import zlib
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from qc_desktop.errors import UserError
from qc_desktop.exchange import limits
from qc_desktop.exchange.reading.sniff import check_workbook
from qc_desktop.exchange.reading.worker import Refused, cell_of, limit_memory, silence, tagged, trimmed
from qc_desktop.exchange.return_form import INFO_SHEET, SHEET

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from python_calamine import CalamineWorkbook

    from qc_desktop.domain.cells import Cell

_CPU_HEADROOM = 2
_UTF8_NAMES, _ENCRYPTED = 0x800, 0x1
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError, KeyError)


def main() -> None:
    """Answers the lines of standard input on standard output until it ends."""
    memory, seconds = json.loads(sys.argv[1])
    silence()
    limit_memory(memory)
    out = sys.stdout.buffer
    for line in sys.stdin.buffer:
        out.write(answer_to(line, seconds) + b"\n")
        out.flush()
    os._exit(0)


def main_frozen(channel: Connection, memory: int, seconds: float) -> None:
    """As :func:`main` in a frozen build, whose executable is no interpreter."""
    silence()
    limit_memory(memory)
    while True:
        try:
            question = channel.recv_bytes()
        except EOFError:
            return
        channel.send_bytes(answer_to(question, seconds))


def answer_to(question: bytes, seconds: float) -> bytes:
    """What becomes of ``question``: ``path``, and ``member`` where the file is within a packed one.

    A ``member`` of None asks for what a packed file holds.
    """
    asked = json.loads(question)
    path = Path(asked["path"])
    _more_cpu(seconds)
    answer: dict[str, object]
    try:
        answer = {"members": members(path)} if asked["member"] is None else parse(path, _content(path, asked["member"]))
    except Refused as error:
        answer = {"refused": error.code, "params": error.params}
    except UserError as error:
        answer = {"refused": error.code, "params": {key: v for key, v in error.params.items() if key != "path"}}
    except MemoryError:
        answer = {"refused": "exchange.too_heavy", "params": {}}
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"), default=tagged).encode("utf-8", "replace")


def _more_cpu(seconds: float) -> None:
    """Lets this process take so many seconds more, should nobody be left to kill it."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used + seconds) + _CPU_HEADROOM, hard))


def members(path: Path) -> list[list[object]]:
    """The files in the packed ``path``: the name it goes by there, its name in words, and when it was changed."""
    if path.stat().st_size > limits.FILE_BYTES:
        raise Refused("exchange.too_large", limit=limits.FILE_BYTES // 2**20)
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except (*_BROKEN_ZIP, OSError) as error:
        raise Refused("exchange.damaged") from error
    unpacked, packed = sum(info.file_size for info in infos), sum(info.compress_size for info in infos)
    if unpacked > limits.FILE_BYTES or unpacked > limits.ZIP_RATIO * max(packed, 1):
        raise Refused("returns.packed_too_large", limit=limits.FILE_BYTES // 2**20)
    if len(infos) > limits.FORM_FILES:
        raise Refused("returns.too_many_files", limit=limits.FORM_FILES)
    return [[info.filename, _spoken(info), list(info.date_time)] for info in infos]


def _spoken(info: zipfile.ZipInfo) -> str:
    """The name as whoever packed it wrote it: Windows writes names in the system's own code, not marked as such."""
    if info.flag_bits & _UTF8_NAMES:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return info.filename


def _content(path: Path, member: str) -> bytes:
    """The bytes of a file, or of ``member`` of a packed one; never more than a form may have."""
    try:
        if not member:
            with path.open("rb") as stream:
                return _bounded(stream.read(limits.FORM_BYTES + 1))
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo(member).flag_bits & _ENCRYPTED:
                raise Refused("exchange.encrypted")
            with archive.open(member) as packed:
                return _bounded(packed.read(limits.FORM_BYTES + 1))
    except FileNotFoundError as error:
        raise Refused("exchange.not_found") from error
    except PermissionError as error:
        raise Refused("exchange.no_permission") from error
    except (*_BROKEN_ZIP, OSError) as error:
        raise Refused("exchange.damaged") from error


def _bounded(content: bytes) -> bytes:
    if len(content) > limits.FORM_BYTES:
        raise Refused("exchange.too_large", limit=limits.FORM_BYTES // 2**20)
    return content


def parse(path: Path, content: bytes) -> dict[str, object]:
    """``info`` (what the hidden sheet says, empty without it) and ``rows`` (number and cells) of the form's sheet.

    Raises Refused or UserError, ``exchange.*``.
    """
    import python_calamine as calamine

    check_workbook(path, content)
    try:
        workbook = calamine.load_workbook(io.BytesIO(content))
        info = _rows(workbook, INFO_SHEET) if INFO_SHEET in workbook.sheet_names else []
        sheet = _form_sheet(workbook)
        return {"info": info, "rows": _rows(workbook, sheet)}
    except calamine.PasswordError as error:
        raise Refused("exchange.encrypted") from error
    except calamine.CalamineError as error:
        raise Refused("exchange.damaged") from error


def _form_sheet(workbook: CalamineWorkbook) -> str:
    """The sheet we made; else the first that is shown."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    if SHEET in workbook.sheet_names:
        return SHEET
    tables = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    shown = [sheet.name for sheet in tables if sheet.visible == SheetVisibleEnum.Visible]
    if not shown:
        raise Refused("exchange.no_sheet")
    return shown[0]


def _rows(workbook: CalamineWorkbook, sheet: str) -> list[tuple[int, list[Cell]]]:
    """The rows that are not blank, as far down and across as a form goes."""
    kept: list[tuple[int, list[Cell]]] = []
    for number, cells in enumerate(islice(workbook.get_sheet_by_name(sheet).iter_rows(), limits.FORM_ROWS), start=1):
        row = trimmed(cells)[: limits.FORM_COLUMNS]
        if any(isinstance(cell, str) and len(cell) > limits.CELL_CHARACTERS for cell in row):
            raise Refused("exchange.cell_too_long", row=number, limit=limits.CELL_CHARACTERS)
        if row:
            kept.append((number, [cell_of(cell) for cell in row]))
    return kept
