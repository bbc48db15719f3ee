"""Layouts and the check before numbering, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.domain.findings import error
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.services.certificates import issuing
from qc_desktop.services.certificates.issuing import Preflight, Stopped

from .conftest import Cli

KIND = "pledge_display_certificate"


def test_a_layout_goes_out_and_comes_in_under_a_name(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "示例.qclayout"
    cli("layout", "export", "承诺展示公告证明", path)
    row = cli("layout", "import", path, "--name", "示例版式", "--json").json["layout"]
    assert (row["name"], row["version"], row["in_use"]) == ("示例版式", 1, False)
    cli("layout", "use", "示例版式")
    rows = cli("layout", "list", "--kind", KIND, "--json").json["layouts"]
    assert [row["name"] for row in rows if row["in_use"]] == ["示例版式"]
    assert len(cli("layout", "show", "示例版式", "--json").json["versions"]) == 1
    cli("layout", "delete", "示例版式", status=1)
    cli("layout", "use", KIND)
    cli("layout", "delete", "示例版式")
    cli("history", "undo")
    assert "示例版式" in cli("layout", "list").out


def test_check_names_what_is_wrong_and_says_so_in_its_status(cli: Cli, tmp_path: Path) -> None:
    assert cli("layout", "check", KIND, "--json").json == {"findings": []}
    coarse = cli("layout", "check", KIND, "--dpi", 100, "--json", status=1).json["findings"]
    assert [found["code"] for found in coarse] == ["preflight.module_dots"]
    file = tmp_path / "示例.toml"
    text = load_layout(KIND).text.replace("质量诚信溯源和防伪验证专用标识", "国家级推荐标识")
    file.write_text(text, encoding="utf-8")
    found = cli("layout", "check", file, "--json", status=1).json["findings"]
    assert {one["code"] for one in found} == {"layout.claims"}
    because = ("--because", "国家级=示例：章程原文", "--because", "推荐=示例：章程原文")
    assert cli("layout", "check", file, *because, "--json").json["findings"] == []
    assert "国家级" in cli("--lang", "zh_CN", "layout", "import", file, "--name", "一").said
    assert "国家级" in cli("layout", "use", "一", status=1).said
    cli("layout", "use", "一", *because)
    assert cli("layout", "show", "一", "--json").json["layout"]["version"] == 2
    assert cli("layout", "import", file, "--name", "二", *because).said == ""
    again = cli("--lang", "zh_CN", "layout", "import", file, "--name", "二", status=1).said
    assert "layout use “二”" in again
    assert "--because" in again
    cli("layout", "use", "二")
    for given, told in (("放心=示例理由", "标出的是：国家级、推荐"), ("国家级", "词=理由")):
        assert told in cli("--lang", "zh_CN", "layout", "check", file, "--because", given, status=1).said
    file.write_text("format = 2", encoding="utf-8")
    refused = cli("layout", "check", file, "--json", status=1).json["error"]
    assert refused["code"] == "documents.layout_entry"


def test_a_layout_that_nobody_can_use_is_said_when_it_is_taken_in(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "示例.toml"
    file.write_text(load_layout(KIND).text.replace("height = 81.5", "height = 11.5"), encoding="utf-8")
    taken = cli("--lang", "zh_CN", "layout", "import", file)
    assert "还不能启用" in taken.said
    assert taken.said.strip().endswith(cli("--lang", "zh_CN", "layout", "use", "示例", status=1).said.strip())


def test_the_layout_that_ships_takes_no_approval_and_says_what_to_do(cli: Cli) -> None:
    said = cli("--lang", "zh_CN", "layout", "use", KIND, "--approval", "示例批文", status=1).said
    assert "自带的版式不能改" in said
    assert (
        "没有标出“示例”" in cli("--lang", "zh_CN", "layout", "use", KIND, "--because", "示例=示例用词", status=1).said
    )


def test_unknown_names_and_files_are_said(cli: Cli, tmp_path: Path) -> None:
    said = cli("--lang", "zh_CN", "layout", "use", "没有的", status=1).said
    assert "没有名为“没有的”的版式。现有：" in said
    assert "邀请函" in said
    assert "有：" in cli("--lang", "zh_CN", "layout", "list", "--kind", "没有", status=1).said
    assert cli("layout", "list", "--kind", "邀请函", "--json").json["layouts"]
    assert cli("layout", "import", tmp_path / "absent.qclayout", status=1).said
    assert cli("layout", "export", KIND, tmp_path / "a.zip", status=1).said


def test_preflight_numbers_nothing(year_cli: Cli) -> None:
    checked = year_cli("preflight", "--json").json
    assert checked["ready"] > 0
    assert checked["layout"] == []
    assert year_cli("preflight", "--json").json == checked


def test_preflight_says_in_its_status_that_somebody_is_stopped(year_cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def checked(*_: object) -> Job[Preflight]:
        yield Progress("preflight", 1, 1)
        return Preflight((), (Stopped("1", "示例甲有限公司", (error("company.gone"),)),))

    monkeypatch.setattr(issuing, "preflight", checked)
    for command in (("preflight",), ("certificate", "issue", "--dry-run")):
        assert "示例甲有限公司" in year_cli(*command, status=1).out


def test_the_layout_of_labels_is_one_of_them(cli: Cli, tmp_path: Path) -> None:
    assert cli("layout", "check", "verification_label", "--json").json == {"findings": []}
    path = tmp_path / "示例.toml"
    cli("layout", "export", "verification_label", path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("防伪验证专用标识", "专用标识"), encoding="utf-8")
    cli("layout", "import", path, "--name", "示例标识")
    cli("layout", "use", "示例标识")
    rows = cli("layout", "list", "--kind", "verification_label", "--json").json["layouts"]
    assert [(row["name"], row["in_use"]) for row in rows] == [("", False), ("示例标识", True)]
    path.write_text(
        text.replace("投诉举报　12315", "投诉举报　请拨打有关部门公布的电话进行反映 12315"), encoding="utf-8"
    )
    found = cli("layout", "check", path, "--json").json["findings"]
    assert {each["code"] for each in found} == {"label.overfull"}
    path.write_text(text.replace("gap = 1.6", "gap = -1.6"), encoding="utf-8")
    assert "classes.1.gap" in cli("layout", "check", path, status=1).said


def test_a_file_whose_font_is_not_there_is_said(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "示例.toml"
    file.write_text(load_layout(KIND).text.replace('font = "sans"', 'font = "user:nix"', 1), encoding="utf-8")
    found = cli("layout", "check", file, "--json", status=1).json["findings"]
    assert [one["code"] for one in found] == ["fonts.unknown"]


def test_what_is_printed_from_the_records_asks_for_reasons_too(cli: Cli) -> None:
    theme = ("campaign", "open", "2031", "--theme", "全国优秀企业推荐", "--json")
    assert "worded.several" in cli(*theme, status=1).out
    reasons = ("--because", "优秀企业=示例：章程原文", "--because", "推荐=示例：章程原文")
    assert "worded.approval" in cli(*theme, *reasons, status=1).out
    assert cli(*theme, *reasons, "--approval", "示例〔2026〕1号").json["theme"] == "全国优秀企业推荐"
    issuer = ("settings", "set", "issuer_line=示例认证中心", "--json")
    assert "worded.claims" in cli(*issuer, status=1).out
    cli(*issuer, "--because", "认证=示例：登记名称")
