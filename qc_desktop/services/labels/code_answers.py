"""What the desk answers for a code that was scratched off: whose it is, and how often it was checked before."""

from __future__ import annotations

from dataclasses import replace

from qc_desktop.domain.label_answers import spoken_code, spoken_other_code
from qc_desktop.domain.labels import parse_serial
from qc_desktop.domain.progress import Job
from qc_desktop.domain.verification import Reason, verdict_of
from qc_desktop.services import label_answers
from qc_desktop.services.answers import Answer
from qc_desktop.services.labels import hidden
from qc_desktop.services.labels.code_check import CodeChecked, SignerOf, check
from qc_desktop.services.office import Office


def answering(office: Office, code: str, signer_of: SignerOf, serial: str = "") -> Job[Answer]:
    """Checks ``code``, of the label ``serial`` or of any, as :func:`code_check.check` does, which it raises like."""
    checked = yield from check(office, code, signer_of, serial)
    if checked.serial:
        return _fitting(office, checked)
    return _differing(office, hidden.written(serial), checked) if serial else _unknown(checked)


def _fitting(office: Office, checked: CodeChecked) -> Answer:
    found = _of(office, checked.serial)
    return replace(found, code=checked, spoken=spoken_code(found.spoken, checked.before))


def _differing(office: Office, serial: str, checked: CodeChecked) -> Answer:
    """The label is known and the code is another one: nothing good is said of the label then."""
    reason = Reason.CODE_DIFFERS
    said = spoken_other_code(serial)
    return replace(_of(office, serial), verdict=verdict_of(reason), reason=reason, code=checked, spoken=said)


def _unknown(checked: CodeChecked) -> Answer:
    reason = Reason.CODE_UNKNOWN
    said = spoken_other_code(all_searched=not checked.closed)
    return Answer(verdict_of(reason), reason, spoken=said, code=checked)


def _of(office: Office, serial: str) -> Answer:
    """The answer for a label that there is."""
    batch, index = parse_serial(serial) or (0, 0)
    with office.store.reading() as session:
        found = label_answers.answer(office, session, batch, index)
    assert found is not None
    return found
