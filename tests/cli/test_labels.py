"""``label`` on the command line: from the agreement to sheets, and to what became of the labels."""

from __future__ import annotations

import json
from unittest.mock import Mock

import pytest

from qc_desktop.cli.session import Meter
from qc_desktop.trust.item_labels import hidden_code, hidden_secret
from tests.cli.conftest import Cli

PRODUCT = "示例电饭煲"


@pytest.fixture
def agreed(year_cli: Cli):
    """The command line with a company that has an agreement; and its name."""
    company = year_cli("--json", "company", "list", "--limit", 1).json["companies"][0]["name"]
    added = year_cli(
        *("--json", "label", "agreement", "add", company, "--number", "SY-1", "--product", PRODUCT),
        *("--quantity", 500, "--from", "2020-01-01", "--to", "2199-12-31"),
    ).json["agreement"]
    assert (added["company"], added["remaining"]) == (company, 500)
    return year_cli, company


def issue(cli: Cli, company: str, *more: object, count: object = 100, status: int = 0):
    line = ["label", "batch", "--company", company, "--product", PRODUCT, "--lot", "L1", "--count", count]
    return cli("--json", *line, *more, status=status).json


def test_from_agreement_to_paper_and_ledger(agreed, open_keys, tmp_path):
    cli, company = agreed
    batch = issue(cli, company, "--valid-until", "2199-01-01", "--hidden")["batch"]
    assert (batch["number"], batch["count"], batch["balance"]["remaining"]) == (1, 100, 100)
    out = tmp_path / "标识"
    line = ["label", "print", 1, "--preset", "a4-40", "--out", out, "--dpi", 300, "--sheets-a-file", 1]
    printed = cli("--json", *line, "--to", 50, "--start-at", "10,1").json
    assert (printed["labels"], printed["sheets"], printed["withheld"]) == (50, 3, [])
    assert [path.stat().st_size > 1000 for path in sorted(out.iterdir())] == [True] * 3
    known = {one["key"]: one for one in cli("--json", "label", "presets").json["presets"]}
    assert known["A4-40"]["start_at"] == 7
    assert (known["A4-40"]["tells_lot"], known["A4-65"]["tells_lot"]) == (True, False)
    assert "“A4-65”的标签小，不印产品和批号" in cli("label", "presets").out
    refused = cli("--json", *line, "--to", 50, "--no-hidden", status=1).json
    assert refused["error"]["code"] == "label.printed_before"
    cli(*line, "--from", 51, "--no-check")
    code = hidden_code(hidden_secret(1, open_keys.payload), 7)
    none = cli("--json", "code", "check", "00000-00000-00000-00000", "--label", "1-7", status=1).json
    assert not none["fits"]
    assert "100 枚" in cli("code", "check", "00000-00000-00000-00000", status=1).out
    assert cli("--json", "code", "check", code).json["serial"] == "00001-000007"
    assert "已经查过 1 次" in cli("code", "check", code, "--label", "1-7").out
    cli("label", "spoil", 1, "--kind", "applied", "--count", 80)
    spoiled = cli("--json", "label", "spoil", "00001", "--first", 99, "--last", 100, "--reason", "示例损坏").json[
        "batch"
    ]
    assert (spoiled["balance"]["applied"], spoiled["balance"]["remaining"]) == (80, 18)
    back = cli("--json", "label", "spoil", 1, "--first", 99, "--last", 99, "--take-back", "--reason", "示例记错").json
    assert back["batch"]["balance"]["spoiled"] == 1
    cli("label", "spoil", 1, "--first", 99, "--last", 99, "--reason", "示例损坏")
    notice = tmp_path / "停用通知.txt"
    refused_before = cli("label", "stop", 1, "--reason", "示例停用", "--notice", tmp_path / "通知.doc", status=1)
    assert ".pdf" in refused_before.said
    stopped = cli("--json", "label", "stop", 1, "--reason", "示例停用", "--notice", notice).json
    assert stopped["batch"]["state"] == "stopped"
    assert company in notice.read_text(encoding="utf-8-sig")
    cli("label", "notice", 1, "--out", tmp_path / "再一份.txt")
    assert (tmp_path / "再一份.txt").read_bytes() == notice.read_bytes()
    shown = cli("label", "show", 1).out
    for said in ("已停用", "示例停用", "加贴：80", "结存：18", "示例损坏", "00001-000099"):
        assert said in shown
    assert json.loads(cli("--json", "label", "list", "--state", "stopped").out)["total"] == 1
    assert "共1条" in cli("label", "list", "--company", company, "--text", "L1").out


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (("--count", 0), "label.count"),
        (("--count", 4294967296), "label.count"),
        (("--count", 501), "label.beyond_quantity"),
        (("--product", "示例别的"), "label.product_not_agreed"),
        (("--agreement", "SY-9"), "label.unknown_agreement"),
        (("--preset", "A5"), "label.unknown_preset"),
        (("--valid-until", "明天"), "campaign.bad_date"),
        (("--valid-until", "2000-01-01"), "label.valid_until_past"),
    ],
)
def test_a_batch_that_cannot_be_is_refused(agreed, more, code):
    cli, company = agreed
    assert issue(cli, company, *more, status=1)["error"]["code"] == code
    assert cli("--json", "label", "list").json["total"] == 0


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("print", 9, "--preset", "A4-40", "--out", "x"), "label.unknown_batch"),
        (("print", 1, "--preset", "A4-65", "--dpi", 300, "--out", "x"), "label.needs_600"),
        (("print", 1, "--preset", "A4-40", "--out", "x", "--start-at", "a"), "label.start_at"),
        (("print", 1, "--preset", "A4-40", "--out", "x", "--start-at", "11,1"), "label.row_column"),
        (("print", 1, "--preset", "A4-40", "--out", "x", "--hidden"), "label.no_hidden_codes"),
        (("spoil", 1, "--count", 3), "label.reason_needed"),
        (("stop", 1), "label.reason_needed"),
        (("show", "x"), "label.unknown_batch"),
        (("sheet", "A4-40", "--start-at", 41), "label.position"),
        (("presets", "--remove", "A4-40"), "label.preset_not_own"),
    ],
)
def test_refusals_say_why(agreed, tmp_path, monkeypatch, line, code):
    cli, company = agreed
    monkeypatch.chdir(tmp_path)
    issue(cli, company)
    assert cli("--json", "label", *line, status=1).json["error"]["code"] == code
    assert not (tmp_path / "x").exists()


