"""A full disk: words, nothing half done, no part file, and the program goes on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from qc_desktop.services import demo
from tests.samples import code, write_list

LIMITED = """
import resource, sys
from qc_desktop.cli import main
limit = int(sys.argv.pop(1))
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
main()
"""
SAID = ("磁盘", "无法写入", "写不进去")


@pytest.fixture(params=["a small disk", "files that cannot grow"])
def narrow(request, tmp_path) -> Iterator[tuple[Path, int]]:
    """A folder on a disk of 3 MB, and how large a file may grow there (0: as the disk has room).

    Where no disk can be mounted, the size of files is limited instead.
    """
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    small = request.param == "a small disk" and shutil.which("mount") is not None
    mounted = small and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    yield folder, 0 if mounted else 1_500_000
    if mounted:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def run(profile: Path, limit: int, *arguments: object) -> tuple[int, str]:
    environment = {**os.environ, "QC_PASSPHRASE": demo.PASSPHRASE, "LC_ALL": "zh_CN.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(limit), "--profile", profile, *map(str, arguments)],
        capture_output=True,
        env=environment,
        check=False,
    )
    said = done.stdout.decode() + done.stderr.decode()
    assert "Traceback" not in said
    assert "crash-" not in said, [path.read_text(encoding="utf-8") for path in (profile / "logs").glob("*")]
    return done.returncode, said


def no_parts(folder: Path) -> bool:
    return not [path for path in folder.rglob("*") if path.name.endswith(".part")]


def test_an_import_that_does_not_fit_leaves_nothing(narrow, tmp_path, empty_profile):
    folder, limit = narrow
    profile = shutil.copytree(empty_profile, folder / "profile")
    long = "示例" + "很长的备注" * 60
    body = [[f"示例第{place}电器有限公司", code(place), "北京市", long] for place in range(1500)]
    path = write_list(tmp_path / "名单.xlsx", body, ["企业名称", "统一社会信用代码", "省份", "备注"])
    status, said = run(profile, limit, "import", path)
    assert (status, any(word in said for word in SAID)) == (1, True), said
    assert "共0条" in run(profile, 0, "company", "list")[1]
    status, said = run(profile, limit, "import", write_list(tmp_path / "wenig.xlsx", body[:5], ["企业名称", "代码"]))
    assert status == 0, said


@pytest.fixture
def issued(narrow, year):
    """The sample year with certificates, on the narrow disk."""
    year.issue()
    year.office.close()
    folder, limit = narrow
    shutil.copytree(year.office.profile.root, folder / "profile")
    return folder, limit


def _fill(folder: Path, leave: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < 100_000_000:  # a small disk of our own
        (folder / "filler").write_bytes(bytes(max(free - leave, 0)))


@pytest.mark.parametrize(
    "command",
    [
        ["certificate", "print", "--all", "--out", "证书.pdf"],
        ["certificate", "print", "--all", "--out", "证书"],
        ["certificate", "package", "--all", "--out", "电子版"],
        ["certificate", "package", "--all", "--out", "电子版.zip"],
        ["roster", "export", "--out", "名单.pdf"],
        ["roster", "export", "--out", "名单.xlsx"],
        ["roster", "export", "--out", "名单.docx"],
        ["key", "public", "--out", "keys.json"],
    ],
    ids=lambda command: " ".join(command[-1:] + command[:2]),
)
def test_a_file_that_does_not_fit_is_absent(issued, command):
    folder, limit = issued
    _fill(folder, 4_096)
    out = folder / command[-1]
    status, said = run(folder / "profile", 400 if limit else 0, *command[:-1], out)
    if command[0] == "key" and not limit:  # a few hundred bytes do fit
        assert status == 0
        return
    assert (status, any(word in said for word in SAID)) == (1, True), said
    assert not out.exists() or not list(out.iterdir())
    assert no_parts(folder)


def test_certificates_that_do_not_fit_use_no_number(narrow, year):
    folder, limit = narrow
    year.office.close()
    profile = shutil.copytree(year.office.profile.root, folder / "profile")
    _fill(folder, 4_096)
    size = (profile / "records.sqlite3").stat().st_size
    status, said = run(profile, size // 4 if limit else 0, "certificate", "issue")
    assert (status, any(word in said for word in SAID)) == (1, True), said
    (folder / "filler").unlink(missing_ok=True)
    assert "000001 至" in run(profile, 0, "certificate", "issue")[1]
