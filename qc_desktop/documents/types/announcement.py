"""公告 with the roster as its annex, as PDF in the format of official documents (GB/T 9704-2012)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from qc_desktop.documents.book import Book
from qc_desktop.documents.fonts import NO_OTHERS
from qc_desktop.documents.letters import Across, Area, Labelled, Part, Signed, Words, draw, page_number, set_letter
from qc_desktop.documents.staging import staged_file
from qc_desktop.documents.table_document import STEP, flowing
from qc_desktop.documents.table_pages import Head, Sheets
from qc_desktop.documents.tables import grid
from qc_desktop.documents.types.roster import roster_settings
from qc_desktop.documents.units import POINTS_PER_MM
from qc_desktop.domain.announcements import Announcement
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.paths import resource


@cache
def announcement_settings() -> dict[str, Any]:
    """Words, page, styles and fonts of announcements."""
    return tomllib.loads(resource("documents", "announcement.toml").read_text(encoding="utf-8"))


def render_announcement(path: Path, said: Announcement, fonts: Mapping[str, str] = NO_OTHERS) -> Job[Path]:
    """Writes the announcement with its annex to ``path``; ``fonts`` are an office's specs by font name.

    Closing the generator leaves nothing. Raises UserError for a character that no font prints and for a place that
    cannot be written. The same words give the same bytes.
    """
    about = announcement_settings()
    area = Area(about["page"], about["style"], fonts)
    size = about["page"]["width"] * POINTS_PER_MM, about["page"]["height"] * POINTS_PER_MM
    letter = set_letter(area, _parts(said, about))
    with staged_file(path) as out:
        yield Progress(STEP, 0, len(said.rows))
        book = Book(out, *size, about["language"])
        for number, page in enumerate(letter, 1):
            page.texts.append(page_number(about["foot"], number, area, fonts))
            book.page(draw(book, page, area, about["style"]))
        yield from _annex(book, said, about, area, len(letter), fonts)
        book.finish(said.title, said.issuer)
    return path


def _parts(said: Announcement, about: Mapping[str, Any]) -> list[Part]:
    """The letter: red head where one is wanted, title, text, mention of the annex, sign-off."""
    if said.head:
        head = about["head"]
        rule = Across(head["rule"], "red", head["below"])
        name, number = Words("name", [said.head], "centre", shrinks=True), Words("number", [said.number], "centre")
        above: list[Part] = [name, number, rule, Words("headed_title", [said.title], "centre")]
    else:
        below = Words("below_title", [said.number], "centre", keeps=True)
        above = [Words("title", [said.title], "centre"), below]
    first, *others = said.paragraphs
    return [
        *above,
        Words("first", [first], indent=2.0),
        *(Words("body", [text], indent=2.0) for text in others),
        Labelled("attachment", said.attachment, said.annex_title),
        Signed("sign", said.issuer, said.day),
    ]


def _annex(
    book: Book, said: Announcement, about: Mapping[str, Any], area: Area, before: int, fonts: Mapping[str, str]
) -> Job[None]:
    """The roster on pages of its own, numbered on."""
    plain = roster_settings()
    upright = [setting for setting in plain["setting"] if setting["page"] == "portrait"]
    words, foot = {"page": about["foot"]["text"]}, {**plain["foot"], **about["foot"]}
    settings = {**plain, "setting": upright, "words": words, "foot": foot}
    layout = grid(settings, said.columns, said.rows, fonts)
    (top,) = set_letter(area, _annex_head(said))
    below = (about["page"]["lift"] + about["page"]["annex_gap"]) * POINTS_PER_MM
    head = Head(tuple(top.texts), area.top - min(text.y for text in top.texts) + below)
    flow = yield from flowing(layout, settings, head, said.rows)
    sheets = Sheets(settings, layout, [name for name, _ in said.columns], "", 0)
    done = 0
    for place, rows in enumerate(flow.pages):
        book.page(sheets.page(book, before + place + 1, rows, head if place == 0 else Head((), 0.0)))
        done += sum(row.begins for row in rows)
        yield Progress(STEP, done, len(said.rows))


def _annex_head(said: Announcement) -> list[Part]:
    """附件 at the left, its title centred from the third line on (7.3.4)."""
    return [
        Words("annex", [said.annex]),
        Words("annex_title", [said.annex_title], "centre"),
        Words("annex_below", [said.annex_below], "centre"),
    ]
