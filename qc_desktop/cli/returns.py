"""``returns``: forms for companies, and a folder of returned ones."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from qc_desktop.cli.choosing import Companies, Kind, Year, chosen_campaign
from qc_desktop.cli.choosing import stage as stage_of
from qc_desktop.cli.session import Session, end_with, session
from qc_desktop.domain.campaigns import CampaignKind
from qc_desktop.errors import UserError
from qc_desktop.files import with_ending
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.office import Office
from qc_desktop.services.returns import applying, making, planning
from qc_desktop.services.returns.applying import Applied
from qc_desktop.services.returns.comparing import Difference
from qc_desktop.services.returns.planning import FormPlan, FormState, ReturnPlan

SHOWN = 20
"""How many forms of which something is to be said are listed on a screen; ``--json`` has all of them."""

app = typer.Typer(name="returns", no_args_is_help=True, help="企业回表 / forms that companies return")


@app.command("make")
def make(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", help="文件夹，或 .zip / folder, or a .zip")],
    names: Companies = None,
    stage: Annotated[str | None, typer.Option(help="只给这个阶段的企业 / only companies at this stage")] = None,
    packed: Annotated[bool, typer.Option("--zip", help="打成一个压缩包 / one packed file")] = False,
    contacts: Annotated[bool, typer.Option("--contacts", help="预填联系人，会记录 / prefill contacts")] = False,
    year: Year = None,
    kind: Kind = CampaignKind.INTEGRITY_PLEDGE,
) -> None:
    """生成预填回表，每家一个 / make prefilled forms, one a company; by default for everyone who takes part."""
    run = session(context)
    path = with_ending(out, making.PACKED) if packed else out
    with run.office() as office:
        campaign = chosen_campaign(office, year, kind)
        stages = (stage_of(stage, run.words).value,) if stage else ()
        if names:
            ids = [browsing.resolve(office, name) for name in names]
        else:
            ids = browsing.ids(office, CompanyFilter(campaign_id=campaign.id, stages=stages, taking_part=True))
        made = run.watch(making.make(office, campaign.id, ids, path.absolute(), contacts=contacts))
    run.show(
        {"path": made.path, "made": made.made, "skipped": made.skipped},
        [run.say("forms_made", count=made.made, skipped=made.skipped, path=path)],
    )


@app.command("read")
def read(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="文件夹、.zip 或回表文件 / folder, .zip or forms")],
    go: Annotated[bool, typer.Option("--apply", help="导入没有疑问的改动 / bring in what is not in doubt")] = False,
    problems: Annotated[Path | None, typer.Option(help="把没有导入的另存为 .xlsx / save what is left")] = None,
    year: Year = None,
    kind: Kind = CampaignKind.INTEGRITY_PLEDGE,
) -> None:
    """读取企业发回的回表；加 --apply 才写入 / read returned forms; written only with --apply."""
    run = session(context)
    with run.office() as office:
        campaign = chosen_campaign(office, year, kind)
        for path in paths:
            if not path.exists():
                raise UserError("exchange.not_found", path=path)
        plan = run.watch(planning.plan(office, campaign.id, [path.absolute() for path in paths]))
        saved = applying.write_problems(plan, problems.absolute(), run.words) if problems else 0
        done = _applied(run, office, plan) if go else None
    _report(run, plan, done)
    if problems:
        run.remark(run.say("forms_left" if saved else "no_forms_left", count=saved, path=problems))
    counts = plan.counted()
    end_with(counts[FormState.PROBLEM] + counts[FormState.UNKNOWN])


def _applied(run: Session, office: Office, plan: ReturnPlan) -> Applied | None:
    """Brings the forms in; None where they change nothing, as on a second time."""
    return run.watch(applying.apply(office, plan)) if applying.ready(plan, {}) else Applied(0, 0, 0)


def _report(run: Session, plan: ReturnPlan, done: Applied | None) -> None:
    counts = {state.value: count for state, count in plan.counted().items()}
    result: dict[str, Any] = {**counts, "forms": [_entry(run, each) for each in plan.forms]}
    lines = [run.say("forms_read", source=plan.source, **counts)]
    if done is not None:
        result |= {"companies": done.companies, "pledges": done.pledges}
        lines.append(run.say("forms_applied", companies=done.companies, pledges=done.pledges))
    held = sum(planning.is_held(each) for each in plan.forms)
    result["held"] = held
    if held:
        lines.append(run.say("forms_held", count=held))
    told = sorted((each for each in plan.forms if planning.reasons(each, run.words)), key=_worst_first)
    lines += [line for each in told[:SHOWN] for line in _lines(run, each)]
    if len(told) > SHOWN:
        lines.append(run.say("more_forms", count=len(told) - SHOWN))
    run.show(result, lines)


def _worst_first(each: FormPlan) -> bool:
    return each.state not in planning.LEFT_OUT


def _entry(run: Session, each: FormPlan) -> dict[str, Any]:
    return {
        "file": each.file.name,
        "company": each.company,
        "state": each.state,
        "differences": [_difference(one) for one in each.differences],
        "reasons": planning.reasons(each, run.words),
    }


def _difference(one: Difference) -> dict[str, Any]:
    before, after = one.in_public
    return {"field": one.field, "before": before, "after": after, "kind": one.kind, "ticked": one.is_ticked}


def _lines(run: Session, each: FormPlan) -> list[str]:
    told = [f"  {each.file.name}  {each.company}  {run.words.text(f'returns.form_{each.state}')}"]
    return told + [f"    {reason}" for reason in planning.reasons(each, run.words)]
