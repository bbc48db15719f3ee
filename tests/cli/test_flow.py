"""The year's main job in five commands, and the shapes of their results."""

from __future__ import annotations

import pypdfium2
import pytest

from tests.samples import code, rows, write_list

SETTINGS = ("association_name=示例质量检验协会", "verification_prefix=https://verify.example/#")


@pytest.fixture
def words(monkeypatch):
    """A passphrase for scripts."""
    monkeypatch.setenv("QC_PASSPHRASE", "示例口令-很长很长")


def test_from_a_list_to_certificates_and_a_roster(cli, tmp_path, words):
    path = write_list(tmp_path / "名单.xlsx", rows(30))
    cli("settings", "set", *SETTINGS)
    cli("campaign", "open", 2026, "--announcement-no", "2026年第12号")
    done = cli("pledge", "import", path, "--to", "announced", "--json").json
    assert (done["new"], done["pledges"], done["errors"]) == (30, 30, [])
    issued = cli("certificate", "issue", "--out", tmp_path / "证书", "--json").json
    assert (issued["issued"], issued["stopped"]) == (30, [])
    assert issued["printed"] == {
        "rendered": 30, "skipped": 0, "withheld": [], "checked": True, "path": str(tmp_path / "证书")
    }  # fmt: skip
    cli("roster", "publish")
    assert "公告日期还没有填写" in cli("roster", "announce", "--out", tmp_path / "公告.docx", status=1).said
    cli("campaign", "change", 2026, "--announced-on", "2026-03-15")
    told = cli("roster", "announce", "--out", tmp_path / "公告.docx", "--red-head", "--json").json
    assert (told["companies"], told["version"], (tmp_path / "公告.docx").exists()) == (30, 1, True)
    exported = cli("roster", "export", "--out", tmp_path / "名单.pdf", "--json").json
    assert exported == {
        "path": str(tmp_path / "名单.pdf"), "format": "pdf", "companies": 30, "version": 1,
        "columns": ["sequence", "company", "province", "products", "certificate_no"],
    }  # fmt: skip
    chosen = "company,uscc_masked"
    cli("roster", "export", "--out", tmp_path / "名单.csv", "--columns", chosen)
    assert f"{code(1)[:8]}******{code(1)[-4:]}" in (tmp_path / "名单.csv").read_text(encoding="utf-8-sig")
    cli("settings", "set", f"roster_columns={chosen}")
    assert cli("settings", "get", "roster_columns").out.strip() == chosen
    assert cli("roster", "export", "--out", tmp_path / "二.csv", "--json").json["columns"] == chosen.split(",")
    files = sorted((tmp_path / "证书").iterdir())
    assert len(files) == 30
    verdict = cli("verify", files[0], "--json").json
    assert (verdict["verdict"], verdict["number"]) == ("valid", issued["first"])


def test_an_import_counts_and_lists(cli, tmp_path):
    body = [*rows(3), ["示例错有限公司", code(9)[:-1]], ["示例无代码有限公司"], rows(1)[0]]
    path = write_list(tmp_path / "名单.xlsx", body)
    tried = cli("import", path, "--dry-run", "--json", status=1).json
    done = cli("import", path, "--json", status=1).json
    assert tried == done
    assert {key: done[key] for key in ("new", "updated", "renamed", "duplicate", "unchanged")} == {
        "new": 4, "updated": 0, "renamed": 0, "duplicate": 1, "unchanged": 0
    }  # fmt: skip
    (error,) = done["errors"]
    about = {"code": "uscc.length", "severity": "error", "reason": error["reason"]}
    assert error == {"row": 7, "column": "统一社会信用代码", "value": code(9)[:-1], **about}
    assert "17" in error["reason"]
    assert {(one["row"], one["column"]) for one in done["warnings"]} >= {(8, "统一社会信用代码"), (9, "企业名称")}
    again = cli("import", path, "--json", status=1).json
    assert (again["new"], again["unchanged"]) == (0, 4)


def test_an_import_of_nothing_good_is_refused_with_its_reasons(cli, tmp_path):
    path = write_list(tmp_path / "名单.xlsx", [["示例错有限公司", "123"]])
    result = cli("import", path, "--json", status=1)
    assert len(result.json["errors"]) == 1
    assert "1 行" in result.json["error"]["message"]
    assert "1 行" in cli("import", path, status=1).said
    assert cli("company", "list", "--json").json == {"total": 0, "companies": []}


def test_bad_rows_are_saved_and_can_be_imported_after_mending(cli, tmp_path):
    path = write_list(tmp_path / "名单.xlsx", [*rows(2), ["示例错有限公司", "123"]])
    said = cli("import", path, "--bad-rows", tmp_path / "错.xlsx", status=1).said
    assert str(tmp_path / "错.xlsx") in said
    assert len(cli("import", tmp_path / "错.xlsx", "--json", status=1).json["errors"]) == 1


