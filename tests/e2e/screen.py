"""A screen of its own: Xvfb with a small window manager, real keys and a real mouse, and pictures of it.

Nothing in the program helps here: what is on the screen is read from the screen.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageChops

from tests.e2e.busy import is_busy

WIDTH, HEIGHT = 1366, 768
TOOLS = ("Xvfb", "xdotool", "openbox")
PATIENCE = 60.0
POLL = 0.05
STILL = 0.35
"""Seconds without a change, and without work for anybody, after which the screen counts as settled."""
CARET = 8
"""A change that is narrower, in pixels, is a caret that blinks."""
ACCENT = (0x1B, 0x5F, 0xAA)
HOVERED = (0x16, 0x4F, 0x8E)
LEAST_WIDE, LEAST_HIGH = 24, 5
"""The unbroken colour above the words of a main button, in pixels; a focus ring is lower."""


class TooLate(AssertionError):  # noqa: N818 - an outcome, not an error
    """What was waited for did not come."""


def missing() -> list[str]:
    """The tools that are not installed."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


def wait_until(what: str, ready: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Polls ``ready``. Raises TooLate naming ``what``."""
    limit = time.monotonic() + patience
    while not ready():
        if time.monotonic() > limit:
            raise TooLate(what)
        time.sleep(POLL)


@dataclass
class Screen:
    """One display; ``environment`` is what a program needs to show itself there.

    ``workers`` are the processes whose work is waited for: the screen's own, and what is shown there.
    """

    display: str
    framebuffer: Path
    environment: dict[str, str]
    workers: list[int] = field(default_factory=list)

    def tool(self, *arguments: str) -> str:
        """What xdotool answers."""
        command = ["xdotool", *arguments]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=60, check=False)
        return done.stdout.strip()

    def picture(self) -> Image.Image:
        """What is on the screen (the framebuffer that Xvfb keeps in a file, in the format of xwd)."""
        raw = self.framebuffer.read_bytes()
        size, width, height, stride, colours = (struct.unpack_from(">I", raw, at)[0] for at in (0, 16, 20, 48, 76))
        return Image.frombuffer("RGB", (width, height), raw[size + 12 * colours :], "raw", "BGRX", stride, 1)

    def settle(self, what: str, before: Image.Image | None = None) -> None:
        """Waits until the screen differs from ``before``, if that is given, and then keeps still, and nobody works."""
        last, since = self.picture(), time.monotonic()
        limit = since + PATIENCE
        changed = before is None or differ(before, last)
        while not changed or time.monotonic() - since < STILL:
            if time.monotonic() > limit:
                raise TooLate(f"{what}: the screen {'kept moving' if changed else 'did not change'}")
            time.sleep(POLL)
            now = self.picture()
            if differ(last, now) or is_busy(self.workers):
                last, since = now, time.monotonic()
            changed = changed or before is None or differ(before, now)

    def main_button(self) -> tuple[int, int] | None:
        """Where the main button of the page is, found by its colour; None where there is none."""
        picture = self.picture()
        raw, row = picture.tobytes(), 3 * picture.width
        for colour in (ACCENT, HOVERED):
            needle = bytes(colour) * LEAST_WIDE
            starts = [_find(raw, y, row, needle) for y in range(picture.height)]
            for y in range(picture.height - LEAST_HIGH):
                if all(start >= 0 for start in starts[y : y + LEAST_HIGH]):
                    return starts[y + LEAST_HIGH - 1] + LEAST_WIDE // 2, y + LEAST_HIGH // 2
        return None


def _find(raw: bytes, y: int, row: int, needle: bytes) -> int:
    at = raw.find(needle, y * row, (y + 1) * row)
    return (at - y * row) // 3 if at >= 0 else -1


def differ(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures are different in more than a caret."""
    box = ImageChops.difference(one, other).getbbox()
    return box is not None and box[2] - box[0] > CARET


@contextmanager
def started(folder: Path) -> Iterator[Screen]:
    """A screen whose files lie in ``folder``."""
    reading, writing = os.pipe()
    size = f"{WIDTH}x{HEIGHT}x24"
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-fbdir", str(folder), "-nolisten", "tcp"]
    command += ["-r"]  # on a busy machine a key that is let go of late would repeat itself
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        display = f":{told.readline().strip()}"
    environment = {**os.environ, "DISPLAY": display, "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    environment.pop("WAYLAND_DISPLAY", None)
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    try:
        screen = Screen(display, folder / "Xvfb_screen0", environment, [server.pid, manager.pid])
        wait_until("the window manager", lambda: bool(screen.tool("get_num_desktops")))
        yield screen
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(20)
