"""Of which label is a code that was scratched off? Found by deriving all of them anew, and counted as a sighting."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import func, select

from qc_desktop.domain import dates
from qc_desktop.domain.labels import serial_text
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.domain.sightings import Way
from qc_desktop.errors import UserError
from qc_desktop.services.labels import hidden
from qc_desktop.services.labels.batches import batch_of
from qc_desktop.services.office import Office
from qc_desktop.services.vault import ids_here, signer_if_here
from qc_desktop.storage.tables import LabelBatch, Sighting
from qc_desktop.trust.item_labels import HIDDEN_CHARACTERS, bits_of, code_bits, hidden_secret, plain_code
from qc_desktop.trust.keys import Signer

STEP = "code_search"
SHOWN = 5
"""So many characters of a code stand in lists."""
SignerOf = Callable[[str], Signer]
"""The key of an id, unlocked; raises UserError."""
_AT_ONCE = 20_000
_GROUPED_BY = re.compile(r"[\s\-‐-―−·_.]+")
_WRITTEN = re.compile(rf"[0-9A-TV-Z]{{{HIDDEN_CHARACTERS}}}")
"""I, L and O are written for 1 and 0; no code has a U."""


@dataclass(frozen=True)
class CodeChecked:
    """Whose code it is: ``serial`` is empty where it is none of those searched, ``labels`` in ``batches``.

    ``before`` counts how often this very code was checked already; ``closed`` are batches whose key is not here.
    """

    serial: str = ""
    before: int = 0
    batches: int = 0
    labels: int = 0
    closed: tuple[int, ...] = field(default=())


def check(office: Office, code: str, signer_of: SignerOf, serial: str = "") -> Job[CodeChecked]:
    """Looks for ``code`` among all hidden codes, or says whether it is that of the label ``serial``.

    Raises UserError ``label.code_form`` for what no code can be, and as :func:`hidden.fits`.
    """
    plain = demanded(code)
    found = _with_serial(office, plain, signer_of, serial) if serial else (yield from _search(office, plain, signer_of))
    if not found.serial:
        return found
    return CodeChecked(found.serial, _note(office, found.serial), found.batches, found.labels, found.closed)


def demanded(code: str) -> str:
    """The 20 characters of ``code``. Raises UserError ``label.code_form`` for what no code can be."""
    plain = plain_code(code)
    if len(plain) != HIDDEN_CHARACTERS:
        raise UserError("label.code_form", count=len(plain), wanted=HIDDEN_CHARACTERS)
    return plain


def is_alone(typed: str) -> bool:
    """Whether ``typed`` may be a hidden code and nothing else, however it is grouped."""
    plain = unicodedata.normalize("NFKC", typed).upper()
    return _WRITTEN.fullmatch(_GROUPED_BY.sub("", plain)) is not None


def masked(code: str) -> str:
    """What a list may show of ``code``: its last characters. All of it would be enough for a copy of the label."""
    return f"…{plain_code(code)[-SHOWN:]}"


def keys_asked(office: Office, serial: str = "") -> frozenset[str]:
    """The ids of the keys without which not all codes, or not that of ``serial``, can be looked at; those that are
    not here are left out."""
    with office.store.reading() as session:
        if serial:
            wanted = {batch_of(session, serial).key_id}
        else:
            wanted = set(session.scalars(select(LabelBatch.key_id).distinct().where(LabelBatch.hidden_codes)))
    return frozenset(wanted & ids_here(office))


def are_there(office: Office) -> bool:
    """Whether any label has a hidden code."""
    with office.store.reading() as session:
        return session.scalars(select(LabelBatch.id).where(LabelBatch.hidden_codes).limit(1)).first() is not None


def _with_serial(office: Office, plain: str, signer_of: SignerOf, serial: str) -> CodeChecked:
    with office.store.reading() as session:
        key_id = batch_of(session, serial).key_id
    fits = hidden.fits(office, serial, plain, signer_of(key_id))
    return CodeChecked(hidden.written(serial) if fits else "", batches=1, labels=1)


def _search(office: Office, plain: str, signer_of: SignerOf) -> Job[CodeChecked]:
    wanted, done, closed, signers = bits_of(plain), 0, list[int](), dict[str, Signer | None]()
    with office.store.reading() as session:
        query = select(LabelBatch).where(LabelBatch.hidden_codes).order_by(LabelBatch.number.desc())
        batches = session.scalars(query).all()
    total = sum(batch.count for batch in batches)
    for at, batch in enumerate(batches):
        if batch.key_id not in signers:
            signers[batch.key_id] = signer_if_here(batch.key_id, signer_of)
        signer = signers[batch.key_id]
        if signer is None:
            closed.append(batch.number)
            continue
        secret = hidden_secret(batch.number, signer)
        for index in range(batch.first_index, batch.first_index + batch.count):
            done += 1
            if code_bits(secret, index) == wanted:
                return CodeChecked(serial_text(batch.number, index), 0, at + 1 - len(closed), done, tuple(closed))
            if done % _AT_ONCE == 0:
                yield Progress(STEP, done, total)
    return CodeChecked("", 0, len(batches) - len(closed), done, tuple(closed))


def _note(office: Office, serial: str) -> int:
    """Counts this check of a right code; returns how many there were before."""
    with office.writing("code_check", undoable=False) as work:
        mine = (Sighting.label_serial == serial, Sighting.way == Way.CODE)
        before = work.session.scalar(select(func.count()).select_from(Sighting).where(*mine)) or 0
        day = dates.local(work.command.at).date()
        work.session.add(Sighting(day=day, way=Way.CODE.value, label_serial=serial, visits=1, visitors=1, networks=1))
    return before
