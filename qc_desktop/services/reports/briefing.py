"""给领导的一页: the year on one page, and the same in a few words."""

from __future__ import annotations

import io
from pathlib import Path

from qc_desktop.documents.charts import PICTURE_DPI, chart_png
from qc_desktop.domain import dates
from qc_desktop.domain.charts import Chart
from qc_desktop.errors import UserError
from qc_desktop.exchange.writing import briefing_docx
from qc_desktop.exchange.writing.briefing_docx import Briefing, BriefingPicture
from qc_desktop.messages import messages
from qc_desktop.services import preferences
from qc_desktop.services.campaigns import years
from qc_desktop.services.office import Office
from qc_desktop.services.reports import charts
from qc_desktop.services.reports.movements import Movement
from qc_desktop.services.reports.overview import Numbers
from qc_desktop.services.reports.wording import SCOPE, Subject, sentences

KIND = "工作简报"
_PICTURE = (270.0, 190.0)
"""Width and height a picture is drawn at, in points."""
_NAMED = 5
_YEARS = 5


def subject(office: Office, numbers: Numbers) -> Subject:
    """What a report about ``numbers`` is about."""
    name = str(preferences.get(office, "association_name"))
    return Subject(name, years.campaign(office, numbers.year), numbers, office.today)


def counted(numbers: Numbers | None, year: int) -> Numbers:
    """``numbers``, where there is anything to report. Raises UserError where the year is not open or nobody is in."""
    if numbers is None:
        raise UserError("report.not_open", year=year)
    if not sum(numbers.stages.values()):
        raise UserError("report.nobody", year=year)
    return numbers


def write(about: Subject, path: Path) -> None:
    """Writes the briefing, a .docx of one A4 page, to ``path``. Raises UserError ``file.*``."""
    briefing_docx.write(path, content(about))


def content(about: Subject) -> Briefing:
    """The briefing; where it would not fit one page, fewer past years stand in its table."""
    drawn = tuple(map(_picture, pictures(about.numbers)))
    for shown in range(_YEARS, 0, -1):
        made = _content(about, drawn, shown)
        if briefing_docx.height_mm(made) <= briefing_docx.room_mm():
            return made
    return _content(about, drawn[:2], 1)


def _content(about: Subject, drawn: tuple[BriefingPicture, ...], shown: int) -> Briefing:
    words = messages("zh_CN")
    names = ("year", "took_part", "announced", "issued", *Movement)
    return Briefing(
        kind=KIND,
        title=f"{about.title}情况",
        issuer=about.association,
        day=dates.chinese(about.today),
        sentences=sentences(about),
        pictures=drawn,
        columns=tuple(words.text(f"report.{name}") for name in names),
        rows=tuple(
            (
                str(known.year),
                *(f"{number:,}" for number in (known.took_part, known.announced, known.issued)),
                *(f"{known.moved[move]:,}" if known.moved else "–" for move in Movement),
            )
            for known in about.numbers.years[-shown:]
        ),
        foot=SCOPE,
        created=dates.now(),
    )


def pictures(numbers: Numbers) -> tuple[Chart, ...]:
    """The charts of a page, at most four: a single year is no comparison, and nothing is no picture."""
    words = messages("zh_CN")
    wanted = [
        charts.years(numbers, words) if len(numbers.years) > 1 else charts.stages(numbers, words),
        charts.shortened(charts.provinces(numbers, words), _NAMED, words),
        charts.shortened(charts.sections(numbers, words), _NAMED, words),
        charts.weeks(numbers, words) if numbers.reviews.starts else charts.tiers(numbers, words),
    ]
    return tuple(chart for chart in wanted if not chart.is_empty)


def _picture(chart: Chart) -> BriefingPicture:
    from PIL import Image

    png = chart_png(chart, *_PICTURE, dpi=1.5 * PICTURE_DPI)
    with Image.open(io.BytesIO(png)) as opened:
        return BriefingPicture(png, opened.height / opened.width)
