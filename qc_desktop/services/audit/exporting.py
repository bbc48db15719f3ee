"""The audit trail as a file."""

from __future__ import annotations

from pathlib import Path

from qc_desktop.domain import dates
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.messages import Messages
from qc_desktop.services import history
from qc_desktop.services.audit import details, listing
from qc_desktop.services.audit.details import Detail, Line
from qc_desktop.services.audit.listing import HistoryFilter
from qc_desktop.services.office import Office

FORMATS = ("xlsx", "csv")
PAGE = 200
FEW = 12
"""So many changed rows of a command are written out; an import is counted."""


def export(office: Office, words: Messages, wanted: HistoryFilter, path: Path) -> Job[int]:
    """Writes the commands that answer ``wanted`` to ``path`` (.xlsx or .csv), newest first; returns how many.

    Personal data stays masked. Raises UserError ``roster.format`` for another suffix, and ``file.*``; closing the
    generator leaves no file.
    """
    from qc_desktop.exchange.registry import list_writer
    from qc_desktop.exchange.writing.content import ListContent

    form = path.suffix.lstrip(".").lower()
    if form not in FORMATS:
        raise UserError("roster.format", format=form, known=list(FORMATS))
    total = listing.count(office, wanted)
    rows: list[tuple[str | int, ...]] = []
    for offset in range(0, total, PAGE):
        for row in listing.page(office, wanted, offset, PAGE):
            rows.append(_cells(words, details.detail(office, words, row.seq, FEW)))
        yield Progress("export_history", len(rows), total)
    titles = ("seq", "at", "staff", "pc", "action", "company", "rows", "fields", "state")
    columns = tuple(words.text(f"history.{title}") for title in titles)
    content = ListContent(words.text("history.title"), office.author.staff, columns, tuple(rows), dates.now())
    list_writer(form).write(path, content)
    return len(rows)


def _cells(words: Messages, found: Detail) -> tuple[str | int, ...]:
    command = found.command
    more = [words.text("history.more", count=found.more)] if found.more else []
    return (
        command.seq,
        f"{dates.local(command.at):%Y-%m-%d %H:%M:%S}",
        command.staff,
        command.pc,
        history.act(words, command),
        command.company,
        command.rows,
        "\n".join([*(told(words, line) for line in found.lines), *more]),
        words.text("history.undone") if command.undone else "",
    )


def told(words: Messages, line: Line) -> str:
    """A changed field in one line: what of whom, before → after."""
    head = " · ".join(filter(None, [line.record, line.subject, line.field]))
    return f"{head}：{pair(words, line)}"


def pair(words: Messages, line: Line) -> str:
    """Before → after; of a new or removed record only what stands or stood in it."""
    if line.is_whole:
        return line.after or line.before
    empty = words.text("history.empty")
    return f"{line.before or empty} → {line.after or empty}"
