"""``company``: looking companies up, and what was pasted."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated

import typer

from qc_desktop.cli import duplicates
from qc_desktop.cli.arguments import Limit, Offset
from qc_desktop.cli.choosing import Everyone, Year, chosen_campaign
from qc_desktop.cli.filtering import Saved, Where, asks_the_year, wanted
from qc_desktop.cli.session import Session, session
from qc_desktop.domain.companies import TIER_NAMES, MemberTier
from qc_desktop.domain.membership import MembershipStatus
from qc_desktop.domain.pasted_text import recognise
from qc_desktop.domain.text import masked
from qc_desktop.errors import UserError
from qc_desktop.exchange.reading.csv_text import decoded
from qc_desktop.services.companies import browsing, bulk_editing, saved_lists, timeline
from qc_desktop.services.companies.browsing import SORTABLE, CompanyRow
from qc_desktop.services.companies.bulk_editing import BulkPlan, BulkRow
from qc_desktop.services.companies.bulk_values import FIELDS, Edit
from qc_desktop.services.companies.lookalikes import known_company
from qc_desktop.services.office import Office

app = typer.Typer(name="company", no_args_is_help=True, help="企业 / member companies")
duplicates.add_to(app)
SHOWN = 20
"""How many companies are listed on a screen; ``--json`` has all of them."""
TEXT_BYTES = 100_000
"""The longest text on standard input: a message, not a file."""
PERSONAL = ("name", "phone", "email")


@app.command("list")
def list_companies(
    context: typer.Context,
    year: Year = None,
    stage: Annotated[str | None, typer.Option(help="阶段 / stage")] = None,
    text: Annotated[str, typer.Option(help="搜索 / search")] = "",
    membership: Annotated[MembershipStatus | None, typer.Option(help="会员状态 / how it stands as a member")] = None,
    where: Where = None,
    saved: Saved = None,
    sort: Annotated[str, typer.Option(help=" | ".join(SORTABLE))] = "name",
    descending: Annotated[bool, typer.Option("--descending", help="倒序 / the other way round")] = False,
    offset: Offset = 0,
    limit: Limit = 50,
) -> None:
    """列出企业 / list companies, by pinyin."""
    run = session(context)
    given = [*(where or ()), *([f"stage={stage}"] if stage else ()), *([f"text={text}"] if text else ())]
    if sort not in SORTABLE:
        raise typer.BadParameter(f"{sort}: {' | '.join(SORTABLE)}", param_hint="--sort")
    with run.office() as office:
        campaign_id = _campaign(office, year, given, saved)
        chosen = wanted(office, run.words, given, saved, campaign_id)
        if membership:
            chosen = replace(chosen, membership=membership, membership_on=office.today)
        rows = browsing.page(office, chosen, offset, limit, sort, descending)
        total = browsing.count(office, chosen)
    lines = [_line(row) for row in rows]
    run.show({"total": total, "companies": rows}, [*lines, run.say("shown_of", shown=len(rows), total=total)])


def _campaign(office: Office, year: int | None, where: Sequence[str], saved: str | None) -> str:
    """The campaign that the conditions are about; empty where they are about none."""
    kept = saved is not None and saved_lists.named(office, saved).wanted.asks_the_year
    return chosen_campaign(office, year).id if year or asks_the_year(where) or kept else ""


@app.command("set")
def set_many(
    context: typer.Context,
    values: Annotated[list[str], typer.Argument(help="内容=值 / FIELD=VALUE: " + " ".join(FIELDS))],
    where: Where = None,
    saved: Saved = None,
    everyone: Everyone = False,
    year: Year = None,
    apply: Annotated[bool, typer.Option("--apply", help="写入；否则只看 / write; else only show")] = False,
) -> None:
    """批量修改企业 / set the same values for many companies; one undo step."""
    run = session(context)
    edits = [Edit(field.strip(), value) for field, _, value in (typed.partition("=") for typed in values)]
    if not (where or saved or everyone):
        raise UserError("saved.nobody")
    with run.office() as office:
        chosen = wanted(office, run.words, where, saved, _campaign(office, year, where or (), saved))
        plan = run.watch(bulk_editing.plan(office, browsing.ids(office, chosen), edits))
        rows = bulk_editing.rows(office, plan, [*plan.changed, *plan.refused])
        if apply:
            run.watch(bulk_editing.apply(office, plan))
    _report(run, plan, rows, applied=apply)


def _report(run: Session, plan: BulkPlan, rows: Sequence[BulkRow], *, applied: bool) -> None:
    refused = [{"company": row.name, "reason": run.words.of(row.refused)} for row in rows if row.refused]
    changed = [{"company": row.name, "columns": row.columns} for row in rows if row.columns]
    counts = {"changed": len(changed), "unchanged": plan.unchanged, "refused": len(refused)}
    lines = [f"  {row.name}  {_told(row.columns)}" for row in [row for row in rows if row.columns][:SHOWN]]
    lines += [f"  {row['company']}  {row['reason']}" for row in refused[:SHOWN]]
    lines.append(run.say("did_set" if applied else "would_set", **counts))
    run.show({"applied": applied, "changed": changed, "unchanged": plan.unchanged, "refused": refused}, lines)


def _told(columns: Mapping[str, tuple[object, object]]) -> str:
    return "; ".join(f"{name}: {before or '–'} → {after or '–'}" for name, (before, after) in columns.items())


@app.command("find")
def find(context: typer.Context, text: str, limit: Limit = 20) -> None:
    """查找企业 / find companies by characters, pinyin, initials, code or number."""
    run = session(context)
    with run.office() as office:
        rows = browsing.find(office, text, limit)
    run.show({"companies": rows}, [_line(row) for row in rows] or [run.words.text("company.not_found", text=text)])


@app.command("show")
def show(
    context: typer.Context,
    company: str,
    contacts: Annotated[bool, typer.Option("--contacts", help="显示联系人（个人信息）/ show personal data")] = False,
) -> None:
    """查看一家企业 / show one company."""
    run = session(context)
    with run.office() as office:
        found = browsing.detail(office, browsing.resolve(office, company))
        if contacts:
            browsing.note_contacts_shown(office, found)
    people = [
        {name: getattr(contact, name) if contacts else masked(getattr(contact, name)) for name in PERSONAL}
        for contact in found.contacts
    ]
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


def _line(row: CompanyRow) -> str:
    tier = TIER_NAMES[MemberTier(row.member_tier)]
    return "  ".join(filter(None, [row.uscc or "—" * 9, row.name, row.province, tier, row.stage, row.certificate_no]))
