"""The columns a roster may have, and how much of a code it shows. No contact, signatory or telephone is among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from qc_desktop.errors import UserError

NAME = "company"
"""The column no roster is without."""
_SHOWN_FIRST, _SHOWN_LAST = 8, 4
"""Of a code partly hidden: up to the division, and the end by which its holder knows it again."""


def half_hidden(uscc: str) -> str:
    """``uscc`` with its middle hidden: enough to tell two companies of one name apart, not to use it."""
    hidden = len(uscc) - _SHOWN_FIRST - _SHOWN_LAST
    return uscc[:_SHOWN_FIRST] + "*" * hidden + uscc[-_SHOWN_LAST:] if hidden > 0 else uscc


def _whole(value: str) -> str:
    return value


@dataclass(frozen=True)
class RosterColumn:
    """A column: its key, its title on paper, its share of the room that the cells leave.

    It shows ``fact`` of an entry (its key where there is none), as ``show`` writes it. ``is_joined`` facts are not
    frozen with the roster: they come later, or are its order.
    """

    key: str
    title: str
    share: float
    fact: str = ""
    show: Callable[[str], str] = _whole
    is_joined: bool = False

    @property
    def source(self) -> str:
        """The fact it shows."""
        return self.fact or self.key


COLUMNS: tuple[RosterColumn, ...] = (
    RosterColumn("sequence", "序号", 6, is_joined=True),
    RosterColumn(NAME, "企业名称", 34),
    RosterColumn("uscc", "统一社会信用代码", 20),
    RosterColumn("uscc_masked", "统一社会信用代码", 20, fact="uscc", show=half_hidden),
    RosterColumn("province", "省份", 13),
    RosterColumn("city", "城市", 13),
    RosterColumn("industry", "行业", 18),
    RosterColumn("products", "承诺产品", 25),
    RosterColumn("standards", "执行标准", 25),
    RosterColumn("website", "网站", 20),
    RosterColumn("certificate_no", "证书编号", 22, is_joined=True),
    RosterColumn("valid_until", "有效期至", 12, is_joined=True),
)
"""Everything there is, in the usual order."""

USUAL: tuple[str, ...] = ("sequence", NAME, "province", "industry", "products", "certificate_no")
"""What a roster shows until the office chooses otherwise."""

FROZEN: tuple[str, ...] = tuple(dict.fromkeys(column.source for column in COLUMNS if not column.is_joined))
"""The facts that publishing freezes, shown or not: other columns can be chosen afterwards."""

_BY_KEY = {column.key: column for column in COLUMNS}


def chosen(keys: Iterable[str]) -> tuple[RosterColumn, ...]:
    """The columns ``keys``, in that order.

    Raises UserError for one that does not exist, for a choice without the company's name, and for one that shows the
    same fact twice: the whole code beside a hidden one hides nothing.
    """
    wanted = tuple(dict.fromkeys(keys))
    unknown = [key for key in wanted if key not in _BY_KEY]
    if unknown:
        raise UserError("roster.column", column=unknown[0], known=list(_BY_KEY))
    if NAME not in wanted:
        raise UserError("roster.no_name")
    columns = tuple(_BY_KEY[key] for key in wanted)
    if len({column.source for column in columns}) < len(columns):
        raise UserError("roster.code_twice")
    return columns


def read(typed: str) -> list[str]:
    """The keys in ``typed``, with commas of any kind; nothing means the usual ones. Raises as :func:`chosen`."""
    parts = typed.replace("，", ",").replace("、", ",").split(",")
    keys = [part.strip() for part in parts if part.strip()]
    return [column.key for column in chosen(keys or USUAL)]
