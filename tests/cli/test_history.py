"""history list, show, export: the audit trail on the command line."""

from __future__ import annotations

from tests.samples import code, rows, write_list


def test_the_trail_is_listed_shown_and_exported(cli, tmp_path):
    cli("settings", "set", "association_name=示例质量检验协会")
    cli("import", write_list(tmp_path / "名单.xlsx", rows(3)))
    listed = cli("history", "list", "--json").json["commands"]
    assert [row["name"] for row in listed] == ["import", "settings_change"]
    assert [row["seq"] for row in cli("history", "list", "--action", "import", "--json").json["commands"]] == [2]
    assert cli("history", "list", "--by", "谁也不是", "--json").json["commands"] == []
    assert cli("history", "list", "--until", "2020-01-01", "--json").json["commands"] == []
    shown = cli("history", "show", 1, "--json").json
    assert shown["changes"][0]["after"] == "示例质量检验协会"
    assert shown["refusal"] is None
    assert "撤回" in cli("history", "show", 1).out
    done = cli("history", "export", "--out", tmp_path / "修改记录.csv", "--json").json
    assert done["commands"] == 2
    assert code(0) in (tmp_path / "修改记录.csv").read_text(encoding="utf-8-sig")


def test_bad_days_numbers_and_formats_are_refused_in_words(cli, tmp_path):
    assert "日期" in cli("history", "list", "--since", "昨天", status=1).said
    assert "999" in cli("history", "show", 999, status=1).said
    assert "xlsx" in cli("history", "export", "--out", tmp_path / "a.pdf", status=1).said


def test_a_refused_undo_says_what_stands_in_the_way(cli):
    cli("settings", "set", "association_name=甲")
    cli("settings", "set", "association_name=乙")
    shown = cli("history", "show", 1)
    assert "不能撤回" in shown.out
    assert shown.out.rstrip().splitlines()[-1].count("修改设置") == 1
