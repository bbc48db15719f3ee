"""查验 with a copy of the published folder alone: state, batch and hidden codes, each only by a list that is signed."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from qc_desktop.domain import dates
from qc_desktop.domain.certificates import CertificateState
from qc_desktop.domain.progress import finish
from qc_desktop.domain.verification import Reason, Verdict
from qc_desktop.messages import LANGUAGES, messages
from qc_desktop.services import keys, verification
from qc_desktop.services.answers import Answer, CodeFit
from qc_desktop.services.certificates import register
from qc_desktop.services.labels import agreements, issuing, stopping
from qc_desktop.services.site.publishing import publishing
from qc_desktop.services.site_copy import SiteCopy
from qc_desktop.storage.tables import Certificate
from qc_desktop.trust import hidden_shards, lists
from qc_desktop.trust.item_labels import hidden_code, hidden_secret, label_digits
from qc_desktop.trust.keys import Signer
from qc_desktop.trust.lists import ListKind
from tests.labelled import LOT, ORDER, PRODUCT, TERMS
from tests.samples import DAY, Year, refused

NOW = dt.datetime.combine(DAY + dt.timedelta(3), dt.time(2), dt.UTC)
FIRST, SECOND, THIRD = (f"QC-2026-315-{number:06}" for number in (1, 2, 3))


@dataclass
class Elsewhere:
    """Another PC, which has the published folder; ``year`` is where it came from."""

    year: Year
    root: Path
    copy: SiteCopy

    def ask(self, text: str, code: str = "") -> Answer:
        (answer,) = verification.verify_with(dataclasses.replace(self.copy), text, code=code)
        assert all(messages(lang).of(note) for note in answer.notes for lang in LANGUAGES)
        return answer

    def scan(self, number: str) -> str:
        with self.year.office.store.reading() as session:
            found = session.scalars(select(Certificate).where(Certificate.number == number)).one()
            return found.link_prefix + found.payload

    def label(self, batch: int, index: int, signer: Signer | None = None) -> str:
        (digits,) = label_digits(batch, index, index, signer or self.year.keys.payload)
        return self.copy.keys.prefixes[0] + digits

    def hidden(self, index: int) -> str:
        return hidden_code(hidden_secret(1, self.year.keys.payload), index)

    def change(self, path: str, kind: ListKind, signer: Signer | None = None, **members: object) -> None:
        """Signs the list at ``path`` anew with other members."""
        document = json.loads((self.root / path).read_bytes())
        del document["signature"]
        (self.root / path).write_bytes(lists.sign({**document, **members}, kind, signer or self.year.keys.lists))


@pytest.fixture
def elsewhere(issued_year, tmp_path, monkeypatch) -> Elsewhere:
    """Certificates that ended, a batch with hidden codes, one without, and one that was stopped."""
    year, office = issued_year, issued_year.office
    monkeypatch.setattr(dates, "now", lambda: NOW)
    register.end(office, FIRST, CertificateState.VOID, "示例：打错了字")
    register.replace(office, SECOND, "示例：更换名称", year.keys)
    agreed = agreements.add(office, year.companies()[0].id, TERMS).row
    for has_codes in (True, False, True):
        finish(issuing.issue(office, agreed.id, dataclasses.replace(ORDER, hidden_codes=has_codes), year.keys))
    stopping.stop(office, "3", "示例停用")
    folder = finish(publishing(office, tmp_path / "published", lambda: year.keys)).folder
    root = Path(shutil.copytree(folder, tmp_path / "别处"))
    public = keys.public(office)
    return Elsewhere(year, root, SiteCopy(root, verification.load_key_list(root / "keys.json", public.root)))


def codes_of(answer: Answer) -> list[str]:
    return [note.code.removeprefix("verify.") for note in answer.notes]


def test_what_became_of_a_certificate_is_told_by_the_folder(elsewhere):
    void = elsewhere.ask(elsewhere.scan(FIRST))
    assert (void.verdict, void.notes) == (Verdict.VOID, ())
    assert "2026年3月18日因文书差错作废" in void.spoken
    replaced = elsewhere.ask(elsewhere.scan(SECOND))
    assert (replaced.verdict, replaced.replaced_by) == (Verdict.REPLACED, "QC-2026-315-000013")
    assert "新编号是QC-2026-315-000013" in replaced.spoken
    live = elsewhere.ask(elsewhere.scan(THIRD))
    assert (live.verdict, codes_of(live)) == (Verdict.VALID, ["list_fresh"])
    assert messages("zh_CN").of(live.notes[0]) == "没有作废、撤销或换发（公布的名单更新于 2026-03-18）。"


def test_nothing_is_valid_by_a_list_that_does_not_tell(elsewhere, monkeypatch):
    scan, path = elsewhere.scan(THIRD), elsewhere.root / "status.json"
    whole = path.read_bytes()
    for days, said in ((35, "list_fresh"), (36, "list_stale"), (-1, "list_fresh"), (-2, "list_ahead")):
        monkeypatch.setattr(dates, "now", lambda days=days: NOW + dt.timedelta(days))
        answer = elsewhere.ask(scan)
        assert codes_of(answer) == [said]
        assert answer.verdict is (Verdict.VALID if said == "list_fresh" else Verdict.SIGNED)
    monkeypatch.setattr(dates, "now", lambda: NOW)
    other = (elsewhere.root / "batches/1.json").read_bytes()
    for content in (b"", b"[]", whole.replace(b'"ended":[', b'"ended":[null,'), other):
        path.write_bytes(content)
        answer = elsewhere.ask(scan)
        assert (answer.verdict, codes_of(answer)) == (Verdict.SIGNED, ["list_forged"])
    for odd in ({"issued": "yesterday"}, {"issued": "2026-03-18T02:00:00"}, {"ended": None}, {"stopped": [1]}):
        path.write_bytes(whole)
        elsewhere.change("status.json", ListKind.STATUS, **odd)
        assert codes_of(elsewhere.ask(scan)) == ["list_forged"]
    path.unlink()
    answer = elsewhere.ask(scan)
    assert (answer.verdict, codes_of(answer)) == (Verdict.SIGNED, ["list_missing"])


def test_what_has_ended_has_ended_by_an_old_list_too_but_not_by_a_changed_one(elsewhere, monkeypatch):
    path = elsewhere.root / "status.json"
    monkeypatch.setattr(dates, "now", lambda: NOW + dt.timedelta(90))
    assert elsewhere.ask(elsewhere.scan(FIRST)).verdict is Verdict.VOID
    assert elsewhere.ask(elsewhere.label(3, 1)).verdict is Verdict.STOPPED
    path.write_bytes(path.read_bytes().replace(b'"void"', b'"live"'))
    assert elsewhere.ask(elsewhere.scan(FIRST)).verdict is Verdict.SIGNED


def test_a_certificate_past_its_day_is_expired_and_its_state_told(elsewhere, monkeypatch):
    monkeypatch.setattr(dates, "now", lambda: NOW + dt.timedelta(700))
    answer = elsewhere.ask(elsewhere.scan(THIRD))
    assert (answer.verdict, codes_of(answer)) == (Verdict.EXPIRED, ["list_stale"])


def test_a_label_is_told_by_its_batch(elsewhere):
    answer = elsewhere.ask(elsewhere.label(1, 7))
    company = elsewhere.year.companies()[0]
    assert (answer.verdict, answer.reason, codes_of(answer)) == (Verdict.VALID, Reason.OK, ["list_fresh_label"])
    assert (answer.number, answer.holder, answer.uscc) == ("00001-000007", company.name, company.uscc)
    assert (answer.product, answer.lot, answer.expires, answer.is_label) == (PRODUCT, LOT, "2028-03-14", True)
    assert "目前在有效期内，没有停用" in answer.spoken
    stopped = elsewhere.ask(elsewhere.label(3, 7))
    assert (stopped.verdict, stopped.lot) == (Verdict.STOPPED, LOT)
    assert "已于2026年3月18日停用" in stopped.spoken
    (elsewhere.root / "status.json").unlink()
    unknown = elsewhere.ask(elsewhere.label(3, 7))
    assert (unknown.verdict, unknown.lot, codes_of(unknown)) == (Verdict.SIGNED, LOT, ["list_missing"])
    assert "有没有停用，凭编码看不出来" in unknown.spoken
    assert "没有停用。" not in unknown.spoken


def test_a_label_s_batch_expires(elsewhere, monkeypatch):
    monkeypatch.setattr(dates, "now", lambda: dt.datetime(2028, 3, 15, tzinfo=dt.UTC))
    assert elsewhere.ask(elsewhere.label(1, 7)).verdict is Verdict.EXPIRED


def test_a_label_that_is_not_of_its_batch(elsewhere):
    beyond = elsewhere.ask(elsewhere.label(1, 101), elsewhere.hidden(101))
    assert (beyond.verdict, beyond.reason, beyond.code_fit) == (Verdict.UNKNOWN, Reason.INDEX_BEYOND, None)
    assert "00001-000100" in beyond.spoken
    record = json.loads((elsewhere.root / "batches/1.json").read_bytes())["record"]
    elsewhere.change("batches/1.json", ListKind.BATCH, record={**record, "key": "01234567"})
    assert elsewhere.ask(elsewhere.label(1, 7)).reason is Reason.REGISTER_DIFFERS


def test_without_its_batch_a_label_is_what_its_signature_says(elsewhere):
    path = elsewhere.root / "batches/1.json"
    whole = path.read_bytes()
    for content in (whole.replace(LOT.encode(), b"L99"), (elsewhere.root / "batches/2.json").read_bytes(), b"{}"):
        path.write_bytes(content)
        answer = elsewhere.ask(elsewhere.label(1, 7), elsewhere.hidden(7))
        assert (answer.verdict, answer.reason) == (Verdict.SIGNED, Reason.BATCH_NOT_CHECKED)
        assert codes_of(answer) == ["batch_forged", "list_fresh_label"]
        assert (answer.lot, answer.code_fit) == ("", CodeFit.FORGED)
    for path in (elsewhere.root / "batches").iterdir():
        path.unlink()
    answer = elsewhere.ask(elsewhere.label(1, 7), elsewhere.hidden(7))
    assert (answer.verdict, answer.code_fit) == (Verdict.SIGNED, CodeFit.MISSING)
    assert codes_of(answer) == ["batch_missing", "list_fresh_label"]
    stopped = elsewhere.ask(elsewhere.label(3, 7))
    assert (stopped.verdict, codes_of(stopped)) == (Verdict.STOPPED, ["batch_missing"])


def test_a_hidden_code_is_compared_with_the_published_hashes(elsewhere):
    text, code = elsewhere.label(1, 7), elsewhere.hidden(7)
    assert elsewhere.ask(text, code.lower().replace("-", " ")).code_fit is CodeFit.FITS
    assert elsewhere.ask(text, elsewhere.hidden(8)).code_fit is CodeFit.DIFFERS
    assert elsewhere.ask(elsewhere.label(1, 8), code).code_fit is CodeFit.DIFFERS
    assert elsewhere.ask(elsewhere.label(2, 7), code).code_fit is CodeFit.NO_CODES
    assert elsewhere.ask(text).code_fit is None
    for typed in (code[:-1], code + "A", "防伪码"):
        with refused("label.code_form"):
            elsewhere.ask(text, typed)


def test_a_list_of_codes_that_is_not_that_one_is_not_used(elsewhere):
    text, code, path = elsewhere.label(1, 7), elsewhere.hidden(7), elsewhere.root / "codes/1/all.json"
    whole = path.read_bytes()
    other = (elsewhere.root / "codes/3/all.json").read_bytes()
    for content in (whole.replace(b'"all"', b'"alt"'), other, (elsewhere.root / "status.json").read_bytes(), b""):
        path.write_bytes(content)
        assert elsewhere.ask(text, code).code_fit is CodeFit.FORGED
    path.write_bytes(whole)
    elsewhere.change("codes/1/all.json", ListKind.CODES, shard="7")
    assert elsewhere.ask(text, code).code_fit is CodeFit.FORGED
    path.unlink()
    assert elsewhere.ask(text, code).code_fit is CodeFit.MISSING


def test_of_a_large_batch_only_the_one_shard_is_read(elsewhere):
    code, count = elsewhere.hidden(7), 5000
    record = json.loads((elsewhere.root / "batches/1.json").read_bytes())["record"]
    elsewhere.change("batches/1.json", ListKind.BATCH, record={**record, "count": str(count)})
    shutil.rmtree(elsewhere.root / "codes/1")
    shards = hidden_shards.Shards(1, count)
    for index in range(1, count + 1):
        shards.add(hidden_secret(1, elsewhere.year.keys.payload), index)
    wanted = hidden_shards.shard_name(hidden_shards.code_hash(1, 7, code), count)
    (document,) = [each for name, each in shards.documents() if name == wanted]
    path = elsewhere.root / f"codes/1/{wanted}.json"
    path.parent.mkdir()
    path.write_bytes(lists.sign(document, ListKind.CODES, elsewhere.year.keys.lists))
    assert elsewhere.ask(elsewhere.label(1, 7), code).code_fit is CodeFit.FITS


def test_lists_of_a_key_that_is_revoked_or_for_something_else_count_for_nothing(elsewhere):
    held = elsewhere.copy.keys
    revoked = tuple(
        dataclasses.replace(key, revoked=DAY) if key.kid == elsewhere.year.keys.lists.kid else key for key in held.keys
    )
    elsewhere.copy = SiteCopy(elsewhere.root, dataclasses.replace(held, keys=revoked))
    answer = elsewhere.ask(elsewhere.label(1, 7), elsewhere.hidden(7))
    assert codes_of(answer) == ["batch_forged", "list_forged"]
    assert elsewhere.ask(elsewhere.scan(FIRST)).verdict is Verdict.SIGNED


def test_what_is_forged_is_forged_whatever_lies_beside(elsewhere):
    for text in (elsewhere.label(1, 7)[:-1] + "x", elsewhere.label(1, 7, elsewhere.year.keys.lists)):
        answer = elsewhere.ask(text, elsewhere.hidden(7))
        assert answer.verdict in (Verdict.FORGED, Verdict.UNKNOWN)
        assert (answer.notes, answer.code_fit, answer.holder) == ((), None, "")


def test_the_folder_says_what_the_records_say(elsewhere):
    for text in (elsewhere.scan(FIRST), elsewhere.scan(THIRD), elsewhere.label(1, 7), elsewhere.label(3, 7)):
        recorded, copied = verification.verify_text(elsewhere.year.office, text), elsewhere.ask(text)
        for name in ("verdict", "number", "holder", "product", "lot", "issued", "expires", "spoken"):
            assert getattr(copied, name) == getattr(recorded, name)
