"""Pages with every medium, as readers meet them: by eye, by ear, by keyboard, on paper, and as machines read them."""

import ast
import json
import re
import time

import extruct
import pytest
from lxml import etree, html
from PIL import Image

import hosts
import layout
import media_files
import media_metadata
import media_newsroom
import newsroom
import site_folder
import validators

SHOWN = ["square-flooded", "crowd-at-pier", "harbour-call", "ferry-accident", "permit-letter", "upright"]
MARKED = ["square-flooded", "crowd-at-pier", "ferry-accident"]
WIDTHS = [320, 360, 480, 600, 768, 1024, 1366, 1600]
FIGURE, MARK, COVER, ROLE = (layout.SELECTORS[name] for name in ("figure", "mark", "cover", "role"))


@pytest.fixture(scope="session")
def arabic(room, tmp_path_factory):
    """The same newsroom on pages that run from right to left."""
    folder = tmp_path_factory.mktemp("arabic-media")
    copy = newsroom.copy(room.folder, folder / "newsroom")
    settings = copy / "content/site.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("language: en", "language: ar").replace("cards: yes", "cards: no"), encoding="utf-8")
    media_newsroom.build(copy, folder / "site")
    return media_newsroom.MediaNewsroom(copy, folder / "site")


def claim(room, name):
    return room.page(f"claims/{name}")


def own_pages(room):
    """The pages that show media; not the one for wrong addresses, which is of a host."""
    pages = [room.site / path for path in site_folder.pages(room.site)]
    return [path for path in pages if "/media/" in path.read_text(encoding="utf-8") and path.name != "404.html"]


# Checkers


def test_pages_drawings_and_style_sheets_are_valid(room):
    files = [room.site / path for path in site_folder.pages(room.site)]
    files += [*room.site.rglob("*.css"), *room.site.rglob("*.svg")]
    assert validators.html(files) == []


def test_every_link_to_a_page_or_a_file_leads_somewhere(room):
    assert validators.links(room.site) == []


# Terms that schema.org has had since the stored vocabulary was made. Those who read reviews know them: the hub's samples have each.
NEWER = {"archivedAt", "associatedMediaReview", "mediaItemAppearance", "originalMediaContextDescription", "originalMediaLink"}
# A kind of `Thing`, as the vocabulary calls it now.
NEWER_TYPE = "MediaReviewItem"


def is_newer(message):
    """Whether the stored vocabulary complains of a term only because it is older than the term."""
    path, _, complaint = message.rpartition(": ")
    if complaint == "unknown property":
        return path.rpartition(".")[2] in NEWER
    return message.endswith(
        (
            f".itemReviewed: unknown type {NEWER_TYPE}",
            f".itemReviewed: value type {NEWER_TYPE} not in range ['Thing']",
            f".itemReviewed.name: not for ['{NEWER_TYPE}'] (domain ['Thing'])",
        )
    )


def test_terms_that_the_stored_vocabulary_does_not_know_are_those_of_the_french_hub():
    folder = site_folder.shared("conformance/defacto-rss/examples")
    samples = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.json")))
    assert {term for term in NEWER | {NEWER_TYPE} if f'"{term}"' not in samples} == set()


def test_data_and_feeds_hold(room):
    data = [path for path in own_pages(room) if b"application/ld+json" in path.read_bytes()]
    assert len(data) >= len(SHOWN)
    found = {each for line in validators.vocabulary(data, site_folder.shared) for each in ast.literal_eval(line.partition(" blocks ")[2])}
    assert {each for each in found if not is_newer(each)} == set()
    feeds = sorted((room.site / "feeds").rglob("*.xml"))
    assert [finding for file in feeds for finding in validators.feed(file)] == []
    schema = site_folder.shared("conformance/jsonfeed/feed-1.1.bundled.schema.json")
    assert validators.json_schema(schema, sorted((room.site / "feeds").rglob("*.json"))) == []
    assert validators.json_schema(room.site / "data/claims.schema.json", [room.site / "data/claims.json"]) == []


