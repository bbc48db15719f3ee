"""Ways by which a code was seen, as coarse as they are told apart."""

from __future__ import annotations

from enum import StrEnum


class Way(StrEnum):
    """CODE: a scratched code that staff checked; the others: what a page was opened with, by a web server's log."""

    CODE = "code"
    WECHAT = "wechat"
    PHONE = "phone"
    COMPUTER = "computer"
    ROBOT = "robot"
