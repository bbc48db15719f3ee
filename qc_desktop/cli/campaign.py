"""``campaign``: opening a year and moving its companies on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from qc_desktop.cli.choosing import Companies, Kind, Year, chosen_campaign, day, participations, year_first
from qc_desktop.cli.choosing import stage as stage_of
from qc_desktop.cli.reasons import Approval, Because, reasons_given
from qc_desktop.cli.session import Session, session
from qc_desktop.domain.campaigns import FORWARD, CampaignKind, Stage
from qc_desktop.services.campaigns import inviting, letters, rolling, stages, years
from qc_desktop.services.campaigns.rolling import RollPlan
from qc_desktop.services.campaigns.since import Group
from qc_desktop.services.campaigns.stages import Moved
from qc_desktop.services.campaigns.years import CampaignDraft, CampaignRow

app = typer.Typer(name="campaign", no_args_is_help=True, help="主题活动 / campaigns")

AnnouncementNo = Annotated[str | None, typer.Option("--announcement-no", help="公告文号，如 2026年第12号")]
Theme = Annotated[str | None, typer.Option(help="主题 / theme")]
AnnouncedOn = Annotated[str | None, typer.Option("--announced-on", help="公告日期 / day of the announcement")]
DisplayFrom = Annotated[str | None, typer.Option("--display-from", help="公告展示起始日 / first day of display")]
Edition = Annotated[int | None, typer.Option(help="届 / edition")]


@app.command("open")
def open_year(
    context: typer.Context,
    year: int,
    kind: Kind = CampaignKind.INTEGRITY_PLEDGE,
    theme: Theme = None,
    edition: Edition = None,
    announcement_no: AnnouncementNo = None,
    announced_on: AnnouncedOn = None,
    display_from: DisplayFrom = None,
    because: Because = None,
    approval: Approval = "",
) -> None:
    """开启年度（沿用上一年）/ open a year, carrying the last one forward."""
    run = session(context)
    with run.office() as office:
        draft = years.suggestion(office, year, kind)
        draft = _with(draft, theme, edition, announcement_no, announced_on, display_from)
        row = years.open_year(office, draft, reasons_given(because, approval))
    _show(run, row, run.say("campaign_opened", year=year))


@app.command("change")
def change(
    context: typer.Context,
    year: int,
    kind: Kind = CampaignKind.INTEGRITY_PLEDGE,
    theme: Theme = None,
    edition: Edition = None,
    announcement_no: AnnouncementNo = None,
    announced_on: AnnouncedOn = None,
    display_from: DisplayFrom = None,
    because: Because = None,
    approval: Approval = "",
) -> None:
    """修改年度资料 / change what is known of a year."""
    run = session(context)
    with run.office() as office:
        row = chosen_campaign(office, year, kind)
        draft = _with(row.values, theme, edition, announcement_no, announced_on, display_from)
        row = years.change(office, row.id, row.row_version, draft, reasons_given(because, approval), with_clauses=True)
    _show(run, row, run.say("campaign_changed", year=year))


@app.command("list")
def list_campaigns(context: typer.Context) -> None:
    """列出各年度 / list the years."""
    run = session(context)
    with run.office() as office:
        rows = years.campaigns(office)
    run.show({"campaigns": [_plain(row) for row in rows]}, [line for row in rows for line in _lines(run, row)])


@app.command("advance")
def advance(
    context: typer.Context,
    companies: Companies = None,
    year: Year = None,
    to: Annotated[str, typer.Option("--to", help="目标阶段 / stage: applied … announced")] = Stage.ANNOUNCED.value,
    reason: Annotated[str, typer.Option(help="原因 / reason")] = "",
    announcement_no: AnnouncementNo = None,
) -> None:
    """推进阶段，默认全部企业到“已公告”/ move companies on, by default all of them to announced.

    年度可以写在最前：campaign advance 2026 / the year may come first.
    """
    run = session(context)
    year, companies = year_first(year, companies)
    target = stage_of(to, run.words)
    with run.office() as office:
        row = chosen_campaign(office, year)
        if announcement_no:
            row = years.change(office, row.id, row.row_version, replace(row.values, announcement_no=announcement_no))
        chosen = participations(office, row, companies, not companies, FORWARD)
        if target in FORWARD:
            moved = stages.bring_forward(office, chosen, target)
        else:
            moved = stages.move(office, chosen, target, reason)
        if target is Stage.ANNOUNCED and not row.values.announcement_no:
            run.remark(run.words.text("campaign.no_announcement"))
    show_moved(run, moved, target)


@app.command("roll")
def roll(
    context: typer.Context,
    year: int,
    source: Annotated[int | None, typer.Option("--from", help="从哪一年 / from which year")] = None,
    kind: Kind = CampaignKind.INTEGRITY_PLEDGE,
    leave: Annotated[list[Group] | None, typer.Option("--leave", help="不带入哪一类 / leave a group out")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看变化，不写入 / only show what changed")] = False,
) -> None:
    """沿用上一年企业，先列出变化 / bring last year's companies in, and say what changed."""
    run = session(context)
    with run.office() as office:
        plan = rolling.plan(office, chosen_campaign(office, year, kind).id, source)
        lines = [run.words.text("roll.planned", **_counts(plan))]
        lines += [
            f"  {run.words.text(f'roll.group_{group}')} {number}" for group, number in plan.groups.items() if number
        ]
        result: dict[str, Any] = {**_counts(plan), "groups": plan.groups, "dry_run": dry_run}
        if not dry_run:
            done = run.watch(rolling.roll(office, plan, (), leave or ()))
            result |= {"came": done.came, "left_out": done.left_out}
            words = run.words.text("roll.done", came=done.came, left_out=done.left_out, present=done.present)
            lines.append(words)
    run.show(result, lines)


