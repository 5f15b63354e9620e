"""The schemas of `assay schema`, in the hands of a validator that is not ours."""

import json
import re

import jsonschema
import pytest

import front_matter
import newsroom
import site_folder
import validators

FOLDERS = {
    "article": "seeds",
    "claim": "content/claims",
    "source": "content/sources",
    "verdict": "content/verdicts",
    "profile": "content/profiles",
    "page": "content/pages",
    "medium": "content/media",
    "item": "content/inbox",
}


@pytest.fixture(scope="session")
def schemas(tmp_path_factory):
    folder = tmp_path_factory.mktemp("schemas")
    done = validators.run(newsroom.command(), "schema", "--all", "--out", folder)
    assert done.returncode == 0, done.stderr
    found = {file.name.removesuffix(".schema.json"): json.loads(file.read_text()) for file in folder.iterdir()}
    assert set(found) == set(FOLDERS) | {"settings"}
    return found


def findings(schema, value):
    return [f"{error.json_path}: {error.message}" for error in jsonschema.Draft202012Validator(schema).iter_errors(value)]


def test_schemas_are_schemas(schemas):
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)


def test_draft_7_for_editors(schemas):
    for kind, latest in schemas.items():
        done = validators.run(newsroom.command(), "schema", kind, "--draft", "7")
        schema = json.loads(done.stdout)
        assert schema.pop("$schema") == "http://json-schema.org/draft-07/schema#"
        jsonschema.Draft7Validator.check_schema(schema)
        assert schema == {name: value for name, value in latest.items() if name != "$schema"}


def records_of(root):
    for kind, folder in FOLDERS.items():
        for path in sorted((root / folder).rglob("*.md")):
            yield kind, path
    yield "settings", root / "content/site.yaml"


def test_every_record_of_this_repository_is_valid(schemas):
    wrong, counts = [], {}
    for kind, path in records_of(site_folder.REPOSITORY):
        counts[kind] = counts.get(kind, 0) + 1
        wrong += [f"{path.name}: {finding}" for finding in findings(schemas[kind], front_matter.of(path))]
    assert wrong == []
    # This repository has no inbox.
    assert set(counts) == set(schemas) - {"item"} and counts["source"] > 100


def test_an_imported_item_is_valid(schemas, tmp_path):
    room = tmp_path / "room"
    assert validators.run(newsroom.command(), "init", room).returncode == 0
    review = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": "The lamps of the harbour were lit on 3 March.",
        "url": "https://example.org/lamps",
        "datePublished": "2026-03-04",
        "author": {"@type": "Organization", "name": "Harbour Checks", "url": "https://example.org/"},
        "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Jo Doe"}, "datePublished": "2026-03-03"},
        "reviewRating": {"@type": "Rating", "ratingValue": 1, "worstRating": 1, "bestRating": 5, "alternateName": "False"},
    }
    file = tmp_path / "review.json"
    file.write_text(json.dumps(review), encoding="utf-8")
    done = validators.run(newsroom.command(), "import", "-C", room, file)
    assert done.returncode == 0, done.stdout + done.stderr
    (item,) = (room / FOLDERS["item"]).glob("*.md")
    assert findings(schemas["item"], front_matter.of(item)) == []
    assert front_matter.of(item)["words"] == review["claimReviewed"]


def test_every_record_of_a_new_newsroom_is_valid(schemas, tmp_path):
    assert validators.run(newsroom.command(), "init", tmp_path / "room").returncode == 0
    wrong = [
        f"{path.name}: {finding}"
        for kind, path in records_of(tmp_path / "room")
        for finding in findings(schemas[kind], front_matter.of(path))
    ]
    assert wrong == []


