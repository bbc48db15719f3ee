"""字体: TrueType fonts that an office adds to the shipped ones, kept below the profile.

An added font can be named in a layout, and prints everywhere what the shipped fonts lack: in the order in which they
were added, so that another one never changes what was printed before.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from qc_desktop.documents.fonts.files import SUFFIX, FontNote, is_sound, read_note, write_note
from qc_desktop.documents.fonts.glyphs import (
    ADDED,
    FONTS,
    face,
    file_spec,
    forget_faces,
    missing_characters,
    printing_face,
    stack,
)
from qc_desktop.documents.fonts.tables import SIZE_LIMIT, licence_of, one_font
from qc_desktop.domain import dates
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.domain.text import clean
from qc_desktop.errors import UserError
from qc_desktop.files import ensure_folder, write_atomic
from qc_desktop.paths import Profile
from qc_desktop.services.office import Office
from qc_desktop.storage.tables import Certificate, LayoutVersion, Template

if TYPE_CHECKING:
    from qc_desktop.documents.outside.killable import Killable

SECONDS = 20.0
"""A font that is not looked through after this time is refused."""
_KEY = 12
_USES, _PRINT_ONLY = 0x000F, 0x0004
"""Of ``fsType``: the bits that say how a font may be embedded; this one alone allows no editing."""
_LONGEST_NAME = 120


@dataclass(frozen=True)
class FontRow:
    """An added font as lists show it; ``licence`` is its embedding flag, -1 where the font states none.

    ``is_sound`` says whether its file is what was added, where that was looked at; ``is_alone`` whether no other one
    is called so.
    """

    sha256: str
    family: str
    style: str
    licence: int
    characters: int
    file_name: str
    added_at: str
    is_there: bool
    is_sound: bool = True
    is_alone: bool = True

    @property
    def called(self) -> str:
        """Family and style."""
        return " ".join(filter(None, (self.family, self.style)))

    @property
    def name(self) -> str:
        """What it is called, of one that is not the only font called so with its file."""
        return self.called if self.is_alone else f"{self.called} ({self.file_name})"

    @property
    def licence_kind(self) -> str:
        """What its licence says of embedding: ``free`` (also to be edited), ``print`` or ``unstated``."""
        if self.licence < 0:
            return "unstated"
        return "print" if self.licence & _USES == _PRINT_ONLY else "free"

    @property
    def layout_name(self) -> str:
        """How a layout calls it."""
        return ADDED + self.sha256[:_KEY]


@dataclass(frozen=True)
class AddedFonts:
    """How it went: the new fonts, names of those that were there already, and files refused with the reason."""

    rows: tuple[FontRow, ...]
    already: tuple[str, ...] = ()
    refused: tuple[tuple[str, UserError], ...] = ()


@dataclass(frozen=True)
class PrintedBy:
    """Which font prints ``char``: a shipped one's name, an added one's; empty where none has it."""

    char: str
    font: str


def fonts(office: Office) -> list[FontRow]:
    """The added fonts in the order in which they were added."""
    return _fonts(office.profile)


def examined(office: Office) -> list[FontRow]:
    """As :func:`fonts`, each file read and compared with what was added."""
    return [replace(row, is_sound=is_sound(_path(office.profile, row.sha256))) for row in fonts(office)]


def _fonts(profile: Profile) -> list[FontRow]:
    notes = ((path.with_suffix(SUFFIX), read_note(path)) for path in profile.fonts.glob("*.json"))
    rows = [_row(path, note) for path, note in notes if note is not None]
    called = Counter((row.family, row.style) for row in rows)
    rows = [replace(row, is_alone=called[row.family, row.style] == 1) for row in rows]
    return sorted(rows, key=lambda row: (row.added_at, row.sha256))


def _row(path: Path, note: FontNote) -> FontRow:
    return FontRow(
        sha256=path.stem,
        family=note.family,
        style=note.style,
        licence=note.licence,
        characters=note.characters,
        file_name=note.file_name,
        added_at=note.added_at,
        is_there=path.is_file(),
    )


def specs(office: Office) -> Mapping[str, str]:
    """For each font name that a layout may use the spec that prints it, the office's own fonts behind the shipped."""
    rows = fonts(office)
    own = {row.layout_name: file_spec(_path(office.profile, row.sha256)) for row in rows}
    extra = tuple(own.values())
    shipped = {name: stack(name, extra) for name in FONTS}
    return {**shipped, **{name: stack(spec, ("serif", *extra)) for name, spec in own.items()}}


