"""电子版: for each company a folder or a zip with what it gets electronically: PDF, picture, label and 使用须知.

The picture has 200 dots to the inch: a module of the label is then four whole dots, any phone reads it off a screen,
and a page stays near 0.9 MB, which messengers send as it is; 300 dots take twice the bytes and time for nothing more.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from qc_desktop.documents.label import label_png
from qc_desktop.documents.layout import Layout
from qc_desktop.documents.pagecheck import PageProblem
from qc_desktop.documents.papers import paper_bytes
from qc_desktop.documents.preview import page_jpeg
from qc_desktop.documents.registry import document_type
from qc_desktop.documents.sheets import Appearance, Sheet, file_name, package_name, safe_number
from qc_desktop.domain.findings import Finding, Severity
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.domain.records import compact
from qc_desktop.errors import UserError
from qc_desktop.files import atomic_path, sync_folder, write_atomic
from qc_desktop.services.certificates.places import workplace
from qc_desktop.services.certificates.print_noting import log, or_away
from qc_desktop.services.certificates.printing import Stock, sound_group, stock_of, without
from qc_desktop.services.layouts.choosing import in_use
from qc_desktop.services.writing_alone import writing_alone

if TYPE_CHECKING:
    from qc_desktop.services.office import Office
    from qc_desktop.trust.pdf_signatures import DocumentSigner

STEP = "package"
NOTICE = "usage_notice"
DPI = 200
GROUP = 20
"""Companies that are made together; after a cancel or a crash the next run goes on behind the last such group."""
_OF_ONE = ("paper.overfull", "paper.glyph")
"""What keeps one company's notice from being made, and not the others'."""
_MOMENT = (1980, 1, 1, 0, 0, 0)


class PackageForm(StrEnum):
    """What the packages come as."""

    FOLDERS = "folders"
    ZIPS = "zips"
    ONE_ZIP = "one_zip"


@dataclass(frozen=True)
class Kit:
    """What the packages of a run are made from: the certificates, and the layout of 使用须知 that is in use."""

    stock: Stock
    notice: Layout


@dataclass(frozen=True)
class Packaged:
    """What was made: the folders or zips in their order, those that stood there already, and what was withheld."""

    path: Path
    made: tuple[Path, ...]
    skipped: int = 0
    withheld: tuple[PageProblem, ...] = ()


def package(
    office: Office, numbers: Sequence[str], target: Path, form: PackageForm, signer: DocumentSigner | None = None
) -> Job[Packaged]:
    """Makes the packages of ``numbers`` in the folder ``target``, or in the one zip of that name; each is logged. Their
    certificates are signed by ``signer``.

    Every page is checked; a company whose page fails twice, or whose name its 使用须知 has no room for, is withheld
    and the others go on. In a folder what stands there already is left and a run goes on where another stopped; one
    zip is whole or absent. Raises UserError as rendering does, and where nobody's notice can be made.
    """
    stock = replace(stock_of(office, numbers, with_receipts=True), signer=signer)
    kit = Kit(stock, in_use(office, NOTICE))
    _check_target(target, form)
    with writing_alone(target):
        if form is PackageForm.ONE_ZIP:
            return (yield from _one_zip(office, kit, target))
        return (yield from _in_folder(office, kit, target, form))


def _in_folder(office: Office, kit: Kit, target: Path, form: PackageForm) -> Job[Packaged]:
    stock = kit.stock
    target.mkdir(exist_ok=True)
    missing = [sheet for sheet in stock.sheets if not _place(target, sheet, form).exists()]
    withheld: list[PageProblem] = []
    for start in range(0, len(missing), GROUP):
        group = missing[start : start + GROUP]
        with workplace(target / "packages") as place:
            place.mkdir()
            failed = yield from _contents(kit, group, place, start, len(missing))
            for sheet in without(group, failed):
                _arrive(place / package_name(sheet), _place(target, sheet, form), form)
            sync_folder(target)
        withheld += failed
        here = without(group, failed)
        with or_away([_place(target, sheet, form) for sheet in here]):
            log(office, stock, here, checked=True, command="certificates_package")
    _demand_some(stock.sheets, withheld)
    made = tuple(_place(target, sheet, form) for sheet in without(stock.sheets, withheld))
    return Packaged(target, made, len(stock.sheets) - len(missing), tuple(withheld))


def _check_target(target: Path, form: PackageForm) -> None:
    if not target.parent.is_dir():
        raise UserError("file.folder_missing", path=target, folder=target.parent)
    if form is PackageForm.ONE_ZIP and target.is_dir():
        raise UserError("file.is_folder", path=target)
    if form is not PackageForm.ONE_ZIP and target.exists() and not target.is_dir():
        raise UserError("certificate.package_is_file", path=target)


def _one_zip(office: Office, kit: Kit, target: Path) -> Job[Packaged]:
    stock = kit.stock
    withheld: list[PageProblem] = []
    with atomic_path(target) as part, zipfile.ZipFile(part, "w") as packed:
        for start in range(0, len(stock.sheets), GROUP):
            group = stock.sheets[start : start + GROUP]
            with workplace(target.with_name(f"{target.name}.pages")) as place:
                place.mkdir()
                withheld += yield from _contents(kit, group, place, start, len(stock.sheets))
                for sheet in without(group, withheld):
                    _add(packed, place / package_name(sheet), f"{package_name(sheet)}/")
        _demand_some(stock.sheets, withheld)
    with or_away([target]):
        log(office, stock, without(stock.sheets, withheld), checked=True, command="certificates_package")
    return Packaged(target, (target,), 0, tuple(withheld))


def _demand_some(sheets: Sequence[Sheet], withheld: Sequence[PageProblem]) -> None:
    """Raises UserError where the notice holds nobody: that is no matter of one company."""
    notices = {problem.number for problem in withheld if problem.finding.field == NOTICE}
    if notices >= {sheet.value("number") for sheet in sheets}:
        raise UserError(withheld[0].finding.code, **withheld[0].finding.params)


def _contents(kit: Kit, group: Sequence[Sheet], place: Path, before: int, total: int) -> Job[list[PageProblem]]:
    """Fills a folder in ``place`` for each of ``group``; what failed its check is not there."""
    pages = place / ".pages"
    pages.mkdir()
    notices, unsaid = _notices(kit, group)
    whole = without(group, unsaid)
    if not whole:
        return unsaid
    checking = sound_group(kit.stock, whole, pages, True)
    failed = yield from _silently(checking, Progress(STEP, before, total))
    for done, sheet in enumerate(group, before + 1):
        if sheet in without(whole, failed):
            _fill(place / package_name(sheet), pages / file_name(sheet), sheet, notices[sheet.value("number")])
        yield Progress(STEP, done, total)
    return [*unsaid, *failed]


def _notices(kit: Kit, group: Sequence[Sheet]) -> tuple[dict[str, bytes], list[PageProblem]]:
    """The notice of each of ``group`` by number, and for whom there is none."""
    made: dict[str, bytes] = {}
    unsaid: list[PageProblem] = []
    for place, sheet in enumerate(group):
        number = sheet.value("number")
        try:
            made[number] = _notice(sheet, kit)
        except UserError as problem:
            if problem.code not in _OF_ONE:
                raise
            finding = Finding(Severity.ERROR, problem.code, NOTICE, params=problem.params)
            unsaid.append(PageProblem(1, place, number, finding))
    return made, unsaid


def _silently(job: Job[list[PageProblem]], here: Progress) -> Job[list[PageProblem]]:
    """Runs ``job``, whose own steps say nothing to a person, and stays at ``here``."""
    with closing(job):
        while True:
            try:
                next(job)
            except StopIteration as stop:
                failed: list[PageProblem] = stop.value
                return failed
            yield here


def _fill(folder: Path, pdf: Path, sheet: Sheet, notice: bytes) -> None:
    """The four files of one company; the certificate's are named by its title and number."""
    folder.mkdir()
    number = safe_number(sheet)
    stem = f"{sheet.value('title')}_{number}"
    pdf.replace(folder / f"{stem}.pdf")
    write_atomic(folder / f"{stem}.jpg", page_jpeg(folder / f"{stem}.pdf", dpi=DPI))
    write_atomic(folder / f"查验标签_{number}.png", label_png(sheet.qr_prefix, sheet.qr_digits))
    write_atomic(folder / f"使用须知_{number}.pdf", notice)


