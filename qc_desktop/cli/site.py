"""``site``: the folder that a host serves, so that everybody can check without us."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from qc_desktop.cli.session import Session, session
from qc_desktop.services import vault
from qc_desktop.services.site.publishing import Published, publishing

app = typer.Typer(name="site", no_args_is_help=True, help="公布的网页 / the published folder")


@app.command("publish")
def publish(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="文件夹，上传到查验网址 / folder to upload to the link's place")],
    despite: Annotated[
        bool, typer.Option("--despite-differences", help="资料与签发登记不一致也公布 / although the register differs")
    ] = False,
) -> None:
    """写出查验页、承诺展示、名单、作废名单和签发登记；只写改动的 / write it; only what changed is written."""
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
