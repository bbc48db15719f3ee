"""``report`` on the command line."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest

from .conftest import Cli


def test_a_sample_year_is_reported(year_cli: Cli, tmp_path: Path) -> None:
    shown = year_cli("report", "overview", "2026", "--out", tmp_path / "统计.xlsx", "--json").json
    years = shown["numbers"]["years"]
    assert [known["year"] for known in years] == [2026]
    assert years[0]["took_part"] == years[0]["announced"] > 0
    assert (tmp_path / "统计.xlsx").exists()
    assert str(years[0]["took_part"]) in year_cli("report", "overview", "--lang", "zh_CN").out
    said = year_cli("report", "text", "--json").json
    assert said["characters"] == len(said["text"]) <= 140
    year_cli("report", "briefing", "--out", tmp_path / "简报.docx")
    assert docx.Document(str(tmp_path / "简报.docx")).paragraphs[0].text == "工作简报"
    packed = year_cli("report", "archive", "--out", tmp_path / "归档.zip", "--json").json
    with zipfile.ZipFile(tmp_path / "归档.zip") as opened:
        assert set(opened.namelist()) == set(packed["files"])


@pytest.mark.parametrize("noun", ["overview", "briefing", "text", "archive"])
def test_a_year_that_is_not_open_is_refused(year_cli: Cli, noun: str) -> None:
    assert "1999" in year_cli("report", noun, "1999", status=1).said


def test_a_place_that_cannot_be_written_is_refused(year_cli: Cli, tmp_path: Path) -> None:
    assert year_cli("report", "briefing", "--out", tmp_path / "missing" / "a.docx", status=1).said
