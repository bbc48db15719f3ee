"""Readings and the lock: one within another needs no second, and a job may end on another thread than it began on."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing

from sqlalchemy import text
from sqlalchemy.orm import Session

from qc_desktop.services.office import Office
from qc_desktop.storage.engine import sqlite_module
from qc_desktop.storage.tables import SettingRow

READ = text("SELECT count(*) FROM staff")


def _is_kept_out(office: Office) -> bool:
    """Whether a reader that comes now would have to wait: a writer waits for those who read already."""
    driver = sqlite_module()
    with closing(driver.connect(office.profile.database, timeout=0)) as another:
        try:
            another.execute(READ.text).fetchall()
        except driver.OperationalError:
            return True
    return False


def _write(office: Office) -> None:
    with office.writing("staff_add") as work:
        work.session.execute(text("DELETE FROM staff"))


def _begin_to_write(office: Office, pool: ThreadPoolExecutor) -> Future[None]:
    """A writer that waits for the reading of this thread to end."""
    writer = pool.submit(_write, office)
    while not _is_kept_out(office):
        assert not writer.done()
    return writer


def test_a_reading_within_a_reading_does_not_wait_behind_a_writer_who_waits_for_it(office: Office) -> None:
    with ThreadPoolExecutor(1) as pool, office.store.reading() as outer:
        outer.execute(READ)
        writer = _begin_to_write(office, pool)
        with office.store.reading() as inner:
            inner.execute(READ)
            assert _is_kept_out(office)  # what a reading with a lock of its own would meet here
    assert writer.result() is None


def test_each_thread_reads_by_itself(office: Office) -> None:
    def read() -> Session:
        with office.store.reading() as session:
            return session

    with ThreadPoolExecutor(1) as pool, office.store.reading() as session:
        assert pool.submit(read).result() is not session


def test_a_reading_that_ended_is_not_taken_up_again(office: Office) -> None:
    """Also where it ended on another thread, as what is left of a stopped job may."""
    left = office.store.reading()
    session = left.__enter__()
    with ThreadPoolExecutor(1) as pool:
        pool.submit(left.__exit__, None, None, None).result()
    with office.store.reading() as later:
        assert later is not session


def test_the_last_of_two_readings_lets_the_lock_go(office: Office) -> None:
    """Jobs that take turns may end in any order."""
    first, second = office.store.reading(), office.store.reading()
    first.__enter__().execute(READ)
    shared = second.__enter__()
    first.__exit__(None, None, None)
    shared.execute(READ)
    second.__exit__(None, None, None)
    _write(office)


def test_a_writing_that_outgrew_its_cache_reads_what_it_wrote(office: Office) -> None:
    """It keeps everybody else out by then, a second lock of its own thread too."""
    with office.writing("staff_add") as work:
        work.session.execute(text("PRAGMA cache_spill = 5"))
        work.session.execute(text("PRAGMA cache_size = 5"))
        for place in range(60):
            work.session.add(SettingRow(id=f"示例{place}", value="字" * 2000))
        work.session.flush()
        assert _is_kept_out(office)
        with office.store.reading() as session:
            assert session.get_one(SettingRow, "示例59").value == "字" * 2000


def test_after_a_writing_a_reading_has_a_session_of_its_own(office: Office) -> None:
    with office.writing("staff_add") as work:
        pass
    with office.store.reading() as session:
        assert session is not work.session
