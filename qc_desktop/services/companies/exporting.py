"""The list of companies as a file: what the window shows, without contacts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qc_desktop.domain import dates
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.exchange.registry import list_writer
from qc_desktop.exchange.writing.content import ListCell, ListContent
from qc_desktop.messages import messages
from qc_desktop.services.companies import browsing, list_columns
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.list_columns import ListColumn
from qc_desktop.services.members.fields import fields
from qc_desktop.services.office import Office

PAGE = 500


def export(
    office: Office,
    wanted: CompanyFilter,
    path: Path,
    sort: str = "name",
    descending: bool = False,
    columns: Sequence[str] = (),
) -> Job[int]:
    """Writes the companies that ``wanted`` describes to ``path``, as its suffix says; returns how many.

    ``columns`` names them, by default the usual ones and the association's own fields. Raises UserError ``file.*``,
    and for a suffix or a column that there is not; closing the generator leaves no file.
    """
    writer, chosen = list_writer(path.suffix.lstrip(".").lower()), _columns(office, wanted, columns)
    total = browsing.count(office, wanted)
    rows: list[tuple[ListCell, ...]] = []
    for offset in range(0, total, PAGE):
        found = browsing.page(office, wanted, offset, PAGE, sort, descending)
        rows += [tuple(column.cell(row) for column in chosen) for row in found]
        yield Progress("export_list", len(rows), total)
    writer.write(path, _content(chosen, rows))
    return len(rows)


def _columns(office: Office, wanted: CompanyFilter, names: Sequence[str]) -> list[ListColumn]:
    own = fields(office)
    if names:
        return list_columns.named(names, own, messages(list_columns.FILE_WORDS))
    return list_columns.usual(own, in_campaign=bool(wanted.campaign_id))


def _content(columns: Sequence[ListColumn], rows: Sequence[tuple[ListCell, ...]]) -> ListContent:
    return ListContent(
        title="企业名单",
        subtitle="排名不分先后",
        columns=tuple(column.header for column in columns),
        rows=tuple(rows),
        created=dates.now(),
    )
