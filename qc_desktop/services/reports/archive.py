"""年度归档包: what is kept of a year, in one .zip with a list of its files and their SHA-256.

Contacts, signatories and other personal data of companies are in none of the files; in the history they are masked. It
names the staff who acted: that is what it is kept for.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from qc_desktop.domain import dates
from qc_desktop.domain.campaigns import Stage
from qc_desktop.domain.progress import Job, Progress
from qc_desktop.files import atomic_path
from qc_desktop.messages import messages
from qc_desktop.services import rosters
from qc_desktop.services.audit import exporting
from qc_desktop.services.audit.listing import HistoryFilter
from qc_desktop.services.keys import PUBLIC_FILE
from qc_desktop.services.office import Office
from qc_desktop.services.reports import briefing, charts, lists, pictures, wording, workbook
from qc_desktop.services.reports.overview import Numbers

STEP = "archive"
CONTENTS, ABOUT = "目录与校验值.txt", "说明.txt"
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Packed:
    """The archive, and what is in it."""

    path: Path
    files: tuple[str, ...]


@dataclass(frozen=True)
class _Part:
    """A file of the archive; ``write`` is done at once, or is a job that can be stopped between its items."""

    name: str
    write: Callable[[Path], Job[Any] | None]


def suggested_name(year: int) -> str:
    """What the archive of ``year`` is called."""
    return f"{year}年度归档包.zip"


def pack(office: Office, numbers: Numbers, path: Path) -> Job[Packed]:
    """Writes the archive of the year of ``numbers`` to ``path``, whole or not at all.

    Raises UserError ``file.*``; closing the generator leaves nothing.
    """
    parts = list(_parts(office, numbers))
    total = len(parts) + 1
    yield Progress(STEP, 0, total)
    with (
        tempfile.TemporaryDirectory() as folder,
        atomic_path(path) as target,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        listed = []
        for done, part in enumerate(parts, 1):
            file = Path(folder) / part.name
            file.parent.mkdir(parents=True, exist_ok=True)
            for _ in part.write(file) or ():
                yield Progress(STEP, done - 1, total)
            archive.write(file, part.name)
            listed.append(f"{_digest(file)}  {part.name}")
            file.unlink()
            yield Progress(STEP, done, total)
        about = _about(office, numbers)
        listed.append(f"{hashlib.sha256(about).hexdigest()}  {ABOUT}")
        archive.writestr(ABOUT, about)
        archive.writestr(CONTENTS, _text("\n".join(listed)))
    yield Progress(STEP, total, total)
    return Packed(path, (*(part.name for part in parts), ABOUT, CONTENTS))


def _digest(path: Path) -> str:
    """The SHA-256 of the file ``path``, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _text(words: str) -> bytes:
    """A text file as every editor of an office shows it: with a mark, and lines ended for Windows."""
    return (words.rstrip("\n") + "\n").replace("\n", "\r\n").encode("utf-8-sig")


def _parts(office: Office, numbers: Numbers) -> Iterator[_Part]:
    year, about = numbers.year, briefing.subject(office, numbers)
    done = HistoryFilter(since=dt.date(year, 1, 1), until=dt.date(year, 12, 31))
    yield _Part(f"1_简报/{year}年工作简报.docx", lambda file: briefing.write(about, file))
    yield _Part(f"1_简报/{year}年微信短文.txt", lambda file: _plain(file, _text(wording.for_wechat(about))))
    yield _Part(f"2_统计/{year}年统计表.xlsx", lambda file: workbook.write(numbers, file))
    for chart in charts.charts(numbers, messages("zh_CN")):
        if not chart.is_empty:
            name = pictures.title(numbers, chart.id)
            yield _Part(f"2_统计/{name}.png", partial(_picture, numbers, chart.id))
    if numbers.stages.get(Stage.ANNOUNCED):
        for form in rosters.formats():
            yield _Part(f"3_名单/{year}年名单.{form}", partial(rosters.export, office, numbers.campaign_id, form))
    yield _Part(f"4_登记/{year}年证书登记表.xlsx", lambda file: lists.certificates(office, numbers, file))
    yield _Part(f"4_登记/{year}年活动资料.xlsx", lambda file: lists.campaign(office, about.campaign, file))
    yield _Part(f"4_登记/{year}年操作记录.xlsx", partial(exporting.export, office, messages("zh_CN"), done))
    published = office.profile.keys / PUBLIC_FILE
    if published.exists():
        yield _Part(f"5_查验/{PUBLIC_FILE}", lambda file: _plain(file, published.read_bytes()))


def _picture(numbers: Numbers, chart_id: str, file: Path) -> None:
    pictures.save(numbers, chart_id, file)


def _plain(file: Path, content: bytes) -> None:
    file.write_bytes(content)


def _about(office: Office, numbers: Numbers) -> bytes:
    about = briefing.subject(office, numbers)
    return _text(
        f"{about.title}　归档资料\n"
        f"{about.association}　{dates.chinese(office.today)}整理\n\n"
        "1_简报　工作简报（Word）和微信短文\n"
        "2_统计　统计表（Excel）和图\n"
        "3_名单　公告名单（Excel、CSV、Word、PDF）；没有已公告的企业时没有这一项\n"
        "4_登记　证书登记表、活动资料、本年度操作记录\n"
        "5_查验　公开的查验资料 keys.json；还没有设置发证口令时没有这一项\n\n"
        f"“{CONTENTS}”列出每个文件的 SHA-256 校验值，可用来确认文件未被改动。\n"
        "本归档包不含企业联系人、承诺书签署人等个人信息；操作记录中有经办人姓名。\n"
        "本归档包不是备份：数据请用“设置与备份”另行备份。\n"
        f"{wording.SCOPE}\n"
    )
