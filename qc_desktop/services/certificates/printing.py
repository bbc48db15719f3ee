"""From the register to paper: certificates rendered as PDF, every page checked, every sheet logged.

Issued first, printed second: rendering reads only what was frozen at issue and can be repeated at any time. A file is
no copy on paper and has no quota, for it is sent, kept and shown as often as anybody likes; but it can become one, so
every writing stands in the log, the register says how many certificates were made before, and with which reason.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qc_desktop.documents.layout import Layout
from qc_desktop.documents.pagecheck import PageProblem, check_file, check_folder
from qc_desktop.documents.rendering import render_file, render_folder
from qc_desktop.documents.sheets import Appearance, Sheet, file_name
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.lengths import REASON, bound
from qc_desktop.domain.progress import Job, Progress, within
from qc_desktop.domain.verification import Verdict
from qc_desktop.errors import UserError
from qc_desktop.files import sync_folder
from qc_desktop.services import keys, preferences
from qc_desktop.services.certificates import seals
from qc_desktop.services.certificates.places import check_place, workplace
from qc_desktop.services.certificates.print_noting import log, note_what_lies_there, or_away
from qc_desktop.services.layouts.equipping import equipped, kept_layout
from qc_desktop.services.ledger.receipts import receipts_of
from qc_desktop.services.office import Office
from qc_desktop.services.register_lookup import live_certificates
from qc_desktop.services.writing_alone import writing_alone
from qc_desktop.storage.tables import Certificate, Template
from qc_desktop.trust.pdf_signatures import DocumentSigner, is_signed
from qc_desktop.trust.verify import check

FOLDER_CHUNK = 200
"""Files that appear together; after a cancel or a crash the next run goes on behind the last such group."""


@dataclass(frozen=True)
class Printed:
    """What a rendering made. ``withheld`` are numbers whose page failed twice; ``skipped`` stood there already."""

    path: Path
    numbers: tuple[str, ...]
    skipped: int = 0
    withheld: tuple[PageProblem, ...] = ()
    checked: bool = True


@dataclass(frozen=True)
class Stock:
    """Everything a rendering needs, read once: ``ids`` by number, ``verify`` tells a good label."""

    ids: dict[str, str]
    sheets: tuple[Sheet, ...]
    layouts: dict[str, Layout]
    appearance: Appearance
    verify: Callable[[str], bool]
    signer: DocumentSigner | None = None
    """Signs each file of one certificate."""

    def name(self, sheet: Sheet) -> str:
        """What the file of ``sheet`` alone is called."""
        return file_name(sheet, on_stock=self.appearance.on_stock)

    def check_folder(self, folder: Path, sheets: Sequence[Sheet]) -> Iterator[PageProblem | Progress]:
        """Compares the files of ``sheets`` in ``folder`` with them."""
        return check_folder(folder, sheets, self.layouts, self.verify, on_stock=self.appearance.on_stock)

    def on_paper(self, *, on_stock: bool, mark: str = "") -> Stock:
        """The same for a printer: on pre-printed paper, or marked across the page."""
        return replace(self, appearance=replace(self.appearance, on_stock=on_stock, mark=mark))


def all_numbers(office: Office, campaign_id: str) -> dict[str, bool]:
    """Every number of the campaign in order, and whether its certificate is live."""
    with office.store.reading() as session:
        query = select(Certificate.number, Certificate.state).where(Certificate.campaign_id == campaign_id)
        found = session.execute(query.order_by(Certificate.serial))
        return {number: state == CertificateState.LIVE for number, state in found}


def live_numbers(office: Office, campaign_id: str) -> list[str]:
    """The numbers of the campaign's live certificates, in order."""
    return [number for number, is_live in all_numbers(office, campaign_id).items() if is_live]


def print_one_file(
    office: Office,
    numbers: Sequence[str],
    path: Path,
    *,
    checked: bool = True,
    reason: str = "",
    on_stock: bool = False,
    signer: DocumentSigner | None = None,
) -> Job[Printed]:
    """Renders ``numbers`` into the one PDF ``path``, checks every page and logs every sheet, with the ``reason``.

    ``on_stock`` is for pre-printed paper (套打), whose own print is left out. A file of one certificate is signed by
    ``signer``.

    A page that fails the check is rendered once more; if it fails again it is withheld, and the file has the others.
    Closing the generator leaves no file and no log. Raises UserError for an unknown or ended certificate, where every
    page is withheld, for a place that cannot be written, and where the log cannot be: then there is no file either.
    """
    stock = stock_of(office, numbers, with_receipts=len(set(numbers)) == 1).on_paper(on_stock=on_stock)
    check_place(path)
    bound(reason, REASON)
    with writing_alone(path), workplace(path) as place:
        sheets, withheld = yield from sound_file(stock, place, checked)
        if not sheets:
            raise UserError("certificate.all_withheld")
        if signer and len(stock.sheets) == 1:
            signer.sign(place)
        place.replace(path)
        sync_folder(path.parent)
    with or_away([path]):
        log(office, stock, sheets, checked=checked, reason=reason)
    return Printed(path, tuple(sheet.value("number") for sheet in sheets), 0, tuple(withheld), checked)


