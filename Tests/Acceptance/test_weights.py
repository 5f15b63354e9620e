"""What readers have to load: the style sheet, the scripts, and each claim page with everything."""

import pytest

import site_folder
from validators import weight

SITE = site_folder.SITE
# The script of the search page is most of it: stems, similar words and records beside claims. Other pages load 3 kB.
LIMITS = {"css": 40_000, "js": 21_000}
# The heaviest page lists two dozen pieces of evidence, each with where and how it was read; compressed it is 13 kB of HTML.
# A logo is 2.4 kB of it, and the times of day of a ruling's history 0.4 kB.
PAGE_LIMIT = 99_000


@pytest.mark.parametrize("kind", LIMITS)
def test_assets_are_light(kind):
    files = list((SITE / "assets").rglob(f"*.{kind}"))
    assert files
    assert sum(file.stat().st_size for file in files) < LIMITS[kind]


def test_every_claim_page_is_light_and_loads_nothing_from_elsewhere(open_page):
    pages = [path for path in site_folder.pages() if site_folder.kind(path) == "claims/"]
    assert pages
    page = open_page()
    weights = {path: weight(page, SITE / path, SITE) for path in pages if path.parts[1] != "page"}
    assert {path: size for path, size in weights.items() if size >= PAGE_LIMIT} == {}
