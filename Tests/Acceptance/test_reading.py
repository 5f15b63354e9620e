"""What a reader meets: the ruling at first sight, and nothing that lies over what one wants to read or press."""

import pytest

import layout
import site_folder

SITE = site_folder.SITE
# Widths of phones, tablets and desks, and the edge at which the claim page gets its second column.
WIDTHS = [320, 360, 768, 1088, 1366, 1920]
FIRST_SCREENS = [(320, 568), (360, 740), (390, 844), (768, 1024), (1024, 768), (1366, 768), (1440, 900)]

# What stands on the screen in the middle of every link, when the link is scrolled to the middle, and when it gets the focus.
COVERED = """() => {
    document.querySelectorAll("details").forEach((details) => { details.open = true; });
    const covered = [], links = [...document.querySelectorAll("main a[href]")].filter((link) => link.checkVisibility());
    const look = (link, how) => {
        const boxes = [...link.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
        const box = boxes.reduce((one, other) => one.width >= other.width ? one : other, boxes[0]);
        if (!box) return covered.push(`${how}: nothing of it is shown: ${link.outerHTML}`);
        const found = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        if (!link.contains(found)) covered.push(`${how}: ${link.href} is under ${found?.outerHTML.slice(0, 80)}`);
    };
    for (const link of links) {
        link.scrollIntoView({ block: "center" });
        look(link, "scrolled to");
    }
    for (const link of links) {
        link.focus({ focusVisible: true });
        look(link, "focused");
    }
    return { count: links.length, covered };
}"""


def claim_pages(site=SITE):
    """The pages of claims, without those of the list of claims."""
    found = [path for path in site_folder.pages(site) if site_folder.kind(path) == "claims/" and path.parts[1] != "page"]
    return found or site_folder.missing("a claim's page")


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_lies_over_a_link(open_page, width):
    # Tall enough for the panel of the claim to stay beside the text.
    page = open_page(viewport={"width": width, "height": 1000}, reduced_motion="reduce")
    found, count = {}, 0
    for path in {*claim_pages(), *site_folder.samples().values()}:
        if path.name == "404.html":
            continue
        page.goto((SITE / path).as_uri())
        links = page.evaluate(COVERED)
        count += links["count"]
        if links["covered"]:
            found[path.as_posix()] = links["covered"]
    assert count > 1000
    assert found == {}


def test_a_panel_over_the_page_is_noticed(open_page):
    page = open_page((SITE / claim_pages()[0]).as_uri(), bypass_csp=True)
    page.add_style_tag(content=".check-side { position: fixed; inset: 0 0 0 50%; background: white; z-index: 9; }")
    assert page.evaluate(COVERED)["covered"] != []


@pytest.mark.parametrize(("width", "height"), FIRST_SCREENS)
def test_ruling_stands_on_the_first_screen(open_page, width, height):
    page = open_page(viewport={"width": width, "height": height})
    limit = 420 if width <= 360 else height
    low = {}
    for path in claim_pages():
        page.goto((SITE / path).as_uri())
        bottom = page.evaluate("selector => document.querySelector(selector).getBoundingClientRect().bottom", layout.SELECTORS["ruling"])
        if not 0 < bottom < limit:
            low[path.as_posix()] = bottom
    assert low == {}


def test_ruling_is_above_the_headline_and_leads_to_what_it_means(open_page):
    page = open_page((SITE / claim_pages()[0]).as_uri(), viewport={"width": 360, "height": 740})
    ruling = page.locator(layout.SELECTORS["ruling"])
    assert ruling.bounding_box()["y"] < page.locator("h1").bounding_box()["y"]
    assert "/rulings/" in page.locator(f"a:has(> {layout.SELECTORS['ruling'].split()[-1]})").first.evaluate("link => link.href")


def test_contents_name_at_least_two_sections_that_are_there(open_page):
    page = open_page()
    for path in claim_pages():
        page.goto((SITE / path).as_uri())
        targets = page.evaluate("[...document.querySelectorAll('.contents a')].map((link) => document.getElementById(link.hash.slice(1))?.id)")
        assert len(targets) != 1 and all(targets), path
        assert page.locator(".contents").count() == (1 if targets else 0)


@pytest.mark.parametrize("name", ["home", "claims", "claims/", "articles/", "rulings", "search"])
def test_text_twice_as_large_fits_a_phone(chromium_with_large_text, name):
    path = site_folder.sample(name)
    page = chromium_with_large_text.new_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto((SITE / path).as_uri())
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") >= 32
    assert page.evaluate("document.documentElement.scrollWidth") == 360


# A page on paper: what the style sheet does to it, which needs no printer.
ON_PAPER = """() => {
    const shown = (element) => element?.checkVisibility() ?? false;
    const after = (selector) => [...document.querySelectorAll(selector)].map((link) => getComputedStyle(link, "::after").content);
    return {
        foot: shown(document.querySelector(".print-address")),
        address: document.querySelector(".print-address")?.textContent,
        ledger: [...document.querySelectorAll(".ledger")].map((ledger) => getComputedStyle(ledger).display),
        tables: [...document.querySelectorAll(".table")].map((table) => getComputedStyle(table).overflow),
        passages: after("main .deep-link"),
        sticky: getComputedStyle(document.querySelector(".check-side") ?? document.body).position,
    };
}"""


def test_paper_has_the_address_and_the_whole_of_tables_and_evidence(open_page):
    page = open_page((SITE / site_folder.sample("claims/")).as_uri())
    page.emulate_media(media="print")
    seen = page.evaluate(ON_PAPER)
    assert seen["foot"] and seen["address"].startswith(site_folder.address() + "claims/")
    assert set(seen["ledger"]) == {"block"} and set(seen["tables"]) <= {"visible"}
    assert seen["passages"] and not any("http" in content for content in seen["passages"])
    assert seen["sticky"] == "static"
    page.goto((SITE / site_folder.sample("articles/")).as_uri())
    assert not any("http" in content for content in page.evaluate(ON_PAPER)["passages"])


def test_paper_says_when_it_was_printed(open_page):
    page = open_page((SITE / site_folder.sample("claims/")).as_uri())
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    day = page.evaluate("getComputedStyle(document.querySelector('.print-address'), '::after').content")
    assert page.evaluate("new Date().getFullYear().toString()") in day


def test_longest_claim_fits_nine_sheets(open_page):
    page = open_page((SITE / site_folder.sample("claims/")).as_uri())
    sheets = page.pdf(format="A4", prefer_css_page_size=True).count(b"/Type /Page\n")
    assert 0 < sheets <= 9
