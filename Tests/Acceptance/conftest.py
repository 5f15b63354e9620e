"""Fixtures: the browser, and what a page says in its console while it is read."""

import contextlib
import shutil
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import sync_playwright

import media_newsroom
import site_folder


def pytest_sessionstart(session):
    if not (site_folder.SITE / "index.html").exists():
        pytest.exit(f"there is no site in {site_folder.SITE}: run `make site` first", returncode=2)


def pytest_report_header():
    return f"site: {site_folder.SITE} ({len(site_folder.pages())} pages)"


def find_chromium():
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def chromium_with_large_text(chromium):
    """A browser whose reader has set text twice as large."""
    browser = chromium.browser_type.launch(
        executable_path=find_chromium(), args=["--no-sandbox", "--blink-settings=defaultFontSize=32"]
    )
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def room(tmp_path_factory):
    """The newsroom with every medium, and its site."""
    return media_newsroom.make(tmp_path_factory.mktemp("media"))


def answer_from_folder(route):
    path = unquote(urlsplit(route.request.url).path).removeprefix(urlsplit(site_folder.address()).path)
    file = site_folder.SITE / path
    route.fulfill(path=file) if file.is_file() else route.abort()


@pytest.fixture
def open_page(chromium):
    """Opens pages with given settings; `page.complaints` gathers errors, failed requests and bad answers."""
    with contextlib.ExitStack() as stack:

        def open_page(address=None, **settings):
            context = chromium.new_context(**settings)
            stack.callback(context.close)
            # The page for wrong addresses is opened where the site is published: that is answered from the folder.
            context.route(site_folder.address() + "**", answer_from_folder)
            page = context.new_page()
            page.complaints = []
            page.on(
                "console",
                lambda message: message.type == "error"
                and page.complaints.append(f"{message.text} ({message.location.get('url')})"),
            )
            page.on("pageerror", lambda error: page.complaints.append(str(error)))
            # A browser that leaves a page stops loading its icon: that is no failure.
            page.on(
                "requestfailed",
                lambda request: request.failure != "net::ERR_ABORTED"
                and page.complaints.append(f"failed: {request.url} ({request.failure})"),
            )
            page.on(
                "response",
                lambda answer: answer.status >= 400 and page.complaints.append(f"{answer.status}: {answer.url}"),
            )
            if address:
                page.goto(address)
            return page

        yield open_page
