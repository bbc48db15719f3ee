"""``company list|set|export``: many companies at once, by conditions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from qc_desktop.cli.arguments import Limit, Offset
from qc_desktop.cli.choosing import Everyone, Year
from qc_desktop.cli.filtering import Saved, Where, campaign_meant, wanted
from qc_desktop.cli.session import Session, session
from qc_desktop.domain.companies import TIER_NAMES, MemberTier
from qc_desktop.domain.membership import MembershipStatus
from qc_desktop.errors import UserError
from qc_desktop.services.companies import browsing, bulk_editing, exporting, list_columns
from qc_desktop.services.companies.bulk_editing import BulkPlan, BulkRow
from qc_desktop.services.companies.bulk_values import FIELDS, Edit
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.companies.ordering import SORTABLE
from qc_desktop.services.companies.rows import CompanyRow
from qc_desktop.services.members.fields import fields
from qc_desktop.services.office import Office

SHOWN = 20
"""How many companies are listed on a screen; ``--json`` has all of them."""

Stage = Annotated[str | None, typer.Option(help="阶段 / stage")]
Text = Annotated[str, typer.Option(help="搜索 / search")]
Status = Annotated[MembershipStatus | None, typer.Option(help="会员状态 / how it stands as a member")]
Sort = Annotated[str, typer.Option(help=" | ".join(SORTABLE) + " | 自定义栏目 / an own field")]
Descending = Annotated[bool, typer.Option("--descending", help="倒序 / the other way round")]
Columns = Annotated[
    str, typer.Option(help="列，逗号分开，含自定义栏目 / columns, with commas between them, own fields too")
]


def add_to(app: typer.Typer) -> None:
    """Adds the commands to ``app``."""
    app.command("list")(list_companies)
    app.command("set")(set_many)
    app.command("export")(export)


def list_companies(
    context: typer.Context,
    year: Year = None,
    stage: Stage = None,
    text: Text = "",
    membership: Status = None,
    where: Where = None,
    saved: Saved = None,
    columns: Columns = "",
    sort: Sort = "name",
    descending: Descending = False,
    offset: Offset = 0,
    limit: Limit = 50,
) -> None:
    """列出企业 / list companies, by pinyin."""
    run = session(context)
    with run.office() as office:
        chosen = _chosen(run, office, year, stage, text, membership, where, saved)
        rows = browsing.page(office, chosen, offset, limit, _order(office, sort), descending)
        total = browsing.count(office, chosen)
        shown = list_columns.named(_names(columns), fields(office), run.words)
    cells = [{column.id: column.cell(row) for column in shown} for row in rows]
    lines = ["  ".join(str(cell) or "–" for cell in each.values()) for each in cells] if shown else map(line, rows)
    told = run.say("shown_of", shown=len(rows), total=total)
    run.show({"total": total, "companies": cells if shown else rows}, [*lines, told])


def _chosen(
    run: Session,
    office: Office,
    year: int | None,
    stage: str | None,
    text: str,
    membership: MembershipStatus | None,
    where: Sequence[str] | None,
    saved: str | None,
) -> CompanyFilter:
    given = [*(where or ()), *([f"stage={stage}"] if stage else ()), *([f"text={text}"] if text else ())]
    chosen = wanted(office, run.words, given, saved, campaign_meant(office, year, given, saved))
    return replace(chosen, membership=membership, membership_on=office.today) if membership else chosen


def _order(office: Office, sort: str) -> str:
    """The order called ``sort``: an own field by its name."""
    own = {row.name: row.key for row in fields(office)}
    if sort not in SORTABLE and sort not in own:
        raise typer.BadParameter(f"{sort}: {' | '.join((*SORTABLE, *own))}", param_hint="--sort")
    return sort if sort in SORTABLE else own[sort]


def _names(columns: str) -> list[str]:
    return [name.strip() for name in columns.replace("，", ",").split(",") if name.strip()]


def export(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="写到 .xlsx .csv .docx / the file")],
    year: Year = None,
    stage: Stage = None,
    text: Text = "",
    membership: Status = None,
    where: Where = None,
    saved: Saved = None,
    columns: Columns = "",
    sort: Sort = "name",
    descending: Descending = False,
) -> None:
    """导出企业名单，不含联系人 / write the list of companies to a file, without contacts."""
    run = session(context)
    with run.office() as office:
        chosen = _chosen(run, office, year, stage, text, membership, where, saved)
        job = exporting.export(office, chosen, file.absolute(), _order(office, sort), descending, _names(columns))
        count = run.watch(job)
    run.show({"path": file, "companies": count}, [run.say("companies_exported", count=count, path=file)])


def set_many(
    context: typer.Context,
    values: Annotated[
        list[str], typer.Argument(help="内容=值 / FIELD=VALUE: " + " ".join(FIELDS) + " 自定义栏目 / an own field")
    ],
    where: Where = None,
    saved: Saved = None,
    everyone: Everyone = False,
    year: Year = None,
    apply: Annotated[bool, typer.Option("--apply", help="写入；否则只看 / write; else only show")] = False,
) -> None:
    """批量修改企业 / set the same values for many companies; one undo step."""
    run = session(context)
    typed = [(field.strip(), value) for field, _, value in (each.partition("=") for each in values)]
    if not (where or saved or everyone):
        raise UserError("saved.nobody")
    with run.office() as office:
        own = {row.name: row.key for row in fields(office)}
        edits = [Edit(field if field in FIELDS else own.get(field, field), value) for field, value in typed]
        chosen = wanted(office, run.words, where, saved, campaign_meant(office, year, where or (), saved))
        plan = run.watch(bulk_editing.plan(office, browsing.ids(office, chosen), edits))
        rows = bulk_editing.rows(office, plan, [*plan.changed, *plan.refused])
        if apply:
            run.watch(bulk_editing.apply(office, plan))
    _report(run, plan, rows, applied=apply)


def _report(run: Session, plan: BulkPlan, rows: Sequence[BulkRow], *, applied: bool) -> None:
    refused = [{"company": row.name, "reason": run.words.of(row.refused)} for row in rows if row.refused]
    called = {row.key: row.name for row in plan.own}

    def named(row: BulkRow) -> dict[str, tuple[object, object]]:
        return {called.get(name, name): pair for name, pair in row.columns.items()}

    changed = [{"company": row.name, "columns": named(row)} for row in rows if row.columns]
    counts = {"changed": len(changed), "unchanged": plan.unchanged, "refused": len(refused)}
    lines = [f"  {row.name}  {_told(named(row))}" for row in [row for row in rows if row.columns][:SHOWN]]
    lines += [f"  {row['company']}  {row['reason']}" for row in refused[:SHOWN]]
    lines.append(run.say("did_set" if applied else "would_set", **counts))
    run.show({"applied": applied, "changed": changed, "unchanged": plan.unchanged, "refused": refused}, lines)


def _told(columns: Mapping[str, tuple[object, object]]) -> str:
    return "; ".join(f"{name}: {before or '–'} → {after or '–'}" for name, (before, after) in columns.items())


def line(row: CompanyRow) -> str:
    """A company on one line of a screen."""
    tier = TIER_NAMES[MemberTier(row.member_tier)]
    return "  ".join(filter(None, [row.uscc or "—" * 9, row.name, row.province, tier, row.stage, row.certificate_no]))
