"""名单: every roster as it was published last, a page with the pledges behind the names, and a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.roster_columns import NAME
from qc_desktop.exchange.writing import csv
from qc_desktop.services.office import Office
from qc_desktop.services.rosters import viewing
from qc_desktop.services.rosters.entries import Entry
from qc_desktop.services.rosters.exporting import content
from qc_desktop.services.rosters.frozen import last
from qc_desktop.services.rosters.viewing import RosterView
from qc_desktop.services.site.html import Pages, escaped
from qc_desktop.services.site.pledges import path_of
from qc_desktop.storage.tables import Campaign, Roster

TITLE = "承诺企业名单"


def rosters(office: Office, session: Session, pages: Pages) -> Iterator[tuple[str, bytes]]:
    """The rosters, and a page that names them all, the newest first."""
    published = select(Campaign).where(Campaign.id.in_(select(Roster.campaign_id)))
    links = []
    for campaign in session.scalars(published.order_by(Campaign.campaign_year.desc(), Campaign.kind)):
        name = f"{campaign.campaign_year}-{campaign.kind}"
        roster, view = last(session, campaign.id), viewing.view(office, campaign.id)
        entries: Sequence[Entry] = roster.entries if roster else ()
        yield f"roster/{name}.csv", csv.to_bytes(content(view, "csv"))
        yield f"roster/{name}.html", _page(view, entries, f"{name}.csv", pages)
        links.append(f'<li><a href="{name}.html">{escaped(view.title)}</a></li>')
    listed = f"<ul>{''.join(links)}</ul>" if links else "<p>还没有公布名单。</p>"
    body = f'<article class="card calm">\n<h1>{TITLE}</h1>\n{listed}\n</article>'
    yield "roster/index.html", pages.page(TITLE, body, 1)


def _page(view: RosterView, entries: Sequence[Entry], table: str, pages: Pages) -> bytes:
    names = [column.key for column in view.columns].index(NAME)
    rows = (_row(row, names, entry) for row, entry in zip(view.rows, entries, strict=True))
    body = pages.filled(
        "roster.html",
        title=escaped(view.title),
        subtitle=escaped(view.subtitle),
        heads="".join(f"<th>{escaped(column.title)}</th>" for column in view.columns),
        rows="\n".join(rows),
        csv=table,
    )
    return pages.page(view.title, body, 1, width="broad")


def _row(cells: Sequence[str], names: int, entry: Entry) -> str:
    written = [escaped(cell) for cell in cells]
    address = path_of(entry["uscc"] or entry["company_id"])
    written[names] = f'<a href="../{address}">{written[names]}</a>'
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in written) + "</tr>"
