"""Readers of PDFs and of QR symbols that are not ours, where the system has them (`./run test` installs them)."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from PIL import Image

PROGRAMS = ("pdftoppm", "pdftotext", "mutool", "zbarimg")


def missing() -> list[str]:
    """What this system lacks."""
    return [program for program in PROGRAMS if shutil.which(program) is None]


def _run(*command: str | Path) -> bytes:
    return subprocess.run(list(map(str, command)), capture_output=True, timeout=120, check=True).stdout


def by_poppler(pdf: Path, dpi: int, out: Path) -> list[Path]:
    """The pages of ``pdf`` as grey pictures: packing and unpacking PNGs took most of the time."""
    _run("pdftoppm", "-r", str(dpi), "-gray", pdf, out / "poppler")
    return sorted(out.glob("poppler*.pgm"))


def by_mupdf(pdf: Path, dpi: int, out: Path) -> list[Path]:
    """The pages of ``pdf`` as pictures."""
    _run("mutool", "draw", "-q", "-c", "gray", "-r", str(dpi), "-o", out / "mupdf%04d.pgm", pdf)
    return sorted(out.glob("mupdf*.pgm"))


RENDERERS: tuple[Callable[[Path, int, Path], list[Path]], ...] = (by_poppler, by_mupdf)


_NONE_FOUND = 4


def zbar(*pictures: Path) -> list[str]:
    """The texts of the QR symbols in ``pictures``, as zbar reads them."""
    command = ["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", *map(str, pictures)]
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    if done.returncode not in (0, _NONE_FOUND):
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
    return sorted(filter(None, done.stdout.decode().splitlines()))


def zxing(picture: Path) -> list[str]:
    """The texts of the QR symbols in ``picture``, as zxing-cpp reads them."""
    import zxingcpp

    with Image.open(picture) as opened:
        found = zxingcpp.read_barcodes(opened.convert("L"), text_mode=zxingcpp.TextMode.Plain)
    return sorted(one.text for one in found)


def text_by_poppler(pdf: Path) -> str:
    """What can be selected on all pages, blanks apart."""
    return "".join(_run("pdftotext", "-raw", pdf, "-").decode().split())
