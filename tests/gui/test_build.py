"""What is generated and committed agrees with its sources."""

from __future__ import annotations

import importlib.util
import re
import shutil
from html import unescape
from pathlib import Path
from types import ModuleType

import pytest

from qc_desktop.messages import LANGUAGES
from qc_desktop.paths import resource

UI = Path(__file__).resolve().parents[2] / "ui"


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("ui_build", UI / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("source", sorted(UI.glob("*.ui")), ids=lambda path: path.stem)
def test_forms_are_what_designer_says(build: ModuleType, source: Path) -> None:
    committed = build.FORMS / f"ui_{source.stem}.py"
    assert committed.read_text(encoding="utf-8") == build.form(source)


def test_no_form_has_lost_its_source(build: ModuleType) -> None:
    assert {path.stem for path in build.FORMS.glob("ui_*.py")} == {f"ui_{path.stem}" for path in UI.glob("*.ui")}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_catalogues_are_up_to_date_and_complete(build: ModuleType, lang: str, tmp_path: Path) -> None:
    committed = resource("i18n", f"qc_{lang}.ts")
    fresh = tmp_path / committed.name
    shutil.copy(committed, fresh)
    build.update_catalogue(fresh)
    assert fresh.read_text(encoding="utf-8") == committed.read_text(encoding="utf-8")
    assert "unfinished" not in committed.read_text(encoding="utf-8")
    build.compile_catalogue(fresh, tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == committed.with_suffix(".qm").read_bytes()


def test_a_new_sentence_would_be_noticed(build: ModuleType, tmp_path: Path) -> None:
    source = tmp_path / "new.py"
    source.write_text('self.tr("A sentence nobody translated")\n', encoding="utf-8")
    catalogue = tmp_path / "qc_zh_CN.ts"
    build.tool("lupdate", str(source), "-ts", str(catalogue))
    assert "unfinished" in catalogue.read_text(encoding="utf-8")


def test_placeholders_survive_translation() -> None:
    text = resource("i18n", "qc_zh_CN.ts").read_text(encoding="utf-8").replace("%Ln", "%n")
    pairs = re.findall(r"<source>(.*?)</source>\s*<translation>(.*?)</translation>", text, re.DOTALL)
    assert len(pairs) > 50
    marks = re.compile(r"\{\w+\}|%n")
    assert [pair for pair in pairs if sorted(marks.findall(pair[0])) != sorted(set(marks.findall(pair[1])))] == []


def test_chinese_mnemonics_stand_in_brackets_at_the_end() -> None:
    text = resource("i18n", "qc_zh_CN.ts").read_text(encoding="utf-8")
    found = re.findall(r"<source>(.*?)</source>\s*<translation>(.*?)</translation>", text, re.DOTALL)
    pairs = [(unescape(source), unescape(re.sub(r"<[^>]+>", "", words).strip())) for source, words in found]
    wrong = [pair for pair in pairs if bool(re.search(r"&\w", pair[0])) != bool(re.search(r"\(&[A-Z]\)…?$", pair[1]))]
    assert wrong == []
