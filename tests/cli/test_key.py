"""The recovery sheet, another key, a revoked one: from the command line alone."""

from __future__ import annotations

import hashlib
import json

from qc_desktop.services import demo
from qc_desktop.trust.pdf_signatures import is_signed

PASSPHRASE = demo.PASSPHRASE


def test_the_root_goes_on_paper_and_comes_back_from_it(year_cli, tmp_path, monkeypatch):
    monkeypatch.setenv("QC_PASSPHRASE", PASSPHRASE)
    sheet, stick = tmp_path / "恢复单.pdf", tmp_path / "U盘"
    stick.mkdir()
    year_cli("key", "sheet", "--out", sheet)
    sealed = year_cli("key", "stick", stick, "--json").json["path"]
    assert "纸上" in year_cli("key", "drill", "--from", sheet).out
    year_cli("key", "rotate", status=1)
    for source in (sheet, sealed):
        assert set(year_cli("key", "rotate", "--from", source, "--json").json["made"]) == {"payload"}
    monkeypatch.setenv("QC_PASSPHRASE", "忘记以后的新口令")
    year_cli("key", "recover", "--from", sheet)
    year_cli("certificate", "issue", "--out", tmp_path / "证书")
    year_cli("settings", "set", "verification_prefix=https://other.example/#")
    year_cli("key", "public", status=1)
    assert "other.example" in year_cli("key", "public", "--from", sheet).out


def test_a_revoked_key_s_certificates_are_checked_with_the_published_files_alone(year_cli, tmp_path, monkeypatch):
    monkeypatch.setenv("QC_PASSPHRASE", PASSPHRASE)
    year_cli("certificate", "issue", "--out", tmp_path / "证书")
    path = min((tmp_path / "证书").iterdir())
    (kid,) = [one["kid"] for one in year_cli("key", "list", "--json").json["keys"] if one["use"] == "payload"]
    done = year_cli("key", "revoke", kid, "--reason", "示例：电脑失窃", "--json").json
    assert done["certificates"] > 0
    assert f"{kid}  payload " in year_cli("key", "list").out
    site = tmp_path / "站"
    (site / "keys").mkdir(parents=True)
    made = year_cli("key", "public", "--out", site / "keys.json", "--json").json
    alone = ("--keys", site / "keys.json", "--root", made["root"], "--json")
    assert year_cli("verify", path, *alone, status=1).json["reason"] == "key_withdrawn"
    listed = (tmp_path / "profile" / "keys" / f"issued-{kid}.json").read_bytes()
    (site / "keys" / f"{kid}.json").write_bytes(listed)
    assert year_cli("verify", path, *alone).json["verdict"] == "signed"
    assert json.loads(listed)["kid"] == kid
    year_cli("key", "rotate", "--use", "root", status=1)


def test_files_are_signed_where_the_office_says_so(year_cli, tmp_path, monkeypatch):
    monkeypatch.setenv("QC_PASSPHRASE", PASSPHRASE)
    year_cli("settings", "set", "pdf_signature=own")
    year_cli("certificate", "issue", "--out", tmp_path / "证书")
    assert all(map(is_signed, (tmp_path / "证书").iterdir()))
    first = min((tmp_path / "证书").iterdir()).name[:18]
    year_cli("certificate", "print", first, "--out", tmp_path / "a.pdf")
    assert is_signed(tmp_path / "a.pdf")
    made = year_cli("key", "certificate", tmp_path / "协会.cer", "--json").json
    assert made["sha256"] == hashlib.sha256((tmp_path / "协会.cer").read_bytes()).hexdigest()
    year_cli("settings", "set", "pdf_signature=file", f"pdf_signature_file={tmp_path / '协会.cer'}")
    assert "QC_FILE_PASSWORD" in year_cli("certificate", "print", first, "--out", tmp_path / "b.pdf", status=1).said
    monkeypatch.setenv("QC_FILE_PASSWORD", "示例密码")
    said = year_cli("certificate", "print", first, "--out", tmp_path / "b.pdf", status=1).said
    assert "不是能用的证书文件" in said
    assert not (tmp_path / "b.pdf").exists()
