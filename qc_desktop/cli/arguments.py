"""Global options may stand anywhere on the line; they are brought to the front, where the parser wants them."""

from __future__ import annotations

from collections.abc import Sequence

WITH_VALUE = ("--profile", "--lang", "--as")
FLAGS = ("--json",)


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