def _path(profile: Profile, sha256: str) -> Path:
    return profile.fonts / f"{sha256}{SUFFIX}"


def add(office: Office, paths: Sequence[Path]) -> Job[AddedFonts]:
    """Adds the fonts at ``paths``: each is copied and tried in a process of its own, what cannot be used is refused."""
    from qc_desktop.documents.fonts.child import answer
    from qc_desktop.documents.outside.killable import Killable

    new: set[str] = set()
    already: list[str] = []
    refused: list[tuple[str, UserError]] = []
    with Killable(answer, SECONDS) as check:
        for done, path in enumerate(paths):
            yield Progress("font", done, len(paths))
            try:
                row, is_new = _added(office, path, check)
            except UserError as problem:
                refused.append((path.name, problem))
                continue
            if is_new:
                new.add(row.sha256)
            else:
                already.append(row.name)
    rows = (row for row in fonts(office) if row.sha256 in new)
    return AddedFonts(tuple(rows), tuple(already), tuple(refused))


def _added(office: Office, path: Path, check: Killable) -> tuple[FontRow, bool]:
    content = one_font(_read(path), path.name)
    target = _path(office.profile, hashlib.sha256(content).hexdigest())
    known = read_note(target)
    if known is not None and target.is_file() and target.read_bytes() == content:
        return _row(target, known), False
    ensure_folder(office.profile.fonts)
    write_atomic(target, content)
    try:
        note = known or _note(check.ask(str(target)), licence_of(content), path.name)
        if known is None:
            _demand_other(office.profile, note, path.name)
    except UserError:
        target.unlink(missing_ok=True)
        raise
    with office.writing("font_add", undoable=False, name=note.family):
        write_note(target, note)
    return _row(target, note), True


def _demand_other(profile: Profile, note: FontNote, name: str) -> None:
    """Raises UserError for a font that would print what one does that is there: other in its licence, say."""
    for row in _fonts(profile):
        known = read_note(_path(profile, row.sha256))
        if known is not None and _is_alike(note, known) and note.characters == known.characters:
            raise UserError("fonts.same_font", name=name, font=row.name)


def put_in_place(office: Office, sha256: str, path: Path) -> FontRow:
    """Lets the font at ``path`` print what the added font ``sha256`` did, whose file is gone or was changed.

    The same file is put back. Another one has to be the same font: called alike, as wide, with as many characters, and
    embeddable. Raises UserError for one that is not, for a font whose file is sound, and as :func:`add`.
    """
    from qc_desktop.documents.fonts.child import answer
    from qc_desktop.documents.outside.killable import Killable

    row = next((row for row in fonts(office) if row.sha256 == sha256), None)
    target = _path(office.profile, sha256)
    known = read_note(target)
    if row is None or known is None:
        raise UserError("fonts.no_such", name=sha256[:_KEY])
    if is_sound(target):
        raise UserError("fonts.is_sound", font=row.name)
    content = one_font(_read(path), path.name)
    own = hashlib.sha256(content).hexdigest()
    if own != sha256:
        _demand_alike(_tried(office, content, path.name, Killable(answer, SECONDS)), known, row, path.name)
    with office.writing("font_replace", undoable=False, name=known.family):
        write_atomic(target, content)
        write_note(target, replace(known, instead="" if own == sha256 else own))
    forget_faces()
    return _row(target, known)


def _tried(office: Office, content: bytes, name: str, check: Killable) -> FontNote:
    """What a font that is kept nowhere yet says of itself."""
    trial = office.profile.fonts / f"{hashlib.sha256(content).hexdigest()}{SUFFIX}"
    if trial.exists():
        raise UserError("fonts.added_apart", name=name)
    ensure_folder(office.profile.fonts)
    write_atomic(trial, content)
    try:
        with check:
            return _note(check.ask(str(trial)), licence_of(content), name)
    finally:
        trial.unlink(missing_ok=True)


