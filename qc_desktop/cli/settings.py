"""``settings``: looking at settings and changing them."""

from __future__ import annotations

from typing import Annotated

import typer

from qc_desktop.cli.reasons import Approval, Because, reasons_given
from qc_desktop.cli.session import session
from qc_desktop.errors import UserError
from qc_desktop.services import backups, preferences
from qc_desktop.services.certificates import seals
from qc_desktop.settings import as_typed, setting

FOLDER = "backup_folder"

app = typer.Typer(name="settings", no_args_is_help=True, help="设置 / settings")


@app.command("get")
def get(context: typer.Context, key: Annotated[str | None, typer.Argument()] = None) -> None:
    """查看设置 / show one setting, or all of them."""
    run = session(context)
    with run.office() as office:
        if key is not None:
            value = preferences.get(office, setting(key).key)
            run.show({key: value}, [as_typed(value)])
            return
        values = preferences.everything(office)
        run.show(values, [f"{name} = {as_typed(value)}" for name, value in values.items()])


@app.command("set")
def change(
    context: typer.Context,
    values: Annotated[list[str], typer.Argument(help="名称=值 … / KEY=VALUE …")],
    because: Because = None,
    approval: Approval = "",
) -> None:
    """修改设置 / change settings: KEY=VALUE …, or KEY VALUE."""
    run = session(context)
    with run.office() as office:
        pairs = _pairs(values)
        changed = preferences.change(office, pairs, reasons_given(because, approval))
        if FOLDER in pairs:
            backups.choose_folder(office, pairs[FOLDER])
        if not pairs.keys().isdisjoint(preferences.SEAL):
            for finding in seals.findings(office):
                run.remark(run.words.of(finding))
        run.show(changed, [f"{name} = {as_typed(value)}" for name, value in changed.items()])


def _pairs(values: list[str]) -> dict[str, str]:
    if len(values) == 2 and "=" not in values[0]:
        return {values[0]: values[1]}
    pairs: dict[str, str] = {}
    for text in values:
        key, equals, value = text.partition("=")
        if not equals:
            raise UserError("settings.form", text=text)
        pairs[key.strip()] = value
    return pairs
