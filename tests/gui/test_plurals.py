"""Why the import's main button once spoke English in a Chinese window.

``tr`` asks the classes of an object from the most derived one up and takes the first answer that differs from the
source; with a number filled in every answer does. So a counted sentence belongs in a class that nobody derives from.
"""

from __future__ import annotations

import ast
from pathlib import Path

import qc_desktop.gui

HERE = Path(qc_desktop.gui.__file__).parent


def _classes() -> list[ast.ClassDef]:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in HERE.rglob("*.py")]
    return [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]


def _counts(made: ast.ClassDef) -> bool:
    calls = [node for node in ast.walk(made) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    sentences = [call.args[0] for call in calls if call.func.attr == "tr" and call.args]
    return any(isinstance(text, ast.Constant) and "%n" in str(text.value) for text in sentences)


def _inherited_plurals(classes: list[ast.ClassDef]) -> set[str]:
    derived_from = {base.id for made in classes for base in made.bases if isinstance(base, ast.Name)}
    return {made.name for made in classes if made.name in derived_from and _counts(made)}


def test_counted_sentences_stand_where_nobody_derives() -> None:
    classes = _classes()
    assert sum(map(_counts, classes)) > 10
    assert _inherited_plurals(classes) == set()


def test_one_in_a_base_would_be_found() -> None:
    source = 'class A(X):\n def f(self): self.tr("%n row(s)", "", 2)\nclass B(A): pass'
    assert _inherited_plurals([node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]) == {"A"}
