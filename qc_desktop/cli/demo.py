"""``demo``: a whole year on invented data."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import Annotated

import typer

from qc_desktop.cli.session import PASSPHRASE, Session, session
from qc_desktop.errors import UserError
from qc_desktop.services import demo as samples


def demo(
    context: typer.Context,
    companies: Annotated[int, typer.Option(min=1, max=20_000, help="企业数 / companies")] = 200,
    years: Annotated[int, typer.Option(min=1, max=10, help="年度数 / years, this one and those before it")] = 3,
    out: Annotated[Path, typer.Option("--out", help="放结果的文件夹 / folder for the results")] = Path("out"),
    screenshots: Annotated[bool, typer.Option(help="截取各页面 / take pictures of the pages")] = True,
) -> None:
    """用示例数据走完一年：一个证书 PDF、名单、页面截图 / a year on invented data."""
    run = session(context)
    target = out.absolute()
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UserError("file.denied", path=target, folder=target.parent) from problem
    passphrase = os.environ.get(PASSPHRASE, samples.PASSPHRASE)
    with run.office() as office:
        campaign_id = run.watch(samples.sample_year(office, companies, office.today.year, years - 1))
        made = run.watch(samples.documents(office, campaign_id, target, passphrase))
    pictures = _screenshots(run, target / "screenshots") if screenshots else []
    result = {
        "certificates": made.certificates,
        "roster": made.roster,
        "issued": len(made.numbers),
        "screenshots": pictures,
    }
    shown = target / "screenshots" if pictures else run.say("no_screenshots")
    run.show(
        result,
        [run.say("demo_done", out=target, certificates=made.certificates, roster=made.roster, screenshots=shown)],
    )


def _screenshots(run: Session, folder: Path) -> list[Path]:
    """Pictures of every page, taken in a window that nobody sees; none where Qt is not installed."""
    if importlib.util.find_spec("PySide6") is None:
        return []
    from qc_desktop.app import take_screenshots

    return take_screenshots(run.profile, folder, run.lang)
