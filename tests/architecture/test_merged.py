"""Every module that lists companies or participations has decided about those that were merged."""

from __future__ import annotations

import ast

from tests.architecture.source import PACKAGE, modules

LISTED = {"Company", "Participation"}
DECIDES = {"merged_into_id", "chosen"}
"""A module that decided uses one of these names, or imports from storage/merged.py."""
NEED_NOT = {
    "services/audit/listing.py": "finds what was done to a company, also to one that was merged since",
    "services/campaigns/pledging.py": "asks by companies and participations that it is given",
    "services/companies/planning.py": "asks by companies that the matching gave, which knows of merged ones",
    "services/companies/rows.py": "asks by companies that were chosen",
    "services/members/field_queries.py": "adds to a query of companies that were chosen",
    "services/returns/known.py": "asks by companies that it is given",
    "services/returns/planning.py": "asks by companies that were recognised; a merged one's code is taken too",
    "services/history.py": "names what a command changed, also companies that were merged since",
    "services/worded/sentences.py": "asks for clauses, whoever signed them",
    "services/doctor.py": "hands all ids to the index, which leaves merged ones out",
}


def _lists(tree: ast.Module) -> bool:
    """Whether a module selects or joins companies or participations."""
    return any(
        isinstance(name, ast.Name) and name.id in LISTED
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and _called(call) in ("select", "join", "outerjoin", "select_from")
        for argument in call.args
        for name in ast.walk(argument)
    )


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _decides(tree: ast.Module) -> bool:
    return any(
        getattr(node, "id", getattr(node, "attr", "")) in DECIDES
        or (isinstance(node, ast.ImportFrom) and node.module == "qc_desktop.storage.merged")
        for node in ast.walk(tree)
    )


def test_whoever_lists_companies_has_decided_about_merged_ones() -> None:
    undecided = {
        path.relative_to(PACKAGE).as_posix()
        for path, tree in modules().items()
        if path.relative_to(PACKAGE).parts[0] == "services" and _lists(tree) and not _decides(tree)
    }
    assert sorted(undecided - set(NEED_NOT)) == []
    assert sorted(set(NEED_NOT) - undecided) == [], "no longer needed"
