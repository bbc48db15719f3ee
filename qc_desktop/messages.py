"""The sentences behind codes, in the language of the reader.

Every code raised as :class:`~qc_desktop.errors.UserError` or found as a
:class:`~qc_desktop.domain.findings.Finding` is ``group.name``: the table ``[name]`` in
``resources/i18n/messages/group.toml``, with its sentence in each language side by side. The window and the
command line both speak through here.
"""

from __future__ import annotations

import locale
import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from typing_extensions import override

from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.certificates import CertificateState, NumberPattern, pattern_in_words
from qc_desktop.domain.document_names import DocumentName
from qc_desktop.domain.events import EventKind
from qc_desktop.domain.findings import CommandName, FieldName, Finding
from qc_desktop.domain.labels import RestrictedCategory
from qc_desktop.domain.slots import SLOT, SlotName, SlotText
from qc_desktop.domain.worded import Place
from qc_desktop.errors import UserError
from qc_desktop.files import DiskFault
from qc_desktop.paths import resource

LANGUAGES = ("zh_CN", "en")
_GROUPS: Mapping[type, str] = {
    Stage: "stage",
    CertificateState: "certificate",
    DiskFault: "disk",
    FieldName: "variable",
    DocumentName: "document",
    CommandName: "command",
    EventKind: "event",
    Place: "worded",
    RestrictedCategory: "restricted",
}
"""Values that have a name in every language, and the group it stands in."""
_BETWEEN: Mapping[str, str] = {"zh_CN": "、", "en": ", "}
_LONGEST_QUOTE = 300
_TO = {"zh_CN": "～", "en": "–"}
_HOW_MANY = frozenset(
    {"already", "applied", "coming", "companies", "count", "duplicate", "entries", "error", "errors", "expected",
     "files", "issued", "jobs", "known", "labels", "left", "length", "limit", "more", "most", "moved", "new",
     "noted", "outstanding", "pages", "pledges", "quantity", "quota", "ready", "refused", "remaining", "renamed",
     "repeated", "rows", "sent", "sheets", "shown", "signed", "skipped", "stopped", "total", "unchanged", "unsure",
     "updated", "used", "waiting"}
)  # fmt: skip
"""Numbers of these names are amounts, never a year or a serial."""
_COLON = {"zh_CN": "：", "en": ": "}


class _Number(int):
    """A number in a sentence: ``{count:company|companies}`` is the word that goes with it."""

    grouped = False

    @override
    def __format__(self, spec: str) -> str:
        one, is_word, many = spec.partition("|")
        if not is_word:
            return super().__format__(spec or ("," if self.grouped else ""))
        return one if self == 1 else many


class _Count(_Number):
    """How many: its digits stand in groups, which those of a year or of a serial do not."""

    grouped = True


@dataclass(frozen=True)
class Messages:
    """A catalogue of sentences in one language."""

    lang: str
    sentences: Mapping[str, str]

    def text(self, code: str, **params: object) -> str:
        """The sentence of ``code``. Raises KeyError for a code that no catalogue has.

        A stage or state among ``params`` is said by its name, several values as the language lists them, an error as
        its own sentence.
        """
        said = {key: self._said(value) for key, value in params.items()}
        said |= {key: _Count(value) for key, value in said.items() if key in _HOW_MANY and isinstance(value, _Number)}
        return self.sentences[code].format(**said)

    def listed(self, values: Iterable[object]) -> str:
        """``values`` one after the other, as the language divides them."""
        return _BETWEEN[self.lang].join(str(self._said(value)) for value in values)

    def ranged(self, span: str) -> str:
        """``span`` (``QC-2026-315-000001～000012``, as it is stored and printed) as the language writes ranges."""
        return span.replace("～", _TO[self.lang])

    def named(self, name: str, value: object) -> str:
        """``value`` behind what it is called, as the language punctuates."""
        return f"{name}{_COLON[self.lang]}{value}"

    def _said(self, value: object) -> object:
        if isinstance(value, int) and not isinstance(value, bool):
            return _Number(value)
        if isinstance(value, list | tuple):
            return self.listed(value)
        if isinstance(value, UserError | Finding):
            return self.of(value)
        if isinstance(value, NumberPattern):
            return pattern_in_words(value, self.lang)
        if isinstance(value, SlotName):
            return self._slot(value)
        if isinstance(value, SlotText):
            return SLOT.sub(lambda found: f"{{{self._slot(found[1])}}}", value)
        group = _GROUPS.get(type(value))
        return self.sentences[f"{group}.{value}"] if group else value

    def _slot(self, slot: str) -> str:
        word, _, name = slot.rpartition(".")
        return self.sentences.get(f"{'wording' if word else 'variable'}.{name}", slot)

    def of(self, problem: UserError | Finding) -> str:
        """The sentence of an error or a finding; what it quotes is cut where it would hide the sentence."""
        return self.text(problem.code, **{key: _cut(value) for key, value in problem.params.items()})


def _cut(value: object) -> object:
    return f"{value[:_LONGEST_QUOTE]}…" if isinstance(value, str) and len(value) > _LONGEST_QUOTE else value


@cache
def messages(lang: str) -> Messages:
    """The catalogue of ``lang``, one of LANGUAGES. Raises KeyError for any other."""
    sentences = {
        f"{path.stem}.{name}": words[lang]
        for path in sorted(resource("i18n", "messages").glob("*.toml"))
        for name, words in tomllib.loads(path.read_text(encoding="utf-8")).items()
    }
    return Messages(lang, sentences)


def system_language() -> str:
    """zh_CN where the system speaks Chinese, else en."""
    wanted = os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or ""
    return "zh_CN" if wanted.lower().startswith(("zh", "chinese")) else "en"
