"""``key``: the issuing passphrase, the published keys, and the recovery sheet."""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from qc_desktop.cli.session import PASSPHRASE, Session, session
from qc_desktop.errors import UserError
from qc_desktop.files import write_atomic
from qc_desktop.services import document_signing, keys, recovery, vault, withdrawing
from qc_desktop.services.office import Office
from qc_desktop.trust.keys import KeyUse, Signer

app = typer.Typer(
    name="key", no_args_is_help=True, help="发证口令、恢复单、签发印记 / passphrase, recovery sheet, keys"
)

SHEET = "QC_RECOVERY"
"""The variable with the recovery sheet's text, for whom a file or the keyboard will not do."""
From = Annotated[
    Path | None,
    typer.Option("--from", help="恢复单的 .pdf 或照片，或U盘上的恢复文件 / sheet as PDF or photo, or the stick's file"),
]

Paper = Annotated[
    Path | None,
    typer.Option(
        "--from",
        help="恢复单的 .pdf 或照片；不写则逐行输入 / sheet as PDF or photo; without it its lines are asked for",
    ),
]


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
    sheet: From = None,
) -> None:
    """公开的名单 keys.json / the public list, for anyone to check with."""
    run = session(context)
    with run.office() as office:
        published = _public(run, office, sheet)
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


def _public(run: Session, office: Office, sheet: Path | None) -> keys.PublicKeys:
    """keys.json; signed anew where the settings changed: with the sheet, or QC_PASSPHRASE while the root is here."""
    if sheet is not None or SHEET in os.environ:
        return keys.public(office, root=_root(run, office, sheet))
    try:
        return keys.public(office)
    except UserError as problem:
        if problem.code != "keys.passphrase_needed" or PASSPHRASE not in os.environ:
            raise
        return keys.public(office, os.environ[PASSPHRASE])


@app.command("certificate")
def certificate(
    context: typer.Context, out: Annotated[Path, typer.Argument(help="写成这个 .cer / write this .cer")]
) -> None:
    """写出本会 PDF 签名的证书，供对方加为信任 / write the certificate of our own PDF signatures, to be trusted."""
    run = session(context)
    with run.office() as office:
        data = document_signing.certificate(office, vault.unlock(office, run.passphrase()))
    fingerprint = hashlib.sha256(data).hexdigest()
    write_atomic(out.absolute(), data)
    run.show(
        {"path": out.absolute(), "sha256": fingerprint}, [run.say("key_certificate", path=out, sha256=fingerprint)]
    )


@app.command("list")
def list_keys(context: typer.Context) -> None:
    """列出现有的签发印记 / the keys there are."""
    run = session(context)
    with run.office() as office:
        listed, now = keys.key_list(office), keys.known(office)
    rows = [
        {"kid": key.kid.hex(), "use": key.use.value, "from": key.since, "revoked": key.revoked} for key in listed.keys
    ]
    current = {found.kid.hex() for use in KeyUse if (found := now.newest(use))}
    marked = [{**row, "current": row["kid"] in current} for row in rows]
    run.show({"keys": marked, "ledger": listed.ledger}, [*map(_key_line, marked), *listed.ledger])


def _key_line(row: Mapping[str, object]) -> str:
    end = f"  ✗ {row['revoked']}" if row["revoked"] else "  ✓" if row["current"] else ""
    return f"{row['kid']}  {row['use']:8}  {row['from']}{end}"


@app.command("sheet")
def sheet(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", help="写成这个 .pdf / write this .pdf")],
    again: From = None,
) -> None:
    """写出恢复单，打印后放进保险柜 / write the recovery sheet, to be printed for the safe."""
    run = session(context)
    with run.office() as office:
        recovery.write_sheet(office, _root(run, office, again), out.absolute())
    run.show({"path": out.absolute()}, [run.say("key_sheet", path=out)])


