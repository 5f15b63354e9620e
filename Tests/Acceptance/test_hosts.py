"""The same folder at a domain's root, under a path and from a disk, walked as a reader walks it."""

import urllib.error
import urllib.request

import pytest

import hosts
import layout
import site_folder

HOSTS = {
    "nginx at the root": lambda: hosts.nginx(site_folder.SITE),
    "nginx under a path": lambda: hosts.nginx(site_folder.SITE, "/a/b/"),
    "a disk": lambda: hosts.disk(site_folder.SITE),
}


def follow(page, feature):
    """Clicks the first link of a kind and waits for its page."""
    link = page.locator(layout.SELECTORS[feature]).first
    if link.count() == 0:
        site_folder.missing(feature)
    before = page.url
    link.click()
    page.wait_for_url(lambda address: address != before)


def name(page):
    return page.locator("h1").first.inner_text()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("host", HOSTS)
def test_reader_walks_from_home_to_claim_to_source_and_back(open_page, host, scripts):
    with HOSTS[host]() as address:
        page = open_page(java_script_enabled=scripts)
        styles = []
        page.on("requestfinished", lambda request: request.resource_type == "stylesheet" and styles.append(request))
        page.goto(address + "index.html")
        follow(page, "claim link")
        claim, claim_page = name(page), page.url
        follow(page, "source link")
        source = name(page)
        assert "/sources/" in page.url and source != claim
        follow(page, "claim link")
        assert "/claims/" in page.url
        page.go_back()
        assert name(page) == source
        page.go_back()
        assert (name(page), page.url) == (claim, claim_page)
        assert page.complaints == []
        assert styles, "no style sheet was loaded"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_no_kind_of_page_complains(open_page, scripts):
    with hosts.nginx(site_folder.SITE, "/a/b/") as address:
        page = open_page(java_script_enabled=scripts)
        for path in site_folder.samples().values():
            # The page for wrong addresses links from the root of the host, and the site is not published under this path.
            if path.name != "404.html":
                page.goto(address + path.as_posix())
        assert page.complaints == []


def test_wrong_address_shows_the_page_for_it():
    expected = site_folder.place("not found").read_bytes()
    with hosts.nginx(site_folder.SITE) as address, pytest.raises(urllib.error.HTTPError) as raised:
        urllib.request.urlopen(address + "claims/no-such-claim/deeper")
    assert (raised.value.code, raised.value.read()) == (404, expected)


def test_page_for_wrong_addresses_looks_and_leads_right_on_any_host(open_page):
    with hosts.nginx(site_folder.SITE) as address:
        page = open_page(address + "claims/no-such-claim/deeper")
        assert page.evaluate("getComputedStyle(document.querySelector('.sections')).display") == "flex"
        ways = page.evaluate("[...document.querySelectorAll('main a')].map((link) => link.href)")
        assert len(ways) >= 3 and all(way.startswith(address) for way in ways)
        for way in ways:
            assert page.goto(way).status == 200
        # That there is nothing at the wrong address is all that the browser has to say.
        assert {complaint.split(":")[0] for complaint in page.complaints} <= {"404", "Failed to load resource"}
        assert all("no-such-claim" in complaint for complaint in page.complaints)


def test_other_sites_can_frame_a_card(open_page, tmp_path):
    cards = site_folder.place("cards")
    card = next(cards.rglob("*.html")).relative_to(site_folder.SITE)
    with hosts.nginx(site_folder.SITE) as address, hosts.nginx(tmp_path) as other:
        (tmp_path / "index.html").write_text(f'<iframe src="{address}{card.as_posix()}"></iframe>')
        page = open_page(other + "index.html")
        frame = page.frame_locator("iframe")
        frame.locator("a").first.wait_for()
        # The other site of this test has no icon, and the browser says so.
        assert [complaint for complaint in page.complaints if "favicon" not in complaint] == []
