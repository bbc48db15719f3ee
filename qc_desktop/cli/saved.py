"""``saved``: named filters, and fixed lists of companies."""

from __future__ import annotations

from typing import Annotated

import typer

from qc_desktop.cli.choosing import Companies
from qc_desktop.cli.filtering import Saved, Where, wanted
from qc_desktop.cli.session import Session, session
from qc_desktop.errors import UserError
from qc_desktop.services.companies import browsing, saved_lists
from qc_desktop.services.companies.saved_lists import SavedRow
from qc_desktop.services.office import Office

app = typer.Typer(name="saved", no_args_is_help=True, help="我的筛选与名单 / saved filters and lists")
Name = Annotated[str, typer.Argument(help="名称 / name")]


@app.command("list")
def list_saved(context: typer.Context) -> None:
    """列出筛选和名单 / list them."""
    run = session(context)
    with run.office() as office:
        rows = saved_lists.everything(office)
        counts = {row.id: browsing.count(office, row.wanted) for row in rows if not row.wanted.needs_a_year}
    result = [_result(row) | {"companies": counts.get(row.id)} for row in rows]
    run.show({"saved": result}, [f"{row.name}  {counts.get(row.id, '–')}" for row in rows])


def _result(row: SavedRow) -> dict[str, object]:
    query = None if row.is_fixed else saved_lists.plain(row.wanted)
    return {"id": row.id, "name": row.name, "fixed": row.is_fixed, "query": query}


@app.command("filter")
def save_filter(context: typer.Context, name: Name, where: Where = None) -> None:
    """保存一个筛选 / save a filter under a name."""
    run = session(context)
    with run.office() as office:
        row = saved_lists.save_filter(office, name, wanted(office, run.words, where))
    run.show(_result(row), [run.say("saved_filter", name=row.name)])


@app.command("add")
def add(
    context: typer.Context, name: Name, companies: Companies = None, where: Where = None, saved: Saved = None
) -> None:
    """加入名单，没有就新建 / put companies on a list, which is made where there is none."""
    run = session(context)
    with run.office() as office:
        ids = _meant(run, office, companies, where, saved)
        known = next((row for row in saved_lists.everything(office) if row.name == name.strip()), None)
        if known is None:
            count = run.watch(saved_lists.make_list(office, name, ids)).size or 0
        else:
            count = run.watch(saved_lists.add(office, known.id, ids))
    run.show({"name": name, "added": count}, [run.say("saved_added", name=name, count=count)])


@app.command("remove")
def remove(
    context: typer.Context, name: Name, companies: Companies = None, where: Where = None, saved: Saved = None
) -> None:
    """移出名单 / take companies off a list."""
    run = session(context)
    with run.office() as office:
        ids = _meant(run, office, companies, where, saved)
        count = run.watch(saved_lists.remove(office, saved_lists.named(office, name).id, ids))
    run.show({"name": name, "removed": count}, [run.say("saved_removed", name=name, count=count)])


@app.command("rename")
def rename(context: typer.Context, name: Name, to: Name) -> None:
    """改名 / rename a filter or list."""
    run = session(context)
    with run.office() as office:
        saved_lists.rename(office, saved_lists.named(office, name).id, to)
    run.show({"name": to}, [run.say("saved_renamed", name=name, to=to)])


@app.command("delete")
def delete(context: typer.Context, name: Name) -> None:
    """删除筛选或名单（企业不受影响）/ delete a filter or list; its companies stay."""
    run = session(context)
    with run.office() as office:
        saved_lists.drop(office, saved_lists.named(office, name).id)
    run.show({"deleted": name}, [run.say("saved_deleted", name=name)])


def _meant(
    run: Session, office: Office, companies: list[str] | None, where: list[str] | None, saved: str | None
) -> list[str]:
    """The companies that the arguments or options name. Raises UserError where nobody is meant."""
    ids = [browsing.resolve(office, company) for company in companies or ()]
    if where or saved:
        ids += browsing.ids(office, wanted(office, run.words, where, saved))
    if not ids:
        raise UserError("saved.nobody")
    return ids
