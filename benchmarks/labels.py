"""Labels by the sheet, 40 a page: ours against the straightforward way, with the signature.

``python -m benchmarks.labels [--count N] [--rounds N] [--curve]``. Ours issues nothing: it derives, signs, encodes and
writes each label as ``label print --no-check`` does. The straightforward way signs too, and draws with reportlab as is
commonly done: ``qrcode.make`` and a ``drawString`` for every line, label by label.
"""

from __future__ import annotations

import argparse
import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.harness import Way, compare, report, run
from qc_desktop.domain.label_files import SHEETS_A_FILE, cut
from qc_desktop.domain.label_sheets import SheetMemory
from qc_desktop.domain.labels import serial_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qc_desktop.documents.labels.rendering import LabelJob, LabelPage
    from qc_desktop.trust.keys import Signer

PREFIX, BATCH = "https://example.org/v/#", 12
FACTS = {
    "company": "示例青禾电器有限公司",
    "product": "示例家用电饭煲",
    "lot": "L20260315-01",
    "valid_until": "2028年3月14日",
    "serial": serial_text(BATCH, 9_999_999),
}
CURVE = (100, 1_000, 10_000, 100_000)


def _signer() -> Signer:
    from cryptography.hazmat.primitives.asymmetric import ec

    from qc_desktop.trust.keys import KeyUse, Signer

    return Signer(ec.derive_private_key(315, ec.SECP256R1()), KeyUse.PAYLOAD)


def _job() -> LabelJob:
    from qc_desktop.documents import qr
    from qc_desktop.documents.labels.presets import shipped_presets
    from qc_desktop.documents.labels.rendering import LabelJob
    from qc_desktop.documents.labels.shipped import label_layout

    (preset,) = (each for each in shipped_presets() if each.key == "A4-40")
    return LabelJob(label_layout(), FACTS, preset, qr.ITEM_LABEL, 600, PREFIX, title="示例", author="示例协会")


def _ours(count: int, folder: Path) -> int:
    from qc_desktop.documents.labels.rendering import Label, LabelPage, write_labels
    from qc_desktop.trust.item_labels import label_digits

    job, signer, size = _job(), _signer(), 0

    def pages(file) -> Iterator[LabelPage]:  # type: ignore[no-untyped-def]
        for number, (positions, indices) in enumerate(file.pages(job.preset), 1):
            digits = label_digits(BATCH, indices[0], indices[-1], signer)
            yield LabelPage(
                number, positions, [Label(serial_text(BATCH, i), each) for i, each in zip(indices, digits, strict=True)]
            )

    path = folder / "labels.pdf"
    for file in cut(job.preset, SheetMemory(), 1, count, SHEETS_A_FILE):
        with path.open("wb") as out:
            for _ in write_labels(out, job, pages(file)):
                pass
        size += path.stat().st_size
    return size


def _straightforward(count: int, folder: Path) -> int:
    import qrcode
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.units import mm
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from qc_desktop.paths import resource
    from qc_desktop.trust.item_labels import label_digits

    for name in ("NotoSerifSC-Bold", "NotoSansSC-Regular"):
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts", f"{name}.ttf"))))
    path = folder / "labels.pdf"
    canvas = Canvas(str(path), pagesize=A4, pageCompression=1)
    for place, digits in enumerate(label_digits(BATCH, 1, count, _signer())):
        row, column = divmod(place % 40, 4)
        x, y = (8 + column * 48.5) * mm, (297 - 21.5 - (row + 1) * 25.4) * mm
        picture = io.BytesIO()
        qrcode.make(PREFIX + digits).save(picture)
        picture.seek(0)
        canvas.drawImage(ImageReader(picture), x + 1 * mm, y + 1.5 * mm, 22.4 * mm, 22.4 * mm)
        canvas.roundRect(x + 0.7 * mm, y + 0.7 * mm, 47.1 * mm, 24 * mm, 1 * mm)
        canvas.setFont("NotoSerifSC-Bold", 6)
        canvas.drawString(x + 25 * mm, y + 20.5 * mm, "质量诚信溯源和防伪验证专用标识")
        canvas.drawString(x + 25 * mm, y + 17.5 * mm, FACTS["company"])
        canvas.setFont("NotoSansSC-Regular", 5.5)
        for line, text in enumerate(
            (FACTS["product"], FACTS["lot"], FACTS["valid_until"], serial_text(BATCH, place + 1), "投诉举报 12315")
        ):
            canvas.drawString(x + 25 * mm, y + (14.5 - 2.7 * line) * mm, text)
        if place % 40 == 39:
            canvas.showPage()
    canvas.save()
    return path.stat().st_size


WAYS = {"ours": _ours, "straightforward reportlab": _straightforward}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=20_000)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--share", type=float, default=0.1, help="what part the slow way makes")
    arguments.add_argument("--curve", action="store_true", help="ours alone at 100 to 100,000")
    arguments.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.way:
        with tempfile.TemporaryDirectory() as folder:
            report(chosen.count, WAYS[chosen.way](chosen.count, Path(folder)))
        return
    if chosen.curve:
        _curve()
        return
    counts = (chosen.count, max(int(chosen.count * chosen.share), 1))
    ways = [
        Way(name, ("-m", "benchmarks.labels", "--way", name, "--count", str(count)))
        for name, count in zip(WAYS, counts, strict=True)
    ]
    compare("Labels, 40 a page", ways, chosen.rounds, "label")


def _curve() -> None:
    print("\nours, by size of the batch")
    for count in CURVE:
        sample = run(Way("ours", ("-m", "benchmarks.labels", "--way", "ours", "--count", str(count))))
        cost = f"{sample.cpu / count * 1e6:8.0f} µs/label  {sample.size / count:6.0f} B/label"
        print(f"  {count:>9,}  {cost}  {sample.peak_mb:6.0f} MB")


if __name__ == "__main__":
    main()
