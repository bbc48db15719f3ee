"""What office staff read has no word of the trade in it, and one word for one thing."""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterator

import pytest

from qc_desktop.paths import resource
from tests.architecture.source import modules, texts

TECHNICAL = re.compile(
    "密钥|载荷|默克尔|检查点|签名|数据库|字段|路径|哈希|令牌|线程|进程|缓存|索引|主键|外键|参数|服务器|接口|校验码"
    "|配置文件|渲染|元数据|序列化|解析|编译|控制字符|字符编码|十六进制|异常|日志|命令行|引擎|句柄|事务|脚本"
    "|JSON|SHA|SQL|UTF-8|ASCII|--|[Cc][Uu][Pp][Ss]|lpstat"
)
SIGNED_FILES = re.compile("PDF|文件|组件|^不签名$|^签名$")
"""Files are signed: readers of PDF call it so themselves. What certificates and labels bear is 签发印记."""
OTHER_WORDS = {
    "核验": "查验",
    "(?<!查)验证": "查验",
    "撤消": "撤回",
    "恢复上一步": "撤回",
    "帐": "账",
    "登陆": "登录",
    "你": "您",
    "换电脑": "换新电脑",
}
"""Words (as patterns) that another stands for, which is the one used everywhere."""
TECHNICAL_EN = re.compile(
    r"\bSQL|\bdatabase|\bindex(es|ed|ing)?\b|JSON|UTF-8|\bASCII\b|command line|--\w|\bhash|\bSHA-?\d|payload|checkpoint"
    r"|merkle|root fingerprint|\b(secret|private|public|signing|primary|foreign)[ -]keys?\b|\bkey ?files?\b|\bserver\b"
    r"|\btoken\b|\bthreads?\b|\bcached?\b|\bmetadata|\bpars(e|es|ed|er|ing)\b|\bserial(is|iz)|\bboolean|\bnull\b|\btraceback"
    r"|\bschema\b|\bdaemon|\bsocket|\bAPI\b|\bCUPS\b|\bconfig(uration)?\b|\bencod(e|ed|ing)\b|\bexceptions? raised"
    r"|\bscripts?\b|\bparameters?\b|\btransactions?\b|\bbinary\b|\bquer(y|ies)\b",
    re.IGNORECASE,
)
COMMAND_LINE = ("cli",)
"""Groups that only the command line says."""
EXCEPTIONS = {
    "doctor.sqlite": "only the command line's doctor tells it (gui/pages/settings/health.py leaves it out)",
    "trust.root_form": "said by verify --keys only",
    "trust.key_list_root": "said by verify --keys only",
    "trust.key_list_damaged": "said by verify --keys only",
    "trust.key_list_forged": "said by verify --keys only",
    "doctor.keys": "only the command line's doctor tells it",
    "verify.root_needed": "said by verify --keys only",
    "verify.no_keys": "said by verify only",
    "verify.keys_too_large": "said by verify --keys only",
    "saved.no_such_column": "said of --columns only",
    "worded.wants_approval": "said of --because only: a form has a field for the approval",
    "field.sha256": "the history leaves it out",
}
ASCII_PUNCTUATION = re.compile(r"[一-鿿][,;:!?](?!\w*\))|[,;:!?][一-鿿]|[一-鿿]\((?!&)|\.\.\.|…… ?\{|……$")

CLOSE_NUMBER = re.compile(r"(%L?n|\d|\{[a-z_]+(?::,)?\})(家|张|条|份|届|对|项|处)")
ON_PAPER = ("report", "certificate", "roster")
"""Groups that are printed or sent: there a number stands close, as in print."""


def _only_on_the_command_line() -> set[str]:
    """Codes that stand in qc_desktop/cli and nowhere else."""
    inside, outside = set(), set()
    for module, tree in modules().items():
        (inside if module.parent.name == "cli" else outside).update(texts(tree))
    return inside - outside


def _messages(lang: str = "zh_CN") -> Iterator[tuple[str, str]]:
    for path in sorted(resource("i18n", "messages").glob("*.toml")):
        for name, words in tomllib.loads(path.read_text(encoding="utf-8")).items():
            yield f"{path.stem}.{name}", words[lang]


def _window() -> Iterator[tuple[str, str]]:
    return _catalogue("qc_zh_CN.ts", "translation|numerusform")


def _english_window() -> Iterator[tuple[str, str]]:
    yield from _catalogue("qc_zh_CN.ts", "source")
    yield from _catalogue("qc_en.ts", "numerusform")


