"""``paper``: letters and labels on the command line."""

from __future__ import annotations

from pathlib import Path

from qc_desktop.documents.preview import page_count
from qc_desktop.paths import Profile
from qc_desktop.services.labels import presets
from qc_desktop.services.office import open_office
from tests.samples import add

from .conftest import Cli


def test_papers_are_listed_and_made(year_cli: Cli, tmp_path: Path) -> None:
    kinds = [row["kind"] for row in year_cli("paper", "list", "--json").json["papers"]]
    assert "invitation_letter" in kinds
    assert "pledge_display_certificate" not in kinds
    year_cli("settings", "set", "association_name", "示例质量检验协会")
    path = tmp_path / "邀请函.pdf"
    made = year_cli("paper", "make", "invitation_letter", "--all", "--out", path, "--json").json
    assert (made["made"], made["withheld"]) == (12, [])
    assert page_count(path) >= 12
    folder = tmp_path / "承诺书"
    year_cli("paper", "make", "pledge_letter", "--stage", "announced", "--out", folder)
    assert len(list(folder.iterdir())) == 12
    assert "1" in year_cli("paper", "make", "承诺书", "--blank", "--out", tmp_path / "空白.pdf").out
    for more, told in ((["没有这家"], "没有这家 不能和 --blank 一起用"), (["--all"], "--all 不能和 --blank 一起用")):
        assert told in year_cli("paper", "make", "pledge_letter", "--blank", *more, "--out", "x.pdf", status=2).said
    told = year_cli("paper", "make", "invitation_letter", "--all", "--contacts", "--out", "x.pdf", status=2).said
    assert "--contacts 不能和 邀请函 一起用" in told


def test_labels_start_where_they_are_told_to(cli: Cli, tmp_path: Path) -> None:
    cli("settings", "set", "association_name", "示例质量检验协会")
    office = open_office(Profile(tmp_path / "profile"), "示例员")
    add(office, "示例甲有限公司", address="示例路1号")
    office.close()
    made = cli(
        *("paper", "make", "address_label", "--all", "--preset", "A4-24", "--start-at", "3,1"),
        *("--out", tmp_path / "标签.pdf", "--json"),
    ).json
    assert (made["made"], made["sheets"]) == (1, 1)
    office = open_office(Profile(tmp_path / "profile"), "示例员")
    assert presets.memory(office, presets.preset(office, "A4-24"), presets.ADDRESSES).first == 8
    office.close()
    assert cli("label", "sheet", "A4-24", "--json").json["preset"]["start_at"] == 1  # another sheet


def test_refusals_are_sentences(cli: Cli, tmp_path: Path) -> None:
    for arguments in (("envelope_dl",), ("unknown", "--all"), ("invitation_letter", "--all"), ("envelope_dl", "--all")):
        assert cli("paper", "make", *arguments, "--out", tmp_path / "a.pdf", status=1).said
    assert not (tmp_path / "a.pdf").exists()
