"""A small published site, signed with the test keys of tests/trust: what the page in a browser is tried against.

Files by path, so that a test serves them with one changed, missing or tampered with, and to no folder.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import rfc8785

from qc_desktop.domain.certificates import Serial
from qc_desktop.domain.records import record_hash
from qc_desktop.trust import digits, fields, hidden_shards, keylist
from qc_desktop.trust.item_labels import hidden_code
from qc_desktop.trust.keys import Signer
from qc_desktop.trust.payload import CertificatePayload, LabelPayload, sign
from tests.trust.make_vectors import BASE, LISTS, LONG, OURS, PREFIX, REVOKED, REVOKED_UNLISTED, ROOT, key_list

SOURCE = Path(__file__).parents[2] / "resources" / "verify_site"
HOME = PREFIX.removesuffix("#")
NOW = dt.datetime(2026, 11, 30, 4, 0, tzinfo=dt.UTC)
MADE = "2026-11-20T01:02:03Z"
OFFICE = {
    "association": "示例质量检验协会",
    "phone": "010-0000-0000",
    "icp": "示例ICP备00000000号",
    "police": "示例公网安备00000000000000号",
    "published": "2026-11-20",
}
LONG_NAME = "示例新材料科技（集团）股份有限公司西北高原生态资源综合开发分公司"
PRODUCTS = ["示例数控铣床", "示例精密轴承"]
LABELS = 5000
LIVE, VOID, REPLACED, REVOKED_ONE, EXPIRED, CUT, FUTURE, STRAY = 128, 129, 130, 131, 132, 133, 134, 135


def block(value: object) -> str:
    """JSON that may stand in a data block."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")


def index(keys: bytes = b"", root: bytes = ROOT.spki, office: Mapping[str, str] = OFFICE) -> bytes:
    """The template, filled as publishing fills it."""
    page = (SOURCE / "index.html").read_text(encoding="utf-8")
    blocks = {
        "root": block(base64.b64encode(root).decode()),
        "keys": block(json.loads(keys or key_list())),
        "office": block(office),
    }
    for name, content in blocks.items():
        empty = f'id="{name}">null<'
        assert page.count(empty) == 1
        page = page.replace(empty, f'id="{name}">{content}<')
    return page.encode()


def signed(document: Mapping[str, Any], domain: bytes, signer: Signer = LISTS) -> bytes:
    value = base64.urlsafe_b64encode(signer.sign(domain + rfc8785.dumps(dict(document)))).rstrip(b"=").decode()
    return json.dumps({**document, "signature": {"kid": signer.kid.hex(), "value": value}}, ensure_ascii=False).encode()


def record(number: str, holder: str, expires: dt.date | None) -> dict[str, Any]:
    said = {
        "kind": "pledge_display_certificate",
        "number": number,
        "title": "承诺展示公告证明",
        "holder": holder,
        "uscc": BASE.uscc,
        "issued": "2026-03-15",
        "statement": f"兹证明：{holder}参加2026年“3·15”主题活动，其承诺书自2026年3月15日起由我会公告展示。特此证明。",
        "pledge_text": ["公开执行标准并保持一致", "缺陷产品主动召回 <b>不</b>"],
        "products": PRODUCTS,
        "standards": ["GB/T 0000-2020", "Q/SL 001-2025"],
        "issuer": OFFICE["association"],
        "announcement_no": "2026年第12号",
        "hotline": "400-000-0000",
    }
    return {**said, "expires": expires.isoformat()} if expires else said


@dataclass(frozen=True)
class Paper:
    """A certificate of the site: its code, and what the company's page holds of it."""

    payload: CertificatePayload
    record: dict[str, Any]
    signer: Signer = OURS

    @property
    def digits(self) -> str:
        return digits.to_digits(sign(self.payload, self.signer))

    @property
    def entry(self) -> dict[str, Any]:
        shown = {"displayed_from": "2026-03-15", "displayed_until": "", "receipt": ""}
        return {"serial": int(self.payload.serial), "payload": self.digits, "record": self.record, **shown}


def paper(sequence: int, signer: Signer = OURS, name: str = BASE.holder, **changes: Any) -> Paper:
    plain = replace(BASE, serial=Serial(1, 2026, sequence), **changes)
    said = record(f"QC-2026-315-{sequence:06}", name, plain.expires)
    cut = fields.cut_name(name, 69)
    return Paper(replace(plain, record_hash=record_hash(said)[:16], holder=cut), said, signer)


PAPERS = {
    LIVE: paper(LIVE),
    VOID: paper(VOID),
    REPLACED: paper(REPLACED),
    REVOKED_ONE: paper(REVOKED_ONE),
    EXPIRED: paper(EXPIRED, expires=dt.date(2026, 6, 30)),
    CUT: paper(CUT, name=LONG_NAME),
    FUTURE: paper(FUTURE, issued=dt.date(2027, 1, 1)),
}
assert PAPERS[CUT].payload.holder == LONG
BEFORE, AFTER = paper(140, REVOKED), paper(141, REVOKED)
OF_UNLISTED = paper(142, REVOKED_UNLISTED)


def code(sequence: int) -> str:
    return PAPERS[sequence].digits


