"""Imports run one way, the core works without Qt, and things lie where the design says."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT, modules

WITHOUT_QT = """
import importlib, pkgutil, sys
sys.modules["PySide6"] = None
sys.modules["shiboken6"] = None
import qc_desktop
names = [
    module.name
    for module in pkgutil.walk_packages(qc_desktop.__path__, "qc_desktop.", onerror=lambda name: None)
    if not module.name.startswith(("qc_desktop.gui", "qc_desktop.storage.migrations.", "qc_desktop.app"))
]
for name in names:
    importlib.import_module(name)
print(len(names))
"""
HEAVY = (
    "reportlab", "numpy", "docx", "PySide6", "cryptography", "zxingcpp", "pypdfium2", "pypinyin", "pikepdf",
    "alembic",
)  # fmt: skip
TOP = {
    "app.py", "cli", "paths.py", "errors.py", "settings.py", "domain", "services", "storage", "documents", "trust",
    "exchange", "gui",
}  # fmt: skip
GLOSSARY = [
    "member_company", "member_tier", "member_no", "uscc", "org_code", "former_name", "legal_representative",
    "contact_person", "industry", "campaign", "campaign_year", "edition", "invitation_notice", "participation",
    "material_review", "returned_for_correction", "integrity_pledge", "pledge_clause",
    "standard_self_declaration", "product_standard", "announcement_no", "roster", "pledge_display_certificate",
    "survey_certificate", "certificate_no", "issuer_line", "void", "revoke", "replace", "verify", "issued",
    "approve",
]  # fmt: skip


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, cwd=ROOT, check=False)


def test_the_contracts_hold():
    result = run("-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))")
    assert result.returncode == 0, result.stdout[-3000:]
    assert "0 broken" in result.stdout


def test_everything_but_the_window_imports_without_qt():
    result = run("-W", "error", "-c", WITHOUT_QT)
    assert result.returncode == 0, result.stderr[-2000:]
    assert int(result.stdout) > 100


def test_starting_the_command_line_loads_nothing_heavy():
    result = run("-c", f"import sys, qc_desktop.cli; print([name for name in {HEAVY} if name in sys.modules])")
    assert result.stdout.strip() == "[]", result.stdout + result.stderr


def test_the_top_level_is_as_designed():
    assert {path.name for path in PACKAGE.iterdir()} >= TOP
    expected = {"main.py", "run", "qc_desktop", "ui", "resources", "tests", "benchmarks", "packaging", "pyproject.toml"}
    assert expected | {"requirements.lock", ".ci", "README.md", "CONTRIBUTING.md"} <= {
        path.name for path in ROOT.iterdir()
    }
    assert {"fonts", "icons", "i18n", "documents"} <= {path.name for path in (ROOT / "resources").iterdir()}


def test_every_package_says_what_it_is():
    assert [
        str(path) for path, tree in modules().items() if path.name == "__init__.py" and not ast.get_docstring(tree)
    ] == []


@pytest.mark.parametrize("word", GLOSSARY)
def test_the_words_of_the_glossary_are_used(word):
    assert any(word in text for text in _sources().values())


@cache
def _sources() -> dict[Path, str]:
    paths = [*modules(), *(ROOT / "resources").rglob("*.toml")]
    return {path: path.read_text(encoding="utf-8") for path in paths}


@cache
def _functions() -> list[tuple[Path, ast.FunctionDef]]:
    return [
        (path, node) for path, tree in modules().items() for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)
    ]


def test_every_function_is_annotated():
    bare = [
        f"{path.name}:{node.lineno} {node.name}"
        for path, node in _functions()
        if node.returns is None
        or any(
            argument.annotation is None and argument.arg not in ("self", "cls")
            for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
        )
    ]
    assert bare == []


def test_no_function_is_longer_than_sixty_lines():
    long = [f"{path.name}:{node.name}" for path, node in _functions() if (node.end_lineno or 0) - node.lineno >= 60]
    assert [name for name in long if name != "r0001_first_schema.py:upgrade"] == []


def test_no_bare_and_no_broad_except_but_the_last_stop():
    broad = [
        path.relative_to(PACKAGE).as_posix()
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in ("Exception", "BaseException"))
    ]
    assert set(broad) <= {"cli/run.py", "gui/jobs.py"}
