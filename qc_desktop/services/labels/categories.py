"""Products that the law bars from recommendation: which law, and which product names are to be asked about."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from qc_desktop.domain.findings import Finding, warning
from qc_desktop.domain.labels import AgreementDraft, RestrictedCategory
from qc_desktop.domain.lengths import is_reason
from qc_desktop.errors import UserError
from qc_desktop.paths import resource

_APART = re.compile(r"[\s、，,;；/（）()【】\[\]《》“”\"]+")
"""What parts the things that one line names, and a product from its kind."""
_UNITS = (
    "千克|公斤|毫克|微克|毫升|厘米|毫米|英寸|克|斤|两|吨|升|米|寸|码|瓦|袋|盒|瓶|包|支|片|枚|粒|罐|听|桶|箱|条|个|只|件|套|台|双|块|卷|装"
    "|kg|mg|ml|mm|cm|kw|g|l|m|t|w|v"
)
_MEASURE = re.compile(rf"(?<![A-Za-z0-9.])[0-9](?:[0-9.×x*~～-]|{_UNITS})*$", re.IGNORECASE)
"""What a name may say of size behind the thing: 500克, 250ml装, 5kg. 国窖1573酒, 青花20汾酒 and D3片 name the thing."""


@dataclass(frozen=True)
class CategoryRule:
    """The law that a category falls under, words and endings by which a product of it is known, and endings that
    excuse it: 咖啡机 is no food."""

    law: str
    words: tuple[str, ...]
    endings: tuple[str, ...]
    excuses: tuple[str, ...]

    def fits(self, thing: str) -> bool:
        """Whether ``thing`` sounds like the category."""
        named = thing.endswith(self.endings) or any(word in thing for word in self.words)
        return named and not thing.endswith(self.excuses)

    def without_words(self, thing: str) -> str:
        """``thing`` for the categories behind this one: words that were excused here (农药无人机) are none."""
        return next((self.without_words(thing.replace(word, " ")) for word in self.words if word in thing), thing)


@cache
def rules() -> Mapping[RestrictedCategory, CategoryRule]:
    """The rules that ship, in ``resources/data/label_categories.toml``, in the order in which they are tried."""
    entries = tomllib.loads(resource("data", "label_categories.toml").read_text(encoding="utf-8"))
    excuses = entries.pop("everywhere")["not"]
    return {RestrictedCategory(name): _rule(entry, excuses) for name, entry in entries.items()}


def _rule(entry: Mapping[str, Any], excuses: Iterable[str]) -> CategoryRule:
    endings = tuple(entry.get("endings", ()))
    return CategoryRule(entry["law"], tuple(entry["words"]), endings, (*entry["not"], *excuses))


def demand_decision(terms: AgreementDraft, product: str) -> None:
    """Raises UserError for a product that sounds like a restricted category, until the agreement ``terms`` has the
    category, or a note in its place why the product is of none."""
    if terms.restricted is None and not is_reason(terms.legal_note) and (found := suspected([product])):
        raise UserError("label.undecided", agreement=terms.agreement_no, **found[0].params)


def demand_new_note(before: AgreementDraft, wanted: AgreementDraft) -> None:
    """Raises UserError for a note without a category that stays as it was while a product comes in that sounds like a
    restricted category: it was written when nobody knew of that product. Its name in the note will do."""
    if wanted.restricted is not None or not wanted.legal_note or wanted.legal_note != before.legal_note:
        return
    decided = before.products if before.restricted is None else ()
    new = [product for product in wanted.products if product not in decided and product not in wanted.legal_note]
    if found := suspected(new):
        raise UserError("label.note_older", **found[0].params)


def suspected(products: Iterable[str]) -> list[Finding]:
    """A remark for each of ``products`` that sounds like a restricted category: a person decides."""
    found = []
    for product in products:
        category = _category_of(product)
        if category is not None:
            law = rules()[category].law
            found.append(warning("label.maybe_restricted", "products", product, product=product, law=law))
    return found


def _category_of(product: str) -> RestrictedCategory | None:
    things = [_MEASURE.sub("", part) for part in _APART.split(product)]
    for known, rule in rules().items():
        if any(map(rule.fits, things)):
            return known
        things = [rule.without_words(thing) for thing in things]
    return None
