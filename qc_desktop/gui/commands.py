"""The commands that Ctrl+K finds. A page's command is a line here; what the frame does itself is named by ``act``."""

from __future__ import annotations

from dataclasses import dataclass

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
    Command("review", str(QT_TRANSLATE_NOOP("Commands", "Review what came in")), "审核材料\n待审核",
            "list-checks", "companies", "review"),
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
    Command("issue", str(QT_TRANSLATE_NOOP("Commands", "Issue a batch of certificates")), "出证\n签发证书",
            "award", "certificates", "issue"),
    Command("print", str(QT_TRANSLATE_NOOP("Commands", "Print certificates")), "打印证书\n生成证书文件",
            "printer", "certificates", "print"),
    Command("verify", str(QT_TRANSLATE_NOOP("Commands", "Verify a certificate")), "查验证书\n查验编号",
            "shield-check", "desk", shortcut="Ctrl+6"),
    Command("undo", str(QT_TRANSLATE_NOOP("Commands", "Undo the latest change")), "撤回上一步",
            "undo-2", act="undo", shortcut="Ctrl+Z"),
    Command("history", str(QT_TRANSLATE_NOOP("Commands", "History of changes")), "修改记录\n操作记录",
            "history", "history", shortcut="Ctrl+H"),
    Command("backup_now", str(QT_TRANSLATE_NOOP("Commands", "Back up now")), "立即备份",
            "database-backup", act="backup_now"),
    Command("restore", str(QT_TRANSLATE_NOOP("Commands", "Restore a backup")), "恢复备份",
            "database-backup", "settings", "backup"),
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
    Command("office", str(QT_TRANSLATE_NOOP("Commands", "What stands on certificates")), "协会资料\n落款\n编号规则",
            "settings", "settings", "office"),
    Command("second_copy", str(QT_TRANSLATE_NOOP("Commands", "Second copy on a stick")), "第二份备份\nU盘备份",
            "copy", "settings", "backup"),
    Command("moving", str(QT_TRANSLATE_NOOP("Commands", "To a new PC")), "换新电脑\n搬家文件",
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


def written(text: str) -> list[Command]:
    """The commands in whose words ``text`` stands, those that begin with it first."""
    key = text.strip().casefold()
    found = [(command, words) for command in COMMANDS for words in [_words(command)] if key in words]
    return [command for command, words in sorted(found, key=lambda pair: not pair[1].startswith(key))]


def spelled(text: str) -> list[Command]:
    """The commands that Latin ``text`` spells in pinyin, whole or by initials. For the reader thread: it is slow at
    first.
    """
    from qc_desktop.domain import search_words

    key = "".join(text.split()).casefold()
    if not key.isascii() or not key.isalpha():
        return []
    return [command for command in COMMANDS if search_words.spelled(command.chinese, key)]


def _words(command: Command) -> str:
    return "\n".join((command.title, command.source, command.chinese)).casefold()
