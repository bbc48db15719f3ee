"""A page of invented rows that uses most of what pages are made of."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from qc_desktop.domain import uscc
from qc_desktop.gui.models.columns import Column
from qc_desktop.gui.models.paged import PagedModel
from qc_desktop.gui.navigation import Entry
from qc_desktop.gui.pages.base import Page, PageContext
from qc_desktop.gui.tokens import Tone
from qc_desktop.gui.widgets.field_note import FieldCheck, FieldNote
from qc_desktop.gui.widgets.filter_chips import Chip, FilterChips
from qc_desktop.gui.widgets.line_edit import LineEdit
from qc_desktop.gui.widgets.list_detail import ListDetail
from qc_desktop.gui.widgets.message_bar import MessageBar
from qc_desktop.gui.widgets.parts import Action, button, card, label
from qc_desktop.gui.widgets.search_field import SearchField
from qc_desktop.gui.widgets.table import Table

from .fakes import Line, Lines

WORDS = {
    "draft": ("草稿", Tone.MUTED),
    "material_review": ("待审核", Tone.WARN),
    "pledged": ("已通过", Tone.OK),
    "revoked": ("已撤销", Tone.BAD),
}


def columns() -> tuple[Column[Line], ...]:
    return (
        Column("id", "编号", 6, lambda row: row.id),
        Column("name", "企业名称", 12, lambda row: row.name, stretch=True),
        Column("industry", "行业", 3, lambda row: row.industry, rank=2),
        Column("province", "省份", 3, lambda row: row.province, rank=1),
        Column("stage", "承诺状态", 5, lambda row: WORDS[row.stage][0], tone=lambda row: WORDS[row.stage][1]),
    )


class DemoPage(Page):
    def __init__(self, context: PageContext, lines: Lines) -> None:
        super().__init__(context, "企业与承诺")
        self.model = PagedModel(lines, columns(), lambda row: row.id, context.jobs, self)
        self.table = Table(self.model, "企业")
        self.search = SearchField()
        self.search.name("名称、拼音首字母、编号或信用代码")
        self.search.setMinimumWidth(340)
        self.search.searched.connect(self.model.ask)
        self.chips = FilterChips([Chip("all", "全部"), Chip("review", "待审核", 37), Chip("missing", "缺资料", 12)])
        self.head_actions.addWidget(button("导入 Excel", lambda: None, "", "upload"))
        self.head_actions.addWidget(button("导出", lambda: None, "", "download"))
        self.head_actions.addWidget(button("新建承诺", lambda: None, "primary", "plus"))
        self.split = ListDetail(self.table, self._detail(), "返回列表")
        self.table.opened.connect(lambda key: self.split.open_detail())
        row = QHBoxLayout()
        row.addWidget(self.search)
        row.addWidget(self.chips, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.split, 1)
        self.model.counted.connect(lambda count: self.say_below_title(f"{count:,} 家企业 · {self.year} 年"))

    def _detail(self) -> QWidget:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(label("新建承诺", "section"))
        form = QFormLayout()
        column.addLayout(form)
        self.fields = {}
        for key, words in (("name", "企业名称(&N)"), ("uscc", "信用代码(&C)"), ("phone", "手机(&M)")):
            self.fields[key] = LineEdit()
            form.addRow(words, self.fields[key])
        note = FieldNote(form, self.fields["uscc"])
        FieldCheck(self.fields["uscc"], note, lambda text: uscc.check(text)[1], self.context.words)
        self.twin = MessageBar(closable=False)
        form.insertRow(1, self.twin)
        self.twin.say(Tone.WARN, "可能重复：QC-26000 示例青禾电器有限公司", Action("打开它", lambda: None))
        column.addStretch(1)
        column.addWidget(button("保存并新建", lambda: None, "primary"))
        return frame

    def refresh(self) -> None:
        self.model.ask(self.search.text())


def entries(lines: Lines) -> tuple[Entry, ...]:
    return (
        Entry("home", "Home", "house", "Ctrl+1", lambda context: DemoPage(context, lines)),
        Entry("companies", "Companies", "building-2", "Ctrl+2", lambda context: DemoPage(context, lines)),
        Entry("settings", "Settings", "settings", "Ctrl+8", lambda context: DemoPage(context, lines), at_foot=True),
    )
