from __future__ import annotations


def test_a_check_is_entered_listed_and_exported(year_cli, tmp_path):
    number = year_cli("certificate", "issue", "--json").json["first"]
    assert year_cli("desk", "calls", "--json").json == {"total": 0, "calls": []}
    call = year_cli("--as", "示例甲", "desk", "log", number, "--remark", "示例", "--json").json["call"]
    assert (call["number"], call["verdict"], call["staff"], call["remark"]) == (number, "valid", "示例甲", "示例")
    assert "不能修改或撤回" in year_cli("desk", "log", "没有这家示例企业").out
    listed = year_cli("desk", "calls", "--limit", 1, "--json").json
    assert (listed["total"], len(listed["calls"])) == (2, 1)
    assert number in year_cli("desk", "calls").out
    assert year_cli("desk", "calls", "--until", "2020-01-01", "--json").json["total"] == 0
    year_cli("desk", "calls", "--since", "示例", status=1)
    assert year_cli("desk", "export", "--out", tmp_path / "a.xlsx", "--json").json["calls"] == 2


def test_what_fits_several_certificates_is_not_entered(year_cli):
    year_cli("certificate", "issue")
    assert "写全编号" in year_cli("desk", "log", "示例", status=1).said
    assert year_cli("desk", "calls", "--json").json["total"] == 0