@app.command("stick")
def stick(context: typer.Context, folder: Annotated[Path, typer.Argument(help="U盘 / the stick")]) -> None:
    """把恢复文件（仍用发证口令保护）拷到U盘 / copy the sealed root file to a stick."""
    run = session(context)
    with run.office() as office:
        path = recovery.write_stick(office, folder.absolute())
    run.show({"path": path}, [run.say("key_stick", path=path)])


@app.command("drill")
def drill(context: typer.Context, sheet: Paper = None) -> None:
    """核对恢复单；正确后它的内容只留在纸上 / prove the sheet; its content then leaves this PC."""
    run = session(context)
    with run.office() as office:
        if sheet is not None and sheet.name.endswith(".json"):
            raise UserError("recovery.not_found", name=sheet.name)
        recovery.prove(office, recovery.root_of(office, typed="" if sheet else _typed(run), file=sheet))
    run.show({"proved": True}, [run.say("key_drilled")])


@app.command("recover")
def recover(context: typer.Context, sheet: Paper = None) -> None:
    """忘记发证口令：用恢复单另设一个 / choose another passphrase with the recovery sheet."""
    run = session(context)
    with run.office() as office:
        root = recovery.root_of(office, typed="" if sheet else _typed(run), file=sheet)
        recovery.forgot(office, root, run.passphrase(fresh=True))
    run.show({"recovered": True}, [run.say("key_recovered")])


@app.command("rotate")
def rotate(
    context: typer.Context,
    use: Annotated[
        list[KeyUse] | None,
        typer.Option("--use", help="换哪一种，可多次；不写则换 payload / which, may be repeated; payload without it"),
    ] = None,
    sheet: From = None,
) -> None:
    """启用新的签发印记，已发的证书不受影响 / a new key; certificates issued so far stay good."""
    run = session(context)
    wanted = list(dict.fromkeys(use or [KeyUse.PAYLOAD]))
    if KeyUse.ROOT in wanted:
        raise UserError("keys.root_stays")
    with run.office() as office:
        passphrase = run.passphrase()
        made = withdrawing.rotate(office, wanted, _root(run, office, sheet, passphrase), passphrase)
    lines = [run.say("key_rotated", use=each.value, kid=kid) for each, kid in zip(wanted, made, strict=True)]
    run.show({"made": dict(zip((each.value for each in wanted), made, strict=True))}, lines)


@app.command("revoke")
def revoke(
    context: typer.Context,
    kid: Annotated[str, typer.Argument(help="编号，见 key list / its id, see key list")],
    reason: Annotated[str, typer.Option("--reason", help="原因，登记在册 / why; the register keeps it")],
    sheet: From = None,
) -> None:
    """停用签发印记：此前签发的列成名单，其余一律为伪造 / revoke a key; what is not on its list is forged."""
    run = session(context)
    with run.office() as office:
        passphrase = run.passphrase()
        root = _root(run, office, sheet, passphrase)
        done = withdrawing.revoke(office, kid.lower(), reason, root, passphrase)
    counts = {"kid": done.kid, "certificates": done.certificates, "batches": done.batches}
    followed = [run.say("key_followed", kid=done.successor)] if done.successor else []
    run.show({**counts, "successor": done.successor}, [run.say("key_revoked", **counts), *followed])


def _root(run: Session, office: Office, file: Path | None, passphrase: str = "") -> Signer:
    """The root: from ``file``, from QC_RECOVERY, from this PC, else asked for."""
    if file is None and (SHEET in os.environ or not recovery.state(office).is_here):
        return recovery.root_of(office, typed=_typed(run))
    is_sealed = file is None or file.name.endswith(".json")
    return recovery.root_of(office, file=file, passphrase=passphrase or (run.passphrase() if is_sealed else ""))


def _typed(run: Session) -> str:
    """The sheet's text: from QC_RECOVERY, else asked for, line by line. Raises UserError without anybody to ask."""
    from qc_desktop.trust.recovery import LINES

    given = os.environ.get(SHEET)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise UserError("recovery.not_given", variable=SHEET)
    return "\n".join(getpass.getpass(run.say("key_line", line=line, lines=LINES)) for line in range(1, LINES + 1))
