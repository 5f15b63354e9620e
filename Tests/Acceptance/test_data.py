"""What machines read: structured data, feeds, sitemap, data files."""

import json
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree

import site_folder
import validators

SITE = site_folder.SITE


def pages_with_data():
    return [SITE / path for path in site_folder.pages() if b"application/ld+json" in (SITE / path).read_bytes()]


def test_structured_data_uses_the_vocabulary_of_schema_org():
    assert validators.vocabulary(pages_with_data() or site_folder.missing("structured data"), site_folder.shared) == []


def test_feed_of_claim_reviews_uses_the_vocabulary_of_schema_org(tmp_path):
    data = site_folder.place("claim reviews").read_text(encoding="utf-8").replace("</", "<\\/")
    page = tmp_path / "feed.html"
    page.write_text(f'<!doctype html><script type="application/ld+json">{data}</script>', encoding="utf-8")
    assert validators.vocabulary([page], site_folder.shared) == []


def test_json_feeds_follow_their_schema():
    files = sorted(site_folder.place("feeds").rglob("*.json"))
    assert files
    assert validators.json_schema(site_folder.shared("conformance/jsonfeed/feed-1.1.bundled.schema.json"), files) == []


def test_atom_feeds_are_well_formed_and_complete():
    files = sorted(site_folder.place("feeds").rglob("*.xml"))
    assert files
    assert [finding for file in files for finding in validators.feed(file)] == []


def sitemaps():
    return sorted(SITE.glob("sitemap*.xml"))


def test_sitemaps_follow_the_protocol():
    site_folder.place("sitemap")
    assert [finding for file in sitemaps() for finding in validators.sitemap(file, site_folder.shared)] == []


def test_sitemaps_list_pages_that_are_there_and_may_be_indexed():
    root = etree.parse(str(site_folder.place("sitemap"))).getroot()
    locations = [unquote(urlsplit(node.text).path) for node in root.iter("{*}loc")]
    assert locations
    home = min(locations, key=len)
    for location in locations:
        path = location.removeprefix(home)
        file = SITE / (path + "index.html" if path == "" or path.endswith("/") else path)
        assert file.exists(), location
        assert b'content="noindex"' not in file.read_bytes(), location


def test_claims_follow_their_published_schema():
    files = [site_folder.place("claims as JSON")]
    assert validators.json_schema(site_folder.place("schema of claims"), files) == []


def test_claims_open_safely_in_a_spreadsheet():
    assert validators.spreadsheet(site_folder.place("claims as CSV")) == []


def test_every_json_file_is_json():
    for file in SITE.rglob("*.json"):
        json.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("word", ["localhost", "file:///"])
def test_no_file_speaks_of_the_machine_that_built_it(word):
    texts = [path for path in SITE.rglob("*") if path.suffix in {".html", ".json", ".xml", ".txt", ".csv", ".js", ".css"}]
    assert [path for path in texts if word in path.read_text(encoding="utf-8")] == []
