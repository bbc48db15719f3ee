"""``verify --keys``: another PC, with a copy of the published folder and nothing else."""

from __future__ import annotations

import pytest

from qc_desktop.trust.item_labels import hidden_code, hidden_secret, label_digits
from tests.cli.conftest import Cli

PRODUCT = "示例电饭煲"


@pytest.fixture
def alone(year_cli: Cli, open_keys, tmp_path):
    """Checks on a PC without records; the texts of labels of batch 1, with hidden codes, and 2, without."""
    year_cli("certificate", "issue", "--out", tmp_path / "证书")
    company = year_cli("--json", "company", "list", "--limit", 1).json["companies"][0]["name"]
    agreed = ("--number", "SY-1", "--product", PRODUCT, "--quantity", 500, "--from", "2020-01-01", "--to", "2199-12-31")
    year_cli("label", "agreement", "add", company, *agreed)
    for more in (["--hidden"], []):
        year_cli("label", "batch", "--company", company, "--product", PRODUCT, "--lot", "L1", "--count", 100, *more)
    site = tmp_path / "站"
    year_cli("site", "publish", site)
    root = year_cli("--json", "key", "public", "--out", tmp_path / "keys.json").json["root"]
    prefix = year_cli("--json", "settings", "get", "verification_prefix").json["verification_prefix"]

    def scan(batch: int, index: int) -> str:
        return prefix + next(label_digits(batch, index, index, open_keys.payload))

    def check(*line: object, status: int = 0):
        return year_cli("verify", "--keys", site / "keys.json", "--root", root, *line, status=status)

    def code(index: int) -> str:
        return hidden_code(hidden_secret(1, open_keys.payload), index)

    return check, scan, code, company, site


def test_company_product_lot_and_state_are_said(alone):
    check, scan, _, company, site = alone
    said = check(scan(1, 7)).out
    assert said.startswith("有效  00001-000007  " + company)
    assert all(part in said for part in (PRODUCT, "L1", "这一批标识没有停用（公布的名单更新于 "))
    (site / "status.json").unlink()
    (site / "batches/1.json").unlink()
    said = check(scan(1, 7)).out
    assert said.startswith("本会签发，状态未查  00001-000007\n")
    assert "旁边没有公布的这一批" in said
    assert "旁边没有公布的作废名单" in said
    result = check(scan(1, 7), "--json").json
    assert [note["code"] for note in result["notes"]] == ["verify.batch_missing", "verify.list_missing"]


def test_a_certificate_that_was_voided_is_no_longer_good(alone, year_cli, tmp_path):
    check, _, _, _, site = alone
    path = min((tmp_path / "证书").iterdir())
    assert check(path, "--json").json["verdict"] == "valid"
    number = check(path, "--json").json["number"]
    year_cli("certificate", "void", number, "--reason", "示例：打错了字")
    assert check(path, "--json").json["verdict"] == "valid"  # this copy does not know of it
    year_cli("site", "publish", site)
    assert check(path, "--json", status=1).json["verdict"] == "void"
    assert "Void" in check(path, "--lang", "en", status=1).out


def test_a_hidden_code_is_compared_and_what_that_means_is_said(alone):
    check, scan, code, _, site = alone
    fits = check(scan(1, 7), "--code", code(7)).out
    assert "防伪码相符：它是标识 00001-000007 的防伪码。这不能证明标识没有被复制" in fits
    assert "查过几次没有人统计" in fits
    assert "does not show that the label was not copied" in check(scan(1, 7), "--code", code(7), "--lang", "en").out
    assert check(scan(1, 7), "--code", code(7), "--json").json["code_fit"] == "fits"
    assert "不相符：这不是这枚标识的防伪码" in check(scan(1, 7), "--code", code(8), status=1).out
    assert "It differs" in check(scan(1, 7), "--code", code(8), "--lang", "en", status=1).out
    none = check(scan(2, 7), "--code", code(7), "--json", status=1).json
    assert (none["verdict"], none["code_fit"]) == ("valid", "no_codes")
    (site / "codes/1/all.json").write_bytes(b"{}")
    assert "没有采用" in check(scan(1, 7), "--code", code(7), status=1).out
    (site / "codes/1/all.json").unlink()
    assert "旁边没有公布的防伪码名单" in check(scan(1, 7), "--code", code(7), status=1).out
    (site / "batches/1.json").unlink()
    assert "防伪码没有核对" in check(scan(1, 7), "--code", code(7), status=1).out


def test_what_a_code_cannot_be_asked_with(alone, year_cli, tmp_path):
    check, scan, code, _, _ = alone
    for line, refusal in (
        ((min((tmp_path / "证书").iterdir()), "--code", code(7)), "verify.code_one_label"),
        (("00001-000007", "--code", code(7)), "verify.code_one_label"),
        ((scan(1, 7), "--code", code(7)[:-1]), "label.code_form"),
    ):
        assert check(*line, "--json", status=1).json["error"]["code"] == refusal
    said = year_cli("verify", scan(1, 7), "--code", code(7), status=1).said
    assert "code check 防伪码 --label 标识编号" in said
    assert check(scan(1, 7)[:-3] + "999", "--code", code(7), "--json", status=1).json["verdict"] == "forged"
