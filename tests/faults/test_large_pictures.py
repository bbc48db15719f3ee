"""Pictures of 100 megapixels and more, as a seal, in a layout, below it: words at once, little memory, no half file."""

from __future__ import annotations

import hashlib
import io
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from qc_desktop.documents.elements.picture import Picture
from qc_desktop.documents.layout import Background, Resources
from qc_desktop.documents.layout.editing import changed
from qc_desktop.documents.layout.shipped import load_layout
from qc_desktop.documents.rendering import render_bytes
from qc_desktop.documents.sheets import Appearance
from qc_desktop.domain.progress import finish
from qc_desktop.services import preferences
from qc_desktop.services.certificates import previewing, printing
from qc_desktop.services.layouts import pictures
from tests.documents.samples import make_sheet
from tests.samples import refused

MEASURED = """
import sys, time
from pathlib import Path
from qc_desktop.documents.pictures import picture_file
from qc_desktop.documents.seals import seal_pixels
from qc_desktop.errors import UserError
try:
    seal_pixels(picture_file(Path(sys.argv[1])), 45.0)
except UserError as problem:
    status = Path("/proc/self/status").read_text()  # getrusage would count the memory of who started this
    used = int(status.partition("VmHWM:")[2].split()[0]) // 1024
    print(problem.code, used, round(time.process_time()))
"""
MOST_MB, MOST_SECONDS = 80, 5


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, rows: int) -> bytes:
    """A white PNG that says it is so large, and holds so many rows."""
    packed = zlib.compress(b"\0" + b"\xff" * width, 9) if rows == 1 else zlib.compress(bytes((width + 1) * rows), 9)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def jpeg() -> bytes:
    made = io.BytesIO()
    Image.new("L", (10_000, 10_000), 200).save(made, "JPEG", quality=30)
    return made.getvalue()


MAKERS: dict[str, Callable[[], bytes]] = {
    "a PNG of 100 megapixels": lambda: png(10_000, 10_000, 10_000),
    "a JPEG of 100 megapixels": jpeg,
    "a PNG that says 3,600 megapixels": lambda: png(60_000, 60_000, 1),
    "a PNG of 20 MB": lambda: png(1_000, 1_000, 1_000) + bytes(20_000_000),
}


@pytest.fixture(scope="module", params=MAKERS)
def large(request) -> bytes:
    return MAKERS[request.param]()


def test_as_a_seal_it_is_refused_in_words(year, tmp_path, large: bytes) -> None:
    year.issue(year.participations()[:2])
    office, seal = year.office, tmp_path / "示例章.png"
    seal.write_bytes(large)
    with refused("documents.picture_too_large"):
        preferences.change(office, {"seal_picture": str(seal)})
    seal.write_bytes(png(300, 300, 300))
    preferences.change(office, {"seal_picture": str(seal)})
    seal.write_bytes(large)
    with refused("certificate.seal_unusable"):
        year.issue()
    with refused("certificate.seal_unusable"):
        previewing.draft_page(office, year.campaign_id, year.participations()[-1])
    numbers = printing.live_numbers(office, year.campaign_id)
    assert len(numbers) == 2
    finish(printing.print_one_file(office, numbers, tmp_path / "全部.pdf"))  # as they were issued, without a picture


@pytest.mark.parametrize("place", ["element", "background"])
def test_in_a_layout_it_is_refused_in_words(office, large: bytes, place: str) -> None:
    with refused("documents.picture_too_large"):
        pictures.add(office, large)
    sha256 = hashlib.sha256(large).hexdigest()
    shipped = load_layout("pledge_display_certificate")
    if place == "element":
        emblem = Picture(id="emblem", x=30.0, y=15.0, width=15.0, height=15.0, picture=sha256)
        made = changed(shipped, elements=(*shipped.elements, emblem))
    else:
        made = changed(shipped, background=Background(sha256))
    able = made.with_resources(Resources({sha256: large}))
    sheet = make_sheet(1, template=able.sha256)
    with refused("documents.picture_too_large"):
        render_bytes(sheet, {able.sha256: able}, replace(Appearance(), background=True, preview=True))


def measured(path: Path) -> tuple[str, int, int]:
    """The refusal of a picture, the megabytes and the seconds that it took, in a process of its own."""
    done = subprocess.run([sys.executable, "-c", MEASURED, path], capture_output=True, check=True, timeout=60)
    assert done.stderr == b""  # no warning beside the sentence
    code, megabytes, seconds = done.stdout.split()
    return code.decode(), int(megabytes), int(seconds)


def test_it_takes_little_memory_and_time(tmp_path, large: bytes) -> None:
    path = tmp_path / "示例章.png"
    path.write_bytes(large)
    code, megabytes, seconds = measured(path)
    assert code == "documents.picture_too_large"
    assert megabytes < MOST_MB
    assert seconds < MOST_SECONDS


def test_a_file_of_gigabytes_is_not_read(tmp_path) -> None:
    path = tmp_path / "示例章.png"
    with path.open("wb") as out:
        out.truncate(4_000_000_000)
    assert measured(path)[:1] == ("documents.picture_too_large",)
    assert measured(path)[1] < MOST_MB


def test_reading_the_pixels_first_is_caught(tmp_path) -> None:
    """The broken control: who looks at the pixels before the size needs more than is allowed."""
    path = tmp_path / "示例章.jpg"
    path.write_bytes(jpeg())
    eager = "import warnings; warnings.simplefilter('ignore'); from PIL import Image\nImage.open(sys.argv[1]).load()\n"
    script = MEASURED.replace("try:\n", eager + "try:\n")
    done = subprocess.run([sys.executable, "-c", script, path], capture_output=True, check=True, timeout=60)
    assert int(done.stdout.split()[1]) > MOST_MB
