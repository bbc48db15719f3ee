"""The entry: options that every command shares, and what becomes of an error."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from functools import cache, partial
from itertools import takewhile
from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from qc_desktop.cli import (
    backup,
    campaign,
    certificate,
    chase,
    code,
    company,
    demo,
    desk,
    dispatch,
    doctor,
    dues,
    field,
    font,
    history,
    importing,
    key,
    label,
    layout,
    ledger,
    member,
    move,
    paper,
    pledge,
    preflight,
    printer,
    printing,
    report,
    returns,
    roster,
    saved,
    scan,
    selftest,
    settings,
    sighting,
    site,
    usage,
    verify,
)
from qc_desktop.cli.arguments import globals_first, narrowed
from qc_desktop.cli.session import Session, StoppedError, refusal, told
from qc_desktop.crash import write_report
from qc_desktop.domain.staff import staff_name
from qc_desktop.errors import UserError
from qc_desktop.files import trouble
from qc_desktop.messages import LANGUAGES, Messages, messages, system_language
from qc_desktop.paths import Profile, default_profile
from qc_desktop.services import preferences

DONE, REFUSED, USAGE, INTERRUPTED = 0, 1, 2, 130
_JSON_HELP = "结果和未办成的原因用 JSON 输出 / print results and refusals as JSON"

app = typer.Typer(
    name="qc-desktop",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="3·15 产品和服务质量诚信承诺 / integrity pledge campaigns: companies, pledges, certificates, rosters.",
)
app.command("import")(importing.import_list)
app.command("verify")(verify.verify)
app.command("demo")(demo.demo)
app.command("preflight")(preflight.preflight)
app.command("doctor")(doctor.doctor)
app.command("self-test")(selftest.self_test)
GROUPS = (
    settings, company, saved, member, field, dues,
    campaign, pledge, chase, scan, returns, font,
    certificate, paper, layout, printing, printer, dispatch, label, code, roster, report, key, ledger, site,
    sighting, history, desk, backup, move,
)  # fmt: skip
for group in GROUPS:
    app.add_typer(group.app)


@app.callback()
def _shared(
    context: typer.Context,
    profile: Annotated[Path | None, typer.Option(help="数据文件夹 / folder of the records")] = None,
    lang: Annotated[str | None, typer.Option(help="zh_CN | en")] = None,
    staff: Annotated[str | None, typer.Option("--as", help="操作员姓名 / who is acting")] = None,
    as_json: Annotated[bool, typer.Option("--json", help=_JSON_HELP)] = False,
) -> None:
    if lang is not None and lang not in LANGUAGES:
        raise typer.BadParameter(f"{lang}: {' | '.join(LANGUAGES)}", param_hint="--lang")
    root = Profile((profile or default_profile()).absolute())
    acting = preferences.pc_value(root, "operator") if staff is None else staff_name(staff)
    context.obj = Session(root, lang or _spoken_here(root), acting, as_json)


@cache
def commands() -> TyperGroup:
    """What reads the line: made from the annotations of all commands, once."""
    made = typer.main.get_command(app)
    assert isinstance(made, TyperGroup)
    return made


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command and exits: 0 done, 1 refused with a reason, 2 wrong usage."""
    _speak_utf8()
    given = globals_first(sys.argv[1:] if arguments is None else arguments)
    sys.exit(_run([narrowed(argument) for argument in given]))


def _run(arguments: Sequence[str]) -> int:
    words = messages(_language(arguments))
    refuse = partial(_refuse, as_json="--json" in takewhile(lambda argument: argument != "--", arguments))
    try:
        "".join(arguments).encode()
        result = commands().main(list(arguments), prog_name="qc-desktop", standalone_mode=False)
        status = result if isinstance(result, int) else DONE
        if status == INTERRUPTED:  # the parser turns Ctrl-C into this status, without a word
            refuse("cli.interrupted", words.text("cli.interrupted"))
        return status
    except UserError as problem:
        refuse(problem.code, told(words, problem))
        return INTERRUPTED if isinstance(problem, StoppedError) else REFUSED
    except UnicodeEncodeError:  # bytes that are no UTF-8: neither the records nor the screen can hold them
        refuse("cli.usage", words.text("cli.no_text"))
        return USAGE
    except TyperException as problem:
        refuse("cli.usage", usage.said(problem.format_message(), words))
        return USAGE
    except (KeyboardInterrupt, typer.Abort):
        refuse("cli.interrupted", words.text("cli.interrupted"))
        return INTERRUPTED
    except BrokenPipeError:
        return REFUSED
    except Exception as problem:  # noqa: BLE001 - the last stop: a report instead of a traceback
        return _admit(problem, refuse, words, _profile(arguments))


def _admit(problem: Exception, refuse: Callable[[str, str], None], words: Messages, profile: Profile) -> int:
    """Says what nobody foresaw: a fault of the PC as one, a defect with its report."""
    fault = trouble(problem)
    if fault is not None:
        refuse(fault.code, words.of(fault))
    else:
        refuse("cli.defect", words.text("cli.defect", report=write_report(profile.logs, problem)))
    return REFUSED


def _refuse(code: str, message: str, *, as_json: bool) -> None:
    """Says why nothing came of a command: to a person on stderr, to a program on stdout, where results stand."""
    if as_json:
        typer.echo(json.dumps(refusal(code, message), ensure_ascii=False, indent=1))
    else:
        typer.echo(message, err=True)


def _language(arguments: Sequence[str]) -> str:
    wanted = _value(arguments, "--lang")
    return wanted if wanted in LANGUAGES else _spoken_here(_profile(arguments))


def _spoken_here(profile: Profile) -> str:
    """The language that was chosen on this PC, else the system's."""
    return preferences.pc_value(profile, "language") or system_language()


def _profile(arguments: Sequence[str]) -> Profile:
    wanted = _value(arguments, "--profile")
    return Profile(Path(wanted).absolute() if wanted else default_profile())


def _value(arguments: Sequence[str], option: str) -> str:
    """The value of global ``option`` on the line, empty where it is not given."""
    for place, argument in enumerate(arguments):
        if argument == option and place + 1 < len(arguments):
            return arguments[place + 1]
        if argument.startswith(f"{option}="):
            return argument.partition("=")[2]
    return ""


def _speak_utf8() -> None:
    """Consoles of old systems would refuse a rare character; better a mark than a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
