"""The program's own source, as syntax trees."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import qc_desktop

PACKAGE = Path(qc_desktop.__file__).parent
ROOT = PACKAGE.parent
GENERATED = PACKAGE / "gui" / "forms"
RAISING = {"UserError", "Finding", "error", "warning", "reject", "remark"}
"""Calls whose first text names a sentence: ``self.reject("row.x", …)`` and the like."""


@cache
def modules() -> dict[Path, ast.Module]:
    """Every file of the package, generated forms apart, with its syntax tree."""
    files = (path for path in sorted(PACKAGE.rglob("*.py")) if GENERATED not in path.parents)
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in files}


@cache
def calls() -> tuple[tuple[Path, ast.Call, str], ...]:
    """Every call with the last part of the called name."""
    nodes = ((path, node) for path, tree in modules().items() for node in ast.walk(tree))
    return tuple((path, node, _called(node)) for path, node in nodes if isinstance(node, ast.Call))


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def texts(node: ast.AST) -> set[str]:
    """Every plain text below ``node``."""
    return {each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)}


@cache
def all_texts() -> frozenset[str]:
    """Every plain text in the package, docstrings included, parts of f-strings too."""
    return frozenset().union(*map(texts, modules().values()))
