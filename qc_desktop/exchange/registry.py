"""What can be read and written: a new format is a file in this package and a line here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qc_desktop.errors import UserError
from qc_desktop.exchange.reading.lists import READERS, Reader
from qc_desktop.exchange.writing import csv, docx, xlsx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from qc_desktop.exchange.writing.content import ListContent

__all__ = ["LIST_WRITERS", "READERS", "ListWriter", "Reader", "list_writer"]


@dataclass(frozen=True)
class ListWriter:
    """A format a list can be written in: ``id`` is what ``--format`` takes, ``suffix`` what the file is called."""

    id: str
    suffix: str
    write: Callable[[Path, ListContent], None]


LIST_WRITERS: tuple[ListWriter, ...] = (
    ListWriter("xlsx", ".xlsx", xlsx.write),
    ListWriter("csv", ".csv", csv.write),
    ListWriter("docx", ".docx", docx.write),
)


def list_writer(format_id: str) -> ListWriter:
    """The writer named ``format_id``. Raises UserError ``exchange.unknown_format``."""
    for writer in LIST_WRITERS:
        if writer.id == format_id:
            return writer
    raise UserError("exchange.unknown_format", format=format_id, formats=[w.id for w in LIST_WRITERS])
