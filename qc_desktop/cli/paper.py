"""``paper``: letters, forms, membership certificates, envelopes and address labels for companies."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from qc_desktop.cli.choosing import Companies, Everyone, Kind, Year, chosen_campaign, day, kind_named
from qc_desktop.cli.choosing import stage as stage_of
from qc_desktop.cli.label_sheets import StartAt, start_of
from qc_desktop.cli.session import Session, session
from qc_desktop.cli.usage import demand_apart, demand_apart_names
from qc_desktop.domain.campaigns import CampaignKind
from qc_desktop.domain.companies import MemberTier
from qc_desktop.errors import UserError
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.labels import presets
from qc_desktop.services.layouts.choosing import in_use
from qc_desktop.services.office import Office
from qc_desktop.services.papers import making
from qc_desktop.services.papers.making import Made, PaperOrder
from qc_desktop.services.papers.records import KINDS, LABEL, MEMBERSHIP, OF_CAMPAIGN, POST

SHOWN = 20
"""How many who got none are listed on a screen; ``--json`` has all of them."""

app = typer.Typer(name="paper", no_args_is_help=True, help="信函与标签 / letters, forms, envelopes, address labels")


@app.command("list")
def list_papers(context: typer.Context) -> None:
    """列出可以做的文件 / list the papers that can be made."""
    run = session(context)
    with run.office() as office:
        found = [(kind, in_use(office, kind)) for kind in KINDS]
    rows = [{"kind": kind, "width": layout.width, "height": layout.height} for kind, layout in found]
    lines = [f"{kind}  {run.words.text(f'document.{kind}')}" for kind, _ in found]
    run.show({"papers": rows}, lines)


@app.command("make")
def make(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="文件种类，见 paper list / kind, see paper list")],
    out: Annotated[Path, typer.Option("--out", help="一个 .pdf，或文件夹（每家一份）/ one .pdf, or a folder")],
    names: Companies = None,
    everyone: Everyone = False,
    stage: Annotated[str | None, typer.Option(help="本年度这个阶段的企业 / companies at this stage")] = None,
    blank: Annotated[bool, typer.Option("--blank", help="空白承诺书 / a blank pledge letter")] = False,
    contacts: Annotated[bool, typer.Option("--contacts", help="印联系人，会记录 / with contacts, logged")] = False,
    preset: Annotated[str, typer.Option(help="地址标签用的标签纸，见 label presets / sheet of labels")] = "",
    start_at: StartAt = "",
    until: Annotated[str, typer.Option(help="截止日期，默认活动的 / deadline")] = "",
    on_stock: Annotated[bool, typer.Option("--on-stock", help="套打在印好的信封上 / on pre-printed stock")] = False,
    year: Year = None,
    campaign_kind: Kind = CampaignKind.INTEGRITY_PLEDGE,
) -> None:
    """制作信函、承诺书、会员证书、信封或地址标签 / make papers for companies."""
    run = session(context)
    kind = kind_named(kind, KINDS)
    if blank:
        demand_apart(run.words, "--blank", all=everyone, stage=stage, contacts=contacts)
        demand_apart_names(run.words, names, "--blank")
    if kind in KINDS and kind not in POST:
        demand_apart(run.words, run.words.text(f"document.{kind}"), contacts=contacts)
    with run.office() as office:
        needs_campaign = kind in OF_CAMPAIGN or stage is not None or year is not None
        campaign = chosen_campaign(office, year, campaign_kind).id if needs_campaign else ""
        stages = (stage_of(stage, run.words).value,) if stage else ()
        usual = presets.everything(office)[0].key
        sheet = preset or (usual if kind == LABEL else "")
        order = PaperOrder(
            kind=kind,
            company_ids=() if blank else tuple(_meant(office, kind, campaign, names, everyone, stages)),
            campaign_id=campaign,
            blank=blank,
            contacts=contacts,
            preset=sheet,
            start=start_of(presets.preset(office, sheet or usual), start_at) if start_at else None,
            deadline=day(until),
            on_stock=on_stock,
        )
        made = run.watch(making.make(office, order, out.absolute()))
    _show(run, made)


def _meant(
    office: Office, kind: str, campaign: str, names: Sequence[str] | None, everyone: bool, stages: tuple[str, ...]
) -> list[str]:
    """The companies that are named, or all: those at ``stages``, those who take part, or for certificates members."""
    if names:
        return [browsing.resolve(office, name) for name in names]
    if not (everyone or stages):
        raise UserError("paper.nobody")
    if campaign:
        return browsing.ids(office, CompanyFilter(campaign_id=campaign, stages=stages, taking_part=True))
    tiers = tuple(tier.value for tier in MemberTier if tier is not MemberTier.NON_MEMBER) if kind == MEMBERSHIP else ()
    return browsing.ids(office, CompanyFilter(member_tiers=tiers))


def _show(run: Session, made: Made) -> None:
    withheld = [{"company": one.name, "reason": run.words.of(one.finding)} for one in made.withheld]
    lines = [run.say("papers_made", count=made.made, path=made.path)]
    lines += map(run.words.of, made.remarks)
    if made.sheets:
        lines.append(run.say("papers_sheets", count=made.sheets))
    if withheld:
        lines.append(run.say("papers_withheld", count=len(withheld)))
        lines += [f"  {run.words.named(one['company'], one['reason'])}" for one in withheld[:SHOWN]]
    remarks = [run.finding(one) for one in made.remarks]
    result = {"path": made.path, "made": made.made, "sheets": made.sheets, "withheld": withheld, "remarks": remarks}
    run.show(result, lines)
