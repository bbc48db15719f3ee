"""Arguments that many commands take. Global options may stand anywhere on the line and are brought to its front."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Annotated

import typer

MOST_ROWS = 1_000_000
Limit = Annotated[int, typer.Option(min=0, max=MOST_ROWS, help="最多几条 / at most so many")]
Offset = Annotated[int, typer.Option(min=0, max=MOST_ROWS, help="跳过前几条 / skip so many")]

WITH_VALUE = ("--profile", "--lang", "--as")
FLAGS = ("--json",)


_FULL_WIDTH = re.compile(r"(--[a-z-]+=)?[－-]?[０-９]+")


def narrowed(argument: str) -> str:
    """``argument`` with plain digits where it is a number, or an option's, in full-width ones."""
    return unicodedata.normalize("NFKC", argument) if _FULL_WIDTH.fullmatch(argument) else argument


def globals_first(arguments: Sequence[str]) -> list[str]:
    """``arguments`` with --profile DIR, --lang L, --as NAME and --json before everything else."""
    front: list[str] = []
    rest: list[str] = []
    left = iter(arguments)
    for argument in left:
        if argument == "--":
            return [*front, *rest, argument, *left]
        if argument in FLAGS or (argument.split("=", 1)[0] in WITH_VALUE and "=" in argument):
            front.append(argument)
        elif argument in WITH_VALUE:
            front += [argument, *(value for value in [next(left, None)] if value is not None)]
        else:
            rest.append(argument)
    return [*front, *rest]
