"""``chase``: who has not answered, what to send them, and that they were reminded."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from qc_desktop.cli.arguments import Limit, Offset
from qc_desktop.cli.choosing import Companies, Everyone, Year, chosen_campaign, named_participations
from qc_desktop.cli.session import Session, session
from qc_desktop.domain.chasing import Missing, ReminderWay
from qc_desktop.domain.dates import local
from qc_desktop.errors import UserError
from qc_desktop.services.campaigns import chasing, letters
from qc_desktop.services.campaigns.chasing import ChaseFilter, ChaseRow
from qc_desktop.services.campaigns.years import CampaignRow
from qc_desktop.services.office import Office

app = typer.Typer(name="chase", no_args_is_help=True, help="催办 / who has not answered")

Who = Annotated[str, typer.Option(help="owing 未交 | not_invited 未邀请 | awaited 已邀请未交 | returned | incomplete")]
Lacking = Annotated[Missing | None, typer.Option(help="缺哪一项 / what is missing")]
Contacts = Annotated[bool, typer.Option("--contacts", help="含联系人，会记录 / with contacts, logged")]


@app.command("list")
def list_owing(
    context: typer.Context,
    year: Year = None,
    who: Who = chasing.OWING,
    missing: Lacking = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> None:
    """列出需要催办的企业 / list the companies to chase."""
    run = session(context)
    with run.office() as office:
        row = chosen_campaign(office, year)
        wanted = _filter(row, who, missing)
        total = chasing.count(office, wanted)
        rows = chasing.page(office, wanted, offset, limit) if limit else []
    lines = [_line(run, one) for one in rows] or [run.words.text("chase.empty")]
    run.show({"total": total, "companies": [_plain(one) for one in rows]}, lines)


@app.command("text")
def text(context: typer.Context, company: str, year: Year = None) -> None:
    """显示发给一家企业的催办文字 / the text to send to a company."""
    run = session(context)
    with run.office() as office:
        row = chosen_campaign(office, year)
        (one,) = named_participations(office, row, [company])
        shown = chasing.row(office, one)
        if shown is None:
            raise UserError("company.gone")
        said = letters.wording(office, row.values).text(shown)
    run.show({"company": shown.name, "text": said}, [said])


@app.command("mark")
def mark(
    context: typer.Context,
    companies: Companies = None,
    year: Year = None,
    way: Annotated[ReminderWay, typer.Option(help="方式 / way")] = ReminderWay.PHONE,
    remark: Annotated[str, typer.Option(help="备注 / remark")] = "",
    everyone: Everyone = False,
    who: Who = chasing.OWING,
) -> None:
    """登记已提醒，可撤回 / note that companies were reminded; can be undone."""
    run = session(context)
    with run.office() as office:
        row = chosen_campaign(office, year)
        marked = chasing.mark(office, _meant(office, row, companies, everyone, who), way, remark)
    run.show({"marked": marked}, [run.words.text("chase.marked", count=marked)])


@app.command("export")
def export(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", help=".xlsx")],
    companies: Companies = None,
    year: Year = None,
    who: Who = chasing.OWING,
    contacts: Contacts = False,
) -> None:
    """导出催办名单，可用于邮件合并 / write the chase list for mail merge."""
    run = session(context)
    with run.office() as office:
        row = chosen_campaign(office, year)
        chosen = _meant(office, row, companies, not companies, who)
        common = letters.wording(office, row.values)
        count = run.watch(letters.export(office, chosen, common, out, with_contacts=contacts))
    run.show({"companies": count, "path": out}, [run.words.text("chase.exported", count=count, path=out)])


def _meant(office: Office, row: CampaignRow, names: list[str] | None, everyone: bool, who: str) -> list[str]:
    chosen = chasing.ids(office, _filter(row, who, None)) if everyone else named_participations(office, row, names)
    if not chosen:
        raise UserError("pledge.nobody")
    return chosen


def _filter(row: CampaignRow, who: str, missing: Missing | None) -> ChaseFilter:
    if who not in chasing.WHO:
        code = "chase.unknown_who" if who.strip() else "chase.no_who"
        raise UserError(code, typed=who, known=list(chasing.WHO))
    return ChaseFilter(row.id, who, missing=missing.value if missing else "")


def _line(run: Session, one: ChaseRow) -> str:
    words = run.words
    return words.text(
        "chase.listed",
        name=one.name,
        stage=one.stage,
        days=one.waiting,
        missing=words.listed(words.text(f"chase.missing_{thing}") for thing in one.missing)
        or words.text("chase.nothing_missing"),
        last=f"{local(one.reminded_at):%Y-%m-%d}" if one.reminded_at else words.text("chase.not_yet"),
    )


def _plain(one: ChaseRow) -> dict[str, Any]:
    return {
        "company": one.name,
        "stage": one.stage.value,
        "waiting_days": one.waiting,
        "missing": [thing.value for thing in one.missing],
        "reminded_at": one.reminded_at,
        "reminded_by": one.reminded_by,
        "way": one.way,
        "times": one.times,
    }
