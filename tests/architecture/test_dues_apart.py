"""Dues never influence a queue, a roster or a result: what deals with those does not even know the word."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.architecture.source import PACKAGE, ROOT, modules

MAY_KNOW = (
    "cli/dues.py",
    "cli/run.py",
    "domain/money.py",
    "gui/forms/ui_dues_form.py",
    "gui/pages/companies/duplicates/merge_view.py",  # merging brings over what a company paid, and says so first
    "gui/pages/companies/aspects/membership/",
    "gui/pages/settings/",
    "services/companies/merge_plan.py",  # likewise
    "services/companies/moving.py",  # likewise
    "services/members/__init__.py",
    "services/members/dues.py",
    "settings.py",
    "storage/migrations/",
    "storage/tables/__init__.py",
    "storage/tables/membership.py",
)
WORD = re.compile(r"\bdues|_dues|Dues|会费")
APART = """
import importlib, pkgutil, sys
import qc_desktop.services, qc_desktop.documents, qc_desktop.trust, qc_desktop.exchange
for package in ("services.certificates", "services.campaigns", "documents", "trust", "exchange"):
    root = importlib.import_module("qc_desktop." + package)
    for module in pkgutil.walk_packages(root.__path__, root.__name__ + "."):
        importlib.import_module(module.name)
import qc_desktop.services.rosters, qc_desktop.services.verification, qc_desktop.services.overview
import qc_desktop.services.register_lookup
print("qc_desktop.services.members.dues" in sys.modules)
"""


def knowing() -> list[str]:
    return [path.relative_to(PACKAGE).as_posix() for path in modules() if WORD.search(path.read_text(encoding="utf-8"))]


def test_only_the_ledger_knows_of_dues():
    assert [name for name in knowing() if not name.startswith(MAY_KNOW)] == []
    assert "services/members/dues.py" in knowing()


def test_issuing_rosters_and_campaigns_do_not_load_the_ledger():
    done = subprocess.run([sys.executable, "-c", APART], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "False"


def test_no_template_or_word_of_certificates_speaks_of_dues():
    for path in (ROOT / "resources" / "documents").rglob("*"):
        if path.suffix in (".toml", ".json", ".txt"):
            assert "费" not in path.read_text(encoding="utf-8").replace("消费", ""), path.name
