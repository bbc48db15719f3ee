"""``font``: fonts that the office adds to the shipped ones."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from qc_desktop.cli.session import Session, session
from qc_desktop.documents.fonts.glyphs import FONTS
from qc_desktop.messages import Messages
from qc_desktop.services import fonts
from qc_desktop.services.fonts import FontRow, PrintedBy

app = typer.Typer(name="font", no_args_is_help=True, help="字体 / fonts")

Name = Annotated[str, typer.Argument(help="font list 显示的名称或编号 / name or digits as font list shows them")]


@app.command("add")
def add(
    context: typer.Context, files: Annotated[list[Path], typer.Argument(help="TrueType 字体 .ttf 或 .ttc")]
) -> None:
    """添加 TrueType 字体，补打自带字体没有的字 / add TrueType fonts; they print what the shipped ones lack."""
    run = session(context)
    with run.office() as office:
        done = run.watch(fonts.add(office, [path.absolute() for path in files]))
    refused = [{"file": name, "reason": run.words.of(problem)} for name, problem in done.refused]
    counts = {"count": len(done.rows), "already": len(done.already), "refused": len(refused)}
    lines = [run.words.text("fonts.added", **counts), *(f"  {one['reason']}" for one in refused)]
    run.show({"added": [_plain(row) for row in done.rows], "already": list(done.already), "refused": refused}, lines)
    if refused and not (done.rows or done.already):
        raise typer.Exit(1)


@app.command("list")
def list_fonts(context: typer.Context) -> None:
    """列出添加的字体，文件不见了或被改动的会说明 / list the added fonts, and what is wrong with their files."""
    run = session(context)
    with run.office() as office:
        rows = fonts.examined(office)
    lines = [f"{row.sha256[:12]}  {row.name}  {_about(run, row)}" for row in rows]
    run.show({"fonts": [_plain(row) for row in rows]}, lines or [run.words.text("fonts.none")])
    if not all(row.is_sound for row in rows):
        raise typer.Exit(1)


@app.command("remove")
def remove(context: typer.Context, name: Name) -> None:
    """移除一个字体；版式或已出具的证书还要用的不能移除 / remove a font that nothing needs any more."""
    run = session(context)
    with run.office() as office:
        row = fonts.remove(office, fonts.named(office, name).sha256)
    run.show({"removed": _plain(row)}, [run.words.text("fonts.removed", font=row.name)])


@app.command("replace")
def replace(
    context: typer.Context,
    name: Name,
    file: Annotated[Path, typer.Argument(help="原来的字体文件，或同一字体的另一份 / the file, or another of the font")],
) -> None:
    """文件丢失或被改动的字体，换回原文件或同一字体的文件 / put the file of a font back in its place."""
    run = session(context)
    with run.office() as office:
        row = fonts.put_in_place(office, fonts.named(office, name).sha256, file.absolute())
    run.show({"font": _plain(row)}, [run.words.text("fonts.put_in_place", font=row.name)])


@app.command("show")
def show(
    context: typer.Context,
    characters: Annotated[str, typer.Argument(help="要查的字 / the characters")],
    font: Annotated[str, typer.Option("--font", help="serif | serif_bold | sans | user:…")] = "serif",
) -> None:
    """查看每个字由哪种字体打印 / which font prints each character."""
    run = session(context)
    with run.office() as office:
        found = fonts.printed_by(office, characters, font)
    shown = [{"character": one.char, "point": _point(one), "font": one.font} for one in found]
    lines = [f"{one.char}  {_point(one)}  {font_words(run.words, one.font)}" for one in found]
    run.show({"characters": shown}, lines)
    if any(not one.font for one in found):
        raise typer.Exit(1)


def font_words(words: Messages, font: str) -> str:
    """The name of the font that prints something, as people say it."""
    if not font:
        return words.text("fonts.by_none")
    return words.text(f"fonts.by_{font}") if font in FONTS else font


def _about(run: Session, row: FontRow) -> str:
    """How many characters it has and what its licence says; or what is wrong with its file, and the command for it."""
    words = run.words
    if not row.is_sound:
        wrong = words.text("doctor.font_changed" if row.is_there else "doctor.font_lost", font=row.name)
        return f"{wrong} {run.say('command_font_replace', font=row.name)}"
    return words.text("fonts.about", count=row.characters, licence=words.text(f"fonts.licence_{row.licence_kind}"))


def _point(one: PrintedBy) -> str:
    return f"U+{ord(one.char):04X}"


def _plain(row: FontRow) -> dict[str, Any]:
    return {
        "id": row.sha256,
        "layout_name": row.layout_name,
        "family": row.family,
        "style": row.style,
        "characters": row.characters,
        "licence": row.licence_kind,
        "file": row.file_name,
        "there": row.is_there,
        "sound": row.is_sound,
    }
