"""``key``: the issuing passphrase and the published keys."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from qc_desktop.cli.session import PASSPHRASE, session
from qc_desktop.errors import UserError
from qc_desktop.files import write_atomic
from qc_desktop.services import keys, vault
from qc_desktop.services.office import Office

app = typer.Typer(name="key", no_args_is_help=True, help="发证口令 / keys")


@app.command("init")
def init(context: typer.Context) -> None:
    """设置发证口令（第一次出证时也会设置）/ set the issuing passphrase."""
    run = session(context)
    with run.office() as office:
        opened = vault.set_up(office, run.passphrase(fresh=True))
        root = keys.public(office).root
    run.show({"kid": opened.payload.kid.hex(), "root": root}, [run.say("key_made", root=root)])


@app.command("public")
def public(
    context: typer.Context,
    out: Annotated[Path | None, typer.Option("--out", help="写入 keys.json / write to a file")] = None,
) -> None:
    """公开的名单 keys.json / the public list, for anyone to check with."""
    run = session(context)
    with run.office() as office:
        published = _public(office)
    if out is not None:
        write_atomic(out.absolute(), published.document)
        run.show(
            {"path": out.absolute(), "root": published.root}, [run.say("key_public", path=out, root=published.root)]
        )
    elif run.as_json:
        run.show(json.loads(published.document))
    else:
        typer.echo(published.document.decode(), nl=False)
        run.remark(run.say("key_root", root=published.root))


def _public(office: Office) -> keys.PublicKeys:
    """keys.json; signed anew where the settings changed and QC_PASSPHRASE is there."""
    import os

    try:
        return keys.public(office)
    except UserError as problem:
        if problem.code != "keys.passphrase_needed" or PASSPHRASE not in os.environ:
            raise
        return keys.public(office, os.environ[PASSPHRASE])