def test_feeds_carry_pictures_with_their_marks_and_keep_covered_ones_covered(room):
    feed = etree.parse(str(room.site / "feeds/rulings.xml"))
    texts = {entry.findtext("{*}id"): entry.findtext("{http://www.w3.org/2005/Atom}content") or "" for entry in feed.iter("{*}entry")}
    base = site_folder.address(room.site)
    shown = html.fromstring(texts[base + "claims/square-flooded/"])
    addresses = shown.xpath("//img/@src")
    assert any("/media/square-post" in address for address in addresses), addresses
    assert all(address.startswith(base) for address in addresses)
    assert all(image.get("alt") and image.get("width") for image in shown.xpath("//img"))
    assert "False" in shown.text_content()
    covered = html.fromstring(texts[base + "claims/ferry-accident/"])
    assert not any("injured" in address for address in covered.xpath("//img/@src"))
    assert "A person who seems to be hurt" in covered.text_content()


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 1440)])
def test_no_page_has_a_violation(room, open_page, scheme, width):
    settings = {"bypass_csp": True, "color_scheme": scheme, "reduced_motion": "reduce"}
    page = open_page(viewport={"width": width, "height": 900}, **settings)
    found = {}
    for name in SHOWN:
        page.goto(claim(room, name).as_uri())
        page.evaluate(f"document.querySelectorAll('{COVER}').forEach((cover) => cover.open = true)")
        found[name] = validators.accessibility(page)
    assert {name: violations for name, violations in found.items() if violations} == {}


# Eyes


