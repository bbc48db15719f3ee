"""Rolling forward, inviting, chasing and scans from the command line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl

from qc_desktop.cli import chase
from qc_desktop.cli.session import Session
from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.chasing import Missing
from qc_desktop.paths import Profile
from qc_desktop.services.campaigns.chasing import ChaseRow
from tests.papers import jpeg


def test_a_year_is_rolled_invited_and_chased(year_cli, tmp_path):
    year_cli("campaign", "open", 2027)
    tried = year_cli("campaign", "roll", 2027, "--dry-run", "--json").json
    assert (tried["coming"], tried["dry_run"]) == (12, True)
    done = year_cli("campaign", "roll", 2027, "--from", 2026, "--json").json
    assert (done["came"], done["left_out"]) == (12, 0)
    assert "没有可以沿用的企业" in year_cli("--lang", "zh_CN", "campaign", "roll", 2027, status=1).said
    invited = year_cli("campaign", "invite", "--out", tmp_path / "邀请.xlsx", "--json").json
    assert (invited["moved"], invited["refused"]) == (12, 0)
    assert openpyxl.load_workbook(tmp_path / "邀请.xlsx").active.max_row >= 13
    listed = year_cli("chase", "list", "--who", "awaited", "--json", "--limit", 3).json
    assert (listed["total"], len(listed["companies"])) == (12, 3)
    name = listed["companies"][0]["company"]
    assert name in year_cli("chase", "text", name).out
    assert year_cli("chase", "mark", name, "--way", "email", "--json").json == {"marked": 1}
    assert year_cli("chase", "mark", "--all", "--json").json == {"marked": 12}
    year_cli("history", "undo")
    exported = year_cli("chase", "export", "--out", tmp_path / "催办.xlsx", "--contacts", "--json").json
    assert exported["companies"] == 12
    assert "请写明要哪一类" in year_cli("--lang", "zh_CN", "chase", "list", "--who", "", status=1).said
    assert "没有“nobody”" in year_cli("--lang", "zh_CN", "chase", "list", "--who", "nobody", status=1).said


def test_scans_are_added_listed_and_removed(year_cli, tmp_path):
    name = year_cli("company", "list", "--json", "--limit", 1).json["companies"][0]["name"]
    (tmp_path / "承诺书.jpg").write_bytes(jpeg())
    (tmp_path / "不是.jpg").write_bytes(b"text")
    done = year_cli("scan", "add", name, tmp_path / "承诺书.jpg", tmp_path / "不是.jpg", "--json", status=1).json
    assert ([one["file"] for one in done["added"]], len(done["refused"])) == (["承诺书.jpg"], 1)
    (row,) = year_cli("scan", "list", name, "--json").json["scans"]
    assert (row["kind"], row["year"]) == ("pledge_letter", 2026)
    year_cli("scan", "add", name, tmp_path / "不是.jpg", status=1)
    assert year_cli("scan", "remove", name, row["id"], "--json").json == {"removed": 1}
    assert year_cli("scan", "list", name, "--json").json == {"scans": []}
    year_cli("scan", "remove", name, row["id"], status=1)


def test_a_company_that_lacks_nothing_is_told_so():
    run = Session(Profile(Path()), "zh_CN", "", False)
    one = ChaseRow("p", "c", "示例甲有限公司", "", "", Stage.INVITED, "", 3, ())
    assert "缺：无　" in chase._line(run, one)
    assert "缺：产品、扫描件　" in chase._line(run, replace(one, missing=(Missing.PRODUCTS, Missing.SCAN)))
