"""axe-core on every kind of page, light and dark, narrow and wide."""

import pytest

import layout
import site_folder
import validators


@pytest.mark.parametrize("width", layout.WIDTHS)
@pytest.mark.parametrize("scheme", layout.SCHEMES)
@pytest.mark.parametrize("kind", site_folder.samples())
def test_page_has_no_violation(open_page, kind, scheme, width):
    address = site_folder.uri(site_folder.sample(kind))
    # The page's own policy forbids foreign scripts, and axe is one.
    settings = {"bypass_csp": True, "color_scheme": scheme, "reduced_motion": "reduce"}
    page = open_page(address, viewport={"width": layout.WIDTHS[width], "height": 900}, **settings)
    assert validators.accessibility(page) == []


@pytest.mark.parametrize("width", [320, 1600])
def test_no_page_scrolls_sideways(open_page, width):
    """All pages, because one long word is enough."""
    page = open_page(viewport={"width": width, "height": 700})
    wide = []
    for path in site_folder.pages():
        page.goto(site_folder.uri(path))
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)
    assert wide == []
