from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qc_desktop.documents.typesetting import (
    CLOSING,
    OPENING,
    balanced,
    break_lines,
    clusters,
    fit,
    paragraph,
    set_line,
    steps,
)

TEXT = st.text("质量诚信承诺示例公司，。（）“”《》、：2026年月日第号AZaz-. ", min_size=1, max_size=80)


@given(TEXT, st.integers(4, 30))
@settings(max_examples=200, deadline=None)
def test_lines_keep_the_text_the_width_and_the_rules(text: str, width: int) -> None:
    lines = break_lines(text, "serif", float(width))
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(set_line(line, "serif").width <= width + 1e-9 for line in lines)
    pieces = clusters(text)
    if all(set_line(piece, "serif").width <= width for piece in pieces):
        assert not any(line[0] in CLOSING and not text.strip().startswith(line[0]) for line in lines if line)
        assert not any(line[-1] in OPENING for line in lines[:-1] if line)


@given(TEXT, st.integers(6, 30))
@settings(max_examples=100, deadline=None)
def test_justified_lines_end_at_the_edge_or_are_not_spread(text: str, width: int) -> None:
    for line in paragraph(text, "serif", float(width), indent=2.0):
        assert line.spacing >= 0
        assert line.width <= width + 1e-9
        assert line.text.strip() == line.text


@pytest.mark.parametrize("whole", ["2026年", "第12号", "315项", "QC-2026-315", "3.15", "Q/SL"])
def test_figures_and_years_are_not_divided(whole: str) -> None:
    assert whole in "".join(f"|{piece}|" for piece in clusters(f"其承诺书自{whole}起由我会公告"))


def test_adjacent_marks_share_an_em() -> None:
    apart = set_line("示）例。", "serif", trim=False).width
    assert set_line("示例）。", "serif", trim=False).width == apart - 0.5
    assert set_line("示例：“好”", "serif", trim=False).width == 5.5
    assert set_line("《（示例", "serif", trim=False).width == 3.5


def test_marks_at_the_ends_lose_their_blank_half() -> None:
    line = set_line("（示例）", "serif")
    assert (line.lead, line.width) == (-0.5, 3.0)


def test_a_narrow_mark_is_not_squeezed() -> None:
    assert set_line("3·15", "serif").width < 3


def test_names_shrink_before_they_wrap_and_then_are_refused() -> None:
    sizes = steps(26.0, 18.0)
    assert sizes[0] == 26.0
    assert sizes[-1] == 18.0
    short = fit("示例青禾电器股份有限公司", "serif_bold", 600.0, sizes, 2)
    longer = fit("示例" * 13, "serif_bold", 600.0, sizes, 2)
    long = fit("示例" * 30, "serif_bold", 600.0, sizes, 2)
    assert short is not None
    assert longer is not None
    assert long is not None
    assert (short.size, len(short.lines)) == (26.0, 1)
    assert longer.size < 26.0
    assert len(longer.lines) == 1
    assert len(long.lines) == 2
    assert fit("示例" * 40, "serif_bold", 600.0, sizes, 2) is None


def test_two_lines_are_about_equally_long() -> None:
    lines = balanced("示例青禾电器股份有限公司" * 2, "serif", 20.0, 2)
    assert [len(line.text) for line in lines] == [12, 12]


def test_names_of_whole_words_divide_none_and_give_way_where_they_must() -> None:
    name = "示例省青禾高分子材料有限公司"
    lines = balanced(name, "serif", 9.0, 2, whole_words=True)
    assert [line.text for line in lines] == ["示例省青禾高分子", "材料有限公司"]
    smaller = fit("重庆示例新能源汽车制造有限公司", "serif", 100.0, (12.0, 10.0), 2, whole_words=True)
    assert smaller is not None
    assert [smaller.size, *(line.text for line in smaller.lines)] == [12.0, "重庆示例新能源", "汽车制造有限公司"]
    cut = fit("有限责任公司", "serif", 40.0, (10.0,), 2, whole_words=True)
    assert cut is not None
    assert [line.text for line in cut.lines] == ["有限责", "任公司"]


def test_a_long_number_breaks_behind_a_hyphen() -> None:
    assert break_lines("QC-2026-315-000128", "serif", 6.0)[0].endswith("-")
