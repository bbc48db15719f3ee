"""粘贴识别: what a pasted message says of a company, as fields of the form.

Messages come as people send them: labels in any order or none, full-width signs, line breaks lost. Bank data is
recognised so that it is left out.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial

from qc_desktop.domain import pasted_shapes as shapes
from qc_desktop.domain import uscc
from qc_desktop.domain.findings import Finding, errors
from qc_desktop.domain.pasted_labels import Segment, segments
from qc_desktop.domain.text import clean, clean_code, clean_name
from qc_desktop.domain.websites import check_website

LONGEST = 5_000
"""Characters of a message that are looked at; what people paste is a tenth of that."""


class Confidence(StrEnum):
    """How sure a value is: named by its label, told by its shape, or only likely."""

    NAMED = "named"
    SHAPED = "shaped"
    LIKELY = "likely"


@dataclass(frozen=True)
class Found:
    """A value for a field of the form; ``problem`` says what is wrong with it, and then it is only likely."""

    field: str
    value: str
    confidence: Confidence
    problem: Finding | None = None


@dataclass(frozen=True)
class Recognised:
    """What a message says: at most one value a field; kinds of data left out; what was not understood."""

    fields: tuple[Found, ...] = ()
    left_out: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()

    def value(self, name: str) -> str:
        """The value of the field ``name``, empty where there is none."""
        return next((found.value for found in self.fields if found.field == name), "")


@dataclass
class _Reading:
    """What was read so far."""

    found: dict[str, Found] = field(default_factory=dict)
    left_out: dict[str, None] = field(default_factory=dict)
    rest: list[str] = field(default_factory=list)
    landlines: list[str] = field(default_factory=list)

    def take(self, name: str, value: str, confidence: Confidence, problem: Finding | None = None) -> None:
        """Notes ``value``; a surer one replaces one that was only likely, a second one is left over."""
        known = self.found.get(name)
        if not value or (known and known.value == value):
            return
        if known is None or (known.confidence is Confidence.LIKELY and confidence is not Confidence.LIKELY):
            self.found[name] = Found(name, value, confidence, problem)
            value = known.value if known else ""
        if value:
            self.rest.append(value)


ORDER = (
    *("name", "uscc", "short_name", "former_names", "legal_representative", "address", "hotline", "website"),
    *("contact_person", "contact_phone", "contact_email"),
)
"""Fields in the order of the form."""


def recognise(text: str) -> Recognised:
    """What ``text`` says of one company. Never raises; nothing that it cannot place is lost: it stands in ``rest``."""
    reading = _Reading()
    for segment in segments(_plain(text[:LONGEST])):
        _LABELLED.get(segment.kind, _labelled_text)(reading, segment) if segment.kind else _scan(reading, segment.text)
    _place_landlines(reading)
    fields = tuple(reading.found[name] for name in ORDER if name in reading.found)
    return Recognised(fields, tuple(reading.left_out), tuple(dict.fromkeys(filter(None, reading.rest))))


def _plain(text: str) -> str:
    """``text`` in NFKC, decoration and invisible signs as blanks, line ends as \\n."""
    plain = unicodedata.normalize("NFKC", text.replace("\r\n", "\n").replace("\r", "\n")).replace("∶", ":")
    shown = "".join(c if c == "\n" or unicodedata.category(c) not in _UNSEEN else " " for c in plain)
    return re.sub(r"[【】\[\]*•●■◆▪>《》\"“”'`~_]|(?<=\n)-|^-", " ", shown)


_UNSEEN = frozenset({"Cc", "Cf", "So", "Zl", "Zp"})


def _scan(reading: _Reading, text: str) -> None:
    """Finds what needs no label; the sure shapes first, each taken out of the text."""
    for pattern, act in _SHAPES:
        text = pattern.sub(partial(act, reading), text)
    for token in re.split(r"[\s,;。、|!?:…]+", text):
        _take_token(reading, token.strip("()-/=.+&"))


def _take_token(reading: _Reading, token: str) -> None:
    token = _ABOUT_PERSON.sub("", token)
    if not token or shapes.FILLER.fullmatch(token):
        return
    if shapes.PERSON.fullmatch(token) and len(token) > 1:
        reading.take("contact_person", token, Confidence.SHAPED)
    else:
        reading.rest.append(token)


_ABOUT_PERSON = re.compile(r"^(?:请?找|联系人?|寄给?|交给?)(?=..)|(?<=..)(?:亲?收|签收)$")


def _email(reading: _Reading, match: re.Match[str]) -> str:
    reading.take("contact_email", match.group(), Confidence.SHAPED)
    return "\n"


def _website(reading: _Reading, match: re.Match[str]) -> str:
    site = match.group().rstrip(".,;")
    if check_website(site):
        reading.rest.append(site)
    else:
        reading.take("website", site, Confidence.SHAPED)
    return "\n"


def _code(reading: _Reading, match: re.Match[str]) -> str:
    code = clean_code(match.group()).replace("-", "")
    if not uscc.is_valid(code):
        return match.group()
    reading.take("uscc", code, Confidence.SHAPED)
    return "\n"


def _mobile(reading: _Reading, match: re.Match[str]) -> str:
    reading.take("contact_phone", re.sub(r"[ \-]", "", match.group(1)), Confidence.SHAPED)
    return "\n"


def _landline(reading: _Reading, match: re.Match[str]) -> str:
    reading.landlines.append(_number(match.group(1)))
    return "\n"


def _bank(reading: _Reading, _match: re.Match[str]) -> str:
    reading.left_out["bank"] = None
    return "\n"


_LEAD = re.compile(r"^(?:您?你?好|我们?(?:公司|单位)?(?:是|叫|的)|这是|公司(?:名称)?是|抬头(?:是|开)?|开票给|请开)+")
_HOUSE = re.compile(r"^.*(?:路|街|道|巷|弄|村|镇).*?[0-9A-Za-z]+(?:号|室|楼|层|座|栋|幢)(?:院内)?")


def _company(reading: _Reading, match: re.Match[str]) -> str:
    text = match.group()
    before = _HOUSE.match(text)
    name = _LEAD.sub("", text[before.end() :] if before else text)
    if len(name) < 4:
        return text
    reading.take("name", clean_name(name), Confidence.SHAPED)
    return (before.group() if before else "") + "\n"


def _address(reading: _Reading, match: re.Match[str]) -> str:
    reading.take("address", clean_name(match.group()), Confidence.SHAPED)
    return "\n"


_SHAPES = (
    (shapes.EMAIL, _email),
    (shapes.WEBSITE, _website),
    (shapes.CODE, _code),
    (shapes.MOBILE, _mobile),
    (shapes.LANDLINE, _landline),
    (shapes.ACCOUNT, _bank),
    (shapes.BANK, _bank),
    (shapes.COMPANY, _company),
    (shapes.ADDRESS, _address),
)


def _number(text: str) -> str:
    """A telephone number with its area code set off by one hyphen."""
    digits = re.sub(r"(?<=[0-9]{3})[ ](?=[0-9]{4}(?![0-9]))", "", re.sub(r"[()]", "", text).strip())
    return re.sub(r"[ \-]+", "-", re.sub(r"\s*转\s*", "-", digits))


def _labelled_name(reading: _Reading, segment: Segment) -> None:
    text = segment.text
    inner = shapes.COMPANY.search(text)
    if inner and text != inner.group() and re.search(r"\s", text):
        reading.take("name", clean_name(inner.group()), Confidence.NAMED)
        _scan(reading, text[: inner.start()] + "\n" + text[inner.end() :])
    else:
        reading.take("name", clean_name(text), Confidence.NAMED)


def _labelled_code(reading: _Reading, segment: Segment) -> None:
    match = re.match(r"[0-9A-Za-z](?:[ \-]?[0-9A-Za-z])*", segment.text)
    code = clean_code(match.group()).replace("-", "") if match else ""
    if not match or len(code) < uscc.LENGTH - 3:
        _scan(reading, segment.text)
        return
    wrong = errors(uscc.check(code)[1])
    sure = Confidence.LIKELY if wrong else Confidence.NAMED
    reading.take("uscc", code, sure, wrong[0] if wrong else None)
    _scan(reading, segment.text[match.end() :])


def _labelled_address(reading: _Reading, segment: Segment) -> None:
    sure = Confidence.LIKELY if segment.kind == "mailing_address" else Confidence.NAMED
    text = segment.text
    for pattern, act in ((shapes.EMAIL, _email), (shapes.MOBILE, _mobile), (_AREA_CODE_NUMBER, _landline)):
        text = pattern.sub(partial(act, reading), text)
    address, _, rest = text.strip(" \n,;、/").partition("\n")
    reading.take("address", clean_name(address.strip(" ,;、/")), sure)
    _scan(reading, rest)


_AREA_CODE_NUMBER = re.compile(
    r"(?<![0-9])((?:\(0[0-9]{2,3}\)|0[0-9]{2,3})[ \-]*[0-9]{7,8}|(?<=[\s,;、/])[2-9][0-9]{6,7})(?![0-9号])"
)
"""In an address a number without an area code is a house's, unless it stands apart."""


