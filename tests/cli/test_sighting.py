"""``sighting``: a server's log on the command line."""

from __future__ import annotations


def test_a_log_is_counted_once_and_what_it_cannot_tell_is_said(year_cli, tmp_path):
    log = tmp_path / "access.log"
    log.write_text(
        '203.0.113.9 - - [15/Mar/2026:10:00:00 +0800] "GET /q/?c=1 HTTP/1.1" 200 9 "-" "x"\n', encoding="utf-8"
    )
    said = year_cli("sighting", "import", log).out
    assert "1 行，数到 0 次" in said
    assert "1 次不是本会签发" in said
    assert "不会传到服务器" in said
    assert year_cli("--json", "sighting", "import", log, log).json["logs"][1]["is_same"]
    assert (
        year_cli("--json", "sighting", "import", tmp_path / "x", status=1).json["error"]["code"] == "settings.no_file"
    )
    assert "还没有数到" in year_cli("sighting", "list").out
    assert year_cli("--json", "sighting", "list", "--suspicious").json["seen"] == []
