"""What people send to a desk: photos of a certificate from a phone of twelve megapixels, and screenshots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from qc_desktop.documents import pdfium

PHONE = (4032, 3024)


@dataclass(frozen=True)
class Photo:
    """``mm`` is what the picture's width shows of the table: the certificate is 210 wide. ``blur`` in pixels of the
    phone, ``turned`` in degrees, ``light`` the share of it that is left at the darker side, ``noise`` of 255."""

    name: str
    mm: float = 420.0
    turned: float = 4.0
    blur: float = 1.0
    light: float = 0.9
    noise: float = 4.0
    quality: int = 85


BLURRED = Photo("out of focus", blur=2.6)
DARK = Photo("at night", light=0.1, noise=16.0)
FAR = Photo("on the wall", mm=1000.0, turned=9.0)
PHOTOS = (
    Photo("near"),
    Photo("on its side", turned=92.0),
    Photo("upside down", turned=185.0),
    Photo("across the table", mm=800.0),
    Photo("packed by a messenger", mm=700.0, quality=20),
    BLURRED,
    DARK,
    FAR,
)
"""The last three are read by none of a reader's own means."""


def page(pdf: Path, dpi: float = 300) -> Image.Image:
    """The first page of ``pdf``."""
    with pdfium.document(pdf) as opened, pdfium.page_of(opened, 0) as drawn:
        return Image.fromarray(pdfium.grey_pixels(drawn, dpi))


def taken(paper: Image.Image, photo: Photo, path: Path, size: tuple[int, int] = PHONE, dpi: float = 300) -> None:
    """Writes the JPEG that a phone makes of ``paper`` on a grey table: the middle of it, ``size`` pixels."""
    chance = np.random.default_rng(315)
    scale = PHONE[0] / photo.mm * 25.4 / dpi
    small = paper.resize((round(paper.width * scale), round(paper.height * scale)), Image.Resampling.BOX)
    scene = Image.new("L", size, 120)
    turned = small.rotate(photo.turned, Image.Resampling.BICUBIC, expand=True, fillcolor=120)
    scene.paste(turned, ((size[0] - turned.width) // 2, (size[1] - turned.height) // 2))
    light = np.linspace(1.0, photo.light, size[0])[None, :] * min(1.0, photo.light + 0.3)
    pixels = np.asarray(scene.filter(ImageFilter.GaussianBlur(photo.blur)), np.float64) * light
    noisy = np.clip(pixels + chance.normal(0, photo.noise, pixels.shape), 0, 255).astype(np.uint8)
    Image.merge("RGB", [Image.fromarray(noisy)] * 3).save(path, quality=photo.quality)


def pictures(pdf: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """A screenshot of the certificate as PNG, and each photo as JPEG: its name and its file."""
    screenshot = folder / "screenshot.png"
    page(pdf, 96).convert("RGB").save(screenshot)
    yield "screenshot", screenshot
    paper = page(pdf)
    for photo in PHOTOS:
        path = folder / f"{photo.name}.jpg"
        taken(paper, photo, path)
        yield photo.name, path
