"""``code``: codes that are scratched off labels."""

from __future__ import annotations

from typing import Annotated

import typer

from qc_desktop.cli.session import Session, session
from qc_desktop.domain.labels import LabelBatchState
from qc_desktop.messages import Messages
from qc_desktop.services import vault
from qc_desktop.services.labels import batches, code_check
from qc_desktop.services.labels.batches import BatchRow
from qc_desktop.services.labels.code_check import CodeChecked

app = typer.Typer(name="code", no_args_is_help=True, help="刮开的防伪码 / codes to scratch off")


@app.callback()
def _group() -> None:
    """刮开的防伪码 / codes to scratch off."""


@app.command("check")
def check(
    context: typer.Context,
    code: Annotated[str, typer.Argument(help="刮开的防伪码 / the code that was scratched off")],
    label: Annotated[
        str,
        typer.Option(
            "--label", help="标识编号，如 00001-000077；不写则逐批查找 / its label; without it all are searched"
        ),
    ] = "",
) -> None:
    """是哪枚标识的防伪码；查一次记一次 / whose code is it? Each check is counted."""
    run = session(context)
    with run.office() as office:
        passphrase = run.passphrase()
        signer_of = lambda key_id: vault.signer_of(office, key_id, passphrase)  # noqa: E731
        found = run.watch(code_check.check(office, code, signer_of, label))
        batch = batches.row(office, found.serial) if found.serial else None
    run.show({"fits": bool(found.serial), **vars(found), "batch": batch}, _lines(run, found, batch, label))
    if not found.serial:
        raise typer.Exit(1)


def _lines(run: Session, found: CodeChecked, batch: BatchRow | None, label: str) -> list[str]:
    numbers = [f"{number:05}" for number in found.closed]
    closed = [run.words.text("label.code_closed", batches=numbers)] if numbers else []
    if batch is None:
        said = "label.code_differs" if label else "label.code_unknown"
        return [run.words.text(said, batches=found.batches, labels=f"{found.labels:,}"), *closed]
    words, about = run.words, {"company": batch.company, "product": batch.product, "lot": batch.lot or "–"}
    lines = [
        words.text("label.code_fits", serial=found.serial, **about),
        words.text("label.code_before", count=found.before) if found.before else words.text("label.code_first"),
    ]
    if batch.state is LabelBatchState.STOPPED:
        lines.append(words.text("label.state_stopped") + "  " + batch.state_reason)
    return lines if label else [*lines, _searched(words, found)]


def _searched(words: Messages, found: CodeChecked) -> str:
    return words.text("label.code_searched", batches=found.batches, labels=f"{found.labels:,}")