@pytest.mark.parametrize("direction", ["room", "arabic"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_scrolls_sideways_and_nothing_sticks_out(direction, width, request, open_page):
    site = request.getfixturevalue(direction)
    page = open_page(viewport={"width": width, "height": 800})
    wrong = []
    for name in SHOWN:
        page.goto(claim(site, name).as_uri())
        page.evaluate(f"document.querySelectorAll('{COVER}').forEach((cover) => cover.open = true)")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wrong.append((name, "scrolls"))
        outside = page.evaluate(
            """() => [...document.querySelectorAll("main img, main video, main audio, figcaption")].filter((each) => {
                const box = each.getBoundingClientRect();
                return box.width > 0 && (box.left < 0 || box.right > innerWidth);
            }).map((each) => each.outerHTML.slice(0, 80))"""
        )
        wrong += [(name, each) for each in outside]
    assert wrong == []


# What a page shows of each picture: whether it came, its size in the file and in the markup, and its place.
PICTURES = """async () => {
    const images = [...document.querySelectorAll("main img")];
    for (const image of images) image.loading = "eager";
    await Promise.all(images.map((image) => image.decode().catch(() => null)));
    return images.filter((image) => !image.closest("details:not([open])")).map((image) => ({
        name: image.src.split("/").pop(), natural: [image.naturalWidth, image.naturalHeight],
        said: [Number(image.getAttribute("width")), Number(image.getAttribute("height"))],
        shown: [image.clientWidth, image.clientHeight], alt: image.alt,
    }));
}"""


def test_pictures_have_the_sizes_that_the_markup_says(room, open_page):
    """So that a page does not jump while it loads: in the markup a turned picture has the sides that readers see."""
    page = open_page(viewport={"width": 1200, "height": 900})
    seen = set()
    for name in SHOWN:
        page.goto(claim(room, name).as_uri())
        for picture in page.evaluate(PICTURES):
            seen.add(picture["name"].partition(".")[0])
            (natural, said, shown) = (picture[key] for key in ("natural", "said", "shown"))
            assert min(natural + said + shown) > 0 and picture["alt"], picture
            # Of several widths of a picture, a browser takes one; the shape is the same in all of them.
            assert natural[0] / natural[1] == pytest.approx(said[0] / said[1], rel=0.02), picture
        assert page.complaints == []
    assert seen >= {f"turned-{number}" for number in range(1, 9)} | {"turned-avif", "radar", "square-2019"}


def test_turned_pictures_stand_upright(room, open_page, tmp_path):
    page = open_page(claim(room, "upright").as_uri(), viewport={"width": 1200, "height": 900}, device_scale_factor=1)
    page.evaluate(PICTURES)
    expected = media_files.arrow()
    pictures = page.locator("main .prose img")
    assert pictures.count() == 9
    for index in range(9):
        picture = pictures.nth(index)
        picture.screenshot(path=tmp_path / "shot.png")
        with Image.open(tmp_path / "shot.png") as shot:
            small, wanted = (each.convert("RGB").resize((36, 24), Image.Resampling.BOX) for each in (shot, expected))
        pairs = zip(small.tobytes(), wanted.tobytes(), strict=True)
        difference = sum(abs(one - other) for one, other in pairs) / (36 * 24 * 3)
        assert difference < 12, (picture.get_attribute("src"), difference)


def test_a_page_does_not_jump_while_pictures_come(room, open_page):
    with hosts.nginx(room.site) as address:
        page = open_page(viewport={"width": 390, "height": 844})
        page.add_init_script(
            """window.jumps = 0;
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
                if (!entry.hadRecentInput) window.jumps += entry.value;
            })).observe({ type: "layout-shift", buffered: true });"""
        )

        def late(route):
            time.sleep(0.05)
            route.continue_()

        page.route("**/media/**", late)
        for name in ("square-flooded", "upright"):
            page.goto(f"{address}claims/{name}/index.html")
            height = page.evaluate("document.documentElement.scrollHeight")
            for top in range(0, height, 700):
                page.mouse.wheel(0, 700)
                page.wait_for_timeout(30 if top else 120)
            page.wait_for_load_state("networkidle")
            assert page.evaluate("window.jumps") < 0.01, name
        assert page.complaints == []


def test_a_picture_is_never_higher_than_a_screen_nor_a_small_one_in_a_sentence_large(room, open_page):
    page = open_page(claim(room, "square-flooded").as_uri(), viewport={"width": 1366, "height": 768})
    shown = {picture["name"].partition(".")[0]: picture["shown"] for picture in page.evaluate(PICTURES)}
    assert shown["tower"][1] <= 768 and shown["square-post"][1] <= 768
    line = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.prose p')).lineHeight)")
    assert shown["gauge"][1] <= 3 * line


# Marks, covers, comparisons

MARKS = """() => [...document.querySelectorAll("figure.medium:has(.mark)")].filter((figure) => {
    const picture = figure.querySelector("img, video, audio");
    return picture && picture.getBoundingClientRect().height > 0;
}).map((figure) => {
    const mark = figure.querySelector(".mark"), picture = figure.querySelector("img, video, audio");
    const [one, other] = [mark.getBoundingClientRect(), picture.getBoundingClientRect()];
    const style = getComputedStyle(mark);
    return {
        words: mark.innerText, media: picture.localName, size: [one.width, one.height],
        touches: one.left < other.right && one.right > other.left && one.bottom >= other.top - 12 && one.top < other.bottom,
        visible: style.visibility === "visible" && Number(style.opacity) > 0.5 && one.width > 20,
        colours: [style.color, style.backgroundColor], border: parseFloat(style.borderTopWidth),
        top: document.elementFromPoint(0, 0) !== null && style.zIndex,
    };
})"""


STATES = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "without scripts": {"java_script_enabled": False},
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("width", [320, 1366])
def test_a_mark_stands_on_every_picture_that_was_ruled_false(room, open_page, state, width):
    page = open_page(viewport={"width": width, "height": 900}, **STATES[state])
    for name in MARKED:
        page.goto(claim(room, name).as_uri())
        page.evaluate(f"document.querySelectorAll('{COVER}').forEach((cover) => cover.open = true)")
        marks = page.evaluate(MARKS)
        assert marks, name
        for mark in marks:
            assert mark["words"] in ("False", "Mostly false") and mark["visible"] and mark["touches"], (name, mark)
            assert mark["colours"][0] != mark["colours"][1] or mark["border"] > 0, (name, mark)


def test_a_mark_stands_on_paper_and_what_is_covered_stays_covered(room, open_page):
    page = open_page(claim(room, "square-flooded").as_uri())
    page.emulate_media(media="print")
    marks = page.evaluate(MARKS)
    assert len(marks) >= 3 and all(mark["visible"] and mark["touches"] for mark in marks), marks
    page = open_page(claim(room, "ferry-accident").as_uri())
    page.emulate_media(media="print")
    assert page.locator(f"{COVER} img").first.is_visible() is False
    assert page.locator(f"{COVER} summary").first.is_visible()


def test_a_mark_stands_in_the_card_that_others_frame(room, open_page):
    page = open_page((room.site / "embed/square-flooded/index.html").as_uri(), viewport={"width": 600, "height": 500})
    assert page.locator("body").inner_text().strip().startswith("False")
    marks = page.evaluate(MARKS)
    assert len(marks) == page.locator("img").count()
    assert all(mark["visible"] and mark["touches"] for mark in marks), marks
    assert page.evaluate("[...document.images].every((image) => image.closest('figure')?.querySelector('.mark'))")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_covered_picture_is_neither_shown_nor_loaded_before_a_reader_asks(room, open_page, scripts):
    page = open_page(java_script_enabled=scripts, viewport={"width": 1366, "height": 900})
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(claim(room, "ferry-accident").as_uri())
    page.mouse.wheel(0, 4000)
    page.wait_for_load_state("networkidle")
    # Without scripts, browsers load at once what they would load late: covered it stays.
    assert not scripts or [url for url in asked if "injured" in url or "ferry" in url and "claims/" not in url] == []
    covers = page.locator(COVER)
    assert covers.count() >= 2
    for index in range(covers.count()):
        cover = covers.nth(index)
        assert "seem to be hurt" in cover.locator("summary").inner_text() or "seems to be hurt" in cover.locator("summary").inner_text()
        assert not cover.locator("img, video").first.is_visible()
    # In a sentence it is a link, and says why.
    assert page.locator("main p a[href*='media/injured']").count() >= 1


def test_a_cover_opens_by_keyboard(room, open_page):
    page = open_page(claim(room, "ferry-accident").as_uri(), viewport={"width": 1366, "height": 900})
    cover = page.locator(f"{COVER}:has(img)").first
    cover.locator("summary").focus()
    page.keyboard.press("Enter")
    picture = cover.locator("img")
    assert picture.is_visible()
    picture.evaluate("(image) => { image.loading = 'eager'; return image.decode(); }")
    assert picture.evaluate("(image) => image.naturalWidth") > 0
    page.keyboard.press("Enter")
    assert not picture.is_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize(("width", "beside"), [(320, False), (1366, True)])
def test_what_was_shared_stands_beside_its_original(room, open_page, width, beside, scripts):
    page = open_page(claim(room, "square-flooded").as_uri(), viewport={"width": width, "height": 900}, java_script_enabled=scripts)
    pair = page.locator(f".figures:has({ROLE})").first
    assert pair.locator(ROLE).all_inner_texts() == ["As shared", "Original"]
    one, other = (pair.locator(FIGURE).nth(index).bounding_box() for index in (0, 1))
    assert (abs(one["y"] - other["y"]) < 4) is beside
    assert (other["y"] >= one["y"] + one["height"] - 1) is not beside
    # The same words belong to the same picture for those who hear the page.
    names = pair.locator("img").evaluate_all("images => images.map((image) => image.alt)")
    assert "brown water" in names[0] and "2019" in names[1]


def test_no_link_opens_a_picture_that_was_ruled_false_without_its_mark(room, open_page):
    """Opened alone, a file has no mark: links lead to a page on which the picture stands under it."""
    marked = {path.stem for path in room.media.glob("*.md") if media_newsroom.field(path, "mark")}
    pictures = {name for name in marked if room.originals[name].suffix in {".jpg", ".png", ".gif", ".webp", ".avif", ".svg"}}
    assert pictures >= {"square", "square-post", "crowd", "injured"}
    linked = set()
    for path in site_folder.pages(room.site):
        for link in html.parse(str(room.site / path)).xpath("//a/@href"):
            name = link.partition("#")[0].rpartition("media/")[2] if "media/" in link else ""
            assert name.partition(".")[0] not in pictures or name.endswith("/index.html"), (path, link)
            linked |= {name.partition("/")[0]} if name.endswith("/index.html") else set()
    assert linked >= {"injured"} and linked <= pictures
    for name in pictures:
        page = open_page(room.page(f"media/{name}").as_uri(), viewport={"width": 1366, "height": 900}, java_script_enabled=False)
        page.evaluate(f"document.querySelectorAll('{COVER}').forEach((cover) => cover.open = true)")
        marks = page.evaluate(MARKS)
        assert marks and all(mark["visible"] and mark["touches"] for mark in marks), (name, marks)
        assert page.locator("meta[name=robots][content=noindex]").count() == 1
        assert page.locator(".cards a").count() >= 1, name


def test_a_text_that_shows_both_pictures_has_each_once(room, tmp_path):
    copy = newsroom.copy(room.folder, tmp_path / "newsroom")
    verdict = copy / "content/verdicts/permit-letter.md"
    with verdict.open("a", encoding="utf-8") as file:
        file.write("\n![In November](media:square) ![In February](media:square-2019)\n")
    media_newsroom.build(copy, tmp_path / "site")
    page = html.parse(str(tmp_path / "site/claims/permit-letter/index.html"))
    (row,) = page.xpath("//div[@class='figures'][.//figcaption[contains(., 'In November')]]")
    assert [each.rpartition("/")[2] for each in row.xpath(".//img/@src")] == ["square.jpg", "square-2019.jpg"]
    assert row.xpath(".//*[@class='role']/text()") == ["As shared", "Original"]
    assert [each.text_content().split("\n")[0].strip() for each in row.xpath(".//figcaption")] == ["In November", "In February"]


# Ears, places in recordings, documents


@pytest.mark.parametrize("host", ["a disk", "nginx"])
def test_recordings_play_from_the_place_that_a_locator_names(room, open_page, host):
    with hosts.disk(room.site) if host == "a disk" else hosts.nginx(room.site, "/a/b/") as address:
        page = open_page()
        played = set()
        for name in ("harbour-call", "ferry-accident"):
            page.goto(f"{address}claims/{name}/index.html")
            page.evaluate(f"document.querySelectorAll('{COVER}').forEach((cover) => cover.open = true)")
            for media in page.locator("main audio, main video").all():
                source = media.get_attribute("src")
                assert media.get_attribute("preload") == "none" and media.get_attribute("controls") is not None
                at = media.evaluate(
                    """(media) => new Promise((done, fail) => {
                        media.muted = true;
                        media.addEventListener("loadeddata", () => done(media.currentTime), { once: true });
                        media.addEventListener("error", () => fail(new Error(media.error.message)), { once: true });
                        media.preload = "auto";
                        media.load();
                    })"""
                )
                place = re.search(r"#t=([\d.]+)", source)
                assert at == pytest.approx(float(place.group(1)) if place else 0, abs=0.3), source
                played.add((source.split("#")[0].rpartition(".")[2], bool(place)))
        assert played >= {("wav", True), ("mp3", True), ("ogg", False), ("mp4", True), ("webm", True)}
        assert page.complaints == []


def test_links_into_recordings_and_documents_open_at_the_place(room, open_page):
    with hosts.nginx(room.site) as address:
        page = open_page(f"{address}claims/harbour-call/index.html")
        links = page.evaluate("[...document.querySelectorAll('main a[href*=\"#t=\"]')].map((link) => link.href)")
        assert {link.split("/")[-1] for link in links} >= {"call.wav#t=2", "call-whole.mp3#t=1,3"}
        for link in set(links):
            page.goto(link)
            at = page.locator("video, audio").first.evaluate("(media) => new Promise((done) => { const look = () => media.readyState >= 2 ? done(media.currentTime) : setTimeout(look, 20); look(); })")
            # It plays at once, so that a busy machine looks at it somewhat later.
            start = float(re.search(r"#t=([\d.]+)", link).group(1))
            assert start - 0.1 <= at <= start + 2, link
        page.goto(f"{address}claims/permit-letter/index.html")
        links = page.evaluate("[...document.querySelectorAll('main a[href*=\".pdf\"]')].map((link) => link.getAttribute('href'))")
        assert links and all(link.endswith("media/letter.pdf#page=2") for link in links), links
        assert "PDF" in page.locator(FIGURE).first.inner_text()


def test_films_say_their_size_before_they_are_loaded(room, open_page):
    """A frame of the right shape, so that the page stays where it is when a reader plays a film."""
    page = open_page(claim(room, "ferry-accident").as_uri(), viewport={"width": 1366, "height": 900})
    page.evaluate(f"document.querySelectorAll('{COVER}').forEach((cover) => cover.open = true)")
    film = page.locator("main video[src*='ferry.mp4']").first
    before = film.bounding_box()
    film.evaluate("(film) => new Promise((done) => { film.onloadeddata = done; film.preload = 'auto'; film.load(); })")
    after = film.bounding_box()
    assert (before["width"], before["height"]) == (after["width"], after["height"])


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("host", ["a disk", "nginx under a path"])
def test_the_pages_policy_lets_in_what_they_show(room, open_page, host, scripts):
    with hosts.disk(room.site) if host == "a disk" else hosts.nginx(room.site, "/a/b/") as address:
        page = open_page(java_script_enabled=scripts, viewport={"width": 1000, "height": 6000})
        came = []
        page.on("requestfinished", lambda request: came.append(request.url))
        for path in own_pages(room):
            page.goto(address + path.relative_to(room.site).as_posix())
            page.wait_for_load_state("networkidle")
        assert page.complaints == []
        names = {url.split("/")[-1].partition(".")[0] for url in came if "/media/" in url}
        assert names >= {"square", "square-2019", "square-post", "crowd", "crowd-whole", "radar", "gauge", "route", "panorama"}


# Machines


def reviews(room, name):
    data = extruct.extract(claim(room, name).read_text(encoding="utf-8"), syntaxes=["json-ld"])["json-ld"]
    (review,) = [entry for entry in data if entry["@type"] == "ClaimReview"]
    found = review.get("associatedMediaReview", [])
    return review, found if isinstance(found, list) else [found]


def sample(name):
    text = site_folder.shared(f"conformance/defacto-rss/examples/{name}").read_text(encoding="utf-8")
    return json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE).replace('"MediaReviewItem",\n  }', '"MediaReviewItem"\n  }'))


