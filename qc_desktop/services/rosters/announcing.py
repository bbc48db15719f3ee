"""公告: the announcement of a published roster, as .docx or PDF, with the roster as its annex."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qc_desktop.domain.campaigns import activity
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.paths import resource
from qc_desktop.services import preferences, system_fonts, worded
from qc_desktop.services.layouts.checking import demand_variables
from qc_desktop.services.layouts.choosing import in_use
from qc_desktop.services.office import Office
from qc_desktop.services.rosters.viewing import RosterView, view
from qc_desktop.storage.tables import Campaign

if TYPE_CHECKING:
    from qc_desktop.documents.announcing import Announcing
    from qc_desktop.exchange.writing.announcement_docx import DocxFont

KIND = "announcement"
FORMATS = ("docx", "pdf")
_HEADED = "是"
"""The red head is wanted: whatever is not empty."""
_SAME = {
    "宋体": ("SimSun",),
    "仿宋": ("FangSong",),
    "仿宋_GB2312": ("FangSong_GB2312",),
    "黑体": ("SimHei",),
    "楷体": ("KaiTi",),
    "楷体_GB2312": ("KaiTi_GB2312",),
    "华文中宋": ("STZhongsong",),
    "华文仿宋": ("STFangsong",),
    "华文楷体": ("STKaiti",),
    "方正小标宋简体": ("FZXiaoBiaoSong-B05S",),
}
"""Names under which a system in another language lists a font."""


@dataclass(frozen=True)
class Announced:
    """What was written; ``replaced`` are pairs of a font that this PC lacks and the one that a .docx names instead."""

    path: Path
    companies: int
    version: int
    replaced: tuple[tuple[str, str], ...] = ()


def announce(office: Office, campaign_id: str, path: Path, *, red_head: bool = False) -> Job[Announced]:
    """Writes the announcement to ``path``, whole or not at all, as its ending says.

    Raises UserError where no roster was published, where the number, the day or the issuing body is not known yet,
    for another ending, for a character that no font prints, a text that does not fit, and for a place that cannot be
    written.
    """
    form = path.suffix.lstrip(".").lower()
    if form not in FORMATS:
        raise UserError("announcement.format", path=path.name)
    shown = view(office, campaign_id)
    about = _about(office, campaign_id, shown, red_head=red_head)
    yield Progress("announcement", 0, len(about.rows))
    replaced: tuple[tuple[str, str], ...] = ()
    if form == "pdf":
        from qc_desktop.documents.announcing import render_announcement

        for page in render_announcement(about, path):
            yield Progress("announcement", page.done, page.total)
    else:
        from qc_desktop.documents.announcing import said
        from qc_desktop.exchange.writing import announcement_docx

        chosen, replaced = _docx_fonts()
        announcement_docx.write(path, said(about), chosen, shown.made)
        yield Progress("announcement", len(about.rows), len(about.rows))
    return Announced(path, len(about.rows), shown.version, replaced)


def _about(office: Office, campaign_id: str, shown: RosterView, *, red_head: bool) -> Announcing:
    """What is announced, in the words and the look of the layout in use."""
    from qc_desktop.documents.announcing import Announcing
    from qc_desktop.documents.sheets import Appearance

    record, layout = _record(office, campaign_id, shown), in_use(office, KIND)
    demand_variables(layout)
    with office.store.reading() as session:
        campaign = session.get_one(Campaign, campaign_id)
        if any(one.is_blank or one.brace for one in worded.of_published(session, campaign, shown.title)):
            raise UserError("announcement.title", title=shown.title)
        worded.demand(session, worded.on_announcement(session, campaign, shown.title))
    plain = _before_certificates(shown)
    return Announcing(
        record={**record, "red_head": _HEADED if red_head else ""},
        layout=layout,
        columns=tuple((column.title, column.share) for column in plain.columns),
        rows=plain.rows,
        appearance=Appearance(scheme=preferences.get(office, "certificate_scheme")),
    )


def _record(office: Office, campaign_id: str, shown: RosterView) -> dict[str, str]:
    """What the words may name. Raises UserError for what is not known yet."""
    if not shown.version:
        raise UserError("announcement.not_published")
    issuer = preferences.issuer_line(office)
    if not issuer:
        raise UserError("announcement.no_issuer")
    with office.store.reading() as session:
        campaign = session.get_one(Campaign, campaign_id)
        if not campaign.announcement_no:
            raise UserError("announcement.no_number", year=campaign.campaign_year)
        if campaign.announced_on is None:
            raise UserError("announcement.no_day", year=campaign.campaign_year)
        return {
            "issuer": issuer,
            "announcement_no": campaign.announcement_no,
            "issued": campaign.announced_on.isoformat(),
            "year": str(campaign.campaign_year),
            "theme": activity(campaign.theme),
            "displayed_from": campaign.display_from.isoformat(),
            "roster": shown.title,
            "count": str(len(shown.rows)),
        }


def _before_certificates(shown: RosterView) -> RosterView:
    """Without empty columns, and without what comes after the announcement: a certificate cites it."""
    kept = [place for place, column in enumerate(shown.columns) if column.key == "sequence" or not column.is_joined]
    rows = tuple(tuple(row[place] for place in kept) for row in shown.rows)
    return replace(shown, columns=tuple(shown.columns[place] for place in kept), rows=rows).without_empty()


def _docx_fonts() -> tuple[dict[str, DocxFont], tuple[tuple[str, str], ...]]:
    """For each role the first font that this PC has, else the last one named; and what was wished for instead."""
    from qc_desktop.exchange.writing.announcement_docx import DocxFont

    here = system_fonts.families()
    roles: Mapping[str, Any] = _docx_settings()
    names = {role: _first_here(wanted["names"], here) for role, wanted in roles.items()}
    chosen = {role: DocxFont(name, name in roles[role].get("bold", ())) for role, name in names.items()}
    wished = ((roles[role]["names"][0], name) for role, name in names.items())
    return chosen, tuple(dict.fromkeys(pair for pair in wished if pair[0] != pair[1]))


@cache
def _docx_settings() -> dict[str, Any]:
    return tomllib.loads(resource("documents", "announcement_docx.toml").read_text(encoding="utf-8"))


def _first_here(names: Sequence[str], here: frozenset[str]) -> str:
    return next((name for name in names if here & {name, *_SAME.get(name, ())}), names[-1])
