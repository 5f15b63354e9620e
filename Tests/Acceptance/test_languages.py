"""A newsroom that writes from right to left, built and handed to the same validators."""

import pytest

import layout
import newsroom
import site_folder
import validators

NEWSROOM = site_folder.REPOSITORY / "Tests/Acceptance/newsrooms/arabic"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("arabic")
    copy, output = folder / "newsroom", folder / "site"
    newsroom.copy(NEWSROOM, copy)
    done = newsroom.site_of(copy, output)
    assert done.returncode == 0, done.stderr
    return output


def kinds(site):
    # The page for wrong addresses takes its style sheet from where the site is published, and this one is not.
    return {path.as_posix(): site / path for path in site_folder.samples(site).values() if path.name != "404.html"}


def test_every_page_is_valid(site):
    assert validators.html([site / path for path in site_folder.pages(site)]) == []


def test_pages_run_from_right_to_left_and_never_scroll_sideways(site, open_page):
    pages = {}
    for width in (320, 1600):
        page = open_page(viewport={"width": width, "height": 700})
        for name, file in kinds(site).items():
            page.goto(file.as_uri())
            pages[name, width] = page.evaluate(
                "[getComputedStyle(document.body).direction, document.documentElement.scrollWidth > innerWidth]"
            )
        assert page.complaints == []
    assert pages and set(map(tuple, pages.values())) == {("rtl", False)}, pages


@pytest.mark.parametrize("scheme", layout.SCHEMES)
def test_no_kind_of_page_has_a_violation(site, open_page, scheme):
    page = open_page(bypass_csp=True, color_scheme=scheme, reduced_motion="reduce")
    found = {}
    for name, file in kinds(site).items():
        page.goto(file.as_uri())
        found[name] = validators.accessibility(page)
    assert found and {name: violations for name, violations in found.items() if violations} == {}


@pytest.mark.parametrize("typed", ["الخزان", "خزان مليونين", "الخزن"])
def test_search_reads_arabic(site, open_page, typed):
    page = open_page((site / "search/index.html").as_uri())
    page.locator(layout.SELECTORS["search field"]).fill(typed)
    page.locator(layout.SELECTORS["search result"] + "[href*='tank-cost']").wait_for()
    assert page.complaints == []
