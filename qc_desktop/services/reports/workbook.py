"""All numbers of the overview as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qc_desktop.domain import dates
from qc_desktop.domain.companies import TIER_NAMES, MemberTier
from qc_desktop.domain.figures import percent
from qc_desktop.exchange.writing import tables_xlsx
from qc_desktop.exchange.writing.tables_xlsx import TableSheet
from qc_desktop.messages import Messages, messages
from qc_desktop.services.reports import charts
from qc_desktop.services.reports.groups import Group
from qc_desktop.services.reports.movements import Movement
from qc_desktop.services.reports.overview import Numbers
from qc_desktop.services.reports.wording import SCOPE


def write(numbers: Numbers, path: Path) -> None:
    """Writes every table of ``numbers`` to ``path``, a sheet each. Raises UserError ``file.*``."""
    tables_xlsx.write(path, sheets(numbers), dates.now())


def sheets(numbers: Numbers) -> tuple[TableSheet, ...]:
    """The tables, in Chinese: years, stages, provinces, sections, divisions, tiers, weeks."""
    words = messages("zh_CN")
    divisions = [group for groups in numbers.divisions.values() for group in groups]
    tiers = [Group(group.key, TIER_NAMES[MemberTier(group.name)], group.count) for group in numbers.tiers]
    grouped = (
        ("省份", words.text("report.provinces"), "省份", numbers.provinces),
        ("行业门类", words.text("report.sections"), "行业门类", numbers.sections),
        ("行业大类", words.text("report.divisions"), "行业大类", divisions),
        ("会员级别", words.text("report.tiers"), "会员级别", tiers),
    )
    return (
        _years(numbers, words),
        _stages(numbers, words),
        *(_groups(numbers, words, tab, title, head, groups) for tab, title, head, groups in grouped),
        *([_weeks(numbers, words)] if numbers.reviews.starts else []),
    )


def _years(numbers: Numbers, words: Messages) -> TableSheet:
    columns = [words.text(f"report.{name}") for name in ("year", "took_part", "announced", "issued", *Movement)]
    rows = tuple(
        (
            str(known.year),
            known.took_part,
            known.announced,
            known.issued,
            *(known.moved.get(move, "–") for move in Movement),
        )
        for known in numbers.years
    )
    return TableSheet("历年", words.text("report.years"), SCOPE, tuple(columns), rows, "column", (1, 2, 3))


def _stages(numbers: Numbers, words: Messages) -> TableSheet:
    rows = tuple((mark.label, mark.value) for mark in charts.stages(numbers, words).marks)
    return TableSheet(
        "阶段", f"{numbers.year}年：{words.text('report.stages')}", SCOPE, ("阶段", "企业数"), rows, "bar"
    )


def _groups(numbers: Numbers, words: Messages, tab: str, title: str, head: str, groups: Sequence[Group]) -> TableSheet:
    whole = numbers.now.took_part
    rows = tuple(
        (group.name or words.text("report.not_recorded"), group.count, percent(group.count, whole)) for group in groups
    )
    return TableSheet(tab, f"{numbers.year}年{title}", SCOPE, (head, "参加企业数", "占比"), rows, "bar")


def _weeks(numbers: Numbers, words: Messages) -> TableSheet:
    seen = numbers.reviews
    columns = ["周（起始日）", f"{numbers.year}年"]
    series = [seen.now]
    if seen.before:
        columns.append(f"{seen.year_before}年")
        series.append(seen.before)
    rows = tuple(
        (str(day), *(values[place] if place < len(values) else "" for values in series))
        for place, day in enumerate(seen.starts)
    )
    charted = tuple(range(1, len(columns)))
    return TableSheet("审核进度", words.text("report.weeks"), SCOPE, tuple(columns), rows, "line", charted)
