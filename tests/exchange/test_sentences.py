"""Every code this package and its neighbours raise has a sentence in both languages, and no sentence is left over."""

from __future__ import annotations

import re
import string
import tomllib
from pathlib import Path

import pytest

import qc_desktop
from qc_desktop.paths import resource

SOURCES = "\n".join(p.read_text(encoding="utf-8") for p in Path(qc_desktop.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("group", ["exchange", "file", "row"])
def test_codes_and_sentences_agree(group):
    sentences = tomllib.loads(resource("i18n", "messages", f"{group}.toml").read_text(encoding="utf-8"))
    assert set(re.findall(rf'"{group}\.([a-z_]+)"', SOURCES)) == set(sentences)


@pytest.mark.parametrize("group", ["exchange", "file", "row"])
def test_both_languages_take_the_same_values(group):
    for words in tomllib.loads(resource("i18n", "messages", f"{group}.toml").read_text(encoding="utf-8")).values():
        named = [{name for _, name, _, _ in string.Formatter().parse(words[lang]) if name} for lang in ("zh_CN", "en")]
        assert named[0] == named[1]
        assert words["zh_CN"].endswith("。") or words["zh_CN"].endswith("{path}")
