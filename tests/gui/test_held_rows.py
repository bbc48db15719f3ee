"""What is chosen in a list stays chosen by its key, whatever order or answer comes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel
from pytestqt.qtbot import QtBot

from qc_desktop.gui.jobs import Jobs
from qc_desktop.gui.models.finding import joined
from qc_desktop.gui.models.paged import PAGE, PagedModel
from qc_desktop.gui.widgets.table import Table

from .conftest import Keep
from .demo_page import columns
from .fakes import Line, Lines

DOWN = "↓"


class Turning(Lines):
    """Lines that stand the other way round where the question begins with DOWN."""

    def _found(self, query: str) -> list[Line]:
        found = super()._found(query.removeprefix(DOWN))
        return found[::-1] if query.startswith(DOWN) else found


class Keyed(Turning):
    def keys(self, query: str) -> list[str]:
        return [line.id for line in self._found(query)]


Made = Callable[[Turning], Table]


@pytest.fixture
def made(qtbot: QtBot, keep: Keep, jobs: Jobs) -> Made:
    def make(source: Turning) -> Table:
        table = Table(PagedModel(source, columns(), lambda row: row.id, jobs), "企业")
        keep(table).resize(760, 400)
        table.show()
        with qtbot.waitSignal(table.paged.counted):
            table.paged.ask("")
        return table

    return make


def ask(qtbot: QtBot, table: Table, query: str) -> None:
    with qtbot.waitSignal(table.paged.counted):
        table.paged.ask(query)


def mark(table: Table, *ranges: tuple[int, int]) -> None:
    chosen = QItemSelection()
    for first, end in ranges:
        chosen.select(table.paged.index(first, 0), table.paged.index(end - 1, 4))
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)


def ids(*places: int) -> tuple[str, ...]:
    return tuple(f"QC-{26000 + place}" for place in places)


@pytest.mark.parametrize("source", [Turning, Keyed])
def test_sorting_moves_the_choice_with_its_rows(qtbot: QtBot, made: Made, source: type[Turning]) -> None:
    table = made(source(1000))
    mark(table, (0, 2), (5, 6))
    told: list[object] = []
    table.current_changed.connect(told.append)
    ask(qtbot, table, DOWN)
    assert table.chosen_ranges == ((994, 995), (998, 1000))
    assert table.held.keys == ids(5, 1, 0)
    assert (told, table.held.at_hand) == ([], ids(0)[0])  # what stands beside the list stays
    ask(qtbot, table, "")
    assert table.chosen_ranges == ((0, 2), (5, 6))


def test_without_being_found_again_others_would_be_marked(qtbot: QtBot, made: Made) -> None:
    """The control: the list as it was, where places alone were kept."""
    table = made(Turning(1000))
    table.paged.replaced.disconnect()
    mark(table, (0, 2), (5, 6))
    ask(qtbot, table, DOWN)
    assert table.chosen_keys == ids(999, 998, 994)


def test_a_narrower_list_lets_go_of_those_it_has_not(qtbot: QtBot, made: Made) -> None:
    table = made(Turning(40))
    mark(table, (0, 3))
    ask(qtbot, table, "远山")
    assert table.held.keys == ids(1)
    assert set(table.held.lost) == set(ids(0, 2))
    assert table.held.at_hand == ids(1)[0]
    ask(qtbot, table, "海岚")
    assert (table.held.keys, table.held.at_hand, table.chosen_ranges) == ((), None, ())


def test_rows_that_come_and_go_leave_the_choice(qtbot: QtBot, made: Made) -> None:
    source = Keyed(600)
    table = made(source)
    mark(table, (3, 5), (7, 8))
    del source.lines[4]
    del source.lines[0]
    with qtbot.waitSignal(table.paged.counted):
        table.paged.refresh()
    assert table.held.keys == ids(3, 7)
    assert table.chosen_ranges == ((2, 3), (5, 6))


@pytest.mark.parametrize("order", [DOWN, ""])
def test_everybody_stays_everybody_and_no_row_is_fetched_for_it(
    qtbot: QtBot, jobs: Jobs, made: Made, order: str
) -> None:
    source = Keyed(30_000)
    table = made(source)
    qtbot.waitUntil(lambda: not jobs.is_asking)
    source.asked.clear()
    table.selectAll()
    ask(qtbot, table, order)
    qtbot.waitUntil(lambda: not jobs.is_asking)
    assert table.chosen_ranges == ((0, 30_000),)
    assert {offset // PAGE for _, offset in source.asked} == {0}


def test_rows_that_were_never_shown_are_named_and_follow(qtbot: QtBot, jobs: Jobs, made: Made) -> None:
    source = Keyed(5000)
    table = made(source)
    mark(table, (10, 3000))
    qtbot.waitUntil(lambda: table.held.is_named)
    source.lines.insert(0, Line("QC-1", "示例新有限公司", "", "", "draft"))
    with qtbot.waitSignal(table.paged.counted):
        table.paged.refresh()
    assert table.chosen_ranges == ((11, 3001),)
    ask(qtbot, table, DOWN)
    assert table.chosen_ranges == ((2000, 4990),)


def test_who_is_chosen_while_an_answer_is_under_way_is_found_in_it(qtbot: QtBot, made: Made) -> None:
    table = made(Keyed(1000))
    table.paged.ask(DOWN)
    mark(table, (4, 6))
    with qtbot.waitSignal(table.paged.counted):
        pass
    assert table.held.keys == ids(5, 4)


def test_places_join_to_ranges() -> None:
    assert joined([7, 3, 4, 5, 9]) == ((3, 6), (7, 8), (9, 10))
    assert joined([]) == ()
