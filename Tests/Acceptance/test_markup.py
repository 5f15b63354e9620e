"""Pages as the W3C's checker and the link checker see them."""

import site_folder
import validators


def test_every_page_and_style_sheet_is_valid():
    files = [site_folder.SITE / path for path in site_folder.pages()]
    files += sorted(site_folder.SITE.rglob("*.css")) + sorted(site_folder.SITE.rglob("*.svg"))
    assert validators.html(files) == []


def test_every_link_and_fragment_leads_somewhere():
    assert validators.links(site_folder.SITE) == []
