"""``member``: terms of membership, what they make of a company today, renewing."""

from __future__ import annotations

from typing import Annotated

import typer

from qc_desktop.cli.choosing import Companies, day
from qc_desktop.cli.session import Session, session
from qc_desktop.domain.companies import MemberTier, tier_of
from qc_desktop.domain.membership import MembershipStatus, Term
from qc_desktop.errors import UserError
from qc_desktop.services.companies import browsing
from qc_desktop.services.companies.filtering import CompanyFilter
from qc_desktop.services.members import terms
from qc_desktop.services.members.terms import Membership, TermRow
from qc_desktop.services.office import Office

app = typer.Typer(name="member", no_args_is_help=True, help="会籍期 / terms of membership")

Place = Annotated[int, typer.Option("--change", min=0, help="修改第几段会籍期 / change the term no.")]
Removed = Annotated[int, typer.Option("--remove", min=0, help="删除第几段会籍期 / remove the term no.")]


@app.command("status")
def status(context: typer.Context, company: str) -> None:
    """查看会籍期与状态 / a company's terms and how it stands today."""
    run = session(context)
    with run.office() as office:
        shown = terms.of_company(office, browsing.resolve(office, company))
    _show(run, shown)


@app.command("term")
def term(
    context: typer.Context,
    company: str,
    tier: Annotated[str, typer.Option(help="会员级别，如 理事 / tier")] = "",
    starts_on: Annotated[str | None, typer.Option("--from", help="开始日期 / first day")] = None,
    ends_on: Annotated[str | None, typer.Option("--to", help="截止日期 / last day")] = None,
    remark: Annotated[str, typer.Option(help="备注 / remark")] = "",
    change: Place = 0,
    remove: Removed = 0,
) -> None:
    """增加、修改或删除一段会籍期 / add, change or remove a term."""
    run = session(context)
    with run.office() as office:
        company_id = browsing.resolve(office, company)
        stored = _stored(terms.of_company(office, company_id), change or remove)
        if remove and stored:
            terms.remove(office, stored.id, stored.row_version)
        else:
            wanted = Term(
                _tier(tier) if tier or not stored else stored.term.member_tier,
                day(starts_on) or (stored.term.starts_on if stored else office.today),
                day(ends_on) or (stored.term.ends_on if stored else None),
                remark or (stored.term.remark if stored else ""),
            )
            saved = terms.save(office, company_id, wanted, *((stored.id, stored.row_version) if stored else ("", 0)))
            for found in saved.remarks:
                run.remark(run.words.of(found))
        shown = terms.of_company(office, company_id)
    _show(run, shown)


@app.command("renew")
def renew(
    context: typer.Context,
    companies: Companies = None,
    standing: Annotated[
        MembershipStatus | None, typer.Option("--status", help="这个状态的所有会员 / everyone who stands so")
    ] = None,
) -> None:
    """续期：自上一会籍期次日起 / the next term, from the day after the last."""
    run = session(context)
    with run.office() as office:
        moved = terms.renew(office, _chosen(office, companies, standing))
    refused = [{"company": one.company, "reason": run.words.of(one.error)} for one in moved.refused]
    lines = [run.say("renewed", count=moved.moved, refused=len(refused))]
    lines += [f"  {one['company']}: {one['reason']}" for one in refused[:20]]
    run.show({"renewed": moved.moved, "refused": refused}, lines)


@app.command("number")
def number(
    context: typer.Context,
    company: str,
    member_no: Annotated[str, typer.Argument(help="编号，默认下一个 / the next by default")] = "",
) -> None:
    """编会员编号 / give a company its member number."""
    run = session(context)
    with run.office() as office:
        company_id = browsing.resolve(office, company)
        terms.give_number(office, company_id, member_no)
        shown = terms.of_company(office, company_id)
    _show(run, shown)


def _chosen(office: Office, names: list[str] | None, standing: MembershipStatus | None) -> list[str]:
    if standing is not None:
        return browsing.ids(office, CompanyFilter(membership=standing, membership_on=office.today))
    return [browsing.resolve(office, name) for name in names or ()]


def _stored(shown: Membership, place: int) -> TermRow | None:
    if place > len(shown.terms):
        raise UserError("member.no_such_term", place=place)
    return shown.terms[place - 1] if place else None


def _tier(typed: str) -> MemberTier:
    return tier_of(typed or MemberTier.MEMBER) or MemberTier.NON_MEMBER


def _show(run: Session, shown: Membership) -> None:
    said = run.words.text(f"membership.{shown.status}")
    head = "  ".join(filter(None, [shown.name, shown.member_no, said]))
    lines = [head, *(_line(run, place, row.term) for place, row in enumerate(shown.terms, 1))]
    if shown.offered_no:
        lines.append(run.say("number_offered", number=shown.offered_no))
    run.show({"membership": shown}, lines)


def _line(run: Session, place: int, term: Term) -> str:
    last = term.ends_on.isoformat() if term.ends_on else run.say("without_end")
    tier = run.words.text(f"tier.{term.member_tier}")
    return f"  {place}. {term.starts_on} – {last}  {tier}  {term.remark}".rstrip()
