"""``site``: the folder that a host serves, so that everybody can check without us."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from qc_desktop.cli.session import Session, session
from qc_desktop.services import vault
from qc_desktop.services.site.publishing import Published, publishing

app = typer.Typer(name="site", no_args_is_help=True, help="查验网站 / the check site, as a folder to upload")


@app.command("publish")
def publish(
    context: typer.Context,
    folder: Annotated[
        Path,
        typer.Argument(
            help="空文件夹或上次公布的，上传到查验网址 / an empty folder or the last one; upload it to the link's place"
        ),
    ],
    despite: Annotated[
        bool,
        typer.Option(
            "--despite-differences",
            help="资料与登记簿不一致也公布 / publish although the records differ from the register",
        ),
    ] = False,
) -> None:
    """写出查验页、承诺展示、名单、作废名单和登记簿；只写有变化的 / write it; only what changed is written."""
    run = session(context)
    with run.office() as office:
        asked = cache(run.passphrase)
        unlock = lambda: vault.unlock(office, asked())  # noqa: E731
        older = lambda key_id: vault.signer_of(office, key_id, asked())  # noqa: E731
        made = run.watch(publishing(office, folder.absolute(), unlock, despite=despite, older=older))
    run.show(made.__dict__ | {"folder": made.folder}, [_line(run, made), *_codeless(run, made)])


def _codeless(run: Session, made: Published) -> list[str]:
    batches = [f"{number:05}" for number in made.codeless]
    return [run.words.text("site.codeless", batches=batches)] if batches else []


def _line(run: Session, made: Published) -> str:
    if made.is_same:
        return run.words.text("site.same", folder=made.folder)
    return run.words.text(
        "site.published", folder=made.folder, written=made.written, unchanged=made.kept, companies=made.companies
    )
