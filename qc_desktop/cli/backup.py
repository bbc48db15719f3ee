"""``backup``: made, listed, checked, put back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qc_desktop.cli.session import session
from qc_desktop.domain.dates import local
from qc_desktop.errors import UserError
from qc_desktop.services import backups, second_copy

app = typer.Typer(name="backup", no_args_is_help=True, help="备份 / backups")
Which = Annotated[
    str, typer.Argument(help="序号、文件名或文件，默认最新一份 / number, name or file, the newest by default")
]


@app.command("create")
def create(context: typer.Context) -> None:
    """现在备份，并检查 / make and check a backup now."""
    run = session(context)
    with run.office() as office:
        made = run.watch(backups.making(office))
        copied = run.watch(second_copy.write(office))
    told = [run.say("backup_made", path=made.path)]
    run.show({"backup": made, "second_copy": copied}, told + ([run.say("second_copy", path=copied)] if copied else []))


@app.command("list")
def list_backups(context: typer.Context) -> None:
    """列出备份，最新的在前 / list the backups, newest first."""
    run = session(context)
    with run.office() as office:
        rows, gone, emptied = backups.rows(office), backups.is_gone(office), backups.is_emptied(office)
        if gone:
            told = "backup_folder_emptied" if emptied else "backup_folder_gone"
            run.remark(run.say(told, folder=backups.folder(office)))
    run.show({"backups": rows, "folder_is_gone": gone}, [_line(row) for row in rows] or [run.say("no_backups")])


@app.command("verify")
def verify(context: typer.Context, which: Which = "") -> None:
    """检查一份备份是否完好 / check that a backup holds."""
    run = session(context)
    with run.office() as office:
        path = _find(backups.rows(office), which)
        counts = backups.preview(path)
    run.show({"path": path, "counts": counts}, [run.say("backup_holds", path=path), *_counted(counts)])


@app.command("restore")
def restore(
    context: typer.Context,
    which: Which,
    sure: Annotated[bool, typer.Option("--yes", help="不再询问 / do not ask")] = False,
) -> None:
    """用一份备份替换现有数据（先自动备份现有的）/ put a backup in the place of the records."""
    run = session(context)
    with run.office() as office:
        path = _find(backups.rows(office), which)
        then, now = backups.preview(path), backups.present(office)
        for line in _compared(then, now):
            run.remark(line)
        if not sure and not typer.confirm(run.say("backup_restore_sure"), err=True):
            raise UserError("backup.not_restored")
        run.watch(backups.restoring(office, path)).close()
    run.show({"restored": path, "then": then, "before": now}, [run.say("backup_restored", path=path)])


def _line(row: backups.BackupRow) -> str:
    made = local(row.at)
    return f"{made:%Y-%m-%d %H:%M}  {row.kind:<9} {row.size / 1e6:8.1f} MB  {row.path}"


def _find(rows: list[backups.BackupRow], which: str) -> Path:
    """The backup meant by ``which``. Raises UserError where there is none."""
    if Path(which).is_file():
        return Path(which).absolute()
    for row in rows:
        if which in ("", row.path.name) or row.path.name.startswith(f"{which.zfill(6)}-"):
            return row.path
    raise UserError("backup.none", which=which)


def _counted(counts: dict[str, int]) -> list[str]:
    return [f"  {name}: {count:,}" for name, count in counts.items()]


def _compared(then: dict[str, int], now: dict[str, int]) -> list[str]:
    return [f"  {name}: {now.get(name, 0):,} → {then.get(name, 0):,}" for name in now]
