from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from qc_desktop.errors import UserError
from qc_desktop.files import atomic_path, fault_of, trouble, with_ending, write_atomic
from qc_desktop.messages import LANGUAGES, messages


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "质检 名单%1.txt"
    path.write_bytes(b"old")
    return path


def test_a_file_is_replaced_as_a_whole(target):
    with atomic_path(target) as part:
        part.write_bytes(b"new")
        assert part.name == target.name + ".part"
        assert target.read_bytes() == b"old"
    assert target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("raised", [ValueError, KeyboardInterrupt, GeneratorExit])
def test_whatever_is_raised_leaves_what_was_there(target, raised):
    def write_half() -> None:
        with atomic_path(target) as part:
            part.write_bytes(b"half")
            raise raised

    with pytest.raises(raised):
        write_half()
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "file.disk_full"),
        (errno.EDQUOT, "file.disk_full"),
        (errno.EACCES, "file.denied"),
        (errno.EROFS, "file.denied"),
        (errno.EBUSY, "file.in_use"),
        (errno.EIO, "file.away"),
        (errno.ESTALE, "file.away"),
        (errno.ENOENT, "file.folder_missing"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace", "write"])
def test_refusals_of_the_system_become_sentences(target, monkeypatch, number, code, step):
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", refuse)
    elif step == "replace":
        monkeypatch.setattr(Path, "replace", refuse)
    else:
        monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(UserError) as caught:
        write_atomic(target, b"new")
    assert caught.value.code == code
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


def test_a_fault_that_is_not_about_this_file_stays_what_it_is(target):
    with pytest.raises(PermissionError), atomic_path(target):
        raise PermissionError(errno.EACCES, "no", "/somewhere/else")
    assert target.read_bytes() == b"old"


def test_the_stick_that_vanishes_under_the_part_is_said(tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()

    def pull_out(part: Path) -> None:
        part.write_bytes(b"x")
        shutil.rmtree(stick)

    with pytest.raises(UserError) as caught, atomic_path(stick / "a") as part:
        pull_out(part)
    assert caught.value.code == "file.folder_missing"


def test_a_name_no_disk_takes_is_said(tmp_path):
    with pytest.raises(UserError) as caught:
        write_atomic(tmp_path / ("名" * 300), b"")
    assert caught.value.code == "file.long_name"


@pytest.mark.skipif(os.name == "nt", reason="a pipe among the files")
def test_a_file_never_takes_the_place_of_a_device(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UserError) as caught:
        write_atomic(tmp_path / "pipe", b"x")
    assert caught.value.code == "file.is_device"
    assert (tmp_path / "pipe").is_fifo()


def test_a_part_that_cannot_even_be_looked_for_hides_no_refusal(target, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "no", str(target) + ".part")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(UserError) as caught:
        write_atomic(target, b"new")
    assert caught.value.code == "file.denied"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.EIO, "no", "/a"), True),
        (OSError(errno.ENOSPC, "no"), True),
        (OSError(errno.EINVAL, "no", "/a"), False),
        (FileNotFoundError(errno.ENOENT, "no", "/a"), False),
        (ValueError(), False),
    ],
)
def test_faults_of_the_pc_are_told_from_defects(error, told):
    assert (trouble(error) is not None) is told


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "full"),
        (OSError(errno.EROFS, "Read-only file system"), "read_only"),
        (OSError(errno.EACCES, "Permission denied"), "denied"),
        (OSError(errno.EBUSY, "Device or resource busy"), "in_use"),
        (OSError(errno.ENODEV, "No such device"), "away"),
        (OSError(errno.ENAMETOOLONG, "File name too long"), "long_name"),
        (OSError(errno.ENOENT, "No such file or directory"), "missing"),
        (OSError(errno.EINVAL, "Invalid argument"), "other"),
    ],
)
def test_why_the_system_refused_is_said_in_our_words(error, fault):
    assert fault_of(error) == fault
    for lang in LANGUAGES:
        said = messages(lang).text("file.trouble", path="a", reason=fault_of(error))
        assert messages(lang).text(f"disk.{fault}") in said
        assert error.strerror not in said


@pytest.mark.parametrize(("number", "fault"), [(32, "in_use"), (1167, "away")])
def test_windows_has_numbers_of_its_own(number, fault):
    error = OSError(errno.EINVAL, "no")
    error.winerror = number
    assert fault_of(error) == fault


def test_a_real_full_disk_is_said(tmp_path):
    def fill() -> None:
        with atomic_path(tmp_path / "a"), Path("/dev/full").open("wb") as full:
            full.write(b"x" * 100_000)

    with pytest.raises(UserError) as caught:
        fill()
    assert caught.value.code == "file.disk_full"


def test_missing_folders_and_folders_in_the_way(tmp_path):
    with pytest.raises(UserError) as missing:
        write_atomic(tmp_path / "没有" / "a", b"")
    with pytest.raises(UserError) as folder:
        write_atomic(tmp_path, b"")
    assert [missing.value.code, folder.value.code] == ["file.folder_missing", "file.is_folder"]


def test_the_name_is_made_durable_after_the_content(target, monkeypatch):
    steps: list[str] = []
    real_fsync, real_replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda fd: (steps.append("sync"), real_fsync(fd)))
    monkeypatch.setattr(Path, "replace", lambda a, b: (steps.append("rename"), real_replace(a, b))[1])
    write_atomic(target, b"new")
    assert steps == ["sync", "rename", "sync"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("名单 2026.3.15", "名单 2026.3.15.xlsx"),
        ("名单", "名单.xlsx"),
        ("名单.xlsx", "名单.xlsx"),
        ("名单.XLSX", "名单.XLSX"),
    ],
)
def test_an_ending_is_put_after_what_was_typed(typed: str, name: str) -> None:
    assert with_ending(Path(typed), ".xlsx") == Path(name)
