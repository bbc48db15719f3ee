"""``field``: the association's own fields, and what companies have in them."""

from __future__ import annotations

from typing import Annotated

import typer

from qc_desktop.cli.session import Session, session
from qc_desktop.domain.custom_fields import FieldKind
from qc_desktop.services.companies import browsing
from qc_desktop.services.members import field_values, fields
from qc_desktop.services.office import Office

app = typer.Typer(name="field", no_args_is_help=True, help="自定义栏目 / fields of your own")

Choices = Annotated[list[str] | None, typer.Option("--choice", help="可选内容，可多次 / a choice, repeatable")]


@app.command("list")
def list_fields(context: typer.Context) -> None:
    """列出栏目，含已停用的 / list the fields, retired ones too."""
    run = session(context)
    with run.office() as office:
        _show(run, office)


@app.command("add")
def add(
    context: typer.Context,
    name: str,
    kind: Annotated[FieldKind, typer.Option(help="类型 / kind")] = FieldKind.TEXT,
    choices: Choices = None,
) -> None:
    """增加栏目 / add a field."""
    run = session(context)
    with run.office() as office:
        fields.add(office, name, kind, choices or ())
        _show(run, office)


@app.command("change")
def change(
    context: typer.Context,
    name: str,
    to: Annotated[str, typer.Option(help="新名称 / new name")] = "",
    choices: Choices = None,
) -> None:
    """改名或修改可选内容 / rename a field or change its choices."""
    run = session(context)
    with run.office() as office:
        field = fields.named(office, name)
        fields.change(office, field, name=to or field.name, choices=choices or field.choices, active=field.active)
        _show(run, office)


@app.command("retire")
def retire(
    context: typer.Context,
    name: str,
    again: Annotated[bool, typer.Option("--again", help="重新启用 / take it up again")] = False,
) -> None:
    """停用栏目，内容保留 / retire a field; what companies have in it stays."""
    run = session(context)
    with run.office() as office:
        field = fields.named(office, name)
        fields.change(office, field, name=field.name, choices=field.choices, active=again)
        _show(run, office)


@app.command("set")
def fill(context: typer.Context, company: str, name: str, value: str) -> None:
    """填写一家企业的栏目 / fill in a company's field; an empty text empties it."""
    run = session(context)
    with run.office() as office:
        company_id = browsing.resolve(office, company)
        field_values.save(office, company_id, {fields.named(office, name).id: value})
        known = {row.id: row.name for row in fields.fields(office, retired=True)}
        filled = {known[field_id]: text for field_id, text in field_values.of_company(office, company_id).items()}
    run.show({"fields": filled}, [f"{key}: {text}" for key, text in filled.items()])


def _show(run: Session, office: Office) -> None:
    rows = fields.fields(office, retired=True)
    lines = [
        "  ".join(filter(None, [row.name, row.kind, "、".join(row.choices), "" if row.active else run.say("retired")]))
        for row in rows
    ]
    run.show({"fields": rows}, lines)