def sound_file(stock: Stock, place: Path, checked: bool) -> Job[tuple[list[Sheet], list[PageProblem]]]:
    """Renders into ``place`` until every page in it passed; returns what is in it, and what failed twice.

    Where nothing passed, what lies in ``place`` is worth nothing.
    """
    sheets, withheld, failed_once = list(stock.sheets), list[PageProblem](), set[str]()
    while sheets:
        yield from render_file(sheets, place, stock.layouts, stock.appearance)
        looked_at = check_file(place, sheets, stock.layouts, stock.verify, on_stock=stock.appearance.on_stock)
        failed = (yield from _check(looked_at)) if checked else []
        if not failed:
            return sheets, withheld
        again = [problem for problem in failed if problem.number in failed_once]
        failed_once |= {problem.number for problem in failed}
        withheld += again
        sheets = without(sheets, again)
    return [], withheld


def print_folder(
    office: Office,
    numbers: Sequence[str],
    folder: Path,
    *,
    checked: bool = True,
    reason: str = "",
    on_stock: bool = False,
    signer: DocumentSigner | None = None,
) -> Job[Printed]:
    """Renders each of ``numbers`` into a file of its own in ``folder``; those that lie there already are skipped, but
    with a ``signer`` those without a signature are made again.

    With ``checked`` what lies there is checked too, and made again where it does not hold. Files appear in groups of
    FOLDER_CHUNK, each checked and logged, so that a cancelled run is taken up where it stopped. A file that fails the
    check is rendered once more, then withheld. A group that cannot be logged is taken away again. Raises UserError as
    :func:`print_one_file` does.
    """
    stock = replace(stock_of(office, numbers, with_receipts=True), signer=signer).on_paper(on_stock=on_stock)
    check_place(folder)
    bound(reason, REASON)
    with writing_alone(folder):
        return (yield from _printed(office, stock, folder, checked=checked, reason=reason))


def _printed(office: Office, stock: Stock, folder: Path, *, checked: bool, reason: str) -> Job[Printed]:
    missing = yield from _missing(stock, folder, checked)
    lacking = {sheet.value("number") for sheet in missing}
    note_what_lies_there(
        office, stock, [sheet for sheet in stock.sheets if sheet.value("number") not in lacking], checked=checked
    )
    withheld: list[PageProblem] = []
    for start in range(0, len(missing), FOLDER_CHUNK):
        group = missing[start : start + FOLDER_CHUNK]
        failed = yield from within(_print_group(stock, group, folder, checked), start, len(missing))
        withheld += failed
        made = without(group, failed)
        with or_away([folder / stock.name(sheet) for sheet in made]):
            log(office, stock, made, checked=checked, reason=reason)
    numbers_made = tuple(sheet.value("number") for sheet in without(missing, withheld))
    return Printed(folder, numbers_made, len(stock.sheets) - len(missing), tuple(withheld), checked)


def _missing(stock: Stock, folder: Path, checked: bool) -> Job[list[Sheet]]:
    """The sheets that have no file in ``folder``, or one that is not theirs, not whole, or lacks a signature."""
    there = [sheet for sheet in stock.sheets if (folder / stock.name(sheet)).exists()]
    if stock.signer:
        there = [sheet for sheet in there if is_signed(folder / stock.name(sheet))]
    bad = (yield from _check(stock.check_folder(folder, there))) if checked and there else []
    good = {sheet.value("number") for sheet in without(there, bad)}
    return [sheet for sheet in stock.sheets if sheet.value("number") not in good]


def _print_group(stock: Stock, sheets: Sequence[Sheet], folder: Path, checked: bool) -> Job[list[PageProblem]]:
    """Renders ``sheets`` beside ``folder``; only what passed, or need not be checked, moves into it."""
    with workplace(folder) as place:
        withheld = yield from sound_group(stock, sheets, place, checked)
        folder.mkdir(exist_ok=True)
        for file in sorted(place.iterdir()):
            file.replace(folder / file.name)
        sync_folder(folder)
    return withheld


