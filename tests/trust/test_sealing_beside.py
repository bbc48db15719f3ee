"""A passphrase takes seconds on purpose: meanwhile the other threads, the window's among them, go on."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest

from qc_desktop.errors import UserError
from qc_desktop.trust import sealed

PASSPHRASE = "示例口令一二三四"


def longest_wait(work: Callable[[], object]) -> float:
    """The longest time in which another thread came to nothing while ``work`` was done, as a share of the whole."""
    ended, longest = Event(), [0.0]

    def tick() -> None:
        last = time.perf_counter()
        while not ended.wait(0.005):
            now = time.perf_counter()
            longest[0], last = max(longest[0], now - last), now

    ticking = Thread(target=tick)
    ticking.start()
    began = time.perf_counter()
    work()
    whole = time.perf_counter() - began
    ended.set()
    ticking.join()
    return longest[0] / whole


def test_making_a_key_holds_no_other_thread_up() -> None:
    assert longest_wait(lambda: sealed.new_sealing(PASSPHRASE)) < 0.5


def test_in_this_process_it_would() -> None:
    assert longest_wait(lambda: sealed._new_key(PASSPHRASE)) > 0.5


def _end_at_once() -> None:
    os._exit(1)


def test_a_process_that_dies_is_told_of_in_words() -> None:
    with pytest.raises(UserError) as refused:
        sealed._beside(_end_at_once)
    assert refused.value.code == "move.no_memory"


def test_an_opening_still_knows_its_passphrase(tmp_path: Path) -> None:
    sealing = sealed.new_sealing(PASSPHRASE)
    with sealed.writing(sealing, tmp_path / "示例.qcmove") as stream:
        stream.write("示例".encode())
    with pytest.raises(UserError) as refused:
        sealed.opening(tmp_path / "示例.qcmove", PASSPHRASE + "五")
    assert refused.value.code == "move.wrong_passphrase"
    with sealed.reading(sealed.opening(tmp_path / "示例.qcmove", PASSPHRASE)) as stream:
        assert stream.read().decode() == "示例"
