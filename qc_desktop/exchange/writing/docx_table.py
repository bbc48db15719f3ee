"""The table of a .docx list: which way round the page lies, how wide the columns are, and its XML."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from qc_desktop.domain.column_widths import fitted, least_of, lines_of
from qc_desktop.exchange.writing.content import asked_by

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from qc_desktop.domain.column_widths import Column
    from qc_desktop.exchange.writing.content import ListCell, ListContent

BODY_FONT, LATIN_FONT = "仿宋", "Times New Roman"
_MARGIN_TWIPS, _SLACK_TWIPS = 70, 30
_SINGLE = 0.9
_HEADING_MM = 7.4
_GREY = "B4B4B4"
_POINTS_PER_MM = 72 / 25.4
_PIECE = 100
_WIDER = 1.2
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True)
class Paper:
    """A4 with the margins of GB/T 9704-2012 (5.2.1); ``across`` is the same sheet turned by a quarter."""

    across: bool
    size_mm: tuple[float, float]
    margins_mm: Mapping[str, float]

    @property
    def width(self) -> float:
        """The width of the type area in points."""
        return (self.size_mm[0] - self.margins_mm["left"] - self.margins_mm["right"]) * _POINTS_PER_MM

    @property
    def height_mm(self) -> float:
        """The height of the type area."""
        return self.size_mm[1] - self.margins_mm["top"] - self.margins_mm["bottom"]


_UPRIGHT = Paper(False, (210.0, 297.0), {"top": 37.0, "bottom": 35.0, "left": 28.0, "right": 26.0})
_ACROSS = Paper(True, (297.0, 210.0), {"top": 28.0, "bottom": 26.0, "left": 35.0, "right": 37.0})


@dataclass(frozen=True)
class Setting:
    """Paper, size of the cells in points, height of a row of one line and of each further line in millimetres."""

    paper: Paper
    points: float
    row_mm: float
    leading_mm: float


_SETTINGS = (
    Setting(_UPRIGHT, 10.5, 6.4, 4.9),
    Setting(_UPRIGHT, 9.0, 6.0, 4.2),
    Setting(_ACROSS, 9.0, 5.1, 3.9),
)


@dataclass(frozen=True)
class Plan:
    """A setting, and the width of each column in twips; ``centred`` are the columns of numbers."""

    setting: Setting
    widths: tuple[int, ...]
    centred: tuple[bool, ...]

    @property
    def paper(self) -> Paper:
        """The paper of the setting."""
        return self.setting.paper


def planned(content: ListContent, *, upright: bool = False) -> Plan:
    """The first setting in which nearly every row takes one line, else that of the fewest pages.

    ``upright`` leaves the paper as it is: the table stands in a document of text.
    """
    columns = list(map(_roomier, asked_by(content, title_width=1.05)))
    tried = [_tried(setting, columns) for setting in _SETTINGS if not (upright and setting.paper.across)]
    plain = next((plan for plan, _, single in tried if single >= _SINGLE), None)
    return plain or min(tried, key=lambda one: one[1])[0]


def _roomier(column: Column) -> Column:
    """Numbers are not to break where another PC shows them in a font with wider figures."""
    if not column.coded:
        return column
    return replace(column, cells=[cell * _WIDER for cell in column.cells], least=column.least * _WIDER)


def _tried(setting: Setting, columns: Sequence[Column]) -> tuple[Plan, float, float]:
    """A plan, about how many pages it takes, and the part of its rows that stand on one line."""
    em, around = setting.points * 20, 2 * _MARGIN_TWIPS + _SLACK_TWIPS
    whole = int(setting.paper.width * 20)
    room = (whole - around * len(columns)) / em
    cells = [column.cells for column in columns]
    widths = fitted(cells, least_of(columns, room), room)
    lines = lines_of(cells, widths) or [1]
    high = sum(setting.row_mm + (count - 1) * setting.leading_mm for count in lines)
    spare = max(0.0, room - sum(widths))
    taking = sum(wide for wide, column in zip(widths, columns, strict=True) if column.filled) or 1.0
    shares = [wide / taking if column.filled else 0.0 for wide, column in zip(widths, columns, strict=True)]
    twips = tuple(int((wide + spare * share) * em + around) for wide, share in zip(widths, shares, strict=True))
    plan = Plan(setting, twips, tuple(column.coded for column in columns))
    return plan, high / (setting.paper.height_mm - _HEADING_MM), lines.count(1) / len(lines)


def pieces(content: ListContent, plan: Plan) -> Iterator[str]:
    """The table as XML, a hundred rows at a time.

    No library sees it whole: python-docx takes quadratic time cell by cell, and a long list parsed or written in one
    call holds every other thread up for seconds.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in plan.widths)
    edges = _edge("top", 8, "000000") + _edge("bottom", 8, "000000") + _edge("insideH", 2, _GREY)
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(plan.widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:left w:w="{_MARGIN_TWIPS}" w:type="dxa"/><w:right w:w="{_MARGIN_TWIPS}" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{_row(content.columns, plan, header=True)}"
    )
    for start in range(0, len(content.rows), _PIECE):
        yield "".join(_row(row, plan) for row in content.rows[start : start + _PIECE])
    yield "</w:tbl>"


def _edge(name: str, eighths: int, colour: str) -> str:
    return f'<w:{name} w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour}"/>'


def _row(cells: Sequence[ListCell], plan: Plan, *, header: bool = False) -> str:
    repeated = "<w:tblHeader/>" if header else ""
    high = _twips(_HEADING_MM if header else plan.setting.row_mm)
    inner = "".join(_cell(cell, plan, place, header=header) for place, cell in enumerate(cells))
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{high}" w:hRule="atLeast"/>{repeated}</w:trPr>{inner}</w:tr>'
    )


def _cell(cell: ListCell, plan: Plan, place: int, *, header: bool) -> str:
    centred = '<w:jc w:val="center"/>' if plan.centred[place] else ""
    below = f"<w:tcBorders>{_edge('bottom', 4, '000000')}</w:tcBorders>" if header else ""
    properties = run_properties(BODY_FONT, round(plan.setting.points * 2), bold=header, latin=BODY_FONT)
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{_plain(line)}</w:t>' for line in str(cell).splitlines() or [""])
    leading = _twips(plan.setting.leading_mm)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{plan.widths[place]}" w:type="dxa"/>{below}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:before="20" w:after="20" w:line="{leading}" w:lineRule="exact"/>{centred}</w:pPr>'
        f"<w:r>{properties}{lines}</w:r></w:p></w:tc>"
    )


def _plain(line: str) -> str:
    return escape(_NO_XML.sub("", line))


def _twips(millimetres: float) -> int:
    return round(millimetres * _POINTS_PER_MM * 20)


def run_properties(font: str, half_points: int, *, bold: bool = False, latin: str = LATIN_FONT) -> str:
    """What a run of text looks like; figures in a table take its Chinese font, which every office has."""
    weight = "<w:b/>" if bold else ""
    return (
        f'<w:rPr><w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{font}"/>{weight}'
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
    )
