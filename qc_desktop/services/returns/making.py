"""Prefilled forms for companies: a file each in a folder, or all of them in one packed file."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.orm import Session

from qc_desktop.documents.staging import staged_folder
from qc_desktop.domain import dates
from qc_desktop.domain.file_names import numbered_names
from qc_desktop.domain.pledges import PledgeClause
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.exchange import return_form as form
from qc_desktop.exchange.writing.return_form import FormContent, to_bytes
from qc_desktop.files import atomic_path
from qc_desktop.services import preferences
from qc_desktop.services.campaigns.stages import in_chunks
from qc_desktop.services.companies.planning import companies_by_id
from qc_desktop.services.office import Office
from qc_desktop.services.returns.known import LastPledge, choices, company_texts, last_pledges
from qc_desktop.storage.merged import standing
from qc_desktop.storage.tables import Campaign, ClauseSet, Company

PACKED = ".zip"
CONTACT_SETTING = "return_form_contact"
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Made:
    """Forms that were made, and those that stood in the folder already."""

    path: Path
    made: int
    skipped: int = 0


def make(
    office: Office, campaign_id: str, company_ids: Sequence[str], path: Path, *, contacts: bool = False
) -> Job[Made]:
    """Makes the form of each of ``company_ids`` for the campaign, in the folder ``path`` or the .zip of that name.

    A form of a company that stands in the folder already stays as it is: it may have been filled in. ``contacts``
    prefills a company's first contact; that is noted in the history. Closing the generator leaves nothing. Raises
    UserError where nobody is meant, and for a place that cannot be written.
    """
    if not company_ids:
        raise UserError("returns.nobody")
    with office.store.reading() as session:
        ids = standing(session, company_ids)
    packed = path.suffix.lower() == PACKED
    made = yield from (_pack if packed else _fill)(office, campaign_id, ids, path, contacts)
    with office.writing("returns_make", undoable=False, campaign=campaign_id, count=made.made, contacts=contacts):
        pass
    return made


def _fill(office: Office, campaign_id: str, ids: Sequence[str], folder: Path, contacts: bool) -> Job[Made]:
    _check_folder(folder)
    skipped = made = 0
    names = _Names(folder)
    with staged_folder(folder) as part:
        for content in _contents(office, campaign_id, ids, contacts):
            name = names.free_for(content)
            if name is None:
                skipped += 1
            else:
                (part / name).write_bytes(to_bytes(content))
                made += 1
            yield Progress("returns_make", made + skipped, len(ids))
    return Made(folder, made, skipped)


def _pack(office: Office, campaign_id: str, ids: Sequence[str], path: Path, contacts: bool) -> Job[Made]:
    names = _Names(None)
    with atomic_path(path) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_STORED) as archive:
        for done, content in enumerate(_contents(office, campaign_id, ids, contacts), start=1):
            archive.writestr(zipfile.ZipInfo(str(names.free_for(content)), _ZIP_DAY), to_bytes(content))
            yield Progress("returns_make", done, len(ids))
    return Made(path, len(ids))


def _check_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UserError("returns.out_is_file", path=folder)
    if not folder.parent.is_dir():
        raise UserError("file.folder_missing", path=folder, folder=folder.parent)


class _Names:
    """Names of the files: of two companies called alike the second has a number."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._taken: set[str] = set()
        self._there = {each.name.casefold() for each in folder.iterdir()} if folder and folder.is_dir() else set()

    def free_for(self, content: FormContent) -> str | None:
        """The name for this form; None where the folder has this company's form already."""
        for name in numbered_names(content.values["name"], f"_{form.SHEET}_{content.info['year']}.xlsx"):
            if name.casefold() in self._taken:
                continue
            if self._folder is None or name.casefold() not in self._there:
                self._taken.add(name.casefold())
                return name
            if form.is_marked(self._folder / name, content.info):
                return None
        raise AssertionError(content.values["name"])


def _contents(office: Office, campaign_id: str, ids: Sequence[str], contacts: bool) -> Iterator[FormContent]:
    """The forms of ``ids``, in that order."""
    with office.store.reading() as session:
        campaign = session.get_one(Campaign, campaign_id)
        blank = _blank(office, session, campaign)
        for chunk in in_chunks(ids):
            known = companies_by_id(session, chunk)
            pledges = last_pledges(session, campaign, chunk)
            for company_id in chunk:
                if company_id not in known:
                    raise UserError("company.gone")
                yield _filled_in(blank, known[company_id], pledges.get(company_id), contacts)
            session.expunge_all()


def _blank(office: Office, session: Session, campaign: Campaign) -> FormContent:
    """What stands on every form of the campaign."""
    clauses = [PledgeClause(*clause) for clause in session.get_one(ClauseSet, campaign.clause_set_id).clauses]
    return FormContent(
        title=form.words("headings")["title"].format(year=campaign.campaign_year, theme=campaign.theme),
        notes=_notes(office, campaign),
        values={},
        products=(),
        standards=(),
        clauses=tuple(f"{number}. {clause.short}：{clause.full}" for number, clause in enumerate(clauses, start=1)),
        lists={**choices(), "consent": form.consents()},
        info={
            "campaign_id": campaign.id,
            "year": str(campaign.campaign_year),
            "association": str(preferences.get(office, "association_name")),
        },
        created=dates.now(),
    )


def _notes(office: Office, campaign: Campaign) -> tuple[str, ...]:
    words, association = form.words("notes"), str(preferences.get(office, "association_name"))
    until = campaign.applications_until
    key = "until" if until else "without_day"
    first = words[key].format(association=association, day=dates.chinese(until) if until else "").strip("　")
    contact = preferences.get(office, CONTACT_SETTING) or association
    ask = words["ask"].format(contact=contact) if contact else ""
    return tuple(note for note in (first, words["how"], ask) if note)


def _filled_in(blank: FormContent, company: Company, last: LastPledge | None, contacts: bool) -> FormContent:
    values = company_texts(company, contacts=contacts)
    products = last.pledge.products if last else ()
    standards = last.pledge.standards if last else ()
    seen = {field: (values.get(field, ""),) for field in form.FIELDS if contacts or field not in form.CONTACT_FIELDS}
    prints = {field: form.fingerprint(texts) for field, texts in seen.items()}
    prints |= {"products": form.fingerprint(products), "standards": form.fingerprint(standards)}
    info = {
        **blank.info,
        "company_id": company.id,
        "row_version": str(company.row_version),
        **{f"print.{field}": print_of for field, print_of in prints.items()},
        "print": form.fingerprint(list(prints.values())),
    }
    return replace(blank, values=values, products=products, standards=standards, info=info)
