"""Pages made from the templates in ``resources/site_pages``: what is filled in is escaped, whatever it is."""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import Template
from typing import Any

from qc_desktop.domain.verification import SIGNATURE_PROVES
from qc_desktop.paths import resource

FOLDER = "site_pages"
_REGISTRIES = {"icp": "https://beian.miit.gov.cn/", "police": "https://beian.mps.gov.cn/"}
"""Where a number in the footer is looked up; the ministry wants the link (MIIT order 33, article 13)."""
_TELEPHONE = re.compile(r"[0-9+][0-9 ()+-]{2,24}")


def fingerprint() -> str:
    """That of the templates, as they lie here."""
    folder = resource(FOLDER)
    return fingerprint_of({str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.html")})


def fingerprint_of(lying: Mapping[str, bytes]) -> str:
    """The SHA-256 over files, by name."""
    lines = (f"{name} {hashlib.sha256(content).hexdigest()}\n" for name, content in sorted(lying.items()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def escaped(text: str) -> str:
    """``text`` as it may stand in a page or an attribute."""
    return html.escape(text)


def block(attributes: str, value: Any) -> str:
    """``value`` as a data block of JSON; no ``<`` is left in it that could end it."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" {attributes}>{written}</script>\n'


def items(texts: Iterable[str]) -> str:
    """``texts`` as the items of a list; a dash where there are none."""
    return "".join(f"<li>{escaped(text)}</li>" for text in texts) or "<li>—</li>"


def telephone(number: str) -> str:
    """``number`` to call where it is one; anything else that was typed is only shown."""
    plain = re.sub(r"[^0-9+]", "", number)
    return f'<a href="tel:{plain}">{number}</a>' if _TELEPHONE.fullmatch(number) else escaped(number)


def _contact(about: Mapping[str, str]) -> str:
    number = telephone(about["phone"])
    return escaped(about["association"]) + (f"（电话 {number}）" if number else "")


def _registered(address: str, number: str) -> str:
    return f'<a href="{address}" rel="nofollow noopener noreferrer">{escaped(number)}</a>' if number else ""


@dataclass(frozen=True)
class Pages:
    """The templates, read once, and what stands around every page."""

    about: Mapping[str, str]
    _read: dict[str, Template]

    @classmethod
    def of(cls, about: Mapping[str, str]) -> Pages:
        """With ``about`` the office: association, phone, icp, police, published, address."""
        shown = {name: escaped(text) for name, text in about.items()}
        registered = {name: _registered(address, about[name]) for name, address in _REGISTRIES.items()}
        ours = {"contact": _contact(about), "proves": escaped(SIGNATURE_PROVES["zh_CN"])}
        return cls({**shown, **registered, **ours}, {})

    def filled(self, template: str, **values: str) -> str:
        """``template`` with ``values``, which are HTML already, and what is known of the office."""
        if template not in self._read:
            self._read[template] = Template(resource(FOLDER, *template.split("/")).read_text(encoding="utf-8"))
        return self._read[template].substitute(self.about, **values)

    def page(self, title: str, body: str, depth: int, data: str = "", width: str = "") -> bytes:
        """A whole page, ``depth`` folders below the site's root; ``data`` its data blocks; ``width``: broad."""
        around = {"title": escaped(title), "up": "../" * depth, "data": data, "width": width}
        return self.filled("shell.html", body=body, **around).encode()