def test_media_reviews_say_what_the_records_say(room):
    review, media = reviews(room, "square-flooded")
    by_name = {entry["@id"].rpartition("#media-")[2]: entry for entry in media}
    assert set(by_name) == {"square", "square-2019", "square-post"}
    square = by_name["square"]
    assert square["mediaAuthenticityCategory"] == "DecontextualizedContent"
    assert square["originalMediaLink"] == "https://archive.example/lund/2019-02-03"
    assert square["originalMediaContextDescription"].startswith("The flood of 3 February 2019")
    places = square["itemReviewed"]["mediaItemAppearance"]
    assert [place["url"] for place in places] == [
        "https://social.example/@stormwatch/81",
        "https://forum.example/t/square",
        "https://video.example/watch?v=1&t=2",
    ]
    assert places[0]["archivedAt"] == "https://archive.example/81" and len(places[1]["archivedAt"]) == 2
    assert places[0]["creator"]["name"] == "Storm Watch" and places[0]["datePublished"] == "2026-11-20"
    assert square["author"] == review["author"] and square["datePublished"] == review["datePublished"]
    categories = {entry["mediaAuthenticityCategory"] for name in SHOWN for entry in reviews(room, name)[1]}
    assert categories == {
        "DecontextualizedContent", "OriginalMediaContent", "EditedOrCroppedContent", "TransformedContent", "StagedContent",
    }  # fmt: skip


