from __future__ import annotations

import re
import tomllib

from qc_desktop.paths import resource

GROUPS = ("documents", "preflight", "pagecheck")
CODE = re.compile(rf'"((?:{"|".join(GROUPS)})\.[a-z_]+)"')


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    source = resource().parent / "qc_desktop"
    used = {code for file in source.rglob("*.py") for code in CODE.findall(file.read_text(encoding="utf-8"))}
    written = {
        f"{group}.{name}"
        for group in GROUPS
        for name in tomllib.loads(resource("i18n", "messages", f"{group}.toml").read_text(encoding="utf-8"))
    }
    assert len(used) > 25
    assert used == written


def test_sentences_take_the_same_values_in_both_languages() -> None:
    for group in GROUPS:
        for name, words in tomllib.loads(
            resource("i18n", "messages", f"{group}.toml").read_text(encoding="utf-8")
        ).items():
            slots = [set(re.findall(r"{(\w+)", words[language])) for language in ("zh_CN", "en")]
            assert slots[0] == slots[1] or slots[0] | slots[1] <= {"text", "length", "character", "point"}, name
