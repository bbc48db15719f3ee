"""``company``: looking companies up."""

from __future__ import annotations

from typing import Annotated

import typer

from qc_desktop.cli.arguments import Limit, Offset
from qc_desktop.cli.choosing import Year, chosen_campaign
from qc_desktop.cli.choosing import stage as stage_of
from qc_desktop.cli.session import session
from qc_desktop.domain.companies import TIER_NAMES, MemberTier
from qc_desktop.domain.membership import MembershipStatus
from qc_desktop.services.companies import browsing, timeline
from qc_desktop.services.companies.browsing import CompanyFilter, CompanyRow

app = typer.Typer(name="company", no_args_is_help=True, help="企业 / member companies")
PERSONAL = ("name", "phone", "email")


@app.command("list")
def list_companies(
    context: typer.Context,
    year: Year = None,
    stage: Annotated[str | None, typer.Option(help="阶段 / stage")] = None,
    text: Annotated[str, typer.Option(help="搜索 / search")] = "",
    membership: Annotated[MembershipStatus | None, typer.Option(help="会员状态 / how it stands as a member")] = None,
    offset: Offset = 0,
    limit: Limit = 50,
) -> None:
    """列出企业 / list companies, by pinyin."""
    run = session(context)
    with run.office() as office:
        campaign_id = chosen_campaign(office, year).id if year or stage else ""
        stages = (stage_of(stage, run.words).value,) if stage else ()
        wanted = CompanyFilter(
            text=text, campaign_id=campaign_id, stages=stages, membership=membership or "", membership_on=office.today
        )
        rows = browsing.page(office, wanted, offset, limit)
        total = browsing.count(office, wanted)
    lines = [_line(row) for row in rows]
    run.show({"total": total, "companies": rows}, [*lines, run.say("shown_of", shown=len(rows), total=total)])


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


def masked(text: str) -> str:
    """Personal data with all but its ends hidden."""
    if len(text) < 2:
        return "*" * len(text)
    return text[0] + "*" * (len(text) - 2) + text[-1] if len(text) > 2 else text[0] + "*"


def _line(row: CompanyRow) -> str:
    tier = TIER_NAMES[MemberTier(row.member_tier)]
    return "  ".join(filter(None, [row.uscc or "—" * 9, row.name, row.province, tier, row.stage, row.certificate_no]))
