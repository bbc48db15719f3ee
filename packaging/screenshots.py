"""Pictures of every page in two languages, two themes and three scales, and a contact sheet of them, for eyes.

    ./run screenshots [FOLDER]        (default out/screenshots)

Invented data; the year stands half-way, so that every page has something to show.
"""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES, THEMES, SCALES = ("zh_CN", "en"), ("light", "dark"), ("1", "1.25", "1.5")
SCREEN = (1366, 728)
COMPANIES = 240
README_PICTURE = ROOT / "resources" / "help" / "pictures" / "companies.png"


def half_a_year(profile_folder: Path) -> None:
    """A sample profile in which companies stand at every stage."""
    from qc_desktop.domain.campaigns import Stage
    from qc_desktop.domain.progress import finish
    from qc_desktop.paths import Profile
    from qc_desktop.services import backups, demo, history, keys
    from qc_desktop.services.campaigns import pledging, stages
    from qc_desktop.services.certificates import issuing
    from qc_desktop.services.companies import browsing
    from qc_desktop.services.office import open_office

    office = open_office(Profile(profile_folder), "示例员")
    campaign = finish(demo.sample_year(office, COMPANIES, 2026))
    history.undo(office)  # back to review: the announcement of everybody
    wanted = browsing.CompanyFilter(campaign_id=campaign, stages=(Stage.MATERIAL_REVIEW.value,))
    everyone = browsing.participation_ids(office, wanted)
    stages.bring_forward(office, everyone[:150], Stage.ANNOUNCED)
    stages.bring_forward(office, everyone[150:180], Stage.PLEDGED)
    pledging.send_back(office, everyone[180:192], "承诺书未盖章")
    finish(issuing.issue(office, campaign, keys.signer(office, demo.PASSPHRASE), everyone[:120]))
    backups.make(office, "daily")
    office.close()


def one_set(profile_folder: Path, folder: Path, lang: str, theme: str) -> None:
    """The pages in one language and theme, at the scale the environment sets."""
    from qc_desktop.app import application, opened
    from qc_desktop.gui.screenshots import grab, grab_pages, wait_until
    from qc_desktop.paths import Profile
    from qc_desktop.services import preferences
    from qc_desktop.services.companies import browsing

    profile = Profile(profile_folder)
    preferences.remember_on_pc(profile, {"theme": theme, "operator": "示例员"})
    scale = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    with opened(application(on_screen=False), profile, lang) as window:
        shell = window.shell
        shell.resize(round(SCREEN[0] / scale), round(SCREEN[1] / scale))
        shell.show()
        grab_pages(shell, folder)
        shell.go("companies", browsing.page(window.desk.office, browsing.CompanyFilter(), 4, 1)[0].id)
        wait_until(lambda: not shell.context.jobs.is_asking)
        grab(shell).save(str(folder / "companies_detail.png"))
        shell.leave()


def contact_sheet(folder: Path) -> Path:
    """All pictures in ``folder`` side by side, a row for each page."""
    from PIL import Image

    sets = sorted(path for path in folder.iterdir() if path.is_dir())
    names = sorted({picture.name for one in sets for picture in one.glob("*.png")})
    width, height = 683, 364
    sheet = Image.new("RGB", (width * len(sets), height * len(names)), "white")
    for column, row in product(range(len(sets)), range(len(names))):
        picture = sets[column] / names[row]
        if picture.exists():
            with Image.open(picture) as opened_picture:
                sheet.paste(opened_picture.resize((width, height)), (column * width, row * height))
    sheet.save(folder / "contact_sheet.png")
    return folder / "contact_sheet.png"


def main() -> None:
    """Without arguments for one set, makes the profile and starts a process for every set."""
    if len(sys.argv) == 5:
        one_set(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
        return
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "out" / "screenshots").absolute()
    profile = folder / "profile"
    if not profile.exists():
        folder.mkdir(parents=True, exist_ok=True)
        half_a_year(profile)
    for lang, theme, scale in product(LANGUAGES, THEMES, SCALES):
        place = folder / f"{lang}-{theme}-{scale}"
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        arguments = [sys.executable, __file__, str(profile), str(place), lang, theme]
        subprocess.run(arguments, check=True, env=environment)
        print(place)
    README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
    README_PICTURE.write_bytes((folder / "zh_CN-light-1" / "companies_detail.png").read_bytes())
    print(contact_sheet(folder))


if __name__ == "__main__":
    main()