def _catalogue(name: str, tags: str) -> Iterator[tuple[str, str]]:
    catalogue = resource("i18n", name).read_text(encoding="utf-8")
    for text in re.findall(rf"<(?:{tags})[^>]*>([^<]+)(?=<)", catalogue):
        yield "the window", html.unescape(text)


def _documents() -> Iterator[tuple[str, str]]:
    """What is printed; names and measures among it do no harm."""
    for path in sorted(resource("documents").glob("*.toml")):
        for text in _texts(tomllib.loads(path.read_text(encoding="utf-8"))):
            yield path.stem, text


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def _manual() -> Iterator[tuple[str, str]]:
    for path in sorted(resource("help").glob("*.md")):
        yield path.name, path.read_text(encoding="utf-8")


SOURCES = {"messages": _messages, "window": _window, "manual": _manual, "documents": _documents}
ENGLISH = {"messages": lambda: _messages("en"), "window": _english_window, "documents": _documents}
PRESCRIBED = "签名有效只说明编码由{issuer}签发"
"""Begins what the law of words has beside every verdict, on paper too."""
everywhere = pytest.mark.parametrize("source", SOURCES)


def technical(text: str) -> list[str]:
    """The words of the trade in ``text``; a line about files may call signing by its name."""
    lines = re.sub(r"\|[-|]+\|", "", text).split("\n")
    plain = [line.replace("签名", "") if SIGNED_FILES.search(line) else line for line in lines]
    return [word for line in plain for word in TECHNICAL.findall(line)]


@everywhere
def test_no_word_of_the_trade_is_on_a_screen(source: str) -> None:
    spared = _only_on_the_command_line() | set(EXCEPTIONS)
    found = [
        (place, text)
        for place, text in SOURCES[source]()
        if place not in spared and place.partition(".")[0] not in COMMAND_LINE
        if technical(text) and not text.startswith(PRESCRIBED)
    ]
    assert not found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("签名有误。", 1),
        ("PDF 文件签名", 0),
        ("不签名", 0),
        ("PDF 文件\n签名有误", 1),
        ("哈希不符的文件", 1),
        ("|---|---|", 0),
    ],
)
def test_a_word_of_the_trade_is_found_and_files_may_be_signed(text: str, found: int) -> None:
    assert len(technical(text)) == found


def test_no_source_is_spared_as_a_whole() -> None:
    spared = _only_on_the_command_line() | set(EXCEPTIONS)
    assert not [place for source in SOURCES.values() for place, _ in source() if place in spared and "." not in place]


@pytest.mark.parametrize("source", ENGLISH)
def test_no_word_of_the_trade_is_on_an_english_screen(source: str) -> None:
    spared = _only_on_the_command_line() | set(EXCEPTIONS)
    found = [
        (place, text)
        for place, text in ENGLISH[source]()
        if place not in spared and place.partition(".")[0] not in COMMAND_LINE and TECHNICAL_EN.search(text)
    ]
    assert not found


@pytest.mark.parametrize("text", ["The hash of the file", "The Database", "Your secret key", "as JSON", "in UTF-8"])
def test_a_word_of_the_trade_in_english_is_found(text: str) -> None:
    assert TECHNICAL_EN.search(text)


@pytest.mark.parametrize("text", ["By keyboard", "The Enter key goes on", "Serial number", "Print log", "Publish it"])
def test_a_word_of_the_office_in_english_is_none_of_the_trade(text: str) -> None:
    assert not TECHNICAL_EN.search(text)


@pytest.mark.parametrize("source", ["messages", "window", "manual"])
def test_one_thing_has_one_word(source: str) -> None:
    found = [(text, word) for _, text in SOURCES[source]() for word in OTHER_WORDS if re.search(word, text)]
    assert not found


@pytest.mark.parametrize("source", ["messages", "window"])
def test_punctuation_is_full_width(source: str) -> None:
    assert not [text for _, text in SOURCES[source]() if ASCII_PUNCTUATION.search(text)]


@pytest.mark.parametrize("source", ["messages", "window"])
def test_a_number_stands_apart_from_its_measure_word(source: str) -> None:
    found = [
        (place, text)
        for place, text in SOURCES[source]()
        if place.partition(".")[0] not in (*COMMAND_LINE, *ON_PAPER) and CLOSE_NUMBER.search(text)
    ]
    assert not found


def test_every_exception_is_still_needed() -> None:
    known = dict(_messages())
    assert not [code for code in EXCEPTIONS if code not in known]
    assert any(text.startswith(PRESCRIBED) for _, text in _documents())