def label(batch: int, number: int, signer: Signer = OURS) -> str:
    return digits.to_digits(sign(LabelPayload(batch, number), signer))


def company_page(papers: list[dict[str, Any]]) -> bytes:
    blocks = "".join(
        f'<script type="application/json" class="certificate">{block(entry)}</script>\n' for entry in papers
    )
    company = block({"name": BASE.holder, "uscc": BASE.uscc, "hotline": "400-000-0000", "website": ""})
    head = f'<!doctype html><meta charset="utf-8"><title>{BASE.holder}</title>'
    return f'{head}<script type="application/json" id="company">{company}</script>\n{blocks}<h1>承诺</h1>'.encode()


def status(issued: str = MADE, signer: Signer = LISTS, **changes: Any) -> bytes:
    def ended(sequence: int, state: str, **more: str) -> dict[str, Any]:
        return {"serial": int(Serial(1, 2026, sequence)), "state": state, "since": "2026-04-02", **more}

    listed = {
        "issued": issued,
        "next_update": "2026-12-25",
        "ended": [
            ended(VOID, "void"),
            ended(REPLACED, "replaced", by="QC-2026-315-000150"),
            ended(REVOKED_ONE, "revoked"),
        ],
        "stopped": [{"batch": 8, "since": "2026-06-01"}],
        "withdrawn": [{"kid": REVOKED.kid.hex(), "sha256": hashlib.sha256(ISSUED_BEFORE).hexdigest()}],
    }
    return signed({**listed, **changes}, b"QCERT-STATUS-V1\0", signer)


ISSUED_BEFORE = signed(
    {
        "kid": REVOKED.kid.hex(),
        "revoked": "2026-05-01",
        "payloads": [hashlib.sha256(sign(BEFORE.payload, REVOKED)).hexdigest()],
        "batches": [[5, 1, 100]],
    },
    b"QCERT-ISSUED-V1\0",
)


def batch(number: int, key: Signer = OURS, signer: Signer = LISTS, *, codes: bool = False, **changes: str) -> bytes:
    said = {
        "kind": "verification_label",
        "title": "质量诚信溯源和防伪验证专用标识",
        "batch": str(number),
        "holder": BASE.holder,
        "uscc": BASE.uscc,
        "product": PRODUCTS[0],
        "lot": "SL20260915",
        "first": "1",
        "count": str(LABELS),
        "issued": "2026-05-06",
        "expires": "2027-05-05",
        "agreement_no": "XY-2026-001",
        "key": key.kid.hex(),
        "template": "0" * 64,
        **changes,
    }
    has_codes = {"codes": True} if codes else {}
    return signed({"batch": number, "record": said, **has_codes}, b"QCERT-BATCH-V1\0", signer)


SECRET = bytes(range(32))
"""Behind the hidden codes of batch 7; a real one comes from the key."""


def hidden(index: int) -> str:
    """The code below the coating of a label of batch 7."""
    return hidden_code(SECRET, index)


def shard_of(index: int) -> str:
    """Where the hash of that code lies."""
    return f"codes/7/{hidden_shards.shard_name(hidden_shards.code_hash(7, index, hidden(index)), LABELS)}.json"


@cache
def codes() -> dict[str, bytes]:
    shards = hidden_shards.Shards(7, LABELS)
    for number in range(1, LABELS + 1):
        shards.add(SECRET, number)
    return {f"codes/7/{name}.json": signed(document, b"QCERT-CODES-V1\0") for name, document in shards.documents()}


@dataclass(frozen=True)
class Site:
    """What a host serves: bytes by path, relative to the link prefix."""

    files: Mapping[str, bytes] = field(repr=False)

    def with_files(self, changes: Mapping[str, bytes | None]) -> Site:
        """The same with other files; None takes one away."""
        merged = {**self.files, **changes}
        return Site({path: data for path, data in merged.items() if data is not None})


def site() -> Site:
    static = {path.name: path.read_bytes() for path in SOURCE.iterdir()}
    usccs = {str(sequence): BASE.uscc for sequence in (*PAPERS, STRAY)}
    return Site(
        {
            **static,
            "index.html": index(),
            "keys.json": key_list(),
            "status.json": status(),
            f"keys/{REVOKED.kid.hex()}.json": ISSUED_BEFORE,
            "batches/5.json": batch(5, REVOKED),
            "batches/7.json": batch(7, codes=True),
            "batches/8.json": batch(8, codes=True),
            "batches/9.json": batch(9, expires="2026-10-01"),
            **codes(),
            PLEDGE: company_page([paper.entry for paper in PAPERS.values()]),
            "numbers/1-2026/000.json": json.dumps(usccs).encode(),
            "knowledge/recognise.html": b"<!doctype html><title>.</title>",
            "knowledge/complain.html": b"<!doctype html><title>.</title>",
        }
    )


PLEDGE = f"pledge/{BASE.uscc[-2:]}/{BASE.uscc}.html"


def without_key(signer: Signer) -> bytes:
    """The key list from before ``signer`` was added, signed by the root."""
    published = keylist.parse(key_list(), keylist.pin_of(ROOT.spki))
    older = tuple(key for key in published.keys if key.kid != signer.kid)
    return keylist.sign(replace(published, keys=older), ROOT)
