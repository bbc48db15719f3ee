"""Services made of invented rows, for the window's tests only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from qc_desktop.domain.progress import Job, Progress
from qc_desktop.errors import UserError
from qc_desktop.gui.ports import Hit, Standing

STAGES = ("draft", "material_review", "pledged", "revoked")


@dataclass(frozen=True)
class Line:
    """A row of an invented list."""

    id: str
    name: str
    industry: str
    province: str
    stage: str


def line(place: int) -> Line:
    names = ("青禾电器", "远山家居股份", "海岚智家", "丰仓粮油股份", "红柿食品", "木言家私股份", "禾木家具")
    return Line(
        f"QC-{26000 + place}",
        f"示例{names[place % 7]}有限公司",
        ("家电", "食品", "家居", "汽车")[place % 4],
        ("广东", "山东", "北京", "四川")[place % 3],
        STAGES[place % 4],
    )


class Lines:
    """A RowSource of ``total`` lines; a query is text that must stand in the name."""

    def __init__(self, total: int = 2000) -> None:
        self.lines = [line(place) for place in range(total)]
        self.asked: list[tuple[str, int]] = []

    def _found(self, query: str) -> list[Line]:
        return [found for found in self.lines if query in found.name]

    def count(self, query: str) -> int:
        return len(self._found(query))

    def page(self, query: str, offset: int, limit: int) -> list[Line]:
        self.asked.append((query, offset))
        return self._found(query)[offset : offset + limit]


class FakeFrame:
    """A FrameService whose undo stack is a list of sentences."""

    def __init__(self) -> None:
        self.undos = ["修改示例青禾电器有限公司"]
        self.changes: list[object] = []
        backup = dt.datetime.now().astimezone().replace(hour=0, minute=30)
        self.base = Standing((2026, 2025, 2024), 2026, "示例录入员", "", backup)

    def standing(self, year: int | None) -> Standing:
        return replace(self.base, year=year or 2026, undo=self.undos[-1] if self.undos else "")

    def search(self, text: str, limit: int) -> list[Hit]:
        hits = [Hit(found.name, found.id, "companies", found.id) for found in map(line, range(7)) if text in found.name]
        return hits[:limit]

    def undo(self, seq: int | None = None) -> Job[str]:
        if not self.undos:
            raise UserError("undo.nothing")
        yield Progress("undo", 1, 1)
        return f"已撤销：{self.undos.pop()}"

    def begin(self) -> bool:
        return False

    def back_up(self) -> Job[str]:
        self.changes.append("backup")
        yield Progress("backup", 100, 100)
        return "示例备份"

    def change(self, values: Mapping[str, str]) -> None:
        self.changes.append(dict(values))