def _notice(sheet: Sheet, kit: Kit) -> bytes:
    """The notice in the words of the layout in use, on one page. Raises UserError where that does not hold them."""
    record = compact({name: sheet.value(name) for name in document_type(NOTICE).by_name})
    title = f"{kit.notice.words['title']} {sheet.value('number')}"
    look = Appearance(scheme=kit.stock.appearance.scheme)
    return paper_bytes(record, kit.notice, look, title, sheet.value("issuer"))


def _place(target: Path, sheet: Sheet, form: PackageForm) -> Path:
    name = package_name(sheet)
    return target / (f"{name}.zip" if form is PackageForm.ZIPS else name)


def _arrive(folder: Path, place: Path, form: PackageForm) -> None:
    """Moves a finished folder, or its zip, to its ``place``: whole or not at all."""
    if form is PackageForm.FOLDERS:
        folder.replace(place)
        return
    with atomic_path(place) as part, zipfile.ZipFile(part, "w") as packed:
        _add(packed, folder, "")


def _add(packed: zipfile.ZipFile, folder: Path, prefix: str) -> None:
    """The files of ``folder`` as they are (they are packed already), without the moment of writing."""
    for file in sorted(folder.iterdir()):
        packed.writestr(zipfile.ZipInfo(f"{prefix}{file.name}", _MOMENT), file.read_bytes())
    shutil.rmtree(folder)
