"""The charts of the overview, made of its numbers, in the words of a language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qc_desktop.domain.charts import Chart, Climb, Kind, Mark, Role
from qc_desktop.domain.figures import percent
from qc_desktop.messages import Messages
from qc_desktop.services.reports.funnel import by_stage
from qc_desktop.services.reports.groups import Group
from qc_desktop.services.reports.keys import TOOK_PART, key_of
from qc_desktop.services.reports.overview import Numbers

YEARS = 10
"""So many of the last years are drawn; the table has them all."""


def charts(numbers: Numbers, words: Messages) -> tuple[Chart, ...]:
    """All charts, in the order in which they are looked at."""
    return (
        years(numbers, words),
        provinces(numbers, words),
        sections(numbers, words),
        stages(numbers, words),
        tiers(numbers, words),
        weeks(numbers, words),
    )


def again(numbers: Numbers, chart_id: str, words: Messages) -> Chart:
    """The chart named ``chart_id`` once more, in the words of another language."""
    kind, _, section = chart_id.partition(":")
    if kind == "divisions":
        return divisions(numbers, section, words)
    return next(chart for chart in charts(numbers, words) if chart.id == kind)


def shortened(chart: Chart, most: int, words: Messages) -> Chart:
    """The first ``most`` rows of ``chart``; the title says what the others are together."""
    rest = chart.marks[most:]
    if not rest:
        return chart
    told = words.text("report.rest", count=len(rest), sum=f"{sum(mark.value for mark in rest):,}")
    return replace(chart, title=chart.title + told, marks=chart.marks[:most])


def years(numbers: Numbers, words: Messages) -> Chart:
    """Announced companies a year, before all that took part."""
    marks = tuple(
        Mark(str(known.year), known.announced, TOOK_PART, known.year == numbers.year, known.took_part, year=known.year)
        for known in numbers.years[-YEARS:]
    )
    legend = ((Role.BEHIND, words.text("report.took_part")), (Role.BAR, words.text("report.announced")))
    return Chart("years", words.text("report.years"), Kind.COLUMNS, marks, legend=legend)


def provinces(numbers: Numbers, words: Messages) -> Chart:
    """Those who take part by province."""
    return _groups("provinces", numbers.provinces, words, numbers.now.took_part)


def sections(numbers: Numbers, words: Messages) -> Chart:
    """Those who take part by section of industry."""
    return _groups("sections", numbers.sections, words, numbers.now.took_part)


def divisions(numbers: Numbers, section: str, words: Messages) -> Chart:
    """Those who take part within a section of industry, by division."""
    groups = numbers.divisions.get(section, ())
    named = next((group.name for group in numbers.sections if group.key == key_of("section", section)), "")
    shown = tuple(
        Group(group.key, words.text("report.undivided"), group.count) if not group.key else group for group in groups
    )
    chart = _groups("divisions", shown, words, sum(group.count for group in groups))
    named = named or words.text("report.no_industry")
    return replace(chart, id=f"divisions:{section}", title=words.text("report.divisions_of", section=named))


def tiers(numbers: Numbers, words: Messages) -> Chart:
    """Those who take part by tier of membership."""
    named = tuple(Group(group.key, words.text(f"tier.{group.name}"), group.count) for group in numbers.tiers)
    return _groups("tiers", named, words, numbers.now.took_part)


def stages(numbers: Numbers, words: Messages) -> Chart:
    """Everyone on the list of the year by stage."""
    return by_stage(numbers.stages, words)


def weeks(numbers: Numbers, words: Messages) -> Chart:
    """Approved pledges by the end of each week, beside last year."""
    seen = numbers.reviews
    climbs = [Climb(str(numbers.year), seen.now, Role.LINE)]
    if seen.before:
        climbs.insert(0, Climb(str(seen.year_before), seen.before, Role.LINE_BEFORE))
    legend = tuple((climb.role, climb.label) for climb in reversed(climbs))
    ticks = tuple(f"{day.month}/{day.day}" for day in seen.starts)
    return Chart("weeks", words.text("report.weeks"), Kind.LINES, (), tuple(climbs), ticks, legend)


def _groups(chart_id: str, groups: Sequence[Group], words: Messages, whole: int) -> Chart:
    marks = tuple(
        Mark(
            group.name or words.text("report.not_recorded"),
            group.count,
            group.key,
            note=percent(group.count, whole) if group.count else "",
        )
        for group in groups
    )
    return Chart(chart_id, words.text(f"report.{chart_id}"), Kind.ROWS, marks)