@pytest.mark.parametrize(("choice", "total"), [("skip", 1), ("separate", 2), ("merge", 1)])
def test_undecided_rows_are_skipped_kept_apart_or_merged(cli, tmp_path, choice, total):
    cli("import", write_list(tmp_path / "a.xlsx", [["示例甲有限公司", code(1)]]))
    other = write_list(tmp_path / "b.xlsx", [["示例甲有限公司", code(2)], ["示例甲有限公司", code(2)]])
    cli("import", other, "--duplicates", choice, status=1 if choice == "skip" else 0)
    assert cli("company", "list", "--json").json["total"] == total


def test_pledges_are_added_returned_and_approved(cli, tmp_path):
    cli("import", write_list(tmp_path / "a.xlsx", rows(3)))
    cli("campaign", "open", 2026)
    made = cli("pledge", "add", code(0), "--product", "示例甲", "--signed-on", "2026年3月1日", "--json").json
    assert made == {"company": "示例第0电器有限公司", "stage": "material_review"}
    moved = cli("pledge", "return", code(0), "--reason", "缺少盖章", "--json").json
    assert moved == {"moved": 1, "already": 0, "refused": []}
    cli("pledge", "approve", "--all", status=1)
    cli("pledge", "add", code(0))
    assert cli("pledge", "approve", "--all", "--json").json["moved"] == 1
    assert cli("campaign", "advance", "--announcement-no", "2026年第1号", "--json").json["moved"] == 1
    assert cli("campaign", "list", "--json").json["campaigns"][0]["stages"] == {"announced": 1}


def test_issue_list_print_end_replace(year_cli, tmp_path):
    checked = year_cli("certificate", "issue", "--dry-run", "--json").json
    assert checked == {"ready": 12, "stopped": [], "noted": [], "layout": [], "undisplayed": 12}
    assert year_cli("certificate", "list", "--json").json["total"] == 0
    issued = year_cli("certificate", "issue", "--json").json
    assert (issued["first"][-6:], issued["last"][-6:]) == ("000001", "000012")
    printed = year_cli("certificate", "print", "--all", "--out", tmp_path / "全部.pdf", "--json").json
    assert printed["rendered"] == 12
    with pypdfium2.PdfDocument(tmp_path / "全部.pdf") as document:
        assert len(document) == 12
    year_cli("certificate", "void", issued["first"], "--reason", "示例印错")
    year_cli("certificate", "revoke", issued["last"], "--reason", "示例")
    second = issued["first"][:-1] + "2"
    replaced = year_cli("certificate", "replace", second, "--reason", "示例", "--json").json
    assert replaced["replaced"]["replaced_by"] == replaced["certificate"]["number"]
    for number, verdict in ((issued["first"], "void"), (issued["last"], "revoked"), (second, "replaced")):
        assert year_cli("verify", number, "--json", status=1).json["verdict"] == verdict
    assert year_cli("certificate", "list", "--state", "void", "--json").json["total"] == 1
    by_digits = year_cli("certificate", "void", "5", "--reason", "示例印错").out
    assert by_digits.startswith("QC-2026-315-000005  示例")
    for wrong in ("5", "000099", "5～6"):
        assert year_cli("certificate", "void", wrong, "--reason", "示例", status=1).said
    assert year_cli("certificate", "list", "--state", "void", "--json").json["total"] == 2


def test_several_pages_come_as_results_with_the_worst_first_said(year_cli, tmp_path):
    first = year_cli("certificate", "issue", "--json").json["first"]
    year_cli("certificate", "print", "--all", "--out", tmp_path / "a.pdf")
    good = year_cli("verify", tmp_path / "a.pdf", "--json").json
    assert (good["verdict"], len(good["results"])) == ("valid", 12)
    year_cli("certificate", "void", first, "--reason", "示例")
    bad = year_cli("verify", tmp_path / "a.pdf", "--json", status=1).json
    assert (bad["verdict"], bad["results"][1]["verdict"]) == ("void", "valid")


def test_a_list_that_renames_says_who_was_called_what(cli, tmp_path):
    cli("import", write_list(tmp_path / "名单.xlsx", rows(2)))
    path = write_list(tmp_path / "更名.xlsx", [["示例更名电器有限公司", code(1)], rows(1)[0]])
    tried = cli("import", path, "--dry-run", "--json").json
    assert (tried["renamed"], tried["updated"], tried["unchanged"]) == (1, 0, 1)
    assert tried["renames"] == [
        {"row": 4, "uscc": code(1), "before": "示例第1电器有限公司", "after": "示例更名电器有限公司"}
    ]
    assert "更名1家" in cli("import", path).out
    assert cli("company", "show", code(1), "--json").json["former_names"][0]["name"] == "示例第1电器有限公司"
