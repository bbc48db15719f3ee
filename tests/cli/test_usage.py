"""What the parser says: every argument has a name for people, in both languages."""

from __future__ import annotations

import pytest

from qc_desktop.cli.usage import said
from qc_desktop.messages import LANGUAGES, messages
from tests.cli.named_arguments import argument_names


@pytest.mark.parametrize("name", argument_names())
def test_every_argument_has_a_name(name: str) -> None:
    for lang in LANGUAGES:
        words = messages(lang)
        called = words.sentences[f"argument.{name}"]
        assert called.lower() in said(f"Missing argument '{name}'.", words).lower()


def test_an_option_is_named_as_it_is_typed() -> None:
    assert said("Missing option '--out'.", messages("zh_CN")) == "缺少 --out。"
    assert said("Missing argument 'batch'.", messages("zh_CN")) == "缺少批次编号。"
    assert said("Missing argument 'batch'.", messages("en")) == "The number of the batch is missing."