def test_categories_are_those_of_schema_org(room):
    vocabulary = json.loads(site_folder.shared("conformance/schemaorg/schemaorg-all-https.jsonld").read_text(encoding="utf-8"))
    known = {
        entry["@id"].rpartition(":")[2].rpartition("/")[2]
        for entry in vocabulary["@graph"]
        if "MediaManipulationRatingEnumeration" in str(entry.get("@type"))
    }
    assert len(known) >= 6
    assert {entry["mediaAuthenticityCategory"] for name in SHOWN for entry in reviews(room, name)[1]} <= known


def test_media_reviews_have_what_those_of_the_french_hub_have(room):
    theirs = sample("claimReview/claimreview-with-mediareview-en-2.json")["associatedMediaReview"]
    ours = next(entry for entry in reviews(room, "square-flooded")[1] if entry["@id"].endswith("#media-square"))
    assert set(theirs) <= set(ours)
    assert ours["@type"] == theirs["@type"] and ours["itemReviewed"]["@type"] == theirs["itemReviewed"]["@type"]
    assert set(theirs["author"]) - {"sameAs"} <= set(ours["author"])
    wanted = set().union(*theirs["itemReviewed"]["mediaItemAppearance"][:3])
    for place in ours["itemReviewed"]["mediaItemAppearance"][:2]:
        assert wanted <= set(place), place
    multi = sample("mediaReview/multi-media-appearance.json")
    assert multi["mediaAuthenticityCategory"] in {"EditedOrCroppedContent"}
    assert set(multi) - {"@context", "associatedClaimReview", "reviewRating"} <= set(ours)


