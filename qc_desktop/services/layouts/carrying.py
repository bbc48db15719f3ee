"""A layout as one file, to carry to another office: its text and its pictures in a small archive.

A plain text file is taken in too, where it names no picture.
"""

from __future__ import annotations

import hashlib
import zipfile
from codecs import BOM_UTF8
from collections.abc import Mapping
from pathlib import Path

from qc_desktop.documents.layout import Design, Resources
from qc_desktop.documents.layout.fresh import check_fresh
from qc_desktop.documents.layout.reading import LONGEST, end_of, parse_design, unread_at
from qc_desktop.documents.pictures import MOST_BYTES, taken_in
from qc_desktop.errors import UserError
from qc_desktop.files import atomic_path
from qc_desktop.services.layouts import pictures, versions
from qc_desktop.services.layouts.accepting import with_reasons
from qc_desktop.services.layouts.versions import LayoutRow
from qc_desktop.services.office import Office

SUFFIX, PLAIN = ".qclayout", ".toml"
_TEXT, _PICTURES = "layout.toml", "pictures/"
_MOST_PICTURES = 40
_MOST = 60_000_000
"""Bytes of such a file, packed or not."""
_STAMP = (1980, 1, 1, 0, 0, 0)


def carry_out(office: Office, row: LayoutRow, path: Path, version: int = 0) -> Path:
    """Writes the layout to ``path``, ``.qclayout`` or ``.toml``; the same layout gives the same bytes.

    Raises UserError for another ending, a plain file for a layout with pictures, a place that cannot be written.
    """
    layout = versions.load(office, row, version)
    pictures.demand(layout)
    if path.suffix.lower() not in (SUFFIX, PLAIN):
        raise UserError("layout.suffix", name=path.name)
    if path.suffix.lower() == PLAIN:
        if layout.resources.pictures:
            raise UserError("layout.needs_archive", name=path.name)
        with atomic_path(path) as part:
            part.write_bytes(layout.text.encode())
        return path
    with atomic_path(path) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(_TEXT, _STAMP), layout.text, zipfile.ZIP_DEFLATED)
        for sha256, content in sorted(layout.resources.pictures.items()):
            archive.writestr(zipfile.ZipInfo(_PICTURES + sha256, _STAMP), content, zipfile.ZIP_DEFLATED)
    return path


def read_in(path: Path) -> Design:
    """The layout in ``path``, with its pictures, checked and kept nowhere. Raises UserError."""
    try:
        if path.stat().st_size > _MOST:
            raise UserError("layout.file_too_large", name=path.name)
        if zipfile.is_zipfile(path):
            return _from_archive(path)
        text = path.read_bytes()
    except FileNotFoundError as problem:
        raise UserError("exchange.not_found", path=path) from problem
    except (OSError, zipfile.BadZipFile) as problem:
        raise UserError("layout.file_unreadable", name=path.name) from problem
    return _checked(path, text, {})


def _from_archive(path: Path) -> Design:
    with zipfile.ZipFile(path) as archive:
        infos = archive.infolist()
        names = [info.filename for info in infos]
        strange = [name for name in names if name != _TEXT and not name.startswith(_PICTURES)]
        if _TEXT not in names or strange or len(infos) > _MOST_PICTURES + 1:
            raise UserError("layout.file_unreadable", name=path.name)
        if len(set(names)) < len(names):  # one program reads the first of two alike, another the last
            raise UserError("layout.file_twice", name=path.name, entry=max(names, key=names.count))
        if sum(info.file_size for info in infos) > _MOST or any(info.file_size > MOST_BYTES for info in infos):
            raise UserError("layout.file_too_large", name=path.name)
        try:
            content = {info.filename: archive.read(info) for info in infos}
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as problem:
            raise UserError("layout.file_unreadable", name=path.name) from problem
    found = {hashlib.sha256(data).hexdigest(): data for name, data in content.items() if name != _TEXT}
    return _checked(path, content[_TEXT], found)


def _checked(path: Path, text: bytes, found: dict[str, bytes]) -> Design:
    own = text.removeprefix(BOM_UTF8)  # a decoder that takes it off tells places behind it
    try:
        read = own[: 4 * LONGEST + 1].decode()
    except UnicodeDecodeError as problem:
        if path.suffix.lower() == PLAIN:
            raise unread_at(*end_of(own[: problem.start].decode())) from problem
        raise UserError("layout.file_unreadable", name=path.name) from problem
    layout = parse_design(read)
    check_fresh(layout)
    used = {sha256: found[sha256] for sha256 in pictures.named(layout) if sha256 in found}
    for picture in used.values():
        taken_in(picture)
    equipped = layout.with_resources(Resources(used))
    pictures.demand(equipped)
    return equipped


def carry_in(
    office: Office, path: Path, name: str = "", reasons: Mapping[str, str] | None = None, approval: str = ""
) -> LayoutRow:
    """Takes the layout in ``path`` in under ``name``, else under the file's; ``reasons`` and ``approval`` as for
    :func:`~…accepting.with_reasons`. Raises UserError."""
    return versions.create(office, with_reasons(read_in(path), reasons or {}, approval), name or path.stem)