def sound_group(stock: Stock, sheets: Sequence[Sheet], folder: Path, checked: bool) -> Job[list[PageProblem]]:
    """Renders each of ``sheets`` into a file in ``folder``, signed where that is wanted; what failed the check twice is
    returned and not there."""
    withheld = yield from _sound(stock, sheets, folder, checked)
    if stock.signer:
        sound = without(sheets, withheld)
        for done, sheet in enumerate(sound, 1):
            stock.signer.sign(folder / stock.name(sheet))
            yield Progress("sign", done, len(sound))
    return withheld


def _sound(stock: Stock, sheets: Sequence[Sheet], folder: Path, checked: bool) -> Job[list[PageProblem]]:
    yield from render_folder(sheets, folder, stock.layouts, stock.appearance)
    if not checked:
        return []
    failed = yield from _check(stock.check_folder(folder, sheets))
    if not failed:
        return []
    again = [sheet for sheet in sheets if sheet not in without(sheets, failed)]
    yield from render_folder(again, folder, stock.layouts, stock.appearance)
    withheld = yield from _check(stock.check_folder(folder, again))
    for number in {problem.number for problem in withheld}:
        (folder / next(stock.name(sheet) for sheet in again if sheet.value("number") == number)).unlink(missing_ok=True)
    return withheld


def _check(pages: Iterator[PageProblem | Progress]) -> Job[list[PageProblem]]:
    """Runs a page check; returns what failed."""
    failed: list[PageProblem] = []
    for found in pages:
        if isinstance(found, Progress):
            yield found
        else:
            failed.append(found)
    return failed


def without(sheets: Sequence[Sheet], failed: Sequence[PageProblem]) -> list[Sheet]:
    """``sheets`` but for those that ``failed`` names."""
    numbers = {problem.number for problem in failed}
    return [sheet for sheet in sheets if sheet.value("number") not in numbers]


def stock_of(office: Office, numbers: Sequence[str], *, with_receipts: bool = False) -> Stock:
    """What rendering ``numbers`` needs; ``with_receipts`` where each becomes a file of its own.

    Raises UserError for none, an unknown one, and one that is not live.
    """
    if not numbers:
        raise UserError("certificate.nothing_selected")
    numbers = list(dict.fromkeys(numbers))
    with office.store.reading() as session:
        certificates = live_certificates(session, numbers)
        sheets = sheets_of(office, session, certificates)
        if with_receipts:
            held = receipts_of(session, numbers)
            sheets = tuple(replace(sheet, receipt=held.get(sheet.value("number"), "")) for sheet in sheets)
        hashes = {certificate.template_sha256 for certificate in certificates}
        layouts = [frozen_layout(office, session, known) for known in hashes]
    return Stock(
        ids={certificate.number: certificate.id for certificate in certificates},
        sheets=sheets,
        layouts={layout.sha256: layout for layout in layouts},
        appearance=colours(office),
        verify=_verifier(office),
    )


def frozen_layout(office: Office, session: Session, sha256: str) -> Layout:
    """The layout that certificates were frozen with, able to draw what it names."""
    return equipped(office, session, kept_layout(session.get_one(Template, sha256).content, sha256))


def sheets_of(office: Office, session: Session, certificates: Sequence[Certificate]) -> tuple[Sheet, ...]:
    """The sheets that ``certificates`` were frozen as, each with its seal. Raises UserError as the seals do."""
    stamped = seals.of_issued(office, session, [certificate.number for certificate in certificates])
    return tuple(
        Sheet(
            record=json.loads(certificate.record),
            qr_prefix=certificate.link_prefix,
            qr_digits=certificate.payload,
            attachment=certificate.record.encode(),
            seal=stamped[certificate.number],
        )
        for certificate in certificates
    )


def appearance(office: Office) -> Appearance:
    """Colours and seal as the settings have them, for a draft. Raises UserError as the seal does."""
    return replace(colours(office), seal=seals.present(office))


def colours(office: Office) -> Appearance:
    """Colours as the settings have them, and no seal: what was issued has its own."""
    return Appearance(scheme=preferences.get(office, "certificate_scheme"))


def _verifier(office: Office) -> Callable[[str], bool]:
    published, day = keys.key_list(office), office.today
    genuine = (Verdict.SIGNED, Verdict.EXPIRED)
    return lambda text: check(text, published, day).verdict in genuine
