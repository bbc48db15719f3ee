"""One browser for all tests of the page. It reaches nothing but the files of a :class:`Site`, served as if from the
published address, and says so of whatever else is asked for."""

from __future__ import annotations

import datetime as dt
import mimetypes
import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Route, ViewportSize, sync_playwright

from tests.web.site import HOME, NOW, SOURCE, Site

CHROMIUM = shutil.which("chromium")
HOW = "there is no chromium for tests of the check page: as root, apt-get install chromium (or ./run test does it)"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
FONTS = "<fontconfig><dir>{folder}</dir><cachedir>{cache}</cachedir></fontconfig>"
"""Chinese as a phone has it, whatever is installed here: widths count."""
SETTLED = """() => document.getElementById('head').textContent
  && !document.getElementById('card').classList.contains('calm')"""
FORGET = "() => { document.getElementById('head').textContent = ''; }"
NO_FILE = re.compile(r"Failed to load resource: .*404|.*'file:.* from origin 'null' has been blocked|.*ERR_FAILED$")
"""What Chromium says of a file that is not there, or that a page opened from a file may not read."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser with a profile of its own, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="qc-web-") as home, sync_playwright() as playwright:
        fonts = Path(home, "fonts.conf")
        fonts.write_text(FONTS.format(folder=SOURCE.parent / "fonts", cache=home))
        own = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home, "FONTCONFIG_FILE": str(fonts)}
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS, env=own)
        yield browser
        browser.close()


NOTHING = Site({})


class Kind(NamedTuple):
    """What a page cannot change about its phone."""

    zone: str
    language: str
    width: int
    script: str


@dataclass
class Visit:
    """A page that was opened at ``home``, and what it asked for and complained of meanwhile."""

    page: Page
    kind: Kind
    published: Site = NOTHING
    site: Site = NOTHING
    home: str = HOME
    asked: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def tone(self) -> str:
        return str(self.page.get_attribute("#card", "class")).removeprefix("card ")

    def text(self, selector: str = "main") -> str:
        return self.page.inner_text(selector)

    def head(self) -> str:
        """The verdict in words, once it is there."""
        self.page.wait_for_function(SETTLED)
        return self.text("#head")

    def enter(self, typed: str) -> str:
        """Types into the form; the verdict in words."""
        self.page.evaluate(FORGET)
        self.page.fill("#typed", typed)
        self.page.click("#word-check")
        return self.head()

    def turn(self, code: str) -> str:
        """Goes to another code without loading the page anew; the verdict in words."""
        self.page.evaluate(FORGET)
        self.page.evaluate("(code) => { location.hash = code; }", code)
        return self.head()

    def again(self, changes: dict[str, bytes | None] | None = None) -> str:
        """Loads the page anew from a site with other files; the verdict in words."""
        self.site = self.published.with_files(changes or {})
        self.page.reload()
        return self.head()

    def fact(self, name: str) -> str:
        """The value beside ``name``, such as 状态."""
        return (
            self.page.locator("main dl > div", has=self.page.locator("dt", has_text=name))
            .first.locator("dd")
            .inner_text()
        )


class Phones:
    """Pages of the browser, each for one test at a time: a new one costs more than what most tests do with it."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[Kind, list[Visit]] = defaultdict(list)

    def visit(
        self,
        site: Site,
        address: str = "",
        *,
        home: str = HOME,
        now: dt.datetime | None = NOW,
        zone: str = "Asia/Shanghai",
        language: str = "zh-CN",
        width: int = 390,
        script: str = "",
    ) -> Visit:
        """Opens ``home`` + ``address`` where the clock stands at ``now``, if any; ``script`` runs first."""
        kind = Kind(zone, language, width, script)
        seen = self._free[kind].pop() if self._free[kind] else self._new(kind)
        seen.published = seen.site = site
        seen.home, seen.asked, seen.strange, seen.complaints = home, [], [], []
        if now:
            seen.page.clock.set_fixed_time(now)
        seen.page.goto(home + address)
        return seen

    def leave(self, seen: Visit) -> None:
        """Ends the visit; what it remembered goes."""
        if seen.kind.script:
            seen.page.context.close()
            return
        seen.page.unroute_all()
        seen.page.evaluate("localStorage.clear()")
        seen.page.goto("about:blank")
        self._free[seen.kind].append(seen)

    def _new(self, kind: Kind) -> Visit:
        size: ViewportSize = {"width": kind.width, "height": 844}
        context = self._browser.new_context(timezone_id=kind.zone, locale=kind.language, viewport=size)
        if kind.script:
            context.add_init_script(kind.script)
        seen = Visit(context.new_page(), kind)
        context.route("**/*", lambda route: _serve(route, seen))
        seen.page.on("console", lambda message: _heard(message, seen))
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        return seen


def _heard(message: ConsoleMessage, seen: Visit) -> None:
    if message.type in ("error", "warning"):
        seen.complaints.append(message.text)


def _serve(route: Route, seen: Visit) -> None:
    url = route.request.url
    path = urlsplit(url).path.removeprefix(urlsplit(seen.home).path) or "index.html"
    if not url.startswith(seen.home):
        seen.strange.append(url)
        route.abort()
        return
    seen.asked.append(path)
    if url.startswith("file:"):
        route.continue_()
    elif path not in seen.site.files:
        route.fulfill(status=404, body="")
    else:
        kind = mimetypes.guess_type(Path(path).name)[0] or "application/octet-stream"
        route.fulfill(status=200, body=seen.site.files[path], content_type=kind)
