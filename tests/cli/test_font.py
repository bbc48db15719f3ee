"""``font``: adding, listing, looking characters up, removing."""

from __future__ import annotations

import pytest

from tests.fonts import RARE, font


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "示例体.ttf"
    made.write_bytes(font())
    return made


def test_a_font_comes_prints_and_goes(cli, path) -> None:
    assert cli("font", "show", RARE, status=1).out.split()[-1] == "没有字体能打印"
    (added,) = cli("font", "add", path, "--json").json["added"]
    assert (added["family"], added["characters"], added["licence"]) == ("示例体", 6, "free")
    assert added["layout_name"] in f"user:{added['id']}"
    assert "示例体" in cli("font", "list").out
    shown = cli("font", "show", f"示{RARE}", "--json").json["characters"]
    assert [one["font"] for one in shown] == ["serif", "示例体 Regular"]
    assert cli("font", "show", "示", "--font", "sans").out.split() == ["示", "U+793A", "黑体"]
    cli("font", "remove", "示例体")
    assert cli("font", "list", "--json").json == {"fonts": []}
    assert "没有添加过字体" in cli("font", "list").out


def test_refusals_are_told_and_the_status_says_so(cli, path, tmp_path) -> None:
    bad = tmp_path / "坏.ttf"
    bad.write_bytes(b"wOFF")
    assert "网页字体" in cli("font", "add", bad, status=1).out
    done = cli("font", "add", bad, path, "--json").json
    assert (len(done["added"]), [one["file"] for one in done["refused"]]) == (1, ["坏.ttf"])
    assert "没有添加过" in cli("font", "remove", "无此字体", status=1).said


def test_a_font_whose_file_was_changed_or_is_gone_is_listed_so_with_the_command(cli, path, tmp_path) -> None:
    cli("font", "add", path)
    (kept,) = (tmp_path / "profile" / "fonts").glob("*.ttf")
    kept.write_bytes(kept.read_bytes() + b"\0")
    told = cli("font", "list", status=1).out
    assert "与当初添加的不一致" in told
    assert "可嵌入" not in told
    assert 'font replace "示例体 Regular" 字体文件' in told
    (listed,) = cli("font", "list", "--json", status=1).json["fonts"]
    assert (listed["there"], listed["sound"]) == (True, False)
    assert 'font replace "示例体" 字体文件' in cli("font", "show", RARE, status=1).said
    kept.unlink()
    assert "不见了" in cli("font", "list", status=1).out
    assert "font replace" in cli("doctor", status=1).out
    cli("font", "replace", "示例体 Regular", path)
    assert "可嵌入" in cli("font", "list").out
