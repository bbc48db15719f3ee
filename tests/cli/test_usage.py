"""What the parser says: every argument has a name for people, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import typer.main

from qc_desktop.cli.run import app
from qc_desktop.cli.usage import said
from qc_desktop.messages import LANGUAGES, messages


def arguments(command: Any) -> Iterator[str]:
    for below in getattr(command, "commands", {}).values():
        yield from arguments(below)
    yield from (each.name for each in command.params if each.param_type_name == "argument")


@pytest.mark.parametrize("name", sorted(set(arguments(typer.main.get_command(app)))))
def test_every_argument_has_a_name(name: str) -> None:
    for lang in LANGUAGES:
        words = messages(lang)
        called = words.sentences[f"argument.{name}"]
        assert called.lower() in said(f"Missing argument '{name}'.", words).lower()


def test_an_option_is_named_as_it_is_typed() -> None:
    assert said("Missing option '--out'.", messages("zh_CN")) == "缺少 --out。"
    assert said("Missing argument 'batch'.", messages("zh_CN")) == "缺少批次编号。"
    assert said("Missing argument 'batch'.", messages("en")) == "The number of the batch is missing."