# A record that is right, and lines to put in the place of its own or to add; each is right or wrong for the reason given.
RIGHT = {
    "claim": "statement: It is.\nclaimant: jo\n",
    "verdict": "claim: it-is\nruling: true\ntitle: T\nsummary: S\nauthors: [jo]\n",
    "source": "title: T\npublisher: P\nkind: research\nchecked: read\n",
    "article": "title: T\npublisher: jo\n",
    "profile": "name: N\nkind: person\n",
    "page": "title: T\n",
}
DIGEST = "0123456789abcdef" * 4
VARIANTS = [
    ("claim", "stated: 2018", True, "a year"),
    ("claim", "stated: 2018-07/2018-08-02", True, "a span"),
    ("claim", "stated: 2018-13", False, "no such month"),
    ("claim", "stated: yesterday", False, "no date"),
    ("claim", "stated: 0", False, "no year"),
    ("claim", "stated:", True, "left empty"),
    ("claim", "statement: 1984", True, "a number is a text"),
    ("claim", "statement:", False, "needed, and empty"),
    ("claim", "claimant: [jo, émilie-2]", True, "a list of ids"),
    ("claim", "claimant: []", False, "an empty list of what is needed"),
    ("claim", "claimant: Jo", False, "a capital letter in an id"),
    ("claim", "claimant: -jo", False, "an id that starts with a hyphen"),
    ("claim", "statd: 2018", False, "an unknown field"),
    ("claim", "appearances: {article: a, quote: q}", True, "one for a list"),
    ("claim", "appearances: [{article: a, quote: q, kind: walked-back}]", True, "a choice"),
    ("claim", "appearances: [{article: a, quote: q, kind: said}]", False, "not a choice"),
    ("claim", "appearances: [{article: a}]", False, "a quote is needed"),
    ("claim", "appearances: [{article: a, quote: q, page: 2}]", False, "an unknown field of a group"),
    ("verdict", "ruling: no", True, "a word is a ruling"),
    ("verdict", "published: 2026-11-21", True, "a day"),
    ("verdict", "published: 2026-11", False, "a day is needed"),
    ("verdict", "evidence: [{source: a, stance: supports, shows: x}]", True, "evidence"),
    ("verdict", "evidence: [{source: a, article:, stance: supports, shows: x}]", True, "an alternative left empty"),
    ("verdict", "evidence: [{article: a, stance: supports, shows: x}]", True, "an article as evidence"),
    ("verdict", "evidence: [{source: a, article: b, stance: supports, shows: x}]", False, "both"),
    ("verdict", "evidence: [{stance: supports, shows: x}]", False, "neither"),
    ("verdict", "evidence: [{source: a, stance: against, shows: x}]", False, "not a stance"),
    ("verdict", "replies: [{from: jo, answered: none}]", True, "no answer"),
    ("verdict", "replies: [{from: jo, answered: 2026-11-21}]", True, "an answer"),
    ("verdict", "replies: [{from: jo, answered: never}]", False, "neither a day nor none"),
    ("source", "kind: blog", False, "not a kind"),
    ("source", "title-described: yes", True, "yes"),
    ("source", "title-described: true", True, "true"),
    ("source", "title-described: maybe", False, "neither yes nor no"),
    ("source", "derived-from: [a, 'article:b']", True, "a source and an article"),
    ("source", "derived-from: claim:b", False, "neither a source nor an article"),
    ("source", f"snapshot: {{file: a.pdf, sha256: {DIGEST}}}", True, "a digest"),
    ("source", "snapshot: {file: a.pdf, sha256: abc}", False, "no digest"),
    ("source", "url: https://example.org/a?b=c#d", True, "an address"),
    ("source", "url: www.example.org", False, "no scheme"),
    ("source", "url: javascript:alert(1)", False, "another scheme"),
    ("source", "archived: [https://a.example/1, https://a.example/2]", True, "addresses"),
    ("article", "text: full", True, "a choice"),
    ("article", "text: whole", False, "not a choice"),
    ("profile", "role: boss", False, "not a role"),
    ("page", "role: about", True, "a role"),
]


def with_line(kind, line):
    """The right record with a line in the place of the one of that field, or after the others."""
    name = line.split(":")[0] + ":"
    return "".join(own + "\n" for own in RIGHT[kind].splitlines() if not own.startswith(name)) + line + "\n"


# What a schema can say of an id is its form; that it names nothing is said of another record.
ABOUT_FORM = {"wrong-type", "missing-field", "unknown-field", "invalid-date", "bad-address"}
ABOUT_REFERENCES = {"unknown-reference"}


@pytest.fixture(scope="session")
def rules_by_variant(tmp_path_factory):
    """What `assay check` says of each variant: the rules, by the variant's place in the list."""
    room = tmp_path_factory.mktemp("variants")
    assert validators.run(newsroom.command(), "init", room).returncode == 0
    for place, (kind, line, _, _) in enumerate(VARIANTS):
        text = f"---\n{with_line(kind, line)}---\n"
        (room / FOLDERS[kind] / f"tried-{place}.md").write_text(text, encoding="utf-8")
    rules = {place: set() for place in range(len(VARIANTS))}
    for finding in json.loads(newsroom.check(room, "json").stdout):
        if match := re.search(r"/tried-(\d+)\.md$", (finding["location"] or {}).get("file", "")):
            rules[int(match[1])].add(finding["rule"])
    return rules


@pytest.mark.parametrize("place", range(len(VARIANTS)), ids=[f"{kind}: {why}" for kind, _, _, why in VARIANTS])
def test_right_and_wrong(schemas, rules_by_variant, place):
    kind, line, is_right, _ = VARIANTS[place]
    assert (findings(schemas[kind], front_matter.read(with_line(kind, line))) == []) == is_right
    # `assay check` thinks the same.
    rules = rules_by_variant[place]
    if is_right:
        assert rules & ABOUT_FORM == set()
    else:
        assert rules & (ABOUT_FORM | ABOUT_REFERENCES) != set()


@pytest.mark.parametrize(
    "old, new",
    [
        ("url: https://example.org/", "url: example.org"),
        ("  version: 1", "  version: 0"),
        ("language: en", "languages: en"),
        ("mode: simple", "mode: sometimes"),
        ("quote-words: 40", "quote-words: many"),
        ("#checks:\n#  source-not-archived: warning", "checks:\n  source-not-archived: maybe"),
        ("#checks:\n#  source-not-archived: warning", "checks:\n  source-not-archive: off"),
    ],
)
def test_wrong_settings(schemas, tmp_path, old, new):
    assert validators.run(newsroom.command(), "init", tmp_path).returncode == 0
    text = (tmp_path / "content/site.yaml").read_text(encoding="utf-8")
    assert old in text
    assert findings(schemas["settings"], front_matter.read(text)) == []
    assert findings(schemas["settings"], front_matter.read(text.replace(old, new))) != []
