"""The check as a whole: it never raises, and what it hands on is enough to speak."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qc_desktop.domain.certificates import Serial
from qc_desktop.domain.verification import Reason, Verdict, spoken
from qc_desktop.trust import links, verify
from qc_desktop.trust.keys import Signer
from qc_desktop.trust.payload import CertificatePayload, sign
from qc_desktop.trust.published import KeyList

PREFIX = "https://verify.example.cn/#"
DAY = dt.date(2026, 6, 1)
CERTIFICATE = CertificatePayload(
    Serial(1, 2026, 128), dt.date(2026, 3, 15), dt.date(2027, 3, 14), "", bytes(16), "示例公司"
)


def test_a_result_is_enough_to_speak(key_list: KeyList, signer: Signer) -> None:
    checked = verify.check(links.link(PREFIX, sign(CERTIFICATE, signer)), key_list, DAY)
    assert (checked.verdict, checked.number, checked.title_en) == (
        Verdict.SIGNED,
        "QC-2026-315-000128",
        "Certificate of pledge display",
    )
    assert "2026年3月15日向示例公司出具的承诺展示公告证明" in spoken(checked.verdict, checked.particulars)


def test_the_prefix_is_checked_first(key_list: KeyList, signer: Signer) -> None:
    genuine = sign(CERTIFICATE, signer)
    checked = verify.check(links.link("https://evil.example/#", genuine), key_list, DAY)
    assert (checked.verdict, checked.number) == (Verdict.FOREIGN_LINK, "")


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_changed_digit_is_signed(key_list: KeyList, signer: Signer, data: st.DataObject) -> None:
    code = links.to_digits(sign(CERTIFICATE, signer))
    place = data.draw(st.integers(0, len(code) - 1))
    digit = data.draw(st.sampled_from([d for d in "0123456789" if d != code[place]]))
    checked = verify.check(PREFIX + code[:place] + digit + code[place + 1 :], key_list, DAY)
    assert checked.verdict in (Verdict.FORGED, Verdict.UNKNOWN)
    assert verify.Checked(checked.verdict, checked.reason) == checked


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=100) | st.text("0123456789", max_size=600).map(lambda code: PREFIX + code))
def test_no_text_raises_or_is_signed(key_list: KeyList, text: str) -> None:
    assert verify.check(text, key_list, DAY).verdict in (Verdict.FORGED, Verdict.UNKNOWN, Verdict.FOREIGN_LINK)


@pytest.mark.parametrize("length", [0, 1, 50, 192])
def test_few_digits_are_a_number_to_look_up(key_list: KeyList, length: int) -> None:
    assert verify.check("1" * length, key_list, DAY).reason is Reason.NO_PAYLOAD


def test_a_long_text_does_not_hang() -> None:
    """In a process of its own, so that a search that goes back and forth is ended instead of waited for."""
    script = (
        "from qc_desktop.trust import links\n"
        "for part in ('1', '1 ', 'a', 'a.', 'aa.', 'a-', 'a:', '://', 'a.aa:', '#', '?c=', 'https://v.cn/#'):\n"
        "    for text in (part * 300_000, part * 300_000 + '://', 'https://v.cn/' + part * 300_000):\n"
        "        found = links.find(text, ('https://v.cn/#',))\n"
        "print('done')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=30)
    assert done.stdout.strip() == "done"


def test_importing_the_check_leaves_heavy_libraries_alone() -> None:
    script = (
        "import sys, qc_desktop.trust.verify, qc_desktop.trust.keylist\n"
        "heavy = {'cryptography', 'PySide6', 'sqlalchemy', 'numpy', 'reportlab'}\n"
        "print(sorted(heavy & {name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
