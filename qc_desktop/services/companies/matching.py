"""Which company a row of a list means: by its code, else by its name; what cannot be told a person decides."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.domain.companies import CompanyDraft
from qc_desktop.domain.findings import Finding, warning
from qc_desktop.domain.text import looks_like_formula, name_key
from qc_desktop.storage.merged import not_merged
from qc_desktop.storage.tables import Company, FormerName


class Outcome(StrEnum):
    """What becomes of a row. A renamed company (更名) is known by its code, and the row calls it otherwise."""

    NEW = "new"
    RENAMED = "renamed"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    ERROR = "error"


@dataclass(frozen=True)
class Match:
    """The company a row means (empty for a new one), or why a person has to decide.

    ``keeps`` is the name that the company keeps where the row spells it otherwise or has a former one.
    """

    company_id: str = ""
    keeps: str = ""
    doubt: Finding | None = None
    remark: Finding | None = None


@dataclass
class Directory:
    """Every company known so far by code, by name and by former name, the rows of the list itself included."""

    by_uscc: dict[str, str] = field(default_factory=dict)
    by_name: dict[str, list[str]] = field(default_factory=dict)
    by_former: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    merged_codes: dict[str, str] = field(default_factory=dict)
    """Codes of companies that were merged, and who stands for them: the same company, under its own code."""
    rows: dict[str, int] = field(default_factory=dict)

    @classmethod
    def load(cls, session: Session) -> Directory:
        """All companies in the records."""
        directory = cls()
        columns = select(Company.id, Company.name, Company.name_key, Company.uscc)
        for company_id, name, key, uscc in session.execute(columns.where(not_merged(Company.id))):
            directory._enter(company_id, name, key, uscc or "")
        former = select(FormerName.company_id, FormerName.name).where(not_merged(FormerName.company_id))
        for company_id, name in session.execute(former):
            directory._note_former(company_id, name_key(name))
        merged = select(Company.merged_into_id, Company.name_key, Company.uscc).where(Company.merged_into_id > "")
        for survivor, key, code in session.execute(merged):
            directory._note_former(survivor or "", key)
            directory.merged_codes |= {code: survivor or ""} if code else {}
        return directory

    def _note_former(self, company_id: str, key: str) -> None:
        named = self.by_former.setdefault(key, [])
        if company_id not in named:
            named.append(company_id)

    def _enter(self, company_id: str, name: str, key: str, uscc: str) -> None:
        self.names[company_id] = name
        self.codes[company_id] = uscc
        self.by_name.setdefault(key, []).append(company_id)
        if uscc:
            self.by_uscc[uscc] = company_id

    def take(self, draft: CompanyDraft, company_id: str, row: int) -> None:
        """Notes that ``row`` of the list stands for ``company_id``."""
        self.rows[company_id] = row
        if company_id not in self.names:
            self._enter(company_id, draft.name, name_key(draft.name), draft.uscc)
            return
        if draft.uscc:
            self.by_uscc.setdefault(draft.uscc, company_id)
            self.codes[company_id] = draft.uscc
        named = self.by_name.setdefault(name_key(draft.name), [])
        if company_id not in named:
            named.append(company_id)

    def has_code(self, company_id: str, uscc: str) -> bool:
        """Whether ``uscc`` (not empty) is the code of ``company_id``."""
        return bool(uscc) and company_id in (self.by_uscc.get(uscc), self.merged_codes.get(uscc))

    def match(self, draft: CompanyDraft) -> Match:
        """The company that ``draft`` means.

        The same name under another code, or several companies of that name, is a doubt; so is a second row for a
        company that the list named before.
        """
        found = self._match(draft)
        earlier = self.rows.get(found.company_id)
        if found.company_id and earlier is not None and found.doubt is None:
            same = name_key(draft.name) == name_key(self.names[found.company_id])
            code = "match.repeats" if same else "match.code_twice"
            return Match(found.company_id, doubt=warning(code, "name", draft.name, earlier=earlier))
        return found

    def _match(self, draft: CompanyDraft) -> Match:
        by_code = self.by_uscc.get(draft.uscc) if draft.uscc else None
        if by_code:
            return self._named(by_code, draft)
        key = name_key(draft.name)
        if draft.uscc in self.merged_codes:
            return self._merged(self.merged_codes[draft.uscc], draft)
        found = self.by_name.get(key) or self.by_former.get(key) or []
        if not found:
            return Match()
        if len(found) > 1:
            return Match(found[0], doubt=warning("match.several_of_name", "name", draft.name, count=len(found)))
        code = self.codes[found[0]]
        if draft.uscc and code and code != draft.uscc:
            doubt = warning("match.other_code", "uscc", draft.uscc, name=self.names[found[0]], known=code)
            return Match(found[0], doubt=doubt)
        return self._named(found[0], draft)

    def _merged(self, company_id: str, draft: CompanyDraft) -> Match:
        """The match by a code that was given up in a merging: under a name of neither company it is a doubt."""
        found = self._named(company_id, draft)
        if found.keeps:
            return found
        known = self.names[company_id]
        return Match(company_id, doubt=warning("match.merged_code", "name", draft.name, name=known))

    def _named(self, company_id: str, draft: CompanyDraft) -> Match:
        """The match with ``company_id``, and what becomes of its name."""
        known, key = self.names[company_id], name_key(draft.name)
        if name_key(known) == key:
            return Match(company_id, keeps=known)
        if company_id in self.by_former.get(key, ()):
            remark = warning("match.former_name", "name", draft.name, now=known)
            return Match(company_id, keeps=known, remark=remark)
        if looks_like_formula(draft.name):  # no register has such a name: a broken cell, or a trap
            doubt = warning("match.formula_name", "name", draft.name, name=known)
            return Match(company_id, doubt=doubt)
        return Match(company_id, remark=warning("match.renamed", "name", draft.name, before=known))
