"""Charts as pictures for others: in Chinese, on white, twice as fine as a screen."""

from __future__ import annotations

from pathlib import Path

from qc_desktop.documents.charts import chart_png
from qc_desktop.files import write_atomic
from qc_desktop.messages import messages
from qc_desktop.services.reports import charts
from qc_desktop.services.reports.overview import Numbers

SIZE = (480.0, 260.0)
"""Width and height in points; a chart of rows is as high as its rows."""


def picture(numbers: Numbers, chart_id: str) -> bytes:
    """The chart ``chart_id`` of ``numbers`` as a PNG."""
    return chart_png(charts.again(numbers, chart_id, messages("zh_CN")), *SIZE)


def save(numbers: Numbers, chart_id: str, path: Path) -> Path:
    """Writes the chart ``chart_id`` to ``path``. Raises UserError ``file.*``."""
    write_atomic(path, picture(numbers, chart_id))
    return path


def title(numbers: Numbers, chart_id: str) -> str:
    """What the picture's file is called, without its ending."""
    return f"{numbers.year}年{charts.again(numbers, chart_id, messages('zh_CN')).title.replace('：', '_')}"