def _labelled_hotline(reading: _Reading, segment: Segment) -> None:
    match = shapes.LANDLINE.search(segment.text) or shapes.MOBILE.search(segment.text)
    if match:
        reading.take("hotline", _number(match.group(1)), Confidence.NAMED)
    _scan(reading, segment.text.replace(match.group(), "\n") if match else segment.text)


def _labelled_person(reading: _Reading, segment: Segment) -> None:
    text = segment.text
    for pattern, act in ((shapes.EMAIL, _email), (shapes.MOBILE, _mobile), (shapes.LANDLINE, _landline)):
        text = pattern.sub(partial(act, reading), text)
    name, *rest = re.split(r"[\s,;、/|()]+", text.strip(" \n,;、/|()")) or [""]
    place = "legal_representative" if segment.kind == "legal_representative" else "contact_person"
    reading.take(place, clean_name(name)[:100], Confidence.NAMED)
    for token in rest:
        _take_token(reading, token)


def _left_out(reading: _Reading, segment: Segment) -> None:
    if segment.text:
        reading.left_out[segment.kind] = None


def _wechat(reading: _Reading, segment: Segment) -> None:
    if shapes.MOBILE.search(segment.text):
        _scan(reading, segment.text)
    elif segment.text and not shapes.FILLER.fullmatch(segment.text):
        reading.left_out["wechat"] = None


