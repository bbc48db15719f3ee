"""``scan``: scanned papers of a company."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from qc_desktop.cli.choosing import Year, chosen_campaign
from qc_desktop.cli.session import Session, end_with, session
from qc_desktop.domain.scans import ScanKind
from qc_desktop.errors import UserError
from qc_desktop.services import scans
from qc_desktop.services.companies import browsing
from qc_desktop.services.scans import ScanRow

app = typer.Typer(name="scan", no_args_is_help=True, help="扫描件 / scanned papers")

Ids = Annotated[list[str], typer.Argument(help="scan list 显示的编号 / ids as scan list shows them")]


@app.command("add")
def add(
    context: typer.Context,
    company: str,
    files: Annotated[list[Path], typer.Argument(help="PDF、JPEG 或 PNG")],
    year: Year = None,
    kind: Annotated[ScanKind, typer.Option(help="是什么材料 / what it is")] = ScanKind.PLEDGE_LETTER,
) -> None:
    """为一家企业添加扫描件 / attach scans to a company."""
    run = session(context)
    with run.office() as office:
        row = chosen_campaign(office, year)
        company_id = browsing.resolve(office, company)
        papers = [scans.paper(path) for path in files]
        done = run.watch(scans.add(office, company_id, papers, row.id, kind))
    refused = [{"file": name, "reason": run.words.of(problem)} for name, problem in done.refused]
    counts = {"count": len(done.rows), "already": len(done.already), "refused": len(refused)}
    lines = [run.words.text("scan.added", **counts), *(f"  {one['reason']}" for one in refused)]
    shown = [_plain(run, scan) for scan in done.rows]
    run.show({"added": shown, "already": list(done.already), "refused": refused}, lines)
    end_with(len(refused))


@app.command("list")
def list_scans(context: typer.Context, company: str) -> None:
    """列出一家企业的扫描件 / list a company's scans."""
    run = session(context)
    with run.office() as office:
        rows = [_plain(run, row) for row in scans.of_company(office, browsing.resolve(office, company))]
    lines = ["  ".join((one["id"], str(one["year"] or "    "), one["kind_name"], one["file"])) for one in rows]
    run.show({"scans": rows}, lines or [run.words.text("scan.none")])


@app.command("remove")
def remove(context: typer.Context, company: str, ids: Ids) -> None:
    """移除扫描件，可撤回 / take scans off a company; can be undone."""
    run = session(context)
    with run.office() as office:
        rows = scans.of_company(office, browsing.resolve(office, company))
        removed = scans.remove(office, [_named(rows, wanted) for wanted in ids])
    run.show({"removed": removed}, [run.words.text("scan.removed", count=removed)])


def _named(rows: list[ScanRow], wanted: str) -> str:
    found = [row.id for row in rows if row.id.startswith(wanted)]
    if len(found) != 1:
        raise UserError("scan.no_such", id=wanted)
    return found[0]


def _plain(run: Session, row: ScanRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "year": row.year,
        "kind": row.kind.value,
        "kind_name": run.words.text(f"scan.kind_{row.kind.value}"),
        "file": row.file_name,
        "size": row.size,
        "sha256": row.sha256,
    }
