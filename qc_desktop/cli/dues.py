"""``dues``: the ledger of members' dues, where the office keeps one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qc_desktop.cli.choosing import day
from qc_desktop.cli.session import session
from qc_desktop.domain.membership import MembershipStatus
from qc_desktop.domain.money import parse_yuan, yuan
from qc_desktop.errors import UserError
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.members import dues
from qc_desktop.services.members.dues import DuesDraft, DuesRow

app = typer.Typer(name="dues", no_args_is_help=True, help="会费台账（默认不启用）/ dues ledger, off by default")

DueOn = Annotated[str | None, typer.Option("--due-on", help="截止日期 / due by")]


@app.command("show")
def show(context: typer.Context, company: str) -> None:
    """一家会员的会费 / one company's dues."""
    run = session(context)
    with run.office() as office:
        rows = dues.of_company(office, browsing.resolve(office, company)) if dues.is_on(office) else _off()
    run.show({"dues": rows}, [_line(row) for row in rows])


@app.command("set")
def change(
    context: typer.Context,
    company: str,
    year: int,
    due: Annotated[str, typer.Option(help="应缴（元）/ due, yuan")] = "",
    due_on: DueOn = None,
    remark: Annotated[str, typer.Option(help="备注 / remark")] = "",
) -> None:
    """登记一家的应缴会费 / note what a company owes for a year."""
    run = session(context)
    with run.office() as office:
        company_id = browsing.resolve(office, company)
        stored = next((row for row in dues.of_company(office, company_id) if row.dues.dues_year == year), None)
        before = stored.dues if stored else DuesDraft(year)
        wanted = DuesDraft(
            year,
            _fen(due) if due else before.due_fen,
            day(due_on) or before.due_on,
            before.paid_fen,
            before.paid_on,
            before.receipt_no,
            remark or before.remark,
        )
        dues.save(office, company_id, wanted, stored.row_version if stored else 0)
        rows = dues.of_company(office, company_id)
    run.show({"dues": rows}, [_line(row) for row in rows])


@app.command("pay")
def pay(
    context: typer.Context,
    company: str,
    year: int,
    amount: Annotated[str, typer.Argument(help="金额（元）/ yuan")],
    receipt: Annotated[str, typer.Option(help="收据号 / receipt no.")] = "",
    on: Annotated[str | None, typer.Option(help="缴费日期 / day")] = None,
) -> None:
    """登记缴费，可分次 / note a payment, in parts too."""
    run = session(context)
    with run.office() as office:
        row = dues.pay(office, browsing.resolve(office, company), year, _fen(amount), receipt, day(on))
    run.show({"dues": row}, [_line(row)])


@app.command("charge")
def charge(context: typer.Context, year: int, amount: str, due_on: DueOn = None) -> None:
    """给所有在会会员登记应缴会费 / note the same amount for every current member."""
    run = session(context)
    with run.office() as office:
        current = CompanyFilter(membership=MembershipStatus.CURRENT, membership_on=office.today)
        fresh = dues.charge(office, browsing.ids(office, current), year, _fen(amount), day(due_on))
    run.show({"charged": fresh}, [run.say("dues_charged", count=fresh)])


@app.command("year")
def year_overview(context: typer.Context, year: int) -> None:
    """一年的应缴、已缴、未缴 / a year's sums."""
    run = session(context)
    with run.office() as office:
        sums = dues.overview(office, year)
    said = {"due": yuan(sums.due_fen), "paid": yuan(sums.paid_fen), "rest": yuan(sums.open_fen)}
    run.show({"year": sums}, [run.say("dues_year", **said, companies=sums.open_companies)])


@app.command("remind")
def remind(
    context: typer.Context,
    year: int,
    out: Annotated[Path | None, typer.Option(help="写成表格 .xlsx / write a workbook")] = None,
    contacts: Annotated[bool, typer.Option("--contacts", help="带联系人（个人信息）/ with personal data")] = False,
) -> None:
    """未缴名单与提醒文字 / who owes still, with ready texts."""
    run = session(context)
    with run.office() as office:
        if out is not None:
            count = run.watch(dues.export(office, year, out.absolute(), contacts=contacts))
            run.show({"file": out.absolute(), "companies": count}, [run.say("dues_exported", out=out, count=count)])
            return
        rows = dues.open_rows(office, year)
        texts = dues.reminder_texts(office, rows)
    said = [{"company": row.name, "text": text} for row, text in zip(rows, texts, strict=True)]
    run.show({"reminders": said}, texts or [run.say("dues_nobody_owes", year=year)])


def _off() -> tuple[DuesRow, ...]:
    raise UserError("dues.off")


def _fen(typed: str) -> int:
    try:
        return parse_yuan(typed)
    except ValueError as problem:
        raise UserError("dues.bad_amount", amount=typed) from problem


def _line(row: DuesRow) -> str:
    paid = " ".join(filter(None, [yuan(row.dues.paid_fen), row.dues.receipt_no]))
    return f"{row.dues.dues_year}  {row.name}  {yuan(row.dues.due_fen)}  {paid}  → {yuan(row.dues.open_fen)}"
