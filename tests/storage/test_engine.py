"""The connection: how it is set, that readers cannot write, and that writers take turns."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from qc_desktop.storage import engine
from qc_desktop.storage.engine import APPLICATION_ID, SPILL_PAGES, sqlite_module
from qc_desktop.storage.schema import SCHEMA_VERSION
from tests.samples import refused

PRAGMAS = {
    "journal_mode": "truncate",
    "synchronous": 3,
    "foreign_keys": 1,
    "busy_timeout": 30_000,
    "trusted_schema": 0,
    "application_id": APPLICATION_ID,
    "user_version": SCHEMA_VERSION,
}


@pytest.mark.parametrize(("name", "value"), PRAGMAS.items())
def test_every_connection_is_set_as_designed(office, name, value):
    with office.store.reading() as session:
        assert session.execute(text(f"PRAGMA {name}")).scalar_one() == value


def test_a_reading_cannot_write(office):
    with refused("store.cannot_write"), office.store.reading() as session:
        session.execute(text("DELETE FROM staff"))


def test_writing_works_again_after_a_reading_on_the_same_connection(office):
    with office.store.reading() as session:
        session.execute(text("SELECT 1"))
    with office.writing("staff_add") as work:
        work.session.execute(text("DELETE FROM staff"))


def test_a_command_may_change_only_so_much_in_memory(office):
    with office.store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA cache_spill").scalar_one() == SPILL_PAGES


def test_a_writer_that_holds_the_lock_too_long_is_named_in_words(office, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_MS", 1)
    other = sqlite_module().connect(office.profile.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with refused("store.busy"), office.writing("staff_add"):
            pass
    finally:
        other.close()


def test_a_writing_takes_the_lock_when_it_begins(office):
    driver = sqlite_module()
    other = driver.connect(office.profile.database, isolation_level=None, timeout=0)
    try:
        with office.store.engine.begin(), pytest.raises(driver.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        with office.store.reading():
            other.execute("BEGIN IMMEDIATE")
    finally:
        other.close()


WRITER = """
import sys
from pathlib import Path
import sqlite3
from qc_desktop.storage.engine import open_engine
from sqlalchemy import text

path, mode, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
if mode == "ours":
    engine = open_engine(path)
    for _ in range(times):
        with engine.begin() as connection:  # reads first, as issuing does: a plain BEGIN would lose the lock here
            connection.execute(text("SELECT last FROM counter")).scalar_one()
            last = connection.execute(text("UPDATE counter SET last = last + 1 RETURNING last")).scalar_one()
            connection.execute(text("INSERT INTO issued VALUES (:n)"), {"n": last})
else:
    connection = sqlite3.connect(path, isolation_level=None, timeout=10)
    for _ in range(times):
        last = connection.execute("SELECT coalesce(max(number), 0) FROM issued").fetchone()[0]
        print("read", flush=True)
        sys.stdin.readline()
        connection.execute("INSERT INTO issued VALUES (?)", (last + 1,))
"""


def _numbers(path: Path, mode: str, writers: int, times: int) -> list[int]:
    """Lets several processes give out numbers at once; returns all that were given."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE counter (last INTEGER)")
        connection.execute("INSERT INTO counter VALUES (0)")
        connection.execute("CREATE TABLE issued (number INTEGER)")
    connection.close()
    running = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), mode, str(times)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(writers)
    ]
    for said in ("ready\n", "read\n")[: 1 if mode == "ours" else 2]:
        for one in running:
            assert one.stdout.readline() == said
        for one in running:
            one.stdin.write("go\n")
            one.stdin.flush()
    for one in running:
        _, errors = one.communicate()
        assert one.returncode == 0, errors
    connection = sqlite3.connect(path)
    found = [row[0] for row in connection.execute("SELECT number FROM issued ORDER BY number")]
    connection.close()
    return found


def test_several_processes_give_out_every_number_once_and_none_is_left_out(tmp_path):
    assert _numbers(tmp_path / "示例.sqlite3", "ours", writers=3, times=40) == list(range(1, 121))


def test_the_check_above_catches_the_largest_number_plus_one(tmp_path):
    assert _numbers(tmp_path / "示例.sqlite3", "max+1", writers=3, times=1) != [1, 2, 3]


@pytest.mark.skipif(os.name == "nt", reason="Windows moves no file that is open")
@pytest.mark.parametrize(("connected", "replaced"), [(True, True), (True, False), (False, False)])
def test_records_that_were_taken_away_under_the_program_are_not_written_past(office, connected, replaced):
    """What is written into a file without a name would be gone with the program; nor is an empty one begun."""
    database = office.profile.database
    if connected:
        test_writing_works_again_after_a_reading_on_the_same_connection(office)
    content = database.read_bytes()
    database.unlink()
    if replaced:
        database.write_bytes(content)
    code = "store.cannot_write" if replaced else "store.moved_away"
    with refused(code), office.writing("staff_add") as work:
        work.session.execute(text("DELETE FROM staff"))
    assert database.exists() is replaced
