"""What readers look for and how they type it, asked of this repository's own site in a browser."""

import pytest

import layout
import newsroom
import site_folder

RESULT = layout.SELECTORS["search result"]


@pytest.fixture
def ask(open_page):
    def ask(text, site=site_folder.SITE):
        page = open_page((site / "search/index.html").as_uri())
        page.locator(layout.SELECTORS["search field"]).fill(text)
        return page

    return ask


@pytest.mark.parametrize(
    ("typed", "claim"),
    [
        # What the page quotes and names, not its statement.
        ("mueller", "russia-did-not-interfere-2016"),
        ("macron", "russia-interfered-french-election"),
        # One word for two, and two for one.
        ("cybersecurity", "putin-offered-joint-cyber-group"),
        ("crowd strike", "crowdstrike"),
        ("not petya", "notpetya"),
        # Other forms of a word.
        ("indictment", "twelve-gru-officers-indicted-dnc"),
        ("officer indictments", "twelve-gru-officers-indicted-dnc"),
        # Other forms of letters.
        ("Ｍｕｅｌｌｅｒ", "russia-did-not-interfere-2016"),
    ],
)
def test_a_claim_is_found_by_what_its_page_says(ask, typed, claim):
    page = ask(typed)
    page.locator(f"{RESULT}[href*='{claim}']").first.wait_for()
    assert page.locator("#results li").first.locator("[data-field=similar]").count() == 0
    assert page.complaints == []


def test_what_is_only_similar_is_marked_and_the_right_word_offered(ask):
    page = ask("impenetrible")
    page.locator("#results li").first.wait_for()
    assert page.locator("#results li").count() == page.locator("#results [data-field=similar]").count()
    page.locator("#search-suggestion button", has_text="impenetrable").click()
    page.locator("#results li:not(:has([data-field=similar]))").first.wait_for()
    assert not page.locator("#search-suggestion").is_visible()
    assert page.complaints == []


def test_words_that_stand_there_come_before_similar_ones(ask):
    page = ask("fancy bear")
    page.locator("#search-none, #results li").first.wait_for(state="attached")
    page.locator("#search-status:not(:empty)").wait_for()
    marks = page.locator("#results li").evaluate_all("all => all.map(one => !!one.querySelector('[data-field=similar]'))")
    assert marks == sorted(marks)


def test_nothing_found_is_no_dead_end(ask):
    page = ask("zzzzqqqq")
    page.locator("#search-none").wait_for()
    links = page.locator("#search-none a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert any("topics/" in link for link in links) and any("pages/" in link for link in links)
    for link in links:
        assert (site_folder.SITE / "search" / link).resolve().is_file(), link


@pytest.mark.parametrize(("typed", "kind"), [("techcrunch", "profiles/"), ("netyksho", "sources/"), ("absurd idea", "articles/")])
def test_people_sources_and_articles_are_found(ask, typed, kind):
    page = ask(typed)
    link = page.locator(f"#search-names a[href*='{kind}']").first
    link.wait_for()
    assert (site_folder.SITE / "search" / link.get_attribute("href")).resolve().is_file()


@pytest.fixture(scope="module")
def many_scripts(tmp_path_factory):
    """A newsroom with a claim in several scripts."""
    folder = tmp_path_factory.mktemp("scripts")
    copy, output = folder / "newsroom", folder / "site"
    newsroom.copy(site_folder.REPOSITORY / "Tests/Acceptance/newsrooms/arabic", copy)
    file = copy / "content/claims/tank-cost.md"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines = ["statement: ２０２４年のＧＤＰは東京タ、the ﬁrst of الجسر" if line.startswith("statement:") else line for line in lines]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = newsroom.site_of(copy, output)
    assert done.returncode == 0, done.stderr
    return output


@pytest.mark.parametrize("typed", ["GDP", "gdp", "2024", "first", "年", "東", "タ", "東京", "جسر", "الجسر", "والجسر"])
def test_letters_are_found_however_they_are_set(ask, many_scripts, typed):
    page = ask(typed, many_scripts)
    page.locator(f"{RESULT}[href*='tank-cost']").wait_for()
    assert page.complaints == []
