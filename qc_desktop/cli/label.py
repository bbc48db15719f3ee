"""``label``: agreements, batches of labels for products, sheets of them, and what became of them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from qc_desktop.cli import label_agreement, label_sheets
from qc_desktop.cli.arguments import Limit, Offset
from qc_desktop.cli.choosing import day
from qc_desktop.cli.reasons import Because, reasons_given
from qc_desktop.cli.session import Session, back_up, session
from qc_desktop.domain.dates import local
from qc_desktop.domain.labels import LabelBatchState, LabelEventKind
from qc_desktop.errors import UserError
from qc_desktop.services import keys, vault
from qc_desktop.services.companies import browsing
from qc_desktop.services.labels import (
    agreements,
    batches,
    issuing,
    ledger,
    ordering,
    stop_notice,
    stopping,
)
from qc_desktop.services.labels.batches import BatchFilter, BatchRow
from qc_desktop.services.labels.ledger import LedgerRow
from qc_desktop.services.labels.ordering import BatchOrder

app = typer.Typer(name="label", no_args_is_help=True, help="专用标识 / labels for products")
app.add_typer(label_agreement.app)
app.command("print")(label_sheets.print_batch)
app.command("presets")(label_sheets.list_presets)
app.command("sheet")(label_sheets.sheet)


class Fate(StrEnum):
    """What can be noted of labels: the office counts by itself what it issued and printed."""

    APPLIED = LabelEventKind.APPLIED.value
    DESTROYED = LabelEventKind.DESTROYED.value
    LOST = LabelEventKind.LOST.value
    SPOILED = LabelEventKind.SPOILED.value


Batch = Annotated[str, typer.Argument(help="批次编号 / number of the batch")]
Reason = Annotated[str, typer.Option("--reason", help="原因 / reason")]


@app.command("batch")
def batch(
    context: typer.Context,
    company: Annotated[str, typer.Option(help="企业：信用代码、名称或编号 / company")],
    product: Annotated[str, typer.Option(help="产品，须在协议中 / product of the agreement")],
    lot: Annotated[str, typer.Option(help="产品批号 / lot")],
    count: Annotated[int, typer.Option(help="数量 / how many")],
    agreement: Annotated[str, typer.Option(help="协议编号，只有一份可用时不必写 / agreement no.")] = "",
    valid_until: Annotated[str, typer.Option("--valid-until", help="有效期至 / last valid day")] = "",
    abrasion: Annotated[bool, typer.Option("--abrasion", help="易磨损：用更耐磨的大二维码 / a sturdier code")] = False,
    hidden: Annotated[bool, typer.Option("--hidden", help="带刮开的防伪码 / with codes to scratch off")] = False,
    preset: Annotated[str, typer.Option(help="先查这种标签纸放不放得下 / check this sheet first")] = "",
    because: Because = None,
) -> None:
    """签发一批标识；不能超过使用协议 / issue a batch, within its agreement."""
    run = session(context)
    order, reasons = BatchOrder(product, lot, count, day(valid_until), abrasion, hidden), reasons_given(because, "")
    with run.office() as office:
        company_id = browsing.resolve(office, company)
        chosen = agreements.by_number(office, agreement) if agreement else None
        if chosen is not None and chosen.company_id != company_id:
            raise UserError("label.other_companys", agreement=agreement, company=chosen.company)
        agreement_id = chosen.id if chosen else ordering.agreement_for(office, company_id, order)
        fitting = ordering.preflight(office, agreement_id, order, preset)
        opened = vault.unlock(office, run.passphrase(fresh=not keys.is_set_up(office)))
        row = run.watch(issuing.issue(office, agreement_id, order, opened, preset, reasons))
        back_up(run, office, "issue")
    run.show(
        {"batch": batch_json(row), "presets": fitting}, [_line(run, row), run.say("label_fits", presets=list(fitting))]
    )


@app.command("spoil")
def spoil(
    context: typer.Context,
    batch: Batch,
    kind: Annotated[Fate, typer.Option(help="加贴、销毁、丢失、损坏 / what became of them")] = Fate.SPOILED,
    count: Annotated[int, typer.Option(help="几枚；负数冲减 / how many; negative takes back")] = 0,
    first: Annotated[int | None, typer.Option(help="起始序号 / first label")] = None,
    last: Annotated[int | None, typer.Option(help="截止序号 / last label")] = None,
    back: Annotated[
        bool, typer.Option("--take-back", help="冲减登记错的，以后可以重新登记 / take back what was noted wrongly")
    ] = False,
    reason: Reason = "",
) -> None:
    """登记标识去向：加贴、销毁、丢失、损坏 / note what became of labels."""
    run = session(context)
    if back:
        count = -abs(count or ((last - first + 1) if first is not None and last is not None else 0))
    with run.office() as office:
        row = ledger.note(office, batch, LabelEventKind(kind), ledger.Labels(count, first, last), reason)
    run.show({"batch": batch_json(row)}, [_line(run, row), _balance(run, row)])


@app.command("stop")
def stop(
    context: typer.Context,
    batch: Batch,
    reason: Reason = "",
    notice: Annotated[Path | None, typer.Option("--notice", help="停用通知 .pdf 或 .txt / write the notice")] = None,
) -> None:
    """停用一批标识，不能恢复 / stop a batch, for good."""
    run = session(context)
    with run.office() as office:
        if notice is not None:
            stop_notice.demand_ready(office, batch, reason, notice.absolute())
        row = stopping.stop(office, batch, reason)
        made = stop_notice.notice(office, batch)
        if notice is not None:
            stop_notice.save(made, notice.absolute())
    run.show({"batch": batch_json(row), "notice": made.text, "path": notice}, [_line(run, row), "", made.text])


@app.command("notice")
def write_notice(
    context: typer.Context,
    batch: Batch,
    out: Annotated[Path, typer.Option("--out", help="写到 .pdf 或 .txt / file to write")],
) -> None:
    """再写一份停用通知 / write the notice of a stopped batch again."""
    run = session(context)
    with run.office() as office:
        written = stop_notice.save(stop_notice.notice(office, batch), out.absolute())
    run.show({"batch": batch, "path": written}, [run.say("notice_written", path=written)])


@app.command("list")
def list_batches(
    context: typer.Context,
    company: Annotated[str, typer.Option(help="企业 / company")] = "",
    text: Annotated[str, typer.Option(help="批次、批号、产品或企业 / number, lot, product or company")] = "",
    state: Annotated[LabelBatchState | None, typer.Option(help="状态 / state")] = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> None:
    """列出标识批次 / list the batches."""
    run = session(context)
    with run.office() as office:
        company_id = browsing.resolve(office, company) if company else ""
        wanted = BatchFilter(company_id=company_id, text=text, states=(state.value,) if state else ())
        rows, total = batches.page(office, wanted, offset, limit), batches.count(office, wanted)
    lines = [*(_line(run, row) for row in rows), run.say("shown_of", shown=len(rows), total=total)]
    run.show({"total": total, "batches": [batch_json(row) for row in rows]}, lines)


@app.command("show")
def show(context: typer.Context, batch: Batch, offset: Offset = 0, limit: Limit = 50) -> None:
    """看一批标识和它的去向 / a batch and what became of its labels."""
    run = session(context)
    with run.office() as office:
        row, told = batches.row(office, batch), ledger.lines(office, batch, offset, limit)
        total = ledger.count(office, batch)
    lines = [_line(run, row), _balance(run, row), *(_ledger_line(run, line) for line in told)]
    run.show({"batch": batch_json(row), "total": total, "events": told}, lines)


def batch_json(row: BatchRow) -> dict[str, Any]:
    """``row`` with its balance written out."""
    balance = row.balance
    counted = {kind.value: balance.of(kind) for kind in LabelEventKind} | {"further": balance.further}
    left = {"remaining": balance.remaining, "outstanding": balance.outstanding, "unprinted": balance.unprinted}
    return {**vars(row), "balance": counted | left}


def _line(run: Session, row: BatchRow) -> str:
    state = run.words.text(f"label.state_{row.state.value}")
    said = run.say("label_batch", batch=f"{row.number:05}", count=row.count, company=row.company, product=row.product)
    return "  ".join(filter(None, [said, row.lot, str(row.valid_until or ""), state, row.state_reason]))


def _balance(run: Session, row: BatchRow) -> str:
    told = [(f"label.kind_{kind.value}", row.balance.of(kind)) for kind in LabelEventKind]
    counted = [run.words.named(run.words.text(code), f"{number:,}") for code, number in told]
    remaining = run.words.named(run.words.text("label.remaining"), f"{row.balance.remaining:,}")
    further = run.say("label_further", count=row.balance.further) if row.balance.further else ""
    return "  " + "  ".join(filter(None, [*counted, remaining, further]))


def _ledger_line(run: Session, line: LedgerRow) -> str:
    span = line.first_serial if line.first_serial == line.last_serial else f"{line.first_serial}～{line.last_serial}"
    parts = [f"{local(line.at):%Y-%m-%d %H:%M}", run.words.text(f"label.kind_{line.kind.value}"), f"{line.count:,}"]
    copy = run.words.text("label.copy", copy=line.copy) if line.copy > 1 else ""
    return "  " + "  ".join(filter(None, [*parts, run.words.ranged(span), copy, line.staff, line.remark]))
