"""What the tests of the core share: a profile that costs nothing to have, a filled year, and silence in the log."""

from __future__ import annotations

import dataclasses
import datetime as dt
import logging
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import hypothesis
import pytest

from qc_desktop.domain.progress import finish
from qc_desktop.paths import Profile
from qc_desktop.services import demo, vault
from qc_desktop.services.office import Office, open_office
from qc_desktop.trust import keyfile, sealed
from qc_desktop.trust.key_files import key_files, unlock
from qc_desktop.trust.keys import KeyUse, OpenKeys
from tests.samples import COMPANIES, DAY, STAFF, Year

hypothesis.settings.register_profile("calm", deadline=None)  # a machine shared with others stands still at times
hypothesis.settings.load_profile("calm")


LONGEST = ("e2e", "pictures", "gui/test_stalls.py")
"""What takes a minute and more in one piece: begun first, so that no worker is left with it at the end."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    places = [Path(__file__).parent / name for name in LONGEST]
    items.sort(key=lambda item: not any(item.path.is_relative_to(place) for place in places))


@pytest.fixture(autouse=True)
def quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails a test that logs a warning or worse."""
    yield
    noise = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not noise, f"unexpected log records: {noise}"


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the system's language nor a passphrase of the caller reaches a test."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.delenv("QC_PASSPHRASE", raising=False)


@contextmanager
def light_passphrases() -> Iterator[None]:
    """A passphrase costs next to nothing: keys are derived from it lightly, what it opened once it opens again, and the
    first, second … key that a test makes under it is that of other tests.

    What it costs in truth is a matter of ``tests/trust``, where nothing is made lighter.
    """
    made = count()

    def beside(work: Callable[..., object], *values: object) -> object:
        return _once(next(made) if work is sealed._new_key else 0, work, *values)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keyfile, "_KDF", {**keyfile._KDF, "memory_kib": 64, "passes": 1, "lanes": 1})
        patch.setattr(sealed, "_beside", beside)
        yield


_asked: dict[tuple[object, ...], object] = {}


def _once(place: int, work: Callable[..., object], *values: object) -> object:
    """In this process, and once for all tests."""
    asked = (place, work, *values)
    if asked not in _asked:
        _asked[asked] = work(*values)
    return _asked[asked]


@pytest.fixture(autouse=True)
def passphrases() -> Iterator[None]:
    """In every test."""
    with light_passphrases():
        yield


@pytest.fixture(scope="session")
def empty_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile folder with empty records, to be copied."""
    root = tmp_path_factory.mktemp("empty") / "profile"
    open_office(Profile(root), STAFF).close()
    return root


@pytest.fixture(scope="session")
def year_profile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A profile folder with one announced sample year and keys, to be copied; and the campaign's id."""
    root = tmp_path_factory.mktemp("year") / "profile"
    with_day = dataclasses.replace(open_office(Profile(root), STAFF), fixed_day=DAY)
    campaign_id = finish(demo.sample_year(with_day, COMPANIES, DAY.year))
    with light_passphrases():
        vault.set_up(with_day, demo.PASSPHRASE)
    with_day.close()
    return root, campaign_id


@pytest.fixture
def opened() -> Iterator[Callable[[Path], Office]]:
    """Opens profile folders on the sample day; they are closed after the test."""
    offices: list[Office] = []

    def opening(root: Path, day: dt.date | None = DAY) -> Office:
        offices.append(dataclasses.replace(open_office(Profile(root), STAFF), fixed_day=day))
        return offices[-1]

    yield opening
    for office in offices:
        office.close()


@pytest.fixture
def office(tmp_path: Path, empty_profile: Path, opened: Callable[[Path], Office]) -> Office:
    """An office with empty records, on 15 March 2026."""
    return opened(shutil.copytree(empty_profile, tmp_path / "profile"))


@pytest.fixture(scope="session")
def open_keys(year_profile: tuple[Path, str]) -> OpenKeys:
    """The keys of the sample year, unlocked once."""
    root, _ = year_profile
    typed = keyfile.Passphrase(demo.PASSPHRASE)
    found = {info.use: info.path for info in key_files(root / "keys")}
    return OpenKeys(*(unlock(found[use], typed) for use in (KeyUse.PAYLOAD, KeyUse.LISTS, KeyUse.LEDGER)))


@pytest.fixture(scope="session")
def issued_year_profile(
    year_profile: tuple[Path, str], open_keys: OpenKeys, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str]:
    """The sample year with a certificate of everybody, to be copied; and the campaign's id."""
    root, campaign_id = year_profile
    filled = Path(shutil.copytree(root, tmp_path_factory.mktemp("issued_year") / "profile"))
    office = dataclasses.replace(open_office(Profile(filled), STAFF), fixed_day=DAY)
    Year(office, campaign_id, open_keys).issue()
    office.close()
    return filled, campaign_id


Copied = Callable[[tuple[Path, str]], Year]


@pytest.fixture
def copied(tmp_path: Path, open_keys: OpenKeys, opened: Callable[[Path], Office]) -> Copied:
    """Opens a copy of a stored year, of this test's own."""
    return lambda stored: Year(opened(shutil.copytree(stored[0], tmp_path / "profile")), stored[1], open_keys)


@pytest.fixture
def year(copied: Copied, year_profile: tuple[Path, str]) -> Year:
    """The sample year, announced; nobody has a certificate yet."""
    return copied(year_profile)


@pytest.fixture
def issued_year(copied: Copied, issued_year_profile: tuple[Path, str]) -> Year:
    """The sample year in which everybody has a certificate."""
    return copied(issued_year_profile)