def _former(reading: _Reading, segment: Segment) -> None:
    reading.take("former_names", clean_name(segment.text), Confidence.NAMED)


def _short(reading: _Reading, segment: Segment) -> None:
    reading.take("short_name", clean_name(segment.text), Confidence.NAMED)


def _rest(reading: _Reading, segment: Segment) -> None:
    reading.rest.append(clean(segment.text))


def _labelled_text(reading: _Reading, segment: Segment) -> None:
    """Values whose shape says what they are, whatever the label: numbers, mail, web."""
    _scan(reading, segment.text)


_LABELLED = {
    "name": _labelled_name,
    "uscc": _labelled_code,
    "address": _labelled_address,
    "mailing_address": _labelled_address,
    "address_phone": _labelled_address,
    "hotline": _labelled_hotline,
    "contact": _labelled_person,
    "contact_phone_both": _labelled_person,
    "legal_representative": _labelled_person,
    "short_name": _short,
    "former_names": _former,
    "bank": _left_out,
    "fax": _left_out,
    "postcode": _left_out,
    "wechat": _wechat,
    "other": _rest,
}


def _place_landlines(reading: _Reading) -> None:
    """A person's number where there is a person without one; else the company's, which may not be meant for all."""
    for number in reading.landlines:
        if "contact_person" in reading.found and "contact_phone" not in reading.found:
            reading.take("contact_phone", number, Confidence.SHAPED)
        else:
            reading.take("hotline", number, Confidence.LIKELY)
