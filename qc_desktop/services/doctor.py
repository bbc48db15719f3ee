"""What is wrong with this installation or these records, and how to mend it."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select, text

from qc_desktop.documents.fonts.glyphs import missing_characters
from qc_desktop.domain.dates import local, today
from qc_desktop.domain.progress import Job, finish
from qc_desktop.errors import UserError
from qc_desktop.services import backups, checking_keys, fonts, preferences, worded
from qc_desktop.services.certificates import seals
from qc_desktop.services.certificates.candidates import announced_without
from qc_desktop.services.layouts import versions
from qc_desktop.services.layouts.choosing import version_of
from qc_desktop.services.layouts.equipping import kept_design
from qc_desktop.services.ledger import heads
from qc_desktop.services.ledger.replay import replaying
from qc_desktop.services.office import Office
from qc_desktop.storage import search_index
from qc_desktop.storage.engine import sqlite_module
from qc_desktop.storage.tables import Campaign, Company, DocumentLayout, LayoutPicture, LayoutVersion

LOW_SPACE = 500_000_000
OLD_BACKUP_DAYS = 7
OLDEST_SQLITE = (3, 40, 0)
MOST_DIFFERENCES = 20


@dataclass(frozen=True)
class Diagnosis:
    """One thing that was looked at; ``code`` names its sentence under ``doctor.`` and ``good`` says how it is."""

    code: str
    good: bool
    params: dict[str, Any]


def examine(office: Office) -> list[Diagnosis]:
    """Looks at everything; never raises for what it finds."""
    return [diagnosis for look in LOOKS for diagnosis in _looked(look, office)]


def _looked(look: Callable[[Office], Iterator[Diagnosis]], office: Office) -> list[Diagnosis]:
    """What ``look`` finds; where the records cannot even be read, that."""
    try:
        return list(look(office))
    except UserError as problem:
        return [Diagnosis("damaged", False, {"what": problem.code})]


def _sqlite(_office: Office) -> Iterator[Diagnosis]:
    version = sqlite_module().sqlite_version
    new_enough = tuple(map(int, version.split("."))) >= OLDEST_SQLITE
    yield Diagnosis("sqlite" if new_enough else "sqlite_old", new_enough, {"version": version})


def _database(office: Office) -> Iterator[Diagnosis]:
    with office.store.reading() as session:
        found = session.execute(text("PRAGMA integrity_check(3)")).scalars().all()
        dangling = session.execute(text("PRAGMA foreign_key_check")).all()
    if list(found) != ["ok"]:
        yield Diagnosis("damaged", False, {"what": "; ".join(found)})
    elif dangling:
        yield Diagnosis("dangling", False, {"count": len(dangling)})
    else:
        yield Diagnosis("database", True, {"path": office.profile.database})


def _search(office: Office) -> Iterator[Diagnosis]:
    query = (
        "SELECT (SELECT count(*) FROM member_company WHERE merged_into_id IS NULL)"
        " - (SELECT count(*) FROM company_search_index)"
    )
    with office.store.reading() as session:
        missing = session.execute(text(query)).scalar_one()
    yield Diagnosis("search" if missing == 0 else "search_stale", missing == 0, {"count": abs(missing)})


def _space(office: Office) -> Iterator[Diagnosis]:
    free = shutil.disk_usage(office.profile.root).free
    gigabytes = f"{free / 1_000_000_000:.1f}"
    yield Diagnosis("space" if free > LOW_SPACE else "space_low", free > LOW_SPACE, {"gigabytes": gigabytes})


def _backup(office: Office) -> Iterator[Diagnosis]:
    state = backups.state(office)
    if state.is_gone:
        yield Diagnosis(
            "backup_emptied" if state.is_emptied else "backup_gone",
            False,
            {"folder": state.folder, "instead": office.profile.backups},
        )
    if state.newest is None or state.at is None:
        yield Diagnosis("no_backup", False, {"folder": office.profile.backups if state.is_gone else state.folder})
        return
    days = (today() - local(state.at).date()).days
    code = "backup_old" if days > OLD_BACKUP_DAYS else "backup" if days > 0 else "backup_today"
    try:
        backups.preview(state.newest.path)
    except UserError:
        code = "backup_bad"
    yield Diagnosis(code, code in ("backup", "backup_today"), {"path": state.newest.path, "days": days})


def _settings(office: Office) -> Iterator[Diagnosis]:
    for key in ("association_name", "verification_prefix"):
        if not preferences.get(office, key):
            yield Diagnosis(f"no_{key}", False, {})


def _keys(office: Office) -> Iterator[Diagnosis]:
    for code, good, params in checking_keys.findings(office):
        yield Diagnosis(code, good, params)


def _ledger(office: Office) -> Iterator[Diagnosis]:
    """Where the records differ from the issuance register, up to MOST_DIFFERENCES of it."""
    found = finish(replaying(office))
    for finding in found[:MOST_DIFFERENCES]:
        yield Diagnosis("ledger_differs", False, {"problem": UserError(finding.code, **finding.params)})
    if len(found) > MOST_DIFFERENCES:
        yield Diagnosis("ledger_more", False, {"count": len(found) - MOST_DIFFERENCES})
    if not found:
        yield Diagnosis("ledger", True, {"entries": heads.size(office)})


def _fonts(office: Office) -> Iterator[Diagnosis]:
    for row in fonts.examined(office):
        if not row.is_sound:
            yield Diagnosis("font_changed" if row.is_there else "font_lost", False, {"font": row.name})
    missing = missing_characters("质量诚信承诺镕𬭊")
    yield Diagnosis("fonts" if not missing else "fonts_bad", not missing, {"characters": "".join(missing)})


def _seal(office: Office) -> Iterator[Diagnosis]:
    try:
        seals.for_issue(office)
    except UserError as problem:
        yield Diagnosis(problem.code.rpartition(".")[2], False, dict(problem.params))


def _layouts(office: Office) -> Iterator[Diagnosis]:
    """Versions of layouts and their pictures that are not what was kept: somebody changed them past the program."""
    with office.store.reading() as session:
        names = {row.id: row for row in session.scalars(select(DocumentLayout))}
        for row in session.scalars(select(LayoutVersion).order_by(LayoutVersion.layout_id, LayoutVersion.version)):
            named = names.get(row.layout_id)
            present = named is None or named.version != row.version or named.sha256 == row.sha256
            if not (present and _is_kept(row)):
                called = named.name if named else row.sha256[:8]
                yield Diagnosis("layout_damaged", False, {"layout": called, "version": row.version})
        for sha256, content in session.execute(select(LayoutPicture.sha256, LayoutPicture.content)):
            if hashlib.sha256(content).hexdigest() != sha256:
                yield Diagnosis("layout_picture_damaged", False, {"picture": sha256[:8]})


def _layouts_in_use(office: Office) -> Iterator[Diagnosis]:
    """Layouts of the office's own from which nothing would be made today: the rules may be newer than they are."""
    with office.store.reading() as session:
        used = [
            (row.name, row.id, row.version)
            for row in session.scalars(select(DocumentLayout).where(DocumentLayout.in_use).order_by(DocumentLayout.id))
        ]
        for name, layout_id, version in used:
            try:
                versions.demand(version_of(office, session, layout_id, version))
            except UserError as problem:
                if problem.code != "layout.damaged":  # is said already
                    yield Diagnosis("layout_refused", False, {"layout": name, "problem": problem})


