"""Citations, search and filters, used by keyboard alone."""

import json

import pytest

import hosts
import layout
import site_folder

SITE = site_folder.SITE
ENDLESS = 400


def press_until(page, key, selector):
    """Presses a key until an element of a kind has the focus."""
    for _ in range(ENDLESS):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement?.matches(selector)", selector):
            return
    pytest.fail(f"{key} never reaches {selector}")


def claim_page(open_page):
    page = open_page((SITE / site_folder.sample("claims/")).as_uri())
    if page.locator(layout.SELECTORS["citation"]).count() == 0:
        site_folder.missing("citation")
    return page


def test_first_tab_skips_to_the_main_part(open_page):
    page = open_page((SITE / "index.html").as_uri())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_focus_is_always_visible(open_page):
    page = open_page((SITE / site_folder.sample("claims/")).as_uri())
    for _ in range(25):
        page.keyboard.press("Tab")
        style = page.evaluate(
            """() => { const s = getComputedStyle(document.activeElement);
                       return [s.outlineStyle, parseFloat(s.outlineWidth), s.boxShadow]; }"""
        )
        assert (style[0] != "none" and style[1] > 0) or style[2] != "none", page.evaluate("document.activeElement.outerHTML")


def test_citation_leads_to_its_evidence(open_page):
    page = claim_page(open_page)
    press_until(page, "Tab", layout.SELECTORS["citation"])
    target = page.evaluate("decodeURIComponent(document.activeElement.hash.slice(1))")
    page.keyboard.press("Enter")
    assert page.evaluate("id => document.querySelector(':target')?.id === id", target)
    # The next stop is inside the evidence: the reader is there, not only the view.
    page.keyboard.press("Tab")
    assert page.evaluate("id => document.getElementById(id).contains(document.activeElement)", target)


def test_citation_shows_a_preview_on_focus_and_hides_it_on_escape(open_page):
    page = claim_page(open_page)
    preview = page.locator(layout.SELECTORS["citation preview"])
    if preview.count() == 0:
        site_folder.missing("citation preview")
    press_until(page, "Tab", layout.SELECTORS["citation"])
    # Focus scrolls to the citation, and scrolling must not take the preview away.
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert preview.is_visible() and preview.inner_text().strip()
    page.keyboard.press("Escape")
    assert not preview.is_visible()
    assert page.complaints == []


SEARCH_HOSTS = {"nginx under a path": lambda: hosts.nginx(SITE, "/a/b/"), "a disk": lambda: hosts.disk(SITE)}


def statement_words():
    """The first words of a claim's statement, as a reader would type them."""
    records = json.loads(site_folder.place("claims as JSON").read_text(encoding="utf-8"))
    record = (records["claims"] if isinstance(records, dict) else records)[0]
    return record["statement"].split()[:6]


@pytest.mark.parametrize("host", SEARCH_HOSTS)
def test_search_finds_a_claim_and_opens_it(open_page, host):
    search = site_folder.place("search page").relative_to(SITE)
    with SEARCH_HOSTS[host]() as address:
        page = open_page(address + search.as_posix())
        page.keyboard.press("/")
        assert page.evaluate("s => document.activeElement.matches(s)", layout.SELECTORS["search field"])
        page.keyboard.type(" ".join(statement_words()))
        result = page.locator(layout.SELECTORS["search result"]).first
        result.wait_for()
        wanted = result.get_attribute("href").split("claims/")[1]
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: url.endswith(wanted))
        assert page.complaints == []


def test_search_answers_a_first_letter_and_forgives_a_wrong_one(open_page):
    page = open_page(site_folder.place("search page").as_uri())
    field, results = page.locator(layout.SELECTORS["search field"]), page.locator(layout.SELECTORS["search result"])
    word = max(statement_words(), key=len)
    field.focus()
    page.keyboard.type(word[0])
    results.first.wait_for()
    for misspelt in ("x" + word[1:], word[1:], word[1] + word[0] + word[2:], word[:2] + "x" + word[3:]):
        field.fill("")
        results.first.wait_for(state="detached")
        page.keyboard.type(misspelt)
        page.locator("#results mark, #results a").filter(has_text=word).first.wait_for()
    assert page.complaints == []


def test_search_filter_narrows_by_keyboard(open_page):
    search = site_folder.place("search page")
    page = open_page(search.as_uri())
    if page.locator(layout.SELECTORS["search filter"]).count() == 0:
        site_folder.missing("search filter")
    press_until(page, "Tab", layout.SELECTORS["search filter"])
    # The page's policy forbids what a waiting function would be made of; a locator waits by itself.
    page.locator(f"{layout.SELECTORS['search filter']}:focus option:nth-child(2)").wait_for(state="attached")
    page.keyboard.press("ArrowDown")
    page.locator(layout.SELECTORS["search result"]).first.wait_for()
    assert page.evaluate("document.activeElement.value") != ""
    assert page.complaints == []
