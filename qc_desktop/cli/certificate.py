"""``certificate``: issuing, printing, ending."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from qc_desktop.cli.arguments import Limit, Offset
from qc_desktop.cli.choosing import (
    Companies,
    Everyone,
    Numbers,
    Year,
    certificates,
    chosen_campaign,
    one_numbered,
    participations,
)
from qc_desktop.cli.preflight import show_checked, stopped_lines, stopped_of
from qc_desktop.cli.print_ways import First, Last, Paper, Printer, Tray, begin, in_range, options_of, queue_of
from qc_desktop.cli.print_ways import Reason as ReprintReason
from qc_desktop.cli.session import Session, StoppedError, back_up, session
from qc_desktop.cli.usage import demand_apart, demand_apart_names, demand_one
from qc_desktop.documents.pagecheck import PageProblem
from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.printing import Placing
from qc_desktop.domain.short_ids import short_id
from qc_desktop.errors import UserError
from qc_desktop.services import document_signing, keys, vault
from qc_desktop.services.certificates import issuing, packaging, places, printing, register
from qc_desktop.services.certificates.packaging import PackageForm
from qc_desktop.services.certificates.printing import Printed
from qc_desktop.services.certificates.register import CertificateFilter, CertificateRow
from qc_desktop.services.office import Office
from qc_desktop.trust.keys import OpenKeys
from qc_desktop.trust.pdf_signatures import DocumentSigner

app = typer.Typer(name="certificate", no_args_is_help=True, help="证书 / certificates")

Out = Annotated[
    Path | None, typer.Option("--out", help="一个 .pdf，或一个文件夹（每家一个文件）/ FILE.pdf or a folder")
]
NoCheck = Annotated[bool, typer.Option("--no-check", help="不做出纸检查 / skip the page check")]
Reason = Annotated[str, typer.Option(help="原因 / reason")]
Number = Annotated[str, typer.Argument(help="证书编号或末几位 / certificate number or its last digits")]


@app.command("issue")
def issue(
    context: typer.Context,
    companies: Companies = None,
    year: Year = None,
    everyone: Everyone = False,
    out: Out = None,
    no_check: NoCheck = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只检查，不编号 / check only")] = False,
) -> None:
    """出证：默认全部已公告、还没有证书的企业 / issue; by default everyone announced and without a certificate."""
    run = session(context)
    if dry_run:
        demand_apart(run.words, "--dry-run", out=out, no_check=no_check)
    if everyone:
        demand_apart_names(run.words, companies)
    if out is not None:
        places.check_place(out.absolute())
    with run.office() as office:
        row = chosen_campaign(office, year)
        wanted = (
            participations(office, row, companies, False, [Stage.ANNOUNCED]) if companies and not everyone else None
        )
        if dry_run:
            show_checked(run, run.watch(issuing.preflight(office, row.id, wanted)))
            return
        if not keys.is_set_up(office):
            run.watch(issuing.checking(office, row.id, wanted))
        opened = vault.unlock(office, run.passphrase(fresh=not keys.is_set_up(office)))
        issued = run.watch(issuing.issue(office, row.id, opened, wanted))
        back_up(run, office, "issue")
        printed = _print_issued(run, office, issued, opened, out, no_check) if out else None
    result: dict[str, Any] = {
        "issued": len(issued.numbers),
        "first": issued.numbers[0],
        "last": issued.numbers[-1],
        "batch": issued.batch_id,
        "stopped": stopped_of(run, issued.stopped),
    }
    about = {"first": issued.numbers[0], "last": issued.numbers[-1], "batch": short_id(issued.batch_id)}
    lines = [run.say("issued", count=len(issued.numbers), **about)]
    lines += stopped_lines(run, result["stopped"])
    if printed:
        result |= {"printed": _printed(printed)}
        lines.append(run.say("printed", count=len(printed.numbers), path=printed.path))
    run.show(result, lines)


def _print_issued(
    run: Session, office: Office, issued: issuing.Issued, opened: OpenKeys, out: Path, no_check: bool
) -> Printed:
    """Renders what was just issued; whoever stops that is told what stands already and how to go on."""
    try:
        return _print(run, office, issued.numbers, out, no_check, opened=opened)
    except (KeyboardInterrupt, UserError) as stop:
        about = {"count": len(issued.numbers), "first": issued.numbers[0], "last": issued.numbers[-1], "out": out}
        if isinstance(stop, KeyboardInterrupt):
            raise StoppedError("cli.issued_not_printed", **about) from stop
        run.remark(run.say("issued_not_printed", **about))
        raise


@app.command("print")
def print_certificates(
    context: typer.Context,
    numbers: Numbers = None,
    year: Year = None,
    everyone: Everyone = False,
    first: First = "",
    last: Last = "",
    out: Out = None,
    no_check: NoCheck = False,
    printer: Printer = "",
    reason: ReprintReason = "",
    tray: Tray = "",
    paper: Paper = None,
) -> None:
    """生成证书 PDF，或直接打印 / render certificates as PDF, or print them; a folder is taken up where it stopped."""
    run = session(context)
    demand_one(run.words, out=out, printer=printer)
    if out is None:
        demand_apart(run.words, "--printer", no_check=no_check)
    else:
        demand_apart(run.words, "--out", tray=tray, paper=paper if paper is not Placing.ON_STOCK else None)
    with run.office() as office:
        chosen = in_range(run, office, year, numbers, first, last, everyone=everyone)
        if out is None:
            queue = queue_of(run, printer)
            begin(run, office, chosen, queue, options_of(run, queue, tray, paper), reason=reason)
            return
        printed = _print(run, office, chosen, out, no_check, reason, on_stock=paper is Placing.ON_STOCK)
    lines = [run.say("printed", count=len(printed.numbers), path=printed.path)]
    if printed.skipped:
        lines.append(run.say("skipped", count=printed.skipped))
    run.show(_printed(printed), lines)


def _print(
    run: Session,
    office: Office,
    numbers: tuple[str, ...] | list[str],
    out: Path,
    no_check: bool,
    reason: str = "",
    *,
    on_stock: bool = False,
    opened: OpenKeys | None = None,
) -> Printed:
    is_one = places.is_one_file(out)
    make = printing.print_one_file if is_one else printing.print_folder
    is_single = not is_one or len(set(numbers)) == 1
    signer = _signer(run, office, opened) if is_single and not on_stock else None
    job = make(office, numbers, out.absolute(), checked=not no_check, reason=reason, on_stock=on_stock, signer=signer)
    printed = run.watch(job)
    failed = _numbers(printed.withheld)
    if failed:
        run.remark(run.words.text("certificate.withheld", count=len(failed), numbers=failed))
        _tell_why(run, printed.withheld)
    return printed


def _signer(run: Session, office: Office, opened: OpenKeys | None = None) -> DocumentSigner | None:
    """What the office signs files with, if it does."""
    unlock = lambda: opened or vault.unlock(office, run.passphrase())  # noqa: E731
    return document_signing.signer(office, unlock, run.file_password)


def _numbers(withheld: Sequence[PageProblem]) -> list[str]:
    return sorted({problem.number for problem in withheld})


def _tell_why(run: Session, withheld: Sequence[PageProblem]) -> None:
    """A line for each of ``withheld``, with the reason."""
    for problem in withheld:
        run.remark(f"  {problem.number}  {run.words.of(problem.finding)}")


def _printed(printed: Printed) -> dict[str, Any]:
    return {
        "rendered": len(printed.numbers),
        "skipped": printed.skipped,
        "withheld": _numbers(printed.withheld),
        "checked": printed.checked,
        "path": printed.path,
    }


@app.command("package")
def package(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", help="文件夹，或一个 .zip / a folder, or one .zip")],
    numbers: Numbers = None,
    year: Year = None,
    everyone: Everyone = False,
    zipped: Annotated[bool, typer.Option("--zip", help="每家一个压缩包 / a zip for each company")] = False,
) -> None:
    """打包电子版：每家 PDF、图片、查验标签和使用须知 / what each company gets electronically."""
    run = session(context)
    one_zip = out.suffix.lower() == ".zip"
    form = PackageForm.ONE_ZIP if one_zip else PackageForm.ZIPS if zipped else PackageForm.FOLDERS
    with run.office() as office:
        chosen = certificates(office, year, numbers, everyone)
        packaged = run.watch(packaging.package(office, chosen, out.absolute(), form, _signer(run, office)))
    withheld = _numbers(packaged.withheld)
    if withheld:
        run.remark(run.say("not_packaged", count=len(withheld)))
        _tell_why(run, packaged.withheld)
    made = len(set(chosen)) - packaged.skipped - len(withheld)
    lines = [run.say("packaged", count=made, path=packaged.path)]
    if packaged.skipped:
        lines.append(run.say("skipped", count=packaged.skipped))
    result = {"made": made, "skipped": packaged.skipped, "withheld": withheld, "path": packaged.path}
    run.show(result, lines)


@app.command("list")
def list_certificates(
    context: typer.Context,
    year: Year = None,
    text: Annotated[str, typer.Option(help="编号末几位或企业 / last digits or company")] = "",
    state: Annotated[CertificateState | None, typer.Option(help="状态 / state")] = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> None:
    """列出证书 / list the register."""
    run = session(context)
    with run.office() as office:
        campaign_id = chosen_campaign(office, year).id if year else ""
        wanted = CertificateFilter(campaign_id, text, (state.value,) if state else ())
        rows, total = register.page(office, wanted, offset, limit), register.count(office, wanted)
    lines = [_line(run, row) for row in rows]
    run.show({"total": total, "certificates": rows}, [*lines, run.say("shown_of", shown=len(rows), total=total)])


@app.command("void")
def void(context: typer.Context, number: Number, reason: Reason = "", year: Year = None) -> None:
    """作废（印错、资料错）/ void, for a clerical reason."""
    _end(context, number, CertificateState.VOID, reason, year)


@app.command("revoke")
def revoke(context: typer.Context, number: Number, reason: Reason = "", year: Year = None) -> None:
    """撤销（有因）/ revoke, for cause."""
    _end(context, number, CertificateState.REVOKED, reason, year)


def _end(context: typer.Context, number: str, to: CertificateState, reason: str, year: int | None) -> None:
    run = session(context)
    with run.office() as office:
        row = register.end(office, one_numbered(office, year, number), to, reason)
    run.show({"certificate": row}, [_line(run, row)])


@app.command("replace")
def replace(context: typer.Context, number: Number, reason: Reason = "", year: Year = None) -> None:
    """换发：原证书停用，按现在的资料出新证书 / replace with a new one made from today's data."""
    run = session(context)
    with run.office() as office:
        meant = one_numbered(office, year, number)
        old, new = register.replace(office, meant, reason, vault.unlock(office, run.passphrase()))
    run.show({"replaced": old, "certificate": new}, [_line(run, old), _line(run, new)])


def _line(run: Session, row: CertificateRow) -> str:
    state = run.words.text(f"certificate.{row.state.value}")
    return "  ".join(filter(None, [row.number, row.holder, row.issued_on.isoformat(), state, row.state_reason]))
