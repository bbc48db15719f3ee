"""What the command line takes by place: the names of its arguments, as its commands have them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qc_desktop.cli.run import commands


def argument_names() -> list[str]:
    """The name of every argument of every command, each once."""
    return sorted(set(_below(commands())))


def _below(command: Any) -> Iterator[str]:
    for below in getattr(command, "commands", {}).values():
        yield from _below(below)
    yield from (each.name for each in command.params if each.param_type_name == "argument")
