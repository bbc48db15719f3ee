"""``verify``: is it genuine?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from qc_desktop.cli.session import Session, plain, session
from qc_desktop.domain.verification import SIGNATURE_PROVES
from qc_desktop.errors import UserError
from qc_desktop.services import verification, withdrawing
from qc_desktop.services.answers import GENUINE, Answer

TOLD = ("number", "holder", "product", "lot", "uscc", "issued", "expires")
"""What of an answer stands beside its verdict."""


def verify(
    context: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            help="编号、末几位、企业、扫出的文字，或 .pdf .png .jpg / number, last digits, company, scanned text, file"
        ),
    ],
    keys: Annotated[
        Path | None,
        typer.Option("--keys", help="只凭公开名单 keys.json 查验，不用资料 / with keys.json alone, without records"),
    ] = None,
    root: Annotated[
        str, typer.Option("--root", help="根指纹，key public 会写出 / the root's fingerprint, as key public says it")
    ] = "",
) -> None:
    """查验 / check a number, a text, a picture or a PDF."""
    run = session(context)
    if keys is not None:
        if not root:
            raise UserError("verify.root_needed")
        published = verification.load_key_list(keys, root)
        answers = verification.verify_with(published, what, withdrawing.kept_in(keys.parent / "keys", published))
    else:
        with run.office() as office:
            answers = verification.verify(office, what)
    run.show(result_of(answers), _lines(run, answers))
    if not all(answer.verdict in GENUINE for answer in answers):
        raise typer.Exit(1)


def result_of(answers: list[Answer]) -> dict[str, Any]:
    """One answer as it is; several as ``results``, with the worst as the verdict of the whole."""
    results = [
        {**plain(answer), "proves": SIGNATURE_PROVES["zh_CN"] if answer.was_issued else ""} for answer in answers
    ]
    if len(results) == 1:
        return results[0]
    worst = next((answer for answer in answers if answer.verdict not in GENUINE), answers[0])
    return {"verdict": worst.verdict.value, "results": results}


def _lines(run: Session, answers: list[Answer]) -> list[str]:
    lines = []
    for answer in answers:
        about = "  ".join(filter(None, [getattr(answer, name) for name in TOLD]))
        lines += [f"{run.words.text(f'verdict.{answer.verdict.value}')}  {about}".rstrip(), f"  {answer.spoken}"]
        lines += [f"  {run.words.text(why.code, **why.params)}" for why in answer.suspicions]
    proof = [SIGNATURE_PROVES[run.lang]] if all(answer.was_issued for answer in answers) else []
    return [*lines, *proof]
