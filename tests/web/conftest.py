"""One browser for the whole session, in one worker; no test asks for other files than ours, nor upsets the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.web import browsing
from tests.web.browsing import NO_FILE, Phones, Visit
from tests.web.site import Site
from tests.web.site import site as small_site

Open = Callable[..., Visit]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/web/" in item.path.as_posix():
            item.add_marker(pytest.mark.xdist_group("web"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if browsing.CHROMIUM is None:
        pytest.skip(browsing.HOW)
    with browsing.chromium() as launched:
        yield launched


@pytest.fixture(scope="session")
def published() -> Site:
    return small_site()


@pytest.fixture(scope="session")
def phones(browser: Browser) -> Phones:
    return Phones(browser)


@pytest.fixture
def visit(request: pytest.FixtureRequest, phones: Phones, published: Site) -> Iterator[Open]:
    """Opens an address of the published site; ``changes`` are other files, None takes one away."""
    seen: list[Visit] = []

    def opening(
        address: str = "", changes: dict[str, bytes | None] | None = None, site: Site = published, **more: Any
    ) -> Visit:
        seen.append(phones.visit(site.with_files(changes or {}), address, **more))
        seen[-1].published = site
        return seen[-1]

    yield opening
    may_lack = request.node.get_closest_marker("may_lack_files") is not None
    for one in seen:
        phones.leave(one)
    for one in seen:
        assert not one.strange, f"asked of others: {one.strange}"
        complaints = [said for said in one.complaints if not (NO_FILE.match(said) and may_lack)]
        assert not complaints, f"in the console: {complaints}"


@pytest.fixture(scope="session")
def scripts(phones: Phones, published: Site) -> Iterator[Page]:
    """The page's scripts alone, to be called."""
    seen = phones.visit(published)
    yield seen.page
    phones.leave(seen)
    assert not seen.complaints