def _demand_alike(other: FontNote, known: FontNote, row: FontRow, name: str) -> None:
    """Raises UserError where ``other`` would print otherwise than what was added."""
    if not (_is_alike(other, known) and other.characters >= known.characters):
        raise UserError("fonts.other_font", font=row.name, name=name)


def _is_alike(other: FontNote, known: FontNote) -> bool:
    """Whether both are called alike and are as wide."""
    same_name = (other.family, other.style) == (known.family, known.style)
    return same_name and (not known.widths or other.widths == known.widths)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise UserError("fonts.too_large", name=path.name, limit=SIZE_LIMIT // 1_000_000)
        return path.read_bytes()
    except OSError as problem:
        raise UserError("fonts.no_file", name=path.name) from problem


def _note(answered: tuple[str, object], flag: int, name: str) -> FontNote:
    word, facts = answered
    if word == "too_slow":
        raise UserError("fonts.too_slow", name=name)
    if word == "empty":
        raise UserError("fonts.no_characters", name=name)
    if word != "font" or not isinstance(facts, dict):
        raise UserError("fonts.damaged", name=name)
    kept = clean(name)[-_LONGEST_NAME:]
    return FontNote(**facts, licence=flag, added_at=dates.now().isoformat(), file_name=kept)


def named(office: Office, wanted: str) -> FontRow:
    """The added font called ``wanted``: by its name, its family, its file's name, or the digits a layout uses.

    Raises UserError where none is called so, or several are.
    """
    rows = fonts(office)
    key = wanted.removeprefix(ADDED)
    found = [row for row in rows if wanted in (row.name, row.called, row.family, row.file_name)]
    found = found or [row for row in rows if len(key) >= 4 and row.sha256.startswith(key)]
    if len(found) != 1:
        raise UserError("fonts.no_such" if not found else "fonts.several", name=wanted)
    return found[0]


def remove(office: Office, sha256: str) -> FontRow:
    """Takes an added font away, its file too. Raises UserError where a layout or an issued certificate needs it."""
    row = next((row for row in fonts(office) if row.sha256 == sha256), None)
    if row is None:
        raise UserError("fonts.no_such", name=sha256[:_KEY])
    _demand_unused(office, row)
    path = _path(office.profile, sha256)
    with office.writing("font_remove", undoable=False, name=row.family):
        path.with_suffix(".json").unlink(missing_ok=True)
        path.unlink(missing_ok=True)
    return row


def _demand_unused(office: Office, row: FontRow) -> None:
    if _is_in_layout(office, row.layout_name):
        raise UserError("fonts.in_layout", font=row.name)
    if not is_sound(_path(office.profile, row.sha256)):  # it prints nothing any more
        return
    own = face(file_spec(_path(office.profile, row.sha256)))
    needed = next((char for char in _beyond_shipped(office) if own.has(char)), None)
    if needed is not None:
        raise UserError("fonts.in_certificate", font=row.name, character=needed)


def _is_in_layout(office: Office, name: str) -> bool:
    """Whether a saved version of a layout names the font, or one that certificates were issued from."""
    with office.store.reading() as session:
        found = (
            session.scalar(select(content).where(content.contains(name, autoescape=True)).limit(1))
            for content in (LayoutVersion.content, Template.content)
        )
        return any(text is not None for text in found)


def _beyond_shipped(office: Office) -> list[str]:
    """The characters of issued certificates that no shipped font has."""
    found: set[str] = set()
    with office.store.reading() as session:
        for record in session.scalars(select(Certificate.record).execution_options(yield_per=1000)):
            found.update(record)
    return missing_characters("".join(sorted(found)), "serif")


def printed_by(office: Office, text: str, font: str = "serif") -> list[PrintedBy]:
    """For each character of ``text``, once, which font prints it where ``font`` is asked for."""
    names = {file_spec(_path(office.profile, row.sha256)): row.name for row in fonts(office)}
    spec = specs(office).get(font, font)
    return [_printed_by(char, spec, names) for char in dict.fromkeys(text)]


def _printed_by(char: str, spec: str, names: Mapping[str, str]) -> PrintedBy:
    found = printing_face(char, spec)
    return PrintedBy(char, names.get(found.name, found.name) if found else "")
