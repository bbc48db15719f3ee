"""Returned forms: which files there are, and what each of them says."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from qc_desktop.domain.cells import Cell, is_blank, text_of
from qc_desktop.domain.dates import SHANGHAI
from qc_desktop.errors import UserError
from qc_desktop.exchange import limits
from qc_desktop.exchange import return_form as form
from qc_desktop.exchange.columns import normalise

if TYPE_CHECKING:
    from qc_desktop.exchange.reading.form_process import FormProcess

SUFFIXES = (".xlsx", ".xls", ".et", ".xlsm")
PACKED = ".zip"
_NOISE = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
_NOISE_FOLDERS = frozenset({"__macosx"})
_LEAST_LABELS = 8
"""A sheet with fewer of our labels is no form of ours."""

RawRows = Sequence[tuple[int, Sequence[Cell]]]
"""Rows as they come from the process that reads: number and cells."""


@dataclass(frozen=True)
class FormFile:
    """A file that may be a form: ``member`` is its name within a packed one. ``name`` is what people call it.

    ``problem`` says why a packed one was not looked into.
    """

    path: Path
    name: str
    modified: dt.datetime
    member: str = ""
    problem: UserError | None = None


@dataclass(frozen=True)
class ReturnedForm:
    """What a form says: ``info`` is its hidden sheet (empty where that was lost), ``cells`` what stands where."""

    info: Mapping[str, str]
    cells: Mapping[str, Cell]
    products: tuple[Cell, ...] = ()
    standards: tuple[Cell, ...] = ()


def form_files(process: FormProcess, paths: Sequence[Path]) -> list[FormFile]:
    """The files that ``paths`` name: as they are, within folders however deep, and within .zip files.

    What systems and spreadsheet programs leave beside people's files is passed over. A .zip that cannot be read, or
    holds too much, is one file with a problem. Raises UserError ``returns.too_many_files``, ``returns.nothing_there``.
    """
    found: list[FormFile] = []
    for path in paths:
        for each in _below(path):
            found += _packed(process, each, path) if each.suffix.lower() == PACKED else [_single(each, path)]
            if len(found) > limits.FORM_FILES:
                raise UserError("returns.too_many_files", path=path, limit=limits.FORM_FILES)
    if not found:
        raise UserError("returns.nothing_there", path=paths[0] if paths else "")
    return found


def _below(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if name.lower() not in _NOISE_FOLDERS)
        yield from (Path(folder, name) for name in sorted(names) if not _is_noise(name))


def _is_noise(name: str) -> bool:
    """Whether ``name`` is a lock file of a spreadsheet program, or something a system leaves."""
    return name.startswith(("~$", ".~", "._")) or name.lower() in _NOISE or name.endswith(".part")


def _single(path: Path, given: Path) -> FormFile:
    try:
        modified = dt.datetime.fromtimestamp(path.stat().st_mtime, SHANGHAI)
    except OSError:  # a link to nothing, a file that was taken away meanwhile: reading it says so
        modified = dt.datetime.fromtimestamp(0, SHANGHAI)
    return FormFile(path, str(path.relative_to(given)) if path != given else path.name, modified)


def _packed(process: FormProcess, path: Path, given: Path) -> list[FormFile]:
    found = []
    try:
        members = process.ask(path, None)["members"]
    except UserError as problem:
        return [replace(_single(path, given), problem=problem)]
    for member, name, moment in members:
        spoken = PurePosixPath(name.replace("\\", "/"))
        if not _is_noise(spoken.name) and not _NOISE_FOLDERS & {part.lower() for part in spoken.parts}:
            found.append(FormFile(path, str(spoken), _moment(moment), member))
    return found


def _moment(parts: Sequence[int]) -> dt.datetime:
    """When a packed file was changed: a clock without a zone, which may show what no calendar has."""
    try:
        year, month, day, hour, minute, second = parts[:6]
        return dt.datetime(year, month, day, hour, minute, second, tzinfo=SHANGHAI)
    except ValueError:
        return dt.datetime.fromtimestamp(0, SHANGHAI)


def read_form(process: FormProcess, file: FormFile) -> ReturnedForm:
    """What ``file`` says. Raises UserError ``exchange.*``, or ``returns.not_a_form``."""
    if file.problem:
        raise file.problem
    if PurePosixPath(file.name).suffix.lower() not in SUFFIXES:
        raise UserError("returns.not_a_form", path=file.name)
    try:
        raw = process.ask(file.path, file.member)
    except UserError as problem:
        raise UserError(problem.code, **{**problem.params, "path": file.name}) from problem
    found = parsed(raw["info"], raw["rows"])
    if found is None:
        raise UserError("returns.not_a_form", path=file.name)
    return found


def parsed(info: RawRows, rows: RawRows) -> ReturnedForm | None:
    """The form in ``rows``; None where they are something else."""
    sheet = _Sheet()
    for _, cells in rows:
        sheet.take(cells)
    if sheet.labels < _LEAST_LABELS or "consent" not in sheet.cells:
        return None
    said = {text_of(cells[0]): text_of(cells[1]) for _, cells in info if len(cells) > 1}
    known = said if said.get("form") == form.FORM else {}
    return ReturnedForm(known, sheet.cells, tuple(sheet.products), tuple(sheet.standards))


@cache
def _by_label() -> Mapping[str, str]:
    return {normalise(form.label(name)): name for name in form.FIELDS}


@dataclass
class _Sheet:
    """A form while it is read: a cell stands right of its label, products and standards below their headings."""

    cells: dict[str, Cell] = field(default_factory=dict)
    products: list[Cell] = field(default_factory=list)
    standards: list[Cell] = field(default_factory=list)
    labels: int = 0
    _table: tuple[int, int] | None = None

    def take(self, cells: Sequence[Cell]) -> None:
        """Reads the next row."""
        named = [normalise(cell) if isinstance(cell, str) else "" for cell in cells]
        headings = normalise(form.label("product")), normalise(form.label("standard"))
        if all(heading in named for heading in headings):
            self._table = named.index(headings[0]), named.index(headings[1])
            return
        if self._table and self._takes_row(cells, *self._table):
            return
        self._table = None
        known = _by_label()
        for place, name in enumerate(named):
            if name in known and known[name] not in self.cells:
                self.labels += 1
                after = cells[place + 1 : place + 2]
                self.cells[known[name]] = after[0] if after and named[place + 1] not in known else ""

    def _takes_row(self, cells: Sequence[Cell], product: int, standard: int) -> bool:
        """Whether the row is numbered, as those of the table are; then what it says is kept."""
        if not cells or (isinstance(cells[0], str) and not cells[0].strip().isdigit()):
            return False
        for place, column in ((product, self.products), (standard, self.standards)):
            if place < len(cells) and not is_blank(cells[place]):
                column.append(cells[place])
        return True
