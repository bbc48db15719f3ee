"""Hashes of hidden codes in the published folder: signed, found for the right code, derived once."""

from __future__ import annotations

import dataclasses
from unittest.mock import Mock

import pytest
from sqlalchemy import select

from qc_desktop.domain.progress import finish
from qc_desktop.domain.records import canonical
from qc_desktop.services import keys
from qc_desktop.services.labels import agreements, issuing
from qc_desktop.services.site import codes
from qc_desktop.services.site.folder import MARK
from qc_desktop.services.site.publishing import publishing
from qc_desktop.storage.tables import LabelBatch
from qc_desktop.trust import lists
from qc_desktop.trust.hidden_shards import Shards, is_listed
from qc_desktop.trust.item_labels import hidden_code, hidden_secret
from qc_desktop.trust.keys import Signer
from qc_desktop.trust.lists import ListKind
from tests.labelled import ORDER, TERMS
from tests.samples import refused


@pytest.fixture
def shard(issued_year, publish):
    """The year with a batch with hidden codes and one without, published; and the file of their hashes."""
    year = issued_year
    agreed = agreements.add(year.office, year.companies()[0].id, TERMS).row
    for has_codes in (True, False):
        finish(issuing.issue(year.office, agreed.id, dataclasses.replace(ORDER, hidden_codes=has_codes), year.keys))
    root = publish(year).folder
    assert [path.name for path in (root / "codes").rglob("*.json")] == ["all.json"]
    return year, root / "codes/1/all.json"


def test_who_scratched_a_code_finds_it(shard):
    year, path = shard
    document = lists.parse(path.read_bytes(), ListKind.CODES, keys.key_list(year.office))
    code = hidden_code(hidden_secret(1, year.keys.payload), 7)
    assert is_listed(document, 1, 7, code)
    assert not is_listed(document, 1, 8, code)
    assert code.replace("-", "") not in path.read_text(encoding="utf-8")


def test_a_batch_says_whether_it_has_codes_and_its_record_stays_as_it_was_frozen(shard):
    year, path = shard
    published = keys.key_list(year.office)
    read = [
        lists.parse((path.parents[2] / f"batches/{number}.json").read_bytes(), ListKind.BATCH, published)
        for number in (1, 2)
    ]
    assert [document.get("codes", "absent") for document in read] == [True, "absent"]
    with year.office.store.reading() as session:
        frozen = session.scalars(select(LabelBatch.record).order_by(LabelBatch.number)).all()
    assert [canonical(document["record"]).decode() for document in read] == frozen
    changed = (path.parents[2] / "batches/1.json").read_bytes().replace(b'"codes":true', b'"codes":false')
    with refused("trust.list_forged"):
        lists.parse(changed, ListKind.BATCH, published)


def test_codes_are_derived_once(shard, publish, tomorrow, monkeypatch):
    year, path = shard
    before, derived = path.read_bytes(), Mock(wraps=Shards)
    monkeypatch.setattr(codes, "Shards", derived)
    publish(tomorrow(year))
    assert not derived.called
    path.unlink()
    publish(tomorrow(year))
    assert path.read_bytes() == before
    (path.parents[2] / MARK).touch()
    publish(year)
    assert (derived.call_count, path.read_bytes()) == (2, before)


def test_of_an_earlier_key_what_stands_is_left_or_derived_or_named(shard, publish, tomorrow):
    year, path = shard
    before = path.read_bytes()
    other = Mock(spec=Signer, kid=b"1234")
    later = dataclasses.replace(tomorrow(year), keys=dataclasses.replace(year.keys, payload=other))
    assert publish(later).codeless == ()
    assert path.read_bytes() == before
    path.unlink()
    assert publish(later).codeless == (1,)
    assert not path.exists()
    job = publishing(later.office, path.parents[2], lambda: later.keys, older=lambda _key_id: year.keys.payload)
    with year.office.writing("label_note", undoable=False):
        pass
    assert finish(job).codeless == ()
    assert path.read_bytes() == before
