"""公告: the announcement of a published roster, as .docx or PDF, with the roster as its annex."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qc_desktop.domain.announcements import Announcement
from qc_desktop.domain.campaigns import activity
from qc_desktop.domain.dates import chinese
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.services import fonts, preferences, system_fonts
from qc_desktop.services.office import Office
from qc_desktop.services.rosters.viewing import RosterView, view
from qc_desktop.storage.tables import Campaign

if TYPE_CHECKING:
    from qc_desktop.exchange.writing.announcement_docx import DocxFont

FORMATS = ("docx", "pdf")
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
    for another ending, for a character that no font prints, and for a place that cannot be written.
    """
    form = path.suffix.lstrip(".").lower()
    if form not in FORMATS:
        raise UserError("announcement.format", path=path.name)
    shown = view(office, campaign_id)
    said = _said(office, campaign_id, shown, red_head=red_head)
    yield Progress("announcement", 0, len(said.rows))
    replaced: tuple[tuple[str, str], ...] = ()
    if form == "pdf":
        from qc_desktop.documents.types.announcement import render_announcement

        for page in render_announcement(path, said, fonts.specs(office)):
            yield Progress("announcement", page.done, page.total)
    else:
        from qc_desktop.exchange.writing import announcement_docx

        chosen, replaced = _docx_fonts()
        announcement_docx.write(path, said, chosen, shown.made)
        yield Progress("announcement", len(said.rows), len(said.rows))
    return Announced(path, len(said.rows), shown.version, replaced)


def _said(office: Office, campaign_id: str, shown: RosterView, *, red_head: bool) -> Announcement:
    from qc_desktop.documents.types.announcement import announcement_settings
    from qc_desktop.documents.wording import fill, filled

    about = announcement_settings()
    facts = _facts(office, campaign_id, shown)
    paragraphs = [filled(choices, facts)[:1] for choices in about["paragraphs"]]
    plain = _before_certificates(shown)
    return Announcement(
        head=fill(about["head"]["name"], facts) or "" if red_head else "",
        number=facts["number"],
        title=fill(about["title"], facts) or "",
        paragraphs=tuple(text for found in paragraphs for text in found),
        attachment=about["attachment"],
        issuer=facts["issuer"],
        day=facts["day"],
        annex=about["annex"],
        annex_title=shown.title,
        annex_below=fill(about["annex_below"], facts) or "",
        columns=tuple((column.title, column.share) for column in plain.columns),
        rows=plain.rows,
    )


def _facts(office: Office, campaign_id: str, shown: RosterView) -> dict[str, str]:
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
            "number": campaign.announcement_no,
            "day": chinese(campaign.announced_on),
            "year": str(campaign.campaign_year),
            "activity": activity(campaign.theme),
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
    from qc_desktop.documents.types.announcement import announcement_settings
    from qc_desktop.exchange.writing.announcement_docx import DocxFont

    here = system_fonts.families()
    roles: Mapping[str, Any] = announcement_settings()["docx"]
    names = {role: _first_here(wanted["names"], here) for role, wanted in roles.items()}
    chosen = {role: DocxFont(name, name in roles[role].get("bold", ())) for role, name in names.items()}
    wished = ((roles[role]["names"][0], name) for role, name in names.items())
    return chosen, tuple(dict.fromkeys(pair for pair in wished if pair[0] != pair[1]))


def _first_here(names: Sequence[str], here: frozenset[str]) -> str:
    return next((name for name in names if here & {name, *_SAME.get(name, ())}), names[-1])
