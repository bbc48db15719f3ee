"""``company``: looking companies up, and what was pasted."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import Annotated

import typer

from qc_desktop.cli import company_lists, duplicates
from qc_desktop.cli.arguments import Limit
from qc_desktop.cli.company_lists import line
from qc_desktop.cli.session import session
from qc_desktop.domain.pasted_text import recognise
from qc_desktop.errors import UserError
from qc_desktop.exchange.reading.csv_text import decoded
from qc_desktop.services.companies import browsing, details, timeline
from qc_desktop.services.companies.lookalikes import known_company

app = typer.Typer(name="company", no_args_is_help=True, help="企业 / member companies")
duplicates.add_to(app)
company_lists.add_to(app)
TEXT_BYTES = 100_000
"""The longest text on standard input: a message, not a file."""


@app.command("find")
def find(context: typer.Context, text: str, limit: Limit = 20) -> None:
    """查找企业 / find companies by characters, pinyin, initials, code or number."""
    run = session(context)
    with run.office() as office:
        rows = browsing.find(office, text, limit)
    run.show({"companies": rows}, [line(row) for row in rows] or [run.words.text("company.not_found", text=text)])


@app.command("show")
def show(
    context: typer.Context,
    company: str,
    contacts: Annotated[bool, typer.Option("--contacts", help="显示联系人（个人信息）/ show personal data")] = False,
) -> None:
    """查看一家企业 / show one company."""
    run = session(context)
    with run.office() as office:
        found = details.detail(office, browsing.resolve(office, company))
        if contacts:
            details.note_contacts_shown(office, found)
    people = [asdict(contact if contacts else contact.in_public) for contact in found.contacts]
    result = {"id": found.id, **found.values, "former_names": found.former_names, "contacts": people}
    lines = [f"{name}: {value}" for name, value in found.values.items() if value not in ("", False)]
    lines += [f"former_name: {former.name}" for former in found.former_names]
    lines += ["contact_person: " + " ".join(filter(None, person.values())) for person in people]
    run.show(result, lines)


@app.command("timeline")
def show_timeline(context: typer.Context, company: str) -> None:
    """一家企业的历程 / what is on record of a company, year by year."""
    run = session(context)
    with run.office() as office:
        years = timeline.timeline(office, browsing.resolve(office, company))
    lines: list[str] = []
    for year in years:
        lines.append(str(year.year or run.say("undated")))
        for entry in year.entries:
            day = entry.on.isoformat() if entry.on else " " * 10
            lines.append(f"  {day}  {timeline.sentence(entry, run.words)}")
    run.show({"timeline": years}, lines)


@app.command("recognise")
def recognise_text(context: typer.Context) -> None:
    """粘贴识别：从标准输入读一段开票或联系信息 / fields in a message on standard input; nothing is saved."""
    run = session(context)
    read = recognise(_standard_input())
    with run.office() as office:
        known = known_company(office, read)
    fields = {found.field: found.value for found in read.fields}
    problems = [run.finding(found.problem) for found in read.fields if found.problem]
    result = {
        "fields": fields,
        "confidence": {found.field: found.confidence for found in read.fields},
        "problems": problems,
        "left_out": read.left_out,
        "not_understood": read.rest,
        "company": known,
    }
    lines = [f"{name}: {value}" for name, value in fields.items()]
    lines += [f"  {problem['reason']}" for problem in problems]
    lines += [run.words.text(f"pasted.no_{kind}") for kind in read.left_out]
    lines += [run.words.text("pasted.rest", text="、".join(read.rest))] if read.rest else []
    lines += [run.words.text("pasted.known", name=known.name)] if known else []
    run.show(result, lines or [run.words.text("pasted.nothing")])


def _standard_input() -> str:
    """What stands there, in whatever an office's programs write."""
    content = sys.stdin.buffer.read(TEXT_BYTES + 1)
    if len(content) > TEXT_BYTES:
        raise UserError("pasted.too_long", limit=TEXT_BYTES // 1000)
    found = decoded(content)
    if found is None:
        raise UserError("pasted.no_text")
    return found[0]
