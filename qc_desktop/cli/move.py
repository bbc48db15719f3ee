"""``move``: everything of the office in one sealed file, and out of it on another PC."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qc_desktop.cli.session import session
from qc_desktop.domain.dates import local
from qc_desktop.files import with_ending
from qc_desktop.services.moving import content, packing, unpacking

app = typer.Typer(name="move", no_args_is_help=True, help="换新电脑 / to a new PC")
File = Annotated[Path, typer.Argument(help="换机文件（.qcmove）/ the moving file")]


@app.command("pack")
def pack(context: typer.Context, path: File) -> None:
    """把全部数据打成一个加密文件 / pack everything into one sealed file."""
    run = session(context)
    passphrase = run.passphrase(fresh=True)
    target = with_ending(path.absolute(), content.SUFFIX)
    with run.office() as office:
        made = run.watch(packing.pack_for_move(office, target, passphrase))
    run.show({"path": target, "packed": made}, [run.say("packed", path=target, files=made.files), run.say("moved_on")])


@app.command("show")
def show(context: typer.Context, path: File) -> None:
    """看看换机文件里有什么 / say what a moving file holds."""
    run = session(context)
    held = unpacking.look(path.absolute(), run.passphrase())
    lines = [
        f"{held.association}  {local(held.made_at):%Y-%m-%d}",
        *(f"  {name}: {n:,}" for name, n in held.counts.items()),
    ]
    run.show({"packed": held}, lines)


@app.command("unpack")
def unpack(context: typer.Context, path: File) -> None:
    """把换机文件放进空的数据文件夹 / unpack into an empty profile."""
    run = session(context)
    passphrase = run.passphrase()
    held = run.watch(unpacking.unpack(run.profile, path.absolute(), passphrase, run.staff))
    run.show({"unpacked": held}, [run.say("unpacked", folder=run.profile.root, files=held.files)])
