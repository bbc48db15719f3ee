"""``ledger``: the register of what was issued, as anybody can hold it against us."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Annotated

import typer

from qc_desktop.cli.session import end_with, session, told
from qc_desktop.domain.records import RECEIPT_FILE
from qc_desktop.errors import UserError
from qc_desktop.files import write_atomic
from qc_desktop.services.ledger import heads, overriding, receipts, witness
from qc_desktop.services.ledger.replay import replaying

app = typer.Typer(name="ledger", no_args_is_help=True, help="签发登记簿 / the register of what was issued")


@app.command("head")
def head(context: typer.Context) -> None:
    """登记簿有多少条，确认到哪一条，核对用的公钥 / how far it is and is signed; the key to check it with."""
    run = session(context)
    with run.office() as office:
        found = heads.head(office)
    result = {
        "size": found.size,
        "signed": found.signed,
        "head": base64.b64encode(found.head).decode(),
        "checkpoint": found.note,
        "at": found.at,
        "verifier_key": found.verifier_key,
    }
    lines = [run.words.text("ledger.head", entries=found.size, signed=found.signed), found.verifier_key]
    run.show(result, [*lines, found.note] if found.note else lines)


@app.command("check")
def check(context: typer.Context) -> None:
    """把资料与登记簿逐条核对，不一致的列出来 / hold the records against it; 1 where something differs."""
    run = session(context)
    with run.office() as office:
        found = run.watch(replaying(office))
        size = heads.size(office)
    problems = [UserError(finding.code, **finding.params) for finding in found]
    lines = [told(run.words, problem) for problem in problems] or [run.words.text("ledger.sound", entries=size)]
    run.show({"size": size, "differences": [run.finding(finding) for finding in found]}, lines)
    end_with(len(found))


@app.command("witness")
def compare(
    context: typer.Context,
    path: Annotated[
        Path,
        typer.Argument(
            help="存根（checkpoint）、回执、证书 PDF 或公布过的文件夹 / checkpoint, receipt, PDF or published folder"
        ),
    ],
) -> None:
    """与别人保存的存根核对 / compare it with a signed head that somebody kept."""
    run = session(context)
    with run.office() as office:
        found = witness.check(office, path)
    run.show(found.__dict__, [run.words.text("ledger.witnessed", signed=found.signed, entries=found.size)])


@app.command("receipt")
def receipt(
    context: typer.Context,
    number: Annotated[str, typer.Argument(help="证书编号 / certificate number")],
    out: Annotated[Path, typer.Option("--out", help=f"写成这个文件，如 {RECEIPT_FILE} / write this file")],
) -> None:
    """写出一张证书的登记回执，谁都可以核对 / write the receipt of a certificate, for anyone to check with."""
    run = session(context)
    with run.office() as office, office.store.reading() as reading:
        found = receipts.receipts_of(reading, [number]).get(number)
    if found is None:
        raise UserError("ledger.no_receipt", number=number)
    write_atomic(out.absolute(), found.encode())
    run.show({"path": out.absolute()}, [run.words.text("ledger.receipt_written", number=number, path=out)])


@app.command("override")
def override(
    context: typer.Context,
    reason: Annotated[str, typer.Option("--reason", help="原因，记入登记簿 / why; the register keeps it")] = "",
) -> None:
    """资料比确认过的旧，说明原因后继续 / go on although the records are older than what was signed."""
    run = session(context)
    with run.office() as office:
        size = overriding.override(office, reason)
    run.show({"size": size}, [run.words.text("ledger.overridden", entries=size)])