def test_the_feed_of_reviews_has_the_media_too(room):
    feed = json.loads((room.site / "claimreview.json").read_text(encoding="utf-8"))
    text = json.dumps(feed)
    assert "associatedMediaReview" in text and "DecontextualizedContent" in text


# Share images


def cards(room):
    page = {path.parent.name: html.parse(str(path)) for path in (room.site / "claims").glob("*/index.html")}
    found = {}
    for name, tree in page.items():
        say = {meta.get("property"): meta.get("content") for meta in tree.iter("meta") if meta.get("property")}
        if "og:type" in say and (room.folder / f"content/claims/{name}.md").exists():
            found[name] = say
    return found


def own_cards(room):
    """Those of claims that have an image of their own: no font of this computer may have the letters of one."""
    return {name: say for name, say in cards(room).items() if say["og:image:alt"] != "The Harbour Check"}


def test_every_claim_has_a_share_image_as_networks_want_it(room):
    media_files.tool("rsvg-convert", "librsvg2-bin")
    found = cards(room)
    assert len(found) == len(list((room.folder / "content/claims").glob("*.md")))
    for name, say in found.items():
        file = room.site / say["og:image"].removeprefix(site_folder.address(room.site))
        with Image.open(file) as image:
            image.load()
            assert image.size == (1200, 630) == (int(say["og:image:width"]), int(say["og:image:height"])), name
            assert image.format == "PNG" and file.stat().st_size < 300_000
        assert media_metadata.of_pillow(file) == []
    files = sorted((room.site / "cards").glob("*.png"))
    assert media_metadata.of_exiftool(files) == {}


