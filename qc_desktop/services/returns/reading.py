"""Reading a folder of returned forms, each in a process that may be killed at it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qc_desktop import reference
from qc_desktop.domain.cells import Cell, is_placeholder, text_of
from qc_desktop.domain.companies import CompanyDraft, PledgeDraft
from qc_desktop.domain.company_rows import to_company, to_pledge
from qc_desktop.domain.findings import Finding
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.domain.row_fields import RowFields
from qc_desktop.domain.text import clean, clean_name
from qc_desktop.errors import UserError
from qc_desktop.exchange import return_form as form
from qc_desktop.exchange.reading.form_process import FormProcess
from qc_desktop.exchange.reading.return_form import FormFile, ReturnedForm, form_files, read_form

_YES = frozenset({"是", "√", "✓", "已同意", "同意承诺"})
"""What companies write where the list says 同意."""
_PRODUCT_LIMIT = 200


@dataclass(frozen=True)
class Read:
    """A file with what it says, or why it says nothing."""

    file: FormFile
    form: ReturnedForm | None
    problem: UserError | None = None


@dataclass(frozen=True)
class Said:
    """What a form says of its company and its pledge; ``findings`` is what is wrong with it."""

    company: CompanyDraft
    pledge: PledgeDraft
    findings: tuple[Finding, ...]


def read_all(paths: Sequence[Path]) -> Job[list[Read]]:
    """Every file that ``paths`` name. Closing the generator ends the process that reads.

    Raises UserError ``returns.*`` where there is nothing to read, or too much.
    """
    found: list[Read] = []
    with FormProcess() as process:
        yield Progress("returns_read", 0, 1)
        files = form_files(process, paths)
        for file in files:
            try:
                found.append(Read(file, read_form(process, file)))
            except UserError as problem:
                found.append(Read(file, None, problem))
            yield Progress("returns_read", len(found), len(files))
    return found


def said_by(cells: Mapping[str, Cell], products: Sequence[Cell], standards: Sequence[Cell]) -> Said:
    """What ``cells`` (by field of the form) and the columns of products and standards say."""
    divisions, industries = reference.admin_divisions(), reference.industries()
    about = {field: cell for field, cell in cells.items() if field not in form.LOCKED}
    company, findings = to_company(about, divisions, industries)
    pledge, more = to_pledge({field: about[field] for field in ("signatory", "signed_on") if field in about})
    named, wrong = _items("products", products)
    declared, odd = _items("standards", standards)
    pledge = dataclasses.replace(pledge, products=named, standards=declared)
    return Said(company, pledge, (*findings, *more, *wrong, *odd))


def _items(field: str, cells: Sequence[Cell]) -> tuple[tuple[str, ...], list[Finding]]:
    """A cell is one item, a line of it another: a form has room, and 、 belongs to what people write."""
    items: list[str] = []
    findings: list[Finding] = []
    for line in (line for cell in cells for line in text_of(cell).splitlines()):
        fields = RowFields({field: line})
        items.append(fields.text(field, _PRODUCT_LIMIT))
        findings += fields.findings
    return tuple(dict.fromkeys(filter(None, items))), findings


def texts(cells: Sequence[Cell]) -> tuple[str, ...]:
    """``cells`` as their column was written: what its fingerprint is made of."""
    return tuple(text for cell in cells if (text := clean(text_of(cell))))


def is_empty(cell: Cell) -> bool:
    """Whether nothing is said in ``cell``."""
    return is_placeholder(clean(text_of(cell)))


def consent(cell: Cell) -> bool | None:
    """Whether the company agreed, or refused; None where it says neither."""
    agreed, refused = form.consents()
    text = clean_name(text_of(cell))
    if text == agreed or text in _YES:
        return True
    return False if text == refused else None