def _counts(plan: RollPlan) -> dict[str, int]:
    return {
        "year": plan.year,
        "source": plan.source_year,
        "last": plan.last,
        "coming": plan.coming,
        "present": plan.present,
        "left": plan.left,
    }


@app.command("invite")
def invite(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", help="邮件合并名单 .xlsx / list for mail merge")],
    companies: Companies = None,
    year: Year = None,
    contacts: Annotated[bool, typer.Option("--contacts", help="含联系人，会记录 / with contacts, logged")] = False,
) -> None:
    """邀请企业，默认全部草稿，同时写出邮件合并名单 / invite companies and write the list for their letters."""
    run = session(context)
    with run.office() as office:
        row = chosen_campaign(office, year)
        chosen = participations(office, row, companies, not companies, [Stage.DRAFT])
        common = letters.wording(office, row.values)
        done = run.watch(inviting.invite(office, chosen, common, out, with_contacts=contacts))
    counts = {"moved": done.moved.moved, "already": done.moved.already, "refused": len(done.moved.refused)}
    run.show({**counts, "path": out}, [run.words.text("chase.invited", path=out, **counts)])


def show_moved(run: Session, moved: Moved, target: Stage) -> None:
    """Says how a bulk action went; exits with 1 where everybody was passed over."""
    refused = [{"company": one.company, "reason": run.words.of(one.error)} for one in moved.refused]
    name = run.words.text(f"stage.{target.value}")
    lines = [run.say("moved", moved=moved.moved, already=moved.already, refused=len(refused), to=name)]
    lines += [f"  {one['company']}: {one['reason']}" for one in refused[:20]]
    run.show({"moved": moved.moved, "already": moved.already, "refused": refused}, lines)
    if refused and not (moved.moved or moved.already):
        raise typer.Exit(1)


def _with(
    draft: CampaignDraft,
    theme: str | None,
    edition: int | None,
    announcement_no: str | None,
    announced_on: str | None,
    display_from: str | None,
) -> CampaignDraft:
    given = {
        "theme": theme,
        "edition": edition,
        "announcement_no": announcement_no,
        "announced_on": day(announced_on),
        "display_from": day(display_from),
    }
    return replace(draft, **{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]


def _plain(row: CampaignRow) -> dict[str, Any]:
    from qc_desktop.cli.session import plain

    values: dict[str, Any] = plain(row.values)
    return {"id": row.id, **values, "stages": row.stages, "companies": row.companies}


def _lines(run: Session, row: CampaignRow) -> list[str]:
    counts = "，".join(f"{run.words.text(f'stage.{stage.value}')} {count}" for stage, count in row.stages.items())
    about = f"{row.values.campaign_year} {row.values.theme} {row.values.announcement_no}".rstrip()
    return [about, f"  {counts}" if counts else f"  {run.say('nobody_yet')}"]


def _show(run: Session, row: CampaignRow, sentence: str) -> None:
    run.show(_plain(row), [sentence, *_lines(run, row)])
