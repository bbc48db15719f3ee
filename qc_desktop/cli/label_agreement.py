"""``label agreement``: 使用协议 of companies."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from qc_desktop.cli.arguments import Limit, Offset
from qc_desktop.cli.choosing import day
from qc_desktop.cli.reasons import Because, reasons_given
from qc_desktop.cli.session import Session, session
from qc_desktop.domain.dates import last_valid_day
from qc_desktop.domain.labels import AgreementDraft, RestrictedCategory
from qc_desktop.services.companies import browsing
from qc_desktop.services.labels import agreements
from qc_desktop.services.labels.agreements import AgreementFilter, AgreementRow, AgreementSaved

app = typer.Typer(name="agreement", no_args_is_help=True, help="使用协议 / agreements on labels")

Products = Annotated[list[str] | None, typer.Option("--product", help="产品，可写几次 / product, may be repeated")]
Quantity = Annotated[int | None, typer.Option("--quantity", help="协议数量 / how many labels")]
From = Annotated[str, typer.Option("--from", help="第一天 / first day")]
To = Annotated[str, typer.Option("--to", help="最后一天 / last day")]
Restricted = Annotated[
    RestrictedCategory | None, typer.Option("--restricted", help="法律限制推荐的类别 / restricted category")
]
LegalNote = Annotated[str | None, typer.Option("--legal-note", help="法律依据 / legal note")]
Remark = Annotated[str | None, typer.Option("--remark", help="备注 / remark")]


@app.command("add")
def add(
    context: typer.Context,
    company: Annotated[str, typer.Argument(help="企业：信用代码、名称或编号 / company")],
    number: Annotated[str, typer.Option("--number", help="协议编号 / agreement no.")],
    product: Products = None,
    quantity: Quantity = None,
    starts_on: From = "",
    ends_on: To = "",
    restricted: Restricted = None,
    legal_note: LegalNote = None,
    remark: Remark = None,
    because: Because = None,
) -> None:
    """登记一份使用协议 / enter an agreement."""
    run = session(context)
    with run.office() as office:
        first = day(starts_on) or office.today
        draft = AgreementDraft(
            number,
            tuple(product or ()),
            quantity or 0,
            first,
            day(ends_on) or last_valid_day(first),
            restricted,
            legal_note or "",
            remark or "",
        )
        saved = agreements.add(office, browsing.resolve(office, company), draft, reasons_given(because, ""))
    _show(run, saved)
    if restricted is None and not saved.remarks and not saved.row.terms.legal_note:
        run.remark(run.say("label_taken_as_ordinary", number=saved.row.terms.agreement_no))


@app.command("change")
def change(
    context: typer.Context,
    number: Annotated[str, typer.Argument(help="协议编号 / agreement no.")],
    new_number: Annotated[str, typer.Option("--number", help="新的编号 / new number")] = "",
    product: Products = None,
    quantity: Quantity = None,
    starts_on: From = "",
    ends_on: To = "",
    restricted: Restricted = None,
    unrestricted: Annotated[bool, typer.Option("--unrestricted", help="不属于限制类别 / of no such category")] = False,
    legal_note: LegalNote = None,
    remark: Remark = None,
    because: Because = None,
) -> None:
    """修改使用协议；没写的不变 / change an agreement; what is not named stays."""
    run = session(context)
    with run.office() as office:
        row = agreements.by_number(office, number)
        was = row.terms
        draft = replace(
            was,
            agreement_no=new_number or was.agreement_no,
            products=tuple(product) if product else was.products,
            quantity=was.quantity if quantity is None else quantity,
            starts_on=day(starts_on) or was.starts_on,
            ends_on=day(ends_on) or was.ends_on,
            restricted=None if unrestricted else restricted or was.restricted,
            legal_note=was.legal_note if legal_note is None else legal_note,
            remark=was.remark if remark is None else remark,
        )
        saved = agreements.change(office, row.id, draft, row.row_version, reasons_given(because, ""))
    _show(run, saved)


@app.command("list")
def list_agreements(
    context: typer.Context,
    company: Annotated[str, typer.Option(help="企业 / company")] = "",
    text: Annotated[str, typer.Option(help="编号或企业 / number or company")] = "",
    offset: Offset = 0,
    limit: Limit = 50,
) -> None:
    """列出使用协议 / list the agreements."""
    run = session(context)
    with run.office() as office:
        wanted = AgreementFilter(browsing.resolve(office, company) if company else "", text)
        rows, total = agreements.page(office, wanted, offset, limit), agreements.count(office, wanted)
    lines = [*(_line(run, row) for row in rows), run.say("shown_of", shown=len(rows), total=total)]
    run.show({"total": total, "agreements": [{**vars(row), "remaining": row.remaining} for row in rows]}, lines)


def _show(run: Session, saved: AgreementSaved) -> None:
    for found in saved.remarks:
        run.remark(run.words.of(found))
    row = saved.row
    decision = run.words.of(saved.decision) if saved.decision else ""
    shown = {"agreement": {**vars(row), "remaining": row.remaining}, "decision": decision}
    run.show(shown, [_line(run, row), *filter(None, [decision])])


def _line(run: Session, row: AgreementRow) -> str:
    terms = row.terms
    restricted = run.words.text(f"restricted.{terms.restricted.value}") if terms.restricted else ""
    counted = run.say("label_agreed", quantity=terms.quantity, remaining=row.remaining)
    products = run.words.listed(terms.products)
    parts = [terms.agreement_no, row.company, f"{terms.starts_on} – {terms.ends_on}", products, counted, restricted]
    return "  ".join(filter(None, parts))