def test_a_share_image_never_shows_the_bare_claim(room):
    """The ruling comes first: in the words for those who do not see the image, and as a field of its colour over the claim."""
    media_files.tool("rsvg-convert", "librsvg2-bin")
    for name, say in own_cards(room).items():
        verdict = (room.folder / f"content/verdicts/{name}.md").read_text(encoding="utf-8")
        ruling = re.search("^ruling: (.*)$", verdict, re.MULTILINE).group(1)
        label = {"false": "False", "true": "True"}.get(ruling, ruling.replace("-", " ").capitalize())
        assert say["og:image:alt"].startswith(label + ": "), name
        file = room.site / say["og:image"].removeprefix(site_folder.address(room.site))
        with Image.open(file) as image:
            head = image.convert("RGB").crop((0, 0, 1200, 210)).resize((120, 21))
            content = head.tobytes()
            colours = [content[at : at + 3] for at in range(0, len(content), 3)]
            tones = [colour for colour in colours if max(colour) - min(colour) > 60]
            # The label beside the scale has a grey badge.
            greys = [colour for colour in colours if max(colour) < 130]
            assert len(tones) > 150 or ruling == "unproven" and len(greys) > 80, name


def test_the_ruling_stands_in_the_middle_square_of_a_share_image(room):
    """Some programs show the middle 630 by 630 pixels alone: what is white on the ruling's colour has room there at both sides."""
    media_files.tool("rsvg-convert", "librsvg2-bin")
    for name, say in own_cards(room).items():
        file = room.site / say["og:image"].removeprefix(site_folder.address(room.site))
        with Image.open(file) as image:
            band = image.convert("RGB").crop((0, 0, 1200, 170))
        colour = band.getpixel((2, 2))
        columns = [x for x in range(1200) if any(sum(band.getpixel((x, y))) - sum(colour) > 120 for y in range(0, 170, 3))]
        assert 285 + 10 < min(columns) and max(columns) < 915 - 10, (name, min(columns), max(columns))