def _wording(office: Office) -> Iterator[Diagnosis]:
    """What is printed of the newest year, of others where somebody waits for a certificate, and of the settings, and
    would be refused at issue today."""
    with office.store.reading() as session:
        newest = session.scalar(select(func.max(Campaign.campaign_year)))
        opened = session.scalars(select(Campaign).order_by(Campaign.campaign_year.desc())).all()
        years = [one for one in opened if one.campaign_year == newest or announced_without(session, one.id)]
        said = [one for year in years for one in worded.of_campaign(session, year)] + worded.of_office(session)
        for finding in worded.missing(session, dict.fromkeys(said)):
            yield Diagnosis("wording_refused", False, {"problem": UserError(finding.code, **finding.params)})


def _is_kept(row: LayoutVersion) -> bool:
    try:
        kept_design(row.content, row.sha256)
    except UserError:
        return False
    return True


def _program(_office: Office) -> Iterator[Diagnosis]:
    yield Diagnosis("program", True, {"python": sys.version.split()[0], "platform": sys.platform})


LOOKS: tuple[Callable[[Office], Iterator[Diagnosis]], ...] = (
    _program,
    _sqlite,
    _database,
    _search,
    _space,
    _backup,
    _settings,
    _keys,
    _ledger,
    _fonts,
    _seal,
    _layouts,
    _layouts_in_use,
    _wording,
)
"""Everything that is looked at."""


def rebuilding_search(office: Office) -> Job[None]:
    """Writes the whole search index anew; closed before its end it leaves the old one."""
    with office.writing("search_rebuild", undoable=False) as work:
        work.session.execute(text("DELETE FROM company_search"))
        work.session.execute(text("DELETE FROM company_search_index"))
        ids = list(work.session.scalars(select(Company.id)))
        yield from search_index.reindexing(work.session.connection(), ids)
