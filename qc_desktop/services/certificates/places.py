"""Where certificates are written: one PDF or a folder of single ones, and the place beside it where they are made."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qc_desktop.documents.staging import not_written
from qc_desktop.errors import UserError

_OTHER_KIND = re.compile(r"(?!\.pdf$)\.[a-z]{2,4}", re.IGNORECASE)
"""A name that ends so was meant for a file of another kind, not for a folder."""


def is_one_file(path: Path) -> bool:
    """Whether ``path`` names one PDF for all, and not a folder of single ones."""
    return path.suffix.lower() == ".pdf"


def is_other_kind(path: Path) -> bool:
    """Whether ``path`` names a file of another kind, such as .docx, and not a folder."""
    return bool(_OTHER_KIND.fullmatch(path.suffix)) and not path.is_dir()


def check_place(path: Path) -> None:
    """Raises UserError where nothing could be written to ``path``, a PDF or a folder, before any work is done."""
    if is_one_file(path) and not path.parent.is_dir():
        raise UserError("file.folder_missing", path=path, folder=path.parent)
    if is_one_file(path) and path.is_dir():
        raise UserError("file.is_folder", path=path)
    if not is_one_file(path) and path.exists() and not path.is_dir():
        raise UserError("certificate.out_is_file", path=path)
    if is_other_kind(path):
        raise UserError("certificate.out_no_pdf", path=path)


@contextmanager
def workplace(path: Path) -> Iterator[Path]:
    """A place beside ``path`` to make and check it in before it takes its name; one left by a crash is swept away."""
    place = path.with_name(f".{path.name}.part")
    try:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        yield place / path.name
    except UserError as problem:
        if str(problem.params.get("path", "")).startswith(str(place)):  # nobody knows our workplace by its name
            raise UserError(problem.code, **{**problem.params, "path": path}) from problem
        raise
    except PermissionError as problem:
        raise UserError("file.denied", path=path, folder=path.parent) from problem
    except OSError as problem:
        raise not_written(path, problem) from problem
    finally:
        shutil.rmtree(place, ignore_errors=True)
