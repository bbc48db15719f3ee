"""``verify``: is it genuine?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from qc_desktop.cli.session import Session, plain, session
from qc_desktop.domain.verification import SIGNATURE_PROVES, Reason
from qc_desktop.errors import UserError
from qc_desktop.services import verification, withdrawing
from qc_desktop.services.answers import GENUINE, Answer, CodeFit
from qc_desktop.services.site_copy import SiteCopy

_CODE = {
    CodeFit.FITS: "cli.published_code_fits",
    CodeFit.DIFFERS: "label.code_differs",
    CodeFit.NO_CODES: "cli.published_code_none",
    CodeFit.MISSING: "cli.published_code_missing",
    CodeFit.FORGED: "cli.published_code_forged",
}
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
    code: Annotated[
        str, typer.Option("--code", help="标识上刮开的防伪码，与 --keys 同用 / scratched off a label, with --keys")
    ] = "",
) -> None:
    """查验 / check a number, a text, a picture or a PDF; with --keys, by a copy of the published folder alone."""
    run = session(context)
    if keys is not None:
        answers = _by_copy(keys, root, what, code)
    elif code:
        raise UserError("verify.code_needs_keys")
    else:
        with run.office() as office:
            answers = verification.verify(office, what)
    run.show(result_of(answers), _lines(run, answers))
    if not all(answer.verdict in GENUINE for answer in answers):
        raise typer.Exit(1)
    if code and answers[0].code_fit is not CodeFit.FITS:
        raise typer.Exit(1)


def _by_copy(keys: Path, root: str, what: str, code: str) -> list[Answer]:
    if not root:
        raise UserError("verify.root_needed")
    published = verification.load_key_list(keys, root)
    kept = withdrawing.kept_in(keys.parent / "keys", published)
    answers = verification.verify_with(SiteCopy(keys.parent, published), what, kept, code)
    first = answers[0]
    is_one_label = len(answers) == 1 and (first.is_label or not first.was_issued) and first.reason != Reason.NO_PAYLOAD
    if code and not is_one_label:
        raise UserError("verify.code_one_label")
    return answers


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
        lines += [f"  {run.words.of(told)}" for told in (*answer.suspicions, *answer.notes)]
        lines += [f"  {run.words.text(_CODE[answer.code_fit], serial=answer.number)}"] if answer.code_fit else []
    proof = [SIGNATURE_PROVES[run.lang]] if all(answer.was_issued for answer in answers) else []
    return [*lines, *proof]
