"""The first start: try with sample data, set up, or bring the records of another PC.

Sample data has a profile of its own inside the real one's folder; it never mixes with real records.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from qc_desktop.domain.progress import Job
from qc_desktop.domain.staff import staff_name
from qc_desktop.errors import UserError
from qc_desktop.paths import Profile
from qc_desktop.services import backups, preferences, staff
from qc_desktop.services.office import open_office
from qc_desktop.settings import setting

TRYING = "trying"
"""What a profile remembers while its sample is tried."""
SAMPLE_COMPANIES = 200
SAMPLE_YEARS = 3
"""As many as charts and timelines need to have something to show."""
SAMPLE_ASSOCIATION = "示例质量检验协会"
"""Whose records are a sample, wherever they lie."""


def sample_profile(profile: Profile) -> Profile:
    """Where the sample data of ``profile`` lies."""
    return Profile(profile.root / "sample")


def chosen(profile: Profile) -> Profile | None:
    """The profile to open without asking: the sample while it is tried, else the real one; None: ask."""
    if preferences.remembered(profile, TRYING) and sample_profile(profile).database.exists():
        return sample_profile(profile)
    return profile if profile.database.exists() else None


def try_out(profile: Profile) -> Job[Profile]:
    """Makes the sample data where they are missing, and remembers that they are tried; returns their profile."""
    from qc_desktop.services.demo import sample_year

    wanted = sample_profile(profile)
    if not wanted.database.exists():
        made = Profile(profile.root / "sample.part")
        shutil.rmtree(made.root, ignore_errors=True)  # of a start that was cut off
        with closing(open_office(made)) as office:
            yield from sample_year(office, SAMPLE_COMPANIES, office.today.year, SAMPLE_YEARS - 1)
        shutil.rmtree(wanted.root, ignore_errors=True)
        made.root.rename(wanted.root)
    preferences.remember_on_pc(profile, {TRYING: "yes"})
    return wanted


def begin(profile: Profile) -> None:
    """Ends trying: the next start opens the real records, or asks how to begin."""
    preferences.remember_on_pc(profile, {TRYING: ""})


def real_profile(sample: Profile) -> Profile | None:
    """The profile inside whose folder ``sample`` lies; None where it is no sample of that kind."""
    around = Profile(sample.root.parent)
    return around if sample_profile(around) == sample else None


def begin_empty(profile: Profile) -> None:
    """Makes the real records with nothing in them: whoever has a list at hand begins with that."""
    open_office(profile).close()
    begin(profile)


def set_up(profile: Profile, association: str, operator: str, backup_folder: str) -> None:
    """Makes the real records with their first settings. Raises UserError for what cannot be set, with nothing made."""
    if not association.strip():
        raise UserError("first_run.association_needed")
    wanted = {"association_name": association, "backup_folder": backup_folder}
    for key, typed in wanted.items():
        setting(key).read(typed)
    name = staff_name(operator) if operator.strip() else ""
    with closing(open_office(profile, name)) as office:
        preferences.change(office, wanted)
        if name:
            staff.pick(office, name)
    begin(profile)


def lost_records(profile: Profile) -> Path | None:
    """The newest backup that holds, where the records themselves are gone; None where nothing was lost."""
    newest = None if profile.database.exists() else backups.newest_good(profile)
    return newest.path if newest else None


def recover(profile: Profile, backup: Path) -> Job[None]:
    """Puts ``backup`` in the place of the records that are gone. Raises UserError where it does not hold."""
    fresh = yield from backups.recovering(profile, backup)
    fresh.close()
    begin(profile)


def unpack(profile: Profile, path: Path, passphrase: str) -> Job[None]:
    """Brings the records of another PC. Raises UserError as :func:`unpacking.unpack` does."""
    from qc_desktop.services.moving import unpacking  # the window starts without it

    yield from unpacking.unpack(profile, path, passphrase)
    begin(profile)
