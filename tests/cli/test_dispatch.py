"""``dispatch``: a carrier's list in, what went out listed, taken back in one step."""

from __future__ import annotations

import pytest

from qc_desktop.domain import dates
from tests.samples import write_list

N = "QC-2026-315-{:06}".format
HEADERS = ["序号", "证书编号", "企业名称", "快递公司", "运单号", "寄件时间"]
TODAY = dates.today()


@pytest.fixture
def issued_cli(year_cli):
    year_cli("certificate", "issue")
    return year_cli


def test_a_list_is_imported_listed_and_taken_back(issued_cli, tmp_path):
    body = [
        [1, N(1), "", "顺丰速运", "SF1234567890123", f"{TODAY} 10:20"],
        [2, N(99), "", "顺丰速运", "SF1234567890124", f"{TODAY}"],
        [3, N(2), "", "中通快递", 123456789012345678, ""],
        [4, N(3), "", "自取", "", f"{TODAY}"],
    ]
    path = write_list(tmp_path / "快递.xlsx", body, HEADERS)
    tried = issued_cli("--json", "dispatch", "import", path, "--dry-run", status=1).json
    assert (tried["noted"], tried["counts"]) == (0, {"new": 2, "known": 0, "repeated": 0, "error": 2})
    said = issued_cli("dispatch", "import", path, status=1).out
    assert said.startswith("登记了 2 行")
    assert "没有这个编号" in said
    assert "后几位已经丢失" in said
    again = issued_cli("--json", "dispatch", "import", path, status=1).json
    assert (again["noted"], again["counts"]["known"]) == (0, 2)
    good = write_list(tmp_path / "好.xlsx", body[:1], HEADERS)
    assert "history undo" not in issued_cli("dispatch", "import", good).out
    bad = write_list(tmp_path / "错.xlsx", body[1:2], HEADERS)
    assert issued_cli("dispatch", "import", bad, status=1).out.startswith("没有登记新的：已登记过 0 行，有问题 1 行。")
    assert issued_cli("--json", "dispatch", "import", bad, status=1).json["counts"]["error"] == 1
    listed = issued_cli("--json", "dispatch", "list", "--text", "sf123").json["dispatches"]
    assert [(row["number"], row["way"], row["sent_on"]) for row in listed] == [(N(1), "courier", f"{TODAY}")]
    assert f"领取 自取 {TODAY}" in issued_cli("dispatch", "list").out
    issued_cli("history", "undo")
    assert issued_cli("--json", "dispatch", "list").json["total"] == 0


def test_one_is_noted_by_hand(issued_cli):
    assert issued_cli("dispatch", "add", N(1), N(2), "--way", "picked_up", "--on", TODAY).out == "登记了 2 张。\n"
    assert issued_cli("dispatch", "add", N(1), "--way", "picked_up").out == "1 张以前已经这样登记过，没有再登记。\n"
    assert issued_cli("--json", "dispatch", "list", "--text", N(2)).json["dispatches"][0]["sent_on"] == f"{TODAY}"
    assert issued_cli("dispatch", "add", N(99), status=1).said
    assert "还没有到" in issued_cli("dispatch", "add", N(3), "--on", "2099-01-01", status=1).said
    assert f"{N(3)}（" in issued_cli("dispatch", "add", N(3), "--on", "1900-01-01", status=1).said
    assert "最多 60 个字符" in issued_cli("dispatch", "add", N(3), "--tracking", "9" * 61, status=1).said


def test_one_that_ended_is_noted_only_where_a_person_insists(issued_cli):
    issued_cli("certificate", "replace", N(1), "--reason", "示例更名")
    said = issued_cli("dispatch", "add", "1", "--way", "post", status=1).said
    assert f"现在有效的是 {N(13)}" in said
    assert "--ended-too" in said
    assert issued_cli("--json", "dispatch", "add", "1", "--way", "post", "--ended-too").json["noted"] == 1
    found = issued_cli("--json", "print", "reconcile").json
    assert (len(found["missing"]), [row["number"] for row in found["not_counted"]]) == (12, [N(1)])
    assert "1  不计入（已换新证）" in issued_cli("print", "reconcile").out


def test_a_list_that_tells_nothing_is_refused(issued_cli, tmp_path):
    path = write_list(tmp_path / "别的.xlsx", [["a", "b"]], ["颜色", "大小"])
    assert "没有认出表头" in issued_cli("dispatch", "import", path, status=1).said


def test_reconciling_names_who_is_missing_where(issued_cli, tmp_path):
    issued_cli("dispatch", "add", N(1), "--way", "picked_up")
    out = tmp_path / "对账.xlsx"
    found = issued_cli("--json", "print", "reconcile", "--campaign", 2026, "--out", out).json
    assert found["counts"] == {"selected": 12, "numbered": 12, "rendered": 0, "printed": 0, "dispatched": 1}
    assert [(row["step"], row["why"]) for row in found["missing"][:2]] == [
        ("rendered", "sent_unprinted"),
        ("rendered", "not_rendered"),
    ]
    assert out.exists()
    assert issued_cli("print", "reconcile").out.startswith("选中 12、已编号 12、已生成 0、已打印 0、已寄出 1\n")
    assert "\n11  还没有打印" in issued_cli("print", "reconcile").out
    assert issued_cli("print", "reconcile", "--batch", "nobody", status=1).said.startswith("“nobody”")
