"""Work on a thread of its own that is a job to whoever runs it."""

from __future__ import annotations

import threading

import pytest

from qc_desktop.domain.progress import BrokenOff, Progress, finish, stretch
from qc_desktop.services.apart import apart


def test_the_result_comes_after_every_word():
    def work(tell):
        for part in (0.0, 0.5, 1.0):
            tell(part)
        return threading.current_thread()

    job = apart("backup", work)
    assert [next(job) for _ in range(3)] == [Progress("backup", part, 100) for part in (0, 50, 100)]
    assert finish(job) is not threading.current_thread()


def test_work_waits_at_every_word_and_a_closed_job_breaks_it_off_there():
    done = []

    def work(tell):
        for part in range(10):
            done.append(part)
            try:
                tell(part / 10)
            except BrokenOff:
                done.append("broken off")
                raise

    job = apart("backup", work)
    next(job)
    next(job)
    assert done == [0, 1]
    job.close()
    assert done == [0, 1, "broken off"]


def test_what_comes_after_the_last_word_is_not_broken_off():
    done = []

    def work(tell):
        tell(1.0)
        done.append("whole")

    job = apart("backup", work)
    next(job)
    finish(job)
    assert done == ["whole"]


def test_an_error_of_the_work_is_raised_to_who_runs_it():
    def work(_tell):
        raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        finish(apart("backup", work))


def test_a_part_of_work_lies_within_the_whole():
    said = []
    tell = stretch(stretch(said.append, 0.5, 1.0), 0.0, 0.5)
    tell(0.0)
    tell(1.0)
    assert said == [0.5, 0.75]
