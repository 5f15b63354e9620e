"""The markup of every claim page against what the same page shows, read back from the built HTML."""

import json
from urllib.parse import urldefrag

import pytest
from lxml import html

import newsroom
import site_folder
import validators

SITE = site_folder.SITE


def listed(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def words(text):
    return " ".join(text.split())


class Page:
    """A claim page: its ClaimReview, and what readers see in the places that say the same."""

    def __init__(self, text):
        self.tree = html.fromstring(text)
        data = [json.loads(node.text) for node in self.tree.xpath("//script[@type='application/ld+json']")]
        self.reviews = [entry for entry in data if entry["@type"] == "ClaimReview"]
        self.articles = [entry for entry in data if entry["@type"] == "NewsArticle"]
        self.canonical = self.one("//link[@rel='canonical']/@href")

    def one(self, path):
        found = self.tree.xpath(path)
        assert len(found) == 1, f"{path}: {len(found)}"
        return found[0]

    def text(self, path):
        return words(self.one(path).text_content())

    def texts(self, path):
        return [words(node.text_content()) for node in self.tree.xpath(path)]

    def fact(self, number, path):
        return self.tree.xpath(f"//section[contains(concat(' ', @class, ' '), ' rated ')]//dl/div[{number}]/dd{path}")


def differences(page):
    """Fields of the markup that are not on the page, or say something else there."""
    review = page.reviews[0]
    rating, item = review["reviewRating"], review["itemReviewed"]
    byline = "//p[@class='byline']"
    claimants = [words(node.text_content()) for node in page.fact(1, "/a")]
    days = page.tree.xpath(byline + "/time/@datetime")
    stated = page.fact(2, "/time/@datetime")
    steps = page.texts("//ol[@class='scale']/li")
    shown = {
        "url": page.canonical,
        "name": page.text("//h1"),
        "claimReviewed": page.text("//p[@class='statement']"),
        "reviewRating.alternateName": page.text("//div[@class='ruling-fact']/dd/a"),
        "reviewRating.ratingExplanation": page.text("//p[@class='standfirst']"),
        "datePublished": days[0],
        "itemReviewed.author": claimants,
    }
    marked = {
        "url": review["url"],
        "name": words(review["name"]),
        "claimReviewed": words(review["claimReviewed"]),
        "reviewRating.alternateName": words(rating["alternateName"]),
        "reviewRating.ratingExplanation": words(rating["ratingExplanation"]),
        "datePublished": review["datePublished"],
        "itemReviewed.author": [author["name"] for author in listed(item.get("author"))],
    }
    found = [f"{field}: {marked[field]!r}, shown {shown[field]!r}" for field in shown if marked[field] != shown[field]]

    def expect(holds, message):
        if not holds:
            found.append(message)

    if len(days) > 1:
        expect(review["dateModified"] == days[-1], f"dateModified: {review['dateModified']}, shown {days[-1]}")
    if "datePublished" in item:
        expect(item["datePublished"] in stated, f"itemReviewed.datePublished: {item['datePublished']}, shown {stated}")
    authors = page.texts(byline + "//a")
    expect(len(page.articles) == 1, f"NewsArticle: {len(page.articles)} of them")
    for article in page.articles:
        for author in listed(article["author"]):
            expect(author["name"] in authors, f"author: {author['name']}, shown {authors}")
        # Who publishes is named as the author of the review, and the people as those of the article.
        expect([article["publisher"]] == listed(review["author"]), f"author of the review: {review['author']}")
        expect(words(article["headline"]) == shown["name"], f"headline: {article['headline']}")
        for day in ("datePublished", "dateModified"):
            expect(article[day] == review[day], f"{day}: {article[day]}, of the review {review[day]}")
    expect(isinstance(item.get("appearance", []), list), "appearance: not a list")
    current = page.texts("//ol[@class='scale']/li[contains(@class, 'current')]")
    if "ratingValue" in rating:
        expect(1 <= rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"], f"reviewRating: {rating}")
        expect(rating["worstRating"] < rating["bestRating"] == len(steps), f"bestRating: {rating['bestRating']} of {steps}")
        place = rating["ratingValue"] - rating["worstRating"]
        label = [words(rating["alternateName"])]
        expect(current == steps[place : place + 1] == label, f"ratingValue: {place + 1}, shown {current}")
    else:
        expect(current == [], f"a label without a number is shown as a step: {current}")
    publishers = {words(text) for text in page.texts("//ol[contains(@class, 'timeline')]//a")}
    addresses = {urldefrag(address).url for address in page.tree.xpath("//main//a/@href")}
    for appearance in listed(item.get("firstAppearance")) + listed(item.get("appearance")):
        expect(words(appearance["name"]) in publishers, f"appearance: {appearance['name']} is not on the page")
        expect(not appearance.get("url", "").startswith(page.canonical), "appearance: our own page")
    for citation in listed(review.get("citation")):
        shown_titles = page.texts("//ul[@class='evidence']//cite")
        expect(words(citation["name"]) in shown_titles, f"citation: {citation['name']} is not on the page")
        expect(citation.get("url") in addresses | {None}, f"citation: {citation.get('url')} is not on the page")
    for correction in listed(review.get("correction")):
        notes = page.text("//section[@class='corrections']")
        expect(words(correction["text"]) in notes, f"correction: {correction['text']!r} is not on the page")
    return found


def claim_pages():
    pages = [path for path in site_folder.pages() if site_folder.kind(path) == "claims/" and path.parts[1] != "page"]
    return {path.parts[1]: (SITE / path).read_text(encoding="utf-8") for path in pages}


def test_markup_and_page_say_the_same_on_every_claim_page():
    reviewed = {name: page for name, text in claim_pages().items() if (page := Page(text)).reviews}
    assert reviewed or site_folder.missing("structured data")
    assert {name: len(page.reviews) for name, page in reviewed.items() if len(page.reviews) != 1} == {}
    assert {name: found for name, page in reviewed.items() if (found := differences(page))} == {}


def test_only_a_page_with_a_ruling_has_a_review():
    for name, text in claim_pages().items():
        page = Page(text)
        assert bool(page.reviews) == bool(page.tree.xpath("//div[@class='ruling-fact']")), name


def test_a_retracted_ruling_leaves_a_page_without_a_rating(tmp_path):
    folder, output = tmp_path / "newsroom", tmp_path / "site"
    for name in ("content", "seeds", "static"):
        newsroom.copy(site_folder.REPOSITORY / name, folder / name)
    line = next((folder / "content/journal").glob("*.jsonl")).read_text(encoding="utf-8").splitlines()[-1]
    published = json.loads(line)
    claim, reason = published["claim"], "The document was not what it seemed to be."
    done = validators.run(
        newsroom.command(), "retract", claim, "-C", folder, "--as", published["by"], "--reason", reason
    )
    assert done.returncode == 0, done.stderr
    drafts = tmp_path / "drafts"
    for done in (newsroom.site_of(folder, output), newsroom.site_of(folder, drafts, "--drafts")):
        assert done.returncode == 0, done.stderr
    # The desk's own edition shows what readers see, and not the verdict as a draft.
    page = Page((drafts / "claims" / claim / "index.html").read_text(encoding="utf-8"))
    assert page.tree.xpath("//section[@class='retraction']") and not page.tree.xpath("//div[@class='ruling-fact']")
    page = Page((output / "claims" / claim / "index.html").read_text(encoding="utf-8"))
    assert page.reviews == []
    assert page.tree.xpath("//div[@class='ruling-fact'] | //ol[@class='scale']") == []
    told = page.text("//section[@class='retraction']")
    assert reason in told and published["digest"][:12] in told
    for file in ("claimreview.json", "data/claims.csv", *(f"search/{path.name}" for path in output.glob("search/*.js"))):
        assert f"claims/{claim}/" not in (output / file).read_text(encoding="utf-8"), file
    assert reason in (output / "feeds/corrections.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"claimReviewed":"', '"claimReviewed":"Not '),
        ('"ratingValue":', '"ratingValue":1'),
        ('"alternateName":"', '"alternateName":"Rating: '),
        ('"datePublished":"20', '"datePublished":"19'),
        ('"headline":"', '"headline":"Not '),
        ('"itemReviewed":{"@type":"Claim","author":{', '"itemReviewed":{"@type":"Claim","author":{"name":"x"},"x":{'),
    ],
)
def test_the_comparison_bites(old, new):
    text = next(text for text in claim_pages().values() if old in text and '"ratingValue":' in text)
    assert differences(Page(text)) == []
    assert differences(Page(text.replace(old, new, 1))) != []
