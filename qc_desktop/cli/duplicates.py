"""``company duplicates|merge|distinct|split``: records of one company that stand twice."""

from __future__ import annotations

from typing import Annotated

import typer

from qc_desktop.cli.arguments import Limit
from qc_desktop.cli.session import session
from qc_desktop.domain.merging import COLUMNS
from qc_desktop.errors import UserError
from qc_desktop.messages import Messages
from qc_desktop.services.companies import browsing, distinct, duplicates, merge_plan, merging, splitting
from qc_desktop.services.companies.merge_plan import MergePlan

OTHER = "other"
Keep = Annotated[str, typer.Argument(help="留下的一家 / the one that stays")]
Gone = Annotated[str, typer.Argument(help="并入的一家 / the one that goes into it")]
Take = Annotated[
    list[str] | None,
    typer.Option("--take", help=f"取另一家的值：项目=other / take that value: FIELD=other ({', '.join(COLUMNS)})"),
]

_BEFORE = "改过的用合并前的 / fields that become as before: " + " ".join(COLUMNS)


def list_duplicates(context: typer.Context, limit: Limit = 50) -> None:
    """列出疑似重复的企业 / list pairs that may be one company."""
    run = session(context)
    with run.office() as office:
        found = run.watch(duplicates.suspected(office))
    why = {pair.why: run.words.text(f"likeness.why_{pair.why}") for pair in found[:limit]}
    lines = [
        "  ".join((why[pair.why], pair.first.name, pair.first.uscc, "｜", pair.second.name, pair.second.uscc))
        for pair in found[:limit]
    ]
    total = run.say("shown_of", shown=len(lines), total=len(found))
    run.show({"total": len(found), "pairs": found[:limit]}, [*lines, total])


def merge(
    context: typer.Context,
    keep: Keep,
    other: Gone,
    take: Take = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看，不合并 / look only")] = False,
) -> None:
    """合并两家企业：第二家并入第一家 / merge the second company into the first; can be undone."""
    run = session(context)
    with run.office() as office:
        kept_id, other_id = browsing.resolve(office, keep), browsing.resolve(office, other)
        planned = merge_plan.plan(office, kept_id, other_id)
        chosen = {pair.field for pair in planned.fields if pair.take_other} | {_field(given) for given in take or ()}
        done = None if dry_run else merging.merge(office, kept_id, other_id, chosen)
    result = {
        "kept": planned.kept.id,
        "other": planned.other.id,
        "taken": sorted(chosen),
        "years": planned.years,
        "refusal": run.words.of(planned.refusal) if planned.refusal else "",
        "command": done.command if done else 0,
    }
    names = {"kept": done.name if done else planned.kept.name, "other": planned.other.name}
    last = run.say("merged" if done else "would_merge", **names)
    run.show(result, [*year_lines(run.words, planned), last])


def _field(given: str) -> str:
    field, _, side = given.partition("=")
    if side != OTHER:
        raise UserError("merge.take", given=given)
    return field


def year_lines(words: Messages, planned: MergePlan) -> list[str]:
    """What becomes of each year, in sentences."""
    return [
        words.text(
            f"merge.year_{year.outcome}",
            year=year.campaign_year,
            kept=planned.kept.name,
            other=planned.other.name,
        )
        for year in planned.years
    ]


def mark_distinct(context: typer.Context, one: str, other: str) -> None:
    """标记两家不是同一家 / remember that two companies are different."""
    run = session(context)
    with run.office() as office:
        ids = (browsing.resolve(office, one), browsing.resolve(office, other))
        command = distinct.mark(office, *ids)
    run.show({"companies": ids, "command": command}, [run.say("distinct" if command else "distinct_already")])


def split(
    context: typer.Context,
    company: str,
    put_back: Annotated[list[str] | None, typer.Option("--put-back", help=_BEFORE)] = None,
    keep_now: Annotated[bool, typer.Option("--keep-now", help="改过的用现在的 / what was changed since stays")] = False,
) -> None:
    """拆回并入这家的最后一家 / split off what was merged into this company last."""
    run = session(context)
    with run.office() as office:
        merged = splitting.merged_into(office, browsing.resolve(office, company))
        if not merged:
            raise UserError("merge.not_merged")
        if not (put_back or keep_now):
            for one in splitting.changed_since(office, merged[0].id):
                params = {"field": one.field, "now": one.now, "before": one.before}
                run.remark("  " + run.words.text("merge.changed_field", **params))
        decided = (put_back or []) if put_back or keep_now else None
        name = splitting.split(office, merged[0].id, decided)
    run.show({"company": merged[0].id, "name": name}, [run.say("split", name=name)])


def add_to(app: typer.Typer) -> None:
    """Offers the commands below ``company``."""
    app.command("duplicates")(list_duplicates)
    app.command("merge")(merge)
    app.command("distinct")(mark_distinct)
    app.command("split")(split)
