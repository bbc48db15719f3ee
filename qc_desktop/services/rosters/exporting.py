"""A roster written to a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.services import fonts
from qc_desktop.services.office import Office
from qc_desktop.services.rosters.viewing import NOT_RANKED, RosterView, view

if TYPE_CHECKING:
    from qc_desktop.exchange.writing.content import ListContent

ON_PAGES = ("docx", "pdf")
"""Formats made of pages: a column that is empty for everybody would only take room from the others."""


def formats() -> tuple[str, ...]:
    """The formats a roster can be exported in."""
    from qc_desktop.exchange.registry import LIST_WRITERS

    return (*(writer.id for writer in LIST_WRITERS), "pdf")


def export(
    office: Office,
    campaign_id: str,
    form: str,
    path: Path,
    columns: Sequence[str] | None = None,
    province: str = "",
) -> Job[RosterView]:
    """Writes the roster to ``path`` in ``form``, whole or not at all: :func:`view` says what it holds.

    Raises UserError for an unknown format, one that the name of ``path`` contradicts, and as :func:`view` does.
    """
    if form not in formats():
        raise UserError("roster.format", format=form, known=list(formats()))
    named = path.suffix.lstrip(".").lower()
    if named != form and named in formats():
        raise UserError("roster.format_differs", format=form, path=path.name)
    shown = view(office, campaign_id, columns, province)
    if form in ON_PAGES:
        shown = shown.without_empty()
    yield Progress("roster", 0, len(shown.rows))
    if form == "pdf":
        from qc_desktop.documents.types.roster import render_roster

        headings = [(column.title, column.share) for column in shown.columns]
        for page in render_roster(path, shown.title, shown.subtitle, headings, shown.rows, fonts.specs(office)):
            yield Progress("roster", page.done, page.total)
    else:
        from qc_desktop.exchange.registry import list_writer

        list_writer(form).write(path, content(shown, form))
        yield Progress("roster", len(shown.rows), len(shown.rows))
    return shown


def content(shown: RosterView, form: str) -> ListContent:
    """What is written; CSV has no line under a title, so there the first column says what must be said."""
    from qc_desktop.exchange.writing.content import ListContent

    first, *others = (column.title for column in shown.columns)
    said = "，".join(filter(None, [NOT_RANKED, shown.excerpt]))
    titles = (f"{first}（{said}）" if form == "csv" else first, *others)
    numbers = [column.key == "sequence" for column in shown.columns]
    rows = tuple(
        tuple(int(cell) if is_number else cell for cell, is_number in zip(row, numbers, strict=True))
        for row in shown.rows
    )
    return ListContent(shown.title, shown.subtitle, titles, rows, shown.made)
