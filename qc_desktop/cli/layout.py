"""``layout``: the office's layouts of documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qc_desktop.cli.choosing import kind_named
from qc_desktop.cli.reasons import Approval, Because, reasons_of
from qc_desktop.cli.session import Session, session
from qc_desktop.documents.registry import DOCUMENT_TYPES
from qc_desktop.domain.dates import local
from qc_desktop.domain.document_names import DocumentName
from qc_desktop.domain.findings import Finding, errors
from qc_desktop.errors import UserError
from qc_desktop.services.layouts import carrying, checking, versions
from qc_desktop.services.layouts.accepting import with_reasons
from qc_desktop.services.layouts.equipping import with_fonts
from qc_desktop.services.layouts.versions import LayoutRow
from qc_desktop.services.office import Office

app = typer.Typer(name="layout", no_args_is_help=True, help="版式 / layouts of documents")

Name = Annotated[str, typer.Argument(help="版式名称；自带的写文件种类 / name, or the kind for the one that ships")]
Kind = Annotated[str, typer.Option(help="文件种类，名称或代号 / kind of document, its name or key")]
Dpi = Annotated[int, typer.Option(min=72, max=2400, help="打印机分辨率，点/英寸 / dots to the inch")]


@app.command("list")
def list_layouts(context: typer.Context, kind: Kind = "") -> None:
    """列出版式，正在使用的有标记 / list the layouts; those in use are marked."""
    run = session(context)
    with run.office() as office:
        rows = versions.listing(office, _kind(kind))
    run.show({"layouts": rows}, [_line(run, row) for row in rows])


@app.command("show")
def show(context: typer.Context, name: Name, kind: Kind = "") -> None:
    """看一份版式的各个版本 / the versions of a layout."""
    run = session(context)
    with run.office() as office:
        row = _row(office, name, kind)
        saved = versions.versions(office, row.id)
    lines = [
        f"{one.version}  {local(one.saved_at):%Y-%m-%d %H:%M}  {one.staff}  {one.remark}".rstrip() for one in saved
    ]
    run.show({"layout": row, "versions": saved}, [_line(run, row), *lines])


@app.command("check")
def check(
    context: typer.Context,
    wanted: Annotated[str, typer.Argument(help="版式名称、种类，或 .qclayout .toml 文件 / name, kind or file")],
    dpi: Dpi = 300,
    because: Because = None,
    approval: Approval = "",
) -> None:
    """检查版式能不能用，字句是否妥当 / whether a layout can be used, and its words too."""
    run = session(context)
    with run.office() as office:
        if Path(wanted).suffix.lower() in (carrying.SUFFIX, carrying.PLAIN):
            layout = with_fonts(office, carrying.read_in(Path(wanted).absolute()))
        else:
            layout = versions.load(office, _row(office, wanted))
        found = [
            *checking.findings(with_reasons(layout, reasons_of(because), approval), dpi),
            *checking.of_seal(office, layout),
        ]
    show_findings(run, found)
    if errors(found):
        raise typer.Exit(1)


@app.command("import")
def import_layout(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help=".qclayout 或 .toml / file")],
    name: Annotated[str, typer.Option(help="名称，默认文件名 / name")] = "",
    because: Because = None,
    approval: Approval = "",
) -> None:
    """导入一份版式 / take a layout in."""
    run = session(context)
    with run.office() as office:
        try:
            row = carrying.carry_in(office, path.absolute(), name, reasons_of(because), approval)
        except UserError as problem:
            if problem.code != versions.NAME_TAKEN:
                raise
            raise UserError("cli.layout_name_taken", problem=problem, **problem.params) from problem
        refused = _refused(office, row)
    if refused is not None:
        run.remark(run.say("layout_not_usable_yet", problem=refused))
    run.show({"layout": row, "refused": run.refusal(refused) if refused else None}, [_line(run, row)])


def _refused(office: Office, row: LayoutRow) -> UserError | None:
    """Why the layout will be refused when it is to be used."""
    try:
        versions.demand(versions.load(office, row))
    except UserError as problem:
        return problem
    return None


@app.command("export")
def export_layout(
    context: typer.Context,
    name: Name,
    path: Annotated[Path, typer.Argument(help=".qclayout，没有图片的可用 .toml / file to write")],
    version: Annotated[int, typer.Option(min=0, help="版本，默认最新 / version")] = 0,
) -> None:
    """导出一份版式，带图片 / write a layout with its pictures into one file."""
    run = session(context)
    with run.office() as office:
        row = _row(office, name)
        written = carrying.carry_out(office, row, path.absolute(), version)
    run.show({"written": written}, [run.say("layout_written", path=written)])


@app.command("use")
def use(context: typer.Context, name: Name, kind: Kind = "", because: Because = None, approval: Approval = "") -> None:
    """启用一份版式，已出的证书不变 / use a layout from now on; what was issued stays."""
    run = session(context)
    with run.office() as office:
        row = _row(office, name, kind)
        if because or approval:
            row = versions.save(office, row, with_reasons(versions.load(office, row), reasons_of(because), approval))
        versions.use(office, row)
        rows = versions.listing(office, _kind(kind))
    run.show({"layouts": rows}, [_line(run, row) for row in rows if row.in_use])


@app.command("delete")
def delete(context: typer.Context, name: Name) -> None:
    """删除一份不在使用的版式，可撤回 / delete a layout that is not in use; can be undone."""
    run = session(context)
    with run.office() as office:
        row = _row(office, name)
        versions.delete(office, row)
    run.show({"deleted": row}, [run.say("layout_deleted", name=row.name)])


def _kind(typed: str) -> str:
    """The kind of document called ``typed``, empty for none. Raises UserError for an unknown one."""
    kinds = [known.kind for known in DOCUMENT_TYPES]
    kind = kind_named(typed, kinds)
    if kind and kind not in kinds:
        raise UserError("layout.unknown_kind", kind=typed, known=[DocumentName(known) for known in kinds])
    return kind


def _row(office: Office, name: str, kind: str = "") -> LayoutRow:
    """The layout called ``name``; the one that ships also by what its kind is called."""
    try:
        return versions.row_of(office, name, _kind(kind))
    except UserError:
        called = kind_named(name, (known.kind for known in DOCUMENT_TYPES))
        if called == name:
            raise
        return versions.row_of(office, called, _kind(kind))


def show_findings(run: Session, found: list[Finding]) -> None:
    """Prints findings, or that there are none."""
    said = [run.finding(one) for one in found]
    lines = [f"{run.words.text(f'cli.{one.severity.value}')} {run.words.of(one)}" for one in found]
    run.show({"findings": said}, lines or [run.say("layout_sound")])


def _line(run: Session, row: LayoutRow) -> str:
    name = row.name or run.say("layout_ships")
    used = run.say("layout_in_use") if row.in_use else ""
    return f"{run.words.text(f'document.{row.kind}')}  {name}  v{row.version}  {row.sha256[:12]}  {used}".rstrip()
