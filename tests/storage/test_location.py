"""Where records may not lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from qc_desktop.paths import Profile
from qc_desktop.storage import location
from qc_desktop.storage.opening import open_store
from tests.samples import refused

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//server/share /mnt/share cifs rw 0 0
server:/x /mnt/a\\040b nfs4 rw 0 0
/dev/sdb1 /mnt/share/local ext4 rw 0 0
broken line
"""


@pytest.mark.parametrize(
    "name", ["OneDrive", "OneDrive - 示例协会", "坚果云", "Dropbox", "iCloudDrive", "百度网盘", "WPS云盘"]
)
def test_a_folder_kept_in_step_by_a_cloud_is_refused(tmp_path, name):
    with refused("store.folder_cloud"):
        open_store(Profile(tmp_path / name / "资料"))
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["质检", "dropped", "我的云", "drive", "one drive"])
def test_other_names_are_fine(tmp_path, name):
    assert location.unsafe_folder(tmp_path / name) == ""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/x", "ext4"),
        ("/mnt/share", "cifs"),
        ("/mnt/share/a/b", "cifs"),
        ("/mnt/shared", "ext4"),
        ("/mnt/share/local/x", "ext4"),
        ("/mnt/a b/x", "nfs4"),
    ],
)
def test_the_file_system_of_a_folder(folder, kind):
    assert location._file_system(Path(folder), MOUNTS) == kind


def test_a_network_share_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(location, "_file_system", lambda folder, mounts: "cifs")
    with refused("store.folder_network"):
        open_store(Profile(tmp_path / "profile"))
