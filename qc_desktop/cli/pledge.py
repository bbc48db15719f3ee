"""``pledge``: entering pledges and reviewing them."""

from __future__ import annotations

from typing import Annotated

import typer

from qc_desktop.cli.campaign import show_moved
from qc_desktop.cli.choosing import Companies, Everyone, Year, chosen_campaign, day, participations
from qc_desktop.cli.choosing import stage as stage_of
from qc_desktop.cli.importing import BadRows, Choice, Duplicates, File, Sheet, committed, planned, report
from qc_desktop.cli.session import session
from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.companies import PledgeDraft
from qc_desktop.services.campaigns import pledging
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.importing import PledgeTarget

app = typer.Typer(name="pledge", no_args_is_help=True, help="诚信承诺 / pledges")


@app.command("add")
def add(
    context: typer.Context,
    company: str,
    year: Year = None,
    product: Annotated[list[str] | None, typer.Option(help="承诺产品，可多次 / product, repeatable")] = None,
    standard: Annotated[list[str] | None, typer.Option(help="执行标准，可多次 / standard, repeatable")] = None,
    signatory: Annotated[str, typer.Option(help="签署人 / signatory")] = "",
    signed_on: Annotated[str | None, typer.Option("--signed-on", help="签署日期 / date")] = None,
) -> None:
    """录入一家企业的承诺 / enter one company's pledge."""
    run = session(context)
    draft = PledgeDraft(tuple(product or ()), tuple(standard or ()), signatory, day(signed_on))
    with run.office() as office:
        row = chosen_campaign(office, year)
        company_id = browsing.resolve(office, company)
        pledging.enter(office, row.id, company_id, draft)
        shown = browsing.in_campaign(office, row.id, company_id)
    run.show({"company": shown.name, "stage": shown.stage}, [run.say("pledge_entered", name=shown.name)])


@app.command("import")
def import_pledges(
    context: typer.Context,
    file: File,
    year: Year = None,
    to: Annotated[str, typer.Option("--to", help="导入后的阶段 / stage afterwards")] = Stage.MATERIAL_REVIEW.value,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只检查，不写入 / check only")] = False,
    sheet: Sheet = None,
    duplicates: Choice = Duplicates.SKIP,
    bad_rows: BadRows = None,
) -> None:
    """导入承诺名单；新企业一并导入 / import a list of pledges; companies that are new come along.

    名单没有承诺列时用默认条款 / a list without pledge columns takes the default text.
    """
    run = session(context)
    stage = stage_of(to, run.words)
    with run.office() as office:
        row = chosen_campaign(office, year)
        plan = planned(run, office, file, sheet, bad_rows)
        target = PledgeTarget(row.id, stage)
        report(run, plan, None if dry_run else committed(run, office, plan, duplicates, target))


@app.command("approve")
def approve(context: typer.Context, companies: Companies = None, year: Year = None, everyone: Everyone = False) -> None:
    """审核通过 / approve pledges in review."""
    run = session(context)
    with run.office() as office:
        row = chosen_campaign(office, year)
        chosen = participations(office, row, companies, everyone, [Stage.MATERIAL_REVIEW])
        moved = pledging.approve(office, chosen)
    show_moved(run, moved, Stage.PLEDGED)


@app.command("return")
def send_back(
    context: typer.Context,
    companies: Companies = None,
    reason: Annotated[str, typer.Option(help="退回原因 / reason")] = "",
    year: Year = None,
    everyone: Everyone = False,
) -> None:
    """退回补正 / send pledges back with a reason."""
    run = session(context)
    with run.office() as office:
        row = chosen_campaign(office, year)
        chosen = participations(office, row, companies, everyone, [Stage.MATERIAL_REVIEW])
        moved = pledging.send_back(office, chosen, reason)
    show_moved(run, moved, Stage.RETURNED_FOR_CORRECTION)
