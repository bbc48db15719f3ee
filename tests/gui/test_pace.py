from __future__ import annotations

from qc_desktop.domain.progress import Progress
from qc_desktop.gui.pace import Pace


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_tells_at_most_ten_times_a_second() -> None:
    clock = Clock()
    pace = Pace(clock)
    told = 0
    for done in range(1, 1001):
        clock.now += 0.005
        told += pace.is_due(Progress("step.a", done, 2000))
    assert 45 <= told <= 51


def test_a_new_step_and_the_last_item_are_always_told() -> None:
    pace = Pace(Clock())
    assert pace.is_due(Progress("step.a", 1, 9))
    assert not pace.is_due(Progress("step.a", 2, 9))
    assert pace.is_due(Progress("step.a", 9, 9))
    assert pace.is_due(Progress("step.b", 1, 9))


def test_time_left_follows_the_speed_of_the_step() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.is_due(Progress("step.a", 0, 100))
    assert pace.seconds_left(Progress("step.a", 0, 100)) is None
    clock.now += 10
    assert pace.seconds_left(Progress("step.a", 20, 100)) == 40
    pace.is_due(Progress("step.b", 0, 100))
    assert pace.seconds_left(Progress("step.b", 1, 100)) is None


def test_steps_that_take_turns_keep_what_is_known_of_their_speed() -> None:
    clock = Clock()
    pace = Pace(clock)
    pace.is_due(Progress("render", 0, 100))
    clock.now += 10
    pace.is_due(Progress("check", 0, 100))
    clock.now += 10
    pace.is_due(Progress("render", 20, 100))
    assert pace.seconds_left(Progress("render", 20, 100)) == 80
