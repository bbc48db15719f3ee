"""The commands that Ctrl+K finds. A page's command is a line here; what the frame does itself is named by ``act``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


@dataclass(frozen=True)
class Command:
    """Something a person can have done, found by its words in the window's language, in English and in Chinese.

    It opens the item ``item`` of the page ``page_id``, or does ``act`` (gui/frame/acts.py). ``chinese`` holds the
    Chinese words under which it is found in either language, also by pinyin.
    """

    id: str
    source: str
    chinese: str
    icon: str
    page_id: str = ""
    item: str = ""
    act: str = ""
    shortcut: str = ""

    @property
    def title(self) -> str:
        """What the command is called in the language of the window."""
        return QCoreApplication.translate("Commands", self.source)


COMMANDS: tuple[Command, ...] = (
    Command("new_company", str(QT_TRANSLATE_NOOP("Commands", "New company or pledge")), "新增企业\n录入承诺\n新建",
            "plus", "companies", "new", shortcut="Ctrl+N"),
    Command("import", str(QT_TRANSLATE_NOOP("Commands", "Import a list")), "导入名单\n导入表格",
            "upload", "companies", "import"),
    Command("paste_message", str(QT_TRANSLATE_NOOP("Commands", "New company from a pasted message")),
            "粘贴识别\n识别开票信息\n识别联系方式", "clipboard-paste", "companies", "message"),
    Command("paste_rows", str(QT_TRANSLATE_NOOP("Commands", "Paste rows from Excel")), "粘贴表格\n从Excel粘贴",
            "clipboard-paste", "companies", "rows"),
    Command("duplicates", str(QT_TRANSLATE_NOOP("Commands", "Find duplicates")), "查找重复\n合并企业",
            "copy", "companies", "duplicates"),
    Command("bulk", str(QT_TRANSLATE_NOOP("Commands", "Change many companies at once")), "批量修改",
            "pencil", "companies", "bulk"),
    Command("filters", str(QT_TRANSLATE_NOOP("Commands", "Narrow the list of companies")), "筛选企业\n条件筛选",
            "list-checks", "companies", "filters"),
    Command("save_filter", str(QT_TRANSLATE_NOOP("Commands", "Save this filter")), "保存筛选\n我的筛选",
            "save", "companies", "save_filter"),
    Command("export_list", str(QT_TRANSLATE_NOOP("Commands", "Export the list of companies")), "导出企业\n导出列表",
            "download", "companies", "export"),
    Command("review", str(QT_TRANSLATE_NOOP("Commands", "Review what came in")), "审核材料\n待审核",
            "list-checks", "companies", "review"),
    Command("review_desk", str(QT_TRANSLATE_NOOP("Commands", "Review one after another beside the original")),
            "逐家审核\n对照原件审核\n审核台", "list-checks", "campaign", "review"),
    Command("chase", str(QT_TRANSLATE_NOOP("Commands", "Invite and chase")), "邀请与催办\n催办名单\n邀请函",
            "inbox", "campaign", "chase"),
    Command("rolling", str(QT_TRANSLATE_NOOP("Commands", "Bring last year's companies in")), "结转\n沿用上年企业",
            "undo-2", "campaign", "rolling"),
    Command("papers", str(QT_TRANSLATE_NOOP("Commands", "Letters and labels")),
            "信函与标签\n信函\n信封\n地址标签\n邀请函\n承诺书\n退回补正通知\n会员证书", "send", "companies", "papers"),
    Command("returns", str(QT_TRANSLATE_NOOP("Commands", "Company forms")), "企业回表\n回表\n生成回表\n导入回表",
            "file-check", "campaign", "returns"),
    Command("awaited", str(QT_TRANSLATE_NOOP("Commands", "Who has not answered")), "未提交承诺\n催办",
            "inbox", "companies", "awaited"),
    Command("open_year", str(QT_TRANSLATE_NOOP("Commands", "Open a year")), "开启年度\n新年度",
            "calendar-days", "campaign", "opening"),
    Command("campaign_details", str(QT_TRANSLATE_NOOP("Commands", "About the year")), "年度信息\n活动主题\n公告文号",
            "pencil", "campaign", "details"),
    Command("clauses", str(QT_TRANSLATE_NOOP("Commands", "Pledge clauses")), "承诺条款",
            "file-check", "campaign", "clauses"),
    Command("roster", str(QT_TRANSLATE_NOOP("Commands", "Export the roster")), "导出名单\n公布名单",
            "download", "campaign", "standing"),
    Command("announcement", str(QT_TRANSLATE_NOOP("Commands", "Make the announcement")), "生成公告\n公告\n公示",
            "file-check", "campaign", "standing"),
    Command("issue", str(QT_TRANSLATE_NOOP("Commands", "Issue a batch of certificates")), "出证\n签发证书",
            "award", "certificates", "issue"),
    Command("print", str(QT_TRANSLATE_NOOP("Commands", "Print certificates")), "打印证书",
            "printer", "certificates", "print"),
    Command("files", str(QT_TRANSLATE_NOOP("Commands", "Make PDF files of certificates")), "生成证书文件\n导出证书PDF",
            "download", "certificates", "make"),
    Command("packages", str(QT_TRANSLATE_NOOP("Commands", "Electronic packages")), "电子版打包\n一键打包\n电子证书",
            "package-search", "certificates", "packages"),
    Command("batches", str(QT_TRANSLATE_NOOP("Commands", "Print batches")), "打印台\n打印批次\n用印登记表\n领取签收单",
            "list-checks", "certificates", "batches"),
    Command("layouts", str(QT_TRANSLATE_NOOP("Commands", "Layouts and wording of certificates")),
            "版式\n证书样式\n改证书字句\n模板", "file-check", "layouts"),
    Command("sending", str(QT_TRANSLATE_NOOP("Commands", "Dispatch of certificates")), "寄送\n快递单号\n寄出登记",
            "send", "certificates", "sending"),
    Command("reconcile", str(QT_TRANSLATE_NOOP("Commands", "Reconcile certificates")), "对账\n证书对账\n核对份数",
            "list-checks", "certificates", "reconcile"),
    Command("calibration", str(QT_TRANSLATE_NOOP("Commands", "Calibrate a printer")),
            "校准打印机\n打印机校准\n标尺页\n打印偏移", "printer", "certificates", "calibration"),
    Command("label_agreements", str(QT_TRANSLATE_NOOP("Commands", "Agreements on labels")), "使用协议\n标识协议",
            "file-check", "labels", "agreements"),
    Command("new_agreement", str(QT_TRANSLATE_NOOP("Commands", "New agreement on labels")),
            "新增使用协议\n登记使用协议", "plus", "labels", "agreement"),
    Command("label_batches", str(QT_TRANSLATE_NOOP("Commands", "Batches of labels")), "标识批次\n标识去向\n停用标识",
            "list-checks", "labels", "batches"),
    Command("issue_labels", str(QT_TRANSLATE_NOOP("Commands", "Issue a batch of labels")), "签发标识\n新增标识批次",
            "award", "labels", "new"),
    Command("seen_labels", str(QT_TRANSLATE_NOOP("Commands", "Suspicious labels")), "可疑标识\n被复制的标识\n访问次数",
            "eye", "labels", "seen"),
    Command("visits", str(QT_TRANSLATE_NOOP("Commands", "Import a website's records of visits")),
            "导入访问记录\n网站访问记录", "upload", "labels", "visits"),
    Command("overview", str(QT_TRANSLATE_NOOP("Commands", "The year in numbers")), "总览\n统计\n图表",
            "eye", "home", "overview"),
    Command("briefing", str(QT_TRANSLATE_NOOP("Commands", "One-page briefing")), "给领导的一页\n工作简报",
            "file-check", "home", "briefing"),
    Command("archive", str(QT_TRANSLATE_NOOP("Commands", "Year archive")), "年度归档\n归档",
            "folder-open", "home", "archive"),
    Command("verify", str(QT_TRANSLATE_NOOP("Commands", "Verify a certificate")), "查验证书\n查验编号",
            "shield-check", "desk", shortcut="Ctrl+6"),
    Command("hidden_code", str(QT_TRANSLATE_NOOP("Commands", "Check a hidden code")), "查验防伪码\n刮开的防伪码",
            "shield-check", "desk"),
    Command("undo", str(QT_TRANSLATE_NOOP("Commands", "Undo the latest change")), "撤回上一步",
            "undo-2", act="undo", shortcut="Ctrl+Z"),
    Command("history", str(QT_TRANSLATE_NOOP("Commands", "History of changes")), "修改记录\n操作记录",
            "history", "history", shortcut="Ctrl+H"),
    Command("unsaved", str(QT_TRANSLATE_NOOP("Commands", "What is not saved yet")), "未保存的内容\n草稿\n继续填写",
            "pencil", act="unsaved"),
    Command("backup_now", str(QT_TRANSLATE_NOOP("Commands", "Back up now")), "立即备份",
            "database-backup", act="backup_now"),
    Command("restore", str(QT_TRANSLATE_NOOP("Commands", "Restore a backup")), "恢复备份",
            "database-backup", "settings", "backup:restore"),
    Command("operator", str(QT_TRANSLATE_NOOP("Commands", "Change the operator")), "更换操作人\n谁在操作",
            "user", act="operator"),
    Command("theme", str(QT_TRANSLATE_NOOP("Commands", "Light or dark colours")), "深色浅色\n切换主题颜色",
            "eye", act="theme"),
    Command("text_standard", str(QT_TRANSLATE_NOOP("Commands", "Standard text size")), "标准字号\n字体大小",
            "eye", act="text_standard"),
    Command("text_large", str(QT_TRANSLATE_NOOP("Commands", "Large text")), "大字号\n字体大小",
            "eye", act="text_large"),
    Command("text_extra_large", str(QT_TRANSLATE_NOOP("Commands", "Extra large text")), "特大字号\n字体大小",
            "eye", act="text_extra_large"),
    Command("language_zh_CN", "切换为中文", "切换为中文\n语言", "message-square", act="language_zh_CN"),
    Command("language_en", "Switch to English", "切换为英文\n语言", "message-square", act="language_en"),
    Command("office", str(QT_TRANSLATE_NOOP("Commands", "What certificates say")), "协会资料\n落款\n编号格式",
            "settings", "settings", "office"),
    Command("members", str(QT_TRANSLATE_NOOP("Commands", "Settings of members")), "会员设置\n自定义栏目",
            "user", "settings", "members"),
    Command("texts", str(QT_TRANSLATE_NOOP("Commands", "Texts that are sent")), "文字模板\n催办文字\n退回原因",
            "message-square", "settings", "texts"),
    Command("this_pc", str(QT_TRANSLATE_NOOP("Commands", "Settings of this PC")), "本机设置\n这台电脑",
            "settings", "settings", "pc"),
    Command("passphrase", str(QT_TRANSLATE_NOOP("Commands", "Issuing passphrase")), "发证口令\n修改口令",
            "settings", "settings", "passphrase"),
    Command("site", str(QT_TRANSLATE_NOOP("Commands", "Publish the check pages")), "公布网页\n查验网站\n承诺展示",
            "upload", "settings", "site"),
    Command("register", str(QT_TRANSLATE_NOOP("Commands", "Issuance register")), "签发登记簿\n核对存根",
            "list-checks", "settings", "health:register"),
    Command("second_copy", str(QT_TRANSLATE_NOOP("Commands", "Second copy on a stick")), "第二份备份\nU盘备份",
            "copy", "settings", "backup:second"),
    Command("fonts", str(QT_TRANSLATE_NOOP("Commands", "Fonts")), "字体\n添加字体\n生僻字",
            "settings", "settings", "fonts"),
    Command("moving", str(QT_TRANSLATE_NOOP("Commands", "To a new PC")), "换新电脑\n换机文件\n搬家",
            "send", "settings", "moving"),
    Command("help", str(QT_TRANSLATE_NOOP("Commands", "Manual")), "手册\n帮助\n怎么用",
            "info", act="help", shortcut="F1"),
    Command("whats_new", str(QT_TRANSLATE_NOOP("Commands", "What is new")), "新功能\n更新内容",
            "info", act="whats_new"),
    Command("begin", str(QT_TRANSLATE_NOOP("Commands", "Leave the sample data and begin")), "开始正式使用\n退出试用",
            "play", act="begin"),
    Command("health", str(QT_TRANSLATE_NOOP("Commands", "Check-up")), "系统检查\n体检",
            "circle-check", "settings", "health"),
)  # fmt: skip
"""Every command there is, in the order in which they are offered before any was used."""

BY_ID = {command.id: command for command in COMMANDS}


class Found(NamedTuple):
    """A command, and how near what was typed comes to one of its names: 0 all of it, 1 its beginning, 2 elsewhere."""

    near: int
    command: Command


def written(text: str) -> list[Found]:
    """The commands in whose words ``text`` stands."""
    key = text.strip().casefold()
    return [Found(_near(words, key), command) for command in COMMANDS for words in [_words(command)] if key in words]


def spelled(text: str) -> list[Found]:
    """The commands that Latin ``text`` spells in pinyin, whole or by initials. For the reader thread: it is slow at
    first.
    """
    from qc_desktop.domain import search_words

    key = "".join(text.split()).casefold()
    if not key.isascii() or not key.isalpha():
        return []
    near = ((search_words.nearness(command.chinese, key), command) for command in COMMANDS)
    return [Found(how, command) for how, command in near if how is not None]


def _near(words: str, key: str) -> int:
    lines = words.splitlines()
    return 0 if key in lines else 1 if any(line.startswith(key) for line in lines) else 2


def _words(command: Command) -> str:
    return "\n".join((command.title, command.source, command.chinese)).casefold()
