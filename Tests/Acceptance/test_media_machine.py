"""Pictures as machines get them: in feeds, in data and in several widths, on a newsroom that is made here."""

import json
import shutil
import subprocess

import feedparser
import pytest
from lxml import html

import newsroom
import site_folder
import validators

FIXTURES = site_folder.REPOSITORY / "Tests/MediaTests/Fixtures"
ADDRESS = "https://example.org/"
RECORD = "---\nfile: {file}\nkind: image\nalt: {alt}\ncredit: Somebody\nlicence: CC0\n{more}---\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site of a newsroom from `assay init` whose claim was made with a false picture, and whose verdict shows another one."""
    folder = tmp_path_factory.mktemp("media") / "room"
    assert validators.run(newsroom.command(), "init", folder).returncode == 0
    media = folder / "content/media"
    media.mkdir()
    marked = "mark: false\nauthenticity: transformed\nappears-at: {url: https://posts.example/1, archived: https://archive.example/1}\n"
    for file, fixture, alt, more in (
        ("false.jpg", "gps.jpg", "A crowd & a lamp", marked), ("chart.jpg", "wide.jpg", "Waves", ""),
    ):
        shutil.copy(FIXTURES / fixture, media / file)
        (media / file.replace(".jpg", ".md")).write_text(RECORD.format(file=file, alt=alt, more=more))
    claim = next((folder / "content/claims").glob("*.md"))
    text = claim.read_text()
    claim.write_text(text.replace("appearances:\n", "appearances:\n  - media: false\n    quote: Look at this\n", 1))
    with next((folder / "content/verdicts").glob("*.md")).open("a") as verdict:
        verdict.write("\n![The waves](media:chart)\n")
    done = newsroom.site_of(folder, folder / "_site")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "_site"


def entry(site):
    """The entry of the Atom feed, as feedparser sees it."""
    parsed = feedparser.parse((site / "feeds/rulings.xml").read_bytes())
    assert not parsed.bozo, parsed.bozo_exception
    return parsed.entries[0]


def test_a_feed_has_one_picture_which_is_not_the_false_one(site):
    found = entry(site)
    size = (site / "media/chart.jpg").stat().st_size
    assert [(item.href, item.type, item.length) for item in found.enclosures] == [
        (ADDRESS + "media/chart.jpg", "image/jpeg", str(size))
    ]
    (picture,) = found.media_content
    assert picture["url"] == ADDRESS + "media/chart.jpg" and picture["medium"] == "image"
    assert (picture["width"], picture["height"], picture["filesize"]) == ("1200", "400", str(size))
    assert found.media_credit[0]["content"] == "Somebody"


def test_the_text_in_feeds_shows_all_pictures_by_whole_addresses_and_the_false_one_behind_its_mark(site):
    items = json.loads((site / "feeds/rulings.json").read_text())["items"]
    for text in (entry(site).content[0].value, items[0]["content_html"]):
        tree = html.fragment_fromstring(text, create_parent="div")
        pictures = tree.xpath("//img")
        assert {picture.get("src") for picture in pictures} == {ADDRESS + "media/false.jpg", ADDRESS + "media/chart.jpg"}
        false = next(picture for picture in pictures if picture.get("src").endswith("false.jpg"))
        before = false.xpath("preceding::p[contains(@class, 'mark')]/text()")
        assert before == ["False"] or "mark" in text[: text.index("false.jpg")]
    assert items[0]["image"] == ADDRESS + "media/chart.jpg"
    assert items[0]["_claim_review"]["media_reviews"] == [{"media": "false", "category": "TransformedContent"}]


def test_feeds_and_data_follow_their_schemas(site):
    feeds = sorted((site / "feeds").rglob("*.json"))
    assert validators.json_schema(site_folder.shared("conformance/jsonfeed/feed-1.1.bundled.schema.json"), feeds) == []
    assert validators.json_schema(site / "data/claims.schema.json", [site / "data/claims.json"]) == []
    assert validators.spreadsheet(site / "data/claims.csv") == []


def test_data_name_the_media_with_marks_and_places(site):
    (claim,) = json.loads((site / "data/claims.json").read_text())["claims"]
    assert claim["shown_in"][0]["media"] == "false"
    media = {medium["id"]: medium for medium in claim["media"]}
    assert media["false"]["mark"] == "false" and media["false"]["authenticity"] == "transformed"
    assert media["false"]["appears_at"] == [{"url": "https://posts.example/1", "archived": ["https://archive.example/1"]}]
    assert media["chart"]["bytes"] == (site / "media/chart.jpg").stat().st_size


def test_the_claim_appears_where_its_picture_was_seen(site):
    page = next((site / "claims").glob("*/index.html"))
    blocks = html.parse(page).xpath("//script[@type='application/ld+json']/text()")
    review = next(block for block in map(json.loads, blocks) if block["@type"] == "ClaimReview")
    places = [work for work in review["itemReviewed"]["appearance"] if work["@type"] == "ImageObject"]
    assert [(place["url"], place["archivedAt"]) for place in places] == [
        ("https://posts.example/1", "https://archive.example/1")
    ]
    assert review["associatedMediaReview"]["mediaAuthenticityCategory"] == "TransformedContent"


@pytest.mark.skipif(not shutil.which("vipsthumbnail"), reason="vipsthumbnail is not installed")
def test_every_width_is_what_it_says_and_has_no_metadata(site):
    page = html.parse(next((site / "claims").glob("*/index.html")))
    (choices,) = page.xpath("//img[contains(@src, 'chart.jpg')]/@srcset")
    widths = {}
    for choice in choices.split(", "):
        address, width = choice.split(" ")
        widths[int(width.removesuffix("w"))] = site / address.removeprefix("../../")
    assert sorted(widths) == [480, 960, 1200]
    if not shutil.which("exiftool"):
        pytest.skip("exiftool is not installed")
    for width, file in widths.items():
        groups = subprocess.run(["exiftool", "-json", "-G", file], capture_output=True, text=True, check=True).stdout
        (tags,) = json.loads(groups)
        assert tags["File:ImageWidth"] == width
        # A whole picture keeps its orientation and the profile of its colours.
        foreign = {tag for tag in tags if tag.split(":")[0] not in ("SourceFile", "ExifTool", "File", "Composite", "JFIF", "ICC_Profile")}
        assert foreign <= {"EXIF:Orientation"}, foreign
