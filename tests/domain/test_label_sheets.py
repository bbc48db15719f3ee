"""Where labels lie, how large a code may be, and where a part-used sheet goes on."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qc_desktop.domain.label_files import cut
from qc_desktop.domain.label_sheets import (
    LEAST_MODULE,
    SheetMemory,
    SheetPreset,
    check_memory,
    check_preset,
    dot_of,
    free_positions,
    memory_after,
    module_width,
    position_of,
    sheet_count,
    sheets,
)
from tests.samples import refused

A4_40 = SheetPreset("示例40", 210, 297, 4, 10, 48.5, 25.4, 8, 21.5, 48.5, 25.4)
A4_65 = SheetPreset("示例65", 210, 297, 5, 13, 38.1, 21.2, 4.7, 10.7, 40.6, 21.2)
MEDIUM, SMALL = (22.6, 0.2), (20.4, 0.2)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"columns": 5}, "label.preset_page"),
        ({"top": 60}, "label.preset_page"),
        ({"left": -1}, "label.preset_page"),
        ({"pitch_x": 40}, "label.preset_overlap"),
        ({"pitch_y": 20}, "label.preset_overlap"),
        ({"rows": 0}, "label.preset_grid"),
        ({"columns": 10**6}, "label.preset_grid"),
        ({"width": float("nan")}, "label.preset_size"),
        ({"height": 0}, "label.preset_size"),
        ({"key": " "}, "label.preset_size"),
        ({"key": "长" * 25}, "label.preset_size"),
    ],
)
def test_a_preset_whose_labels_do_not_lie_right_is_refused(change, code):
    assert check_preset(A4_40) is A4_40
    with refused(code):
        check_preset(dataclasses.replace(A4_40, **change))


@pytest.mark.parametrize("dpi", [300, 600])
@pytest.mark.parametrize("modules", [45, 53])
def test_modules_are_whole_dots_and_never_too_small(dpi, modules):
    large = dataclasses.replace(A4_40, key="大", width=70, height=37)
    width = module_width(large, modules, dpi, 27, 0.2)
    assert width / dot_of(dpi) == pytest.approx(round(width / dot_of(dpi)))
    assert width >= max(4 * dot_of(dpi), LEAST_MODULE - 1e-9)


def test_the_smallest_sheet_wants_600_dots():
    with refused("label.needs_600"):
        module_width(A4_65, 45, 300, *SMALL)
    assert 53 * module_width(A4_65, 45, 600, *SMALL) == pytest.approx(20.19, abs=0.01)
    with refused("label.symbol_too_large"):
        module_width(A4_65, 53, 600, *SMALL)
    with refused("label.symbol_too_large"):
        module_width(dataclasses.replace(A4_65, height=15), 45, 600, *SMALL)
    with refused("label.dpi"):
        module_width(A4_40, 45, 150, *MEDIUM)


def test_a_coarse_printer_goes_beyond_the_wish_to_reach_the_minimum():
    assert 53 * module_width(dataclasses.replace(A4_40, height=30), 45, 203, *MEDIUM) == pytest.approx(26.5, abs=0.01)


def test_a_part_used_sheet_goes_on_behind_its_spoiled_labels():
    memory = check_memory(A4_40, SheetMemory(38, (39,)))
    assert free_positions(A4_40, memory) == [38, 40]
    assert list(sheets(A4_40, memory, 43)) == [[38, 40], list(range(1, 41)), [1]]
    assert memory_after(A4_40, memory, 43) == SheetMemory(2)
    assert memory_after(A4_40, memory, 1) == SheetMemory(40)
    assert memory_after(A4_40, memory, 2) == SheetMemory()
    assert memory_after(A4_40, SheetMemory(1, (5, 9)), 6) == SheetMemory(8, (9,))


@pytest.mark.parametrize(
    ("memory", "code"),
    [
        (SheetMemory(0), "label.position"),
        (SheetMemory(41), "label.position"),
        (SheetMemory(1, (41,)), "label.position"),
        (SheetMemory(40, (40,)), "label.sheet_used_up"),
    ],
)
def test_a_place_that_is_not_on_the_sheet_is_refused(memory, code):
    with refused(code):
        check_memory(A4_40, memory)


def test_rows_and_columns_name_a_label():
    assert position_of(A4_40, 1, 1) == 1
    assert position_of(A4_40, 3, 2) == 10
    with refused("label.row_column"):
        position_of(A4_40, 11, 1)


@given(st.integers(1, 40), st.sets(st.integers(1, 40), max_size=5), st.integers(1, 500), st.integers(1, 5))
def test_every_label_lies_once_on_a_free_place(first, spoiled, count, sheets_a_file):
    memory = SheetMemory(first, tuple(spoiled))
    if not free_positions(A4_40, memory):
        return
    used = list(sheets(A4_40, memory, count))
    assert sum(map(len, used)) == count
    assert len(used) == sheet_count(A4_40, memory, count)
    assert not set(used[0]) & spoiled
    assert min(used[0]) >= first
    files = list(cut(A4_40, memory, 1, count, sheets_a_file))
    assert [page for file in files for page, _ in file.pages(A4_40)] == used
    labels = [index for file in files for _, indices in file.pages(A4_40) for index in indices]
    assert labels == list(range(1, count + 1))
    assert all(len(list(file.pages(A4_40))) <= sheets_a_file for file in files)
    after = memory_after(A4_40, memory, count)
    assert free_positions(A4_40, after)[0] == after.first or after.first in after.spoiled
