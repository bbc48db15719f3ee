"""Visits out of a server's log: only codes that we signed, each line once, and nothing about who looked."""

from __future__ import annotations

import gzip

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from qc_desktop.domain.progress import finish
from qc_desktop.services.sightings.importing import importing, importing_many
from qc_desktop.storage.tables import Certificate, Sighting, SightingImport
from qc_desktop.trust.item_labels import label_digits
from tests.labelled import labelled
from tests.samples import refused

WECHAT = "Mozilla/5.0 (iPhone) Mobile MicroMessenger/8.0"
PC = "Mozilla/5.0 (Windows NT 10.0)"


def line(digits: str, minute: int, address: str = "203.0.113.9", agent: str = WECHAT, status: int = 200) -> str:
    at = f"15/Mar/2026:10:{minute:02}:00 +0800"
    return f'{address} - - [{at}] "GET /q/?c={digits}&shareTo=weixin HTTP/1.1" {status} 9 "-" "{agent}"\n'


@pytest.fixture
def counted(issued_year, tmp_path):
    """The year with labels; counts a log with these lines; the digits of a label and of a certificate."""
    labelled(issued_year)
    (label,) = label_digits(1, 7, 7, issued_year.keys.payload)
    with issued_year.office.store.reading() as session:
        certificate = session.scalars(select(Certificate.payload).order_by(Certificate.serial)).first()

    def run(*lines: str, name: str = "access.log", server: str = ""):
        path = tmp_path / name
        content = "".join(lines).encode()
        path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
        return finish(importing(issued_year.office, path, server))

    return issued_year.office, run, label, certificate


def rows(office):
    with office.store.reading() as session:
        found = session.scalars(select(Sighting).order_by(Sighting.way)).all()
        return [(row.way, row.label_serial, row.visits, row.visitors, row.networks) for row in found]


def test_visits_are_counted_by_day_code_and_way(counted):
    office, run, label, certificate = counted
    told = run(
        line(label, 1),
        line(label, 2),
        line(label, 3, "203.0.200.1"),
        line(label, 4, "198.51.100.7", PC),
        line(label, 5, status=301),
        line(certificate, 6, agent="ExampleBot/1.0"),
        line(label[:-1] + ("1" if label[-1] == "0" else "0"), 7),
        "示例\n",
    )
    assert (told.lines, told.visits, told.foreign, told.unread) == (8, 5, 1, 1)
    assert rows(office) == [
        ("computer", "00001-000007", 1, 1, 1),
        ("robot", None, 1, 1, 1),
        ("wechat", "00001-000007", 3, 2, 1),
    ]


def test_of_who_looked_nothing_is_kept(counted):
    office, run, label, _ = counted
    run(line(label, 1, "203.0.113.77", "示例浏览器"))
    office.close()
    kept = office.profile.database.read_bytes()
    assert b"00001-000007" in kept
    assert not any(word.encode() in kept for word in ("203.0.113.77", "示例浏览器", "shareTo"))


def test_a_log_adds_nothing_twice_and_logs_may_overlap(counted):
    office, run, label, _ = counted
    lines = [line(label, minute) for minute in range(10)]
    assert run(*lines[2:5]).visits == 3
    assert run(*lines[2:5]).is_same
    assert run(*lines[2:5], name="access.log.1.gz").is_same
    grown = run(*lines)
    assert (grown.visits, grown.again) == (7, 3)
    assert run(*lines[1:9]).is_same
    assert run(*lines[:9], server="第二台").visits == 9
    with office.store.reading() as session:
        assert sum(session.scalars(select(SightingImport.visits))) == 19


def test_it_only_grows(counted):
    office, run, label, _ = counted
    run(line(label, 1))
    for statement in ("DELETE FROM sighting", "UPDATE sighting SET visits = 1", "DELETE FROM sighting_import"):
        with pytest.raises(DatabaseError, match="only grows"), office.store.engine.begin() as connection:
            connection.execute(text(statement))


def test_what_is_no_log_is_refused(counted, tmp_path):
    office, run, _, _ = counted
    with refused("sighting.no_log"):
        run("示例\n")
    with refused("settings.no_file"):
        finish(importing(office, tmp_path / "没有"))


def test_one_that_is_refused_leaves_the_others(counted, tmp_path):
    office, _, label, _ = counted
    good, wrong = tmp_path / "a.log", tmp_path / "b.log"
    good.write_text(line(label, 1), encoding="utf-8")
    wrong.write_text("示例\n", encoding="utf-8")
    told = finish(importing_many(office, [wrong, good, tmp_path / "没有.log"]))
    assert told.visits == 1
    assert [problem.code for problem in told.refused] == ["sighting.no_log", "settings.no_file"]