def test_an_image_is_not_drawn_with_boxes_for_letters(room):
    """Each letter of a claim is in a font of this computer, or the claim has no image of its own and a finding names the letter."""
    media_files.tool("rsvg-convert", "librsvg2-bin")
    media_files.tool("fc-list", "fontconfig")
    done = media_newsroom.build(room.folder, room.site)
    said = " ".join(line for line in (done.stdout + done.stderr).splitlines() if "share-images" in line)
    own = own_cards(room)
    for name in cards(room):
        statement = media_newsroom.field(room.folder / f"content/claims/{name}.md", "statement")
        letters = {letter for letter in statement if ord(letter) > 0x7F and letter.isalpha()}
        missing = {letter for letter in letters if not media_files.run("fc-list", f":charset={ord(letter):x}").strip()}
        assert (name in own) is not bool(missing), (name, missing)
        assert not missing or "no font" in said and any(letter in said for letter in missing), said


def test_a_share_image_changes_only_with_what_it_shows(room, tmp_path):
    media_files.tool("rsvg-convert", "librsvg2-bin")
    copy = newsroom.copy(room.folder, tmp_path / "newsroom")
    before = {path.name for path in (room.site / "cards").iterdir()}
    verdict = copy / "content/verdicts/permit-letter.md"
    verdict.write_text(verdict.read_text(encoding="utf-8").replace("ruling: true", "ruling: mostly-true"), encoding="utf-8")
    media_newsroom.build(copy, tmp_path / "site")
    after = {path.name for path in (tmp_path / "site/cards").iterdir()}
    assert len(before - after) == len(after - before) == 1