def test_an_agreement_is_changed_and_taken_back(agreed):
    cli, company = agreed
    changed = cli("--json", "label", "agreement", "change", "SY-1", "--restricted", "food", "--quantity", 7).json
    assert changed["agreement"]["terms"]["restricted"] == "food"
    assert issue(cli, company, count=5, status=1)["error"]["code"] == "label.no_legal_note"
    assert "食品" in cli("label", "agreement", "list", "--company", company).out
    cli("label", "agreement", "change", "SY-1", "--legal-note", "示例依据", "--remark", "示例")
    assert issue(cli, company, count=5)["batch"]["number"] == 1
    cli("label", "agreement", "change", "SY-1", "--unrestricted", "--number", "SY-2")
    assert "SY-2" in cli("label", "agreement", "list").out
    assert company in cli("history", "undo").out
    other = cli("--json", "company", "list", "--limit", 2).json["companies"][1]["name"]
    assert issue(cli, other, "--agreement", "SY-1", status=1)["error"]["code"] == "label.other_companys"


def test_what_is_taken_as_an_ordinary_product_is_said(agreed):
    cli, company = agreed
    for product, said in (("示例风扇", "按一般产品登记"), ("示例酸奶", "可能属于法律限制推荐的类别")):
        line = ["add", company, "--number", product, "--product", product, "--quantity", 5]
        assert said in cli("label", "agreement", *line).said


def test_sheets_that_are_stopped_say_what_is_there(agreed, tmp_path, monkeypatch):
    cli, company = agreed
    issue(cli, company)
    show = Meter.show

    def stopped(meter, progress):
        if progress.done == 80:
            raise KeyboardInterrupt
        show(meter, progress)

    line = ["label", "print", 1, "--preset", "a4-40", "--out", tmp_path / "标识", "--sheets-a-file", 1, "--no-check"]
    with monkeypatch.context() as patch:
        patch.setattr(Meter, "show", stopped)
        assert "40 枚标识在已经做完的文件里" in cli(*line, "--start-at", "1", status=130).said
    with monkeypatch.context() as patch:
        patch.setattr(Meter, "show", Mock(side_effect=KeyboardInterrupt))
        assert "40 枚标识在已经做完的文件里" in cli(*line, status=130).said, "also where this run made none"
    assert cli("--json", *line).json["labels"] == 60


def test_a_part_used_sheet_is_set_by_hand(agreed):
    cli, _ = agreed
    set_by_hand = cli("--json", "label", "sheet", "A4-40", "--start-at", "3,2", "--spoiled", 12).json["preset"]
    assert (set_by_hand["start_at"], set_by_hand["spoiled"]) == (10, [12])
    assert "从第 10 枚" in cli("label", "presets").out
    assert cli("--json", "label", "sheet", "A4-40", "--new").json["preset"]["start_at"] == 1
