"""The program as a process of its own, worked by keys and mouse, its records looked at from outside."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image

from tests.e2e.screen import Screen, differ, wait_until

ROOT = Path(__file__).parents[2]
SIDEBAR = (0, 30, 170, 720)
"""Where the window says which page is shown."""
SEARCH = (232, 34, 660, 58)
"""Where the words of the search field in the top bar stand, without its edge, which shows the focus."""

_COPYING = """import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
app.clipboard().setText(sys.argv[1])
print("copied", flush=True)
app.exec()"""


@dataclass
class Program:
    """``main.py`` on ``profile``; pictures of every step go to ``pictures``."""

    screen: Screen
    profile: Path
    home: Path
    pictures: Path
    process: subprocess.Popen[bytes] | None = None
    taken: int = field(default=0)

    def start(self) -> None:
        """Starts it and waits for its window."""
        environment = {
            **self.screen.environment,
            "HOME": str(self.home),
            "QT_QPA_PLATFORM": "xcb",
            "QT_IM_MODULE": "simple",
        }
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "QC_PASSPHRASE"):
            environment.pop(name, None)
        command = [sys.executable, str(ROOT / "main.py"), "--profile", str(self.profile), "--lang", "zh_CN"]
        with (self.home / "said.txt").open("ab") as said:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said
            )
        self.screen.workers.append(self.process.pid)
        wait_until("the first window", lambda: bool(self.window))
        self.screen.settle("the first window")

    @property
    def window(self) -> str:
        """The window that has the keyboard; empty where there is none of the program."""
        assert self.process is not None
        assert self.process.poll() is None, (self.home / "said.txt").read_text(encoding="utf-8")
        found = self.screen.tool("search", "--onlyvisible", "--pid", str(self.process.pid)).split()
        active = self.screen.tool("getactivewindow")
        return active if active in found else ""

    def keys(self, *names: str, changes: bool = True) -> None:
        """Presses keys one after the other, waiting for the screen after each; with ``changes`` it must change."""
        for name in names:
            before = self.screen.picture()
            self.screen.tool("key", "--clearmodifiers", name)
            self.screen.settle(name, before if changes else None)

    def type(self, text: str) -> None:
        """Types ``text``."""
        before = self.screen.picture()
        self.screen.tool("type", "--clearmodifiers", "--delay", "12", text)
        self.screen.settle(text, before)

    def main_button(self, below: int = 0) -> tuple[int, int]:
        """Waits for the main button of the page, below a height of the screen, and gives its place."""
        wait_until("a main button", lambda: (self.screen.main_button() or (0, 0))[1] > below)
        self.screen.settle("a main button")
        place = self.screen.main_button()
        assert place is not None
        return place

    def click_main(self, below: int = 0) -> None:
        """Clicks the main button of the page with the mouse, and takes the mouse away again."""
        place, before = self.main_button(below), self.screen.picture()
        self.click(*place)
        self.screen.tool("mousemove", "700", "20")
        self.screen.settle("the main button", before)

    def click(self, x: int, y: int, *, twice: bool = False) -> None:
        """Clicks at a place."""
        self.screen.tool("mousemove", str(x), str(y), "click", *(("--repeat", "2") if twice else ()), "1")
        self.screen.settle(f"a click at {x}, {y}")

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drags with the left button from a place to another, by way of one between."""
        before = self.screen.picture()
        self.screen.tool("mousemove", *map(str, start), "mousedown", "1")
        self.screen.settle("the button held")
        for x, y in (((start[0] + end[0]) // 2, (start[1] + end[1]) // 2), end):
            self.screen.tool("mousemove", str(x), str(y))
            self.screen.settle(f"dragged to {x}, {y}")
        self.screen.tool("mouseup", "1")
        self.screen.settle("let go", before)

    def command(self, pinyin: str, *, turns: bool = True) -> None:
        """Ctrl+K, some letters, Return; ``turns`` says that another page comes, as the sidebar shows."""
        sidebar, empty = self.part(SIDEBAR), [self.part(SEARCH)]
        self.keys("ctrl+k")
        empty.append(self.part(SEARCH))
        self.type(pinyin)
        self.keys("Return", changes=False)
        wait_until(f"the command {pinyin}", lambda: any(not differ(field, self.part(SEARCH)) for field in empty))
        self.screen.settle(f"the command {pinyin}")
        if turns:
            self.wait_for_change(SIDEBAR, sidebar)

    def part(self, where: tuple[int, int, int, int]) -> Image.Image:
        """What is on a part of the screen."""
        return self.screen.picture().crop(where)

    def wait_for_change(self, where: tuple[int, int, int, int], before: Image.Image) -> None:
        """Waits until a part of the screen is another than ``before``, and everything has settled."""
        wait_until(f"a change at {where}", lambda: differ(before, self.part(where)))
        self.screen.settle("the page")

    def choose_file(self, path: Path) -> None:
        """Types a path into the file dialog that is open."""
        self.screen.tool("type", "--clearmodifiers", "--delay", "5", str(path))
        self.screen.settle("the path")
        self.keys("Return")

    @contextmanager
    def copied(self, text: str) -> Iterator[None]:
        """Another program, in which ``text`` was copied, stands open meanwhile."""
        environment = {**self.screen.environment, "QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "-c", _COPYING, text]
        other = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        try:
            assert other.stdout is not None
            assert other.stdout.readline()
            yield
        finally:
            other.terminate()
            other.communicate(timeout=30)

    def look(self, name: str) -> None:
        """Keeps a picture of the screen."""
        self.keep(name, self.screen.picture())

    def keep(self, name: str, picture: Image.Image) -> None:
        """Keeps a picture among those of the screen."""
        self.taken += 1
        picture.save(self.pictures / f"{self.taken:02}-{name}.png")

    def value(self, query: str) -> Any:
        """The first value of a query that only reads the records; None where they are not there or busy."""
        database = self.profile / "records.sqlite3"
        try:
            with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True, timeout=1)) as records:
                row = records.execute(query).fetchone()
        except sqlite3.OperationalError:
            return None
        return row[0] if row else None

    def wait_for_file(self, path: Path) -> None:
        """Waits until there is a file, and the screen has settled after that."""
        wait_until(f"{path}", path.is_file)
        self.screen.settle(str(path))

    def wait_for(self, query: str, wanted: Any) -> None:
        """Waits until ``query`` gives ``wanted``, and the screen has settled after that."""
        wait_until(f"{query} = {wanted}", lambda: self.value(query) == wanted)
        self.screen.settle(query)

    def close(self) -> None:
        """Closes the window as a person does and waits for the end."""
        assert self.process is not None
        self.screen.tool("key", "--clearmodifiers", "alt+F4")
        assert self.process.wait(30) == 0

    def cli(self, *arguments: object) -> Any:
        """What the command line says of the records, as JSON."""
        command = [sys.executable, "-c", "from qc_desktop.cli import main; main()", "--profile", str(self.profile)]
        told = subprocess.run(
            [*command, *map(str, arguments), "--json"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
        return json.loads(told.stdout)
