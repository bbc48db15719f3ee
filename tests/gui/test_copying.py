"""A second copy on a slow stick: saving goes on meanwhile, closing stops it, and no half of a copy stays behind."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
from pytestqt.qtbot import QtBot

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.gui.jobs import Jobs
from qc_desktop.services import second_copy
from qc_desktop.services.companies import browsing, editing
from qc_desktop.services.moving import packing
from qc_desktop.services.office import Office
from qc_desktop.trust import sealed
from qc_desktop.trust.sealed import Sealing
from tests.samples import Year

NAME = "示例松涛仪器有限公司"
PASSPHRASE = "第二份备份口令一二"


class SlowStick:
    """``began`` once something is being written; nothing goes on until ``goes_on`` is set."""

    def __init__(self) -> None:
        self.began, self.goes_on = threading.Event(), threading.Event()

    @contextmanager
    def writing(self, sealing: Sealing, target: Path) -> Generator[IO[bytes], None, None]:
        with _writing(sealing, target) as stream:
            self.began.set()
            assert self.goes_on.wait(20)
            yield stream


_writing = sealed.writing


@pytest.fixture
def stick(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowStick]:
    slow = SlowStick()
    monkeypatch.setattr(sealed, "writing", slow.writing)
    monkeypatch.setattr(packing, "PIECE", 512)
    yield slow
    slow.goes_on.set()


@pytest.fixture
def office(year: Year, tmp_path: Path) -> Office:
    (tmp_path / "U盘").mkdir()
    second_copy.set_up(year.office, tmp_path / "U盘", PASSPHRASE)
    return year.office


@pytest.mark.parametrize(("way", "saved_meanwhile"), [("aside", True), ("run", False)])
def test_a_save_is_done_before_the_copy_ends(
    qtbot: QtBot, jobs: Jobs, office: Office, stick: SlowStick, tmp_path: Path, way: str, saved_meanwhile: bool
) -> None:
    """``run`` is the writer's own queue: the way that held every save up."""
    begin: Callable = getattr(jobs, way)
    task = begin(lambda: second_copy.write(office))
    assert stick.began.wait(20)
    saved = jobs.change(lambda: editing.save(office, CompanyDraft(NAME)))
    if saved_meanwhile:
        with qtbot.waitSignal(saved.succeeded):
            pass
        assert [row.name for row in browsing.find(office, NAME, 2)] == [NAME]
    else:
        assert browsing.find(office, NAME, 2) == []
    assert not list((tmp_path / "U盘").glob("*.qcmove"))
    with qtbot.waitSignals([task.succeeded, saved.succeeded] if not saved_meanwhile else [task.succeeded]):
        stick.goes_on.set()
    assert len(list((tmp_path / "U盘").glob("*.qcmove"))) == 1


def test_closing_stops_the_copy_and_leaves_no_part(office: Office, stick: SlowStick, tmp_path: Path) -> None:
    jobs = Jobs(tmp_path)
    jobs.aside(lambda: second_copy.write(office))
    assert stick.began.wait(20)
    assert not jobs.is_busy
    threading.Timer(0.05, stick.goes_on.set).start()
    jobs.close()
    assert list((tmp_path / "U盘").iterdir()) == []


def test_other_records_take_the_place_only_after_the_copy_stopped(
    qtbot: QtBot, jobs: Jobs, office: Office, stick: SlowStick, tmp_path: Path
) -> None:
    task = jobs.aside(lambda: second_copy.write(office))
    assert stick.began.wait(20)
    left: list[int] = []

    def replace() -> Job[None]:
        left.append(len(list((tmp_path / "U盘").iterdir())))
        yield Progress("restore", 1, 1)

    change = jobs.run_alone(replace)
    with qtbot.waitSignals([task.cancelled, change.succeeded]):
        stick.goes_on.set()
    assert left == [0]
