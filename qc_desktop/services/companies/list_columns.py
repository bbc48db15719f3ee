"""The columns that a list of companies has on paper, in a file and on the command line, without contacts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from qc_desktop.domain.custom_fields import FieldKind
from qc_desktop.errors import UserError
from qc_desktop.exchange.columns import label
from qc_desktop.exchange.writing.content import ListCell
from qc_desktop.messages import Messages, messages
from qc_desktop.services.companies.rows import CompanyRow
from qc_desktop.services.members.fields import FieldRow, said

USUAL = ("member_no", "name", "uscc", "industry_name", "province", "city", "member_tier")
OF_YEAR = {"stage": "承诺状态", "certificate_no": "证书编号"}
"""What a campaign adds, under its headers."""
_FURTHER = ("short_name", "former_names", "legal_representative", "address", "hotline", "website", "remark")
_MEMBERSHIP = "会员状态"
FILE_WORDS = "zh_CN"
"""On paper and in files the document's language is spoken, Chinese."""


@dataclass(frozen=True)
class ListColumn:
    """``id`` is what a command calls it; the cell of a number is one."""

    id: str
    header: str
    cell: Callable[[CompanyRow], ListCell]


def usual(own: Sequence[FieldRow], *, in_campaign: bool) -> list[ListColumn]:
    """What a list has unless columns are named: the usual ones, those of the year, and the association's ``own``."""
    words = messages(FILE_WORDS)
    plain = [_plain(words, name) for name in (*USUAL, *(OF_YEAR if in_campaign else ()))]
    return [*plain, *(_own(words, field) for field in own)]


def named(names: Sequence[str], own: Sequence[FieldRow], words: Messages) -> list[ListColumn]:
    """The columns called ``names``: an identifier, its header, or the name of an own field.

    Raises UserError for a name that no column has.
    """
    every = [*(_plain(words, name) for name in (*USUAL, *OF_YEAR, *_FURTHER, "membership"))]
    every += [_own(words, field) for field in own]
    known = {column.header: column for column in every} | {column.id: column for column in every}
    for name in names:
        if name not in known:
            ids = [column.id for column in every]
            raise UserError("saved.no_such_column", value=name, known=ids)
    return [known[name] for name in dict.fromkeys(names)]


def _plain(words: Messages, name: str) -> ListColumn:
    header = _MEMBERSHIP if name == "membership" else OF_YEAR.get(name) or label(name)
    return ListColumn(name, header, partial(_cell, words, name))


def _cell(words: Messages, name: str, row: CompanyRow) -> str:
    value = getattr(row, name)
    if isinstance(value, tuple):
        return "、".join(value)
    group = {"member_tier": "tier", "stage": "stage", "membership": "membership"}.get(name)
    return words.text(f"{group}.{value}") if group and value else str(value)


def _own(words: Messages, field: FieldRow) -> ListColumn:
    return ListColumn(field.name, field.name, partial(_own_cell, words, field))


def _own_cell(words: Messages, field: FieldRow, row: CompanyRow) -> ListCell:
    value = row.own.get(field.id, "")
    if field.kind is FieldKind.NUMBER and value:
        return float(value) if "." in value else int(value)
    return said(field, value, words)
