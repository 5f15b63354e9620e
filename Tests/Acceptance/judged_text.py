"""The canonical form of what a reviewer judges, written from docs/editorial.md alone."""

import hashlib
import re

import yaml


class Plain(yaml.SafeLoader):
    """Every scalar is the text that was typed."""


Plain.yaml_implicit_resolvers = {}


def record(path):
    """The front matter and the body of a file."""
    _, matter, body = re.split(r"^---[ \t]*\n", path.read_text(encoding="utf-8"), maxsplit=2, flags=re.MULTILINE)
    return yaml.load(matter, Plain), body


class Room:
    """A newsroom's folder."""

    def __init__(self, folder):
        self.folder = folder
        self.verdicts = {}
        for path in sorted((folder / "content/verdicts").glob("*.md")):
            matter, body = record(path)
            self.verdicts[matter["claim"]] = (matter, body)

    def digest(self, claim, form=2):
        """The SHA-256 of the text on a claim as it is in the files."""
        return hashlib.sha256(self.text(claim, form).encode()).hexdigest()

    def text(self, claim_id, form=2):
        claim, context = record(self.folder / f"content/claims/{claim_id}.md")
        verdict, reasoning = self.verdicts[claim_id]
        document = {
            "format": f"assay judged text {form}",
            "claim": members(
                {
                    "id": claim_id,
                    "statement": claim["statement"],
                    "claimants": ids(claim.get("claimant")),
                    "stated": claim.get("stated"),
                    "topics": ids(claim.get("topics")) if form > 1 else None,
                    "appearances": [
                        members({"kind": "stated"} | each, "article kind quote prefix suffix by locator date")
                        for each in several(claim.get("appearances"))
                    ],
                    "timeline": [
                        members(each | {"sources": ids(each.get("sources"))}, "date text sources")
                        for each in several(claim.get("timeline"))
                    ],
                    "related": ids(claim.get("related")) if form > 1 else None,
                    "chosen": claim.get("chosen") if form > 1 else None,
                    "context": typed(context),
                }
            ),
            "verdict": members(
                verdict
                | {
                    "authors": ids(verdict.get("authors")),
                    "evidence": [
                        members(each, "source article stance shows locator quote")
                        for each in several(verdict.get("evidence"))
                    ],
                    "parts": [members(each, "part ruling note") for each in several(verdict.get("parts"))],
                    "replies": [
                        members({k: v for k, v in each.items() if (k, v) != ("answered", "none")}, "from asked answered note")
                        for each in several(verdict.get("replies"))
                    ],
                    "reasoning": typed(reasoning),
                },
                "ruling title summary authors evidence parts replies would-change "
                + ("review-by " if form > 1 else "")
                + "counter-example single-lineage-reason reasoning",
            ),
            "documents": self.documents(claim, verdict) if form > 1 else self.documents_of_form_1(claim, verdict),
        }
        return laid_out(document) + "\n"

    def named(self, claim, verdict):
        """The ids of the articles and sources that a claim and its verdict name."""
        evidence = several(verdict.get("evidence"))
        articles = {each["article"] for each in several(claim.get("appearances")) + evidence if "article" in each}
        sources = {each["source"] for each in evidence if "source" in each}
        for event in several(claim.get("timeline")):
            sources |= set(ids(event.get("sources")))
        return articles, sources

    def documents_of_form_1(self, claim, verdict):
        articles, sources = self.named(claim, verdict)
        return members(
            {
                "articles": [self.identity("seeds", each) for each in sorted(articles)],
                "sources": [self.identity("content/sources", each) for each in sorted(sources)],
            }
        )

    def identity(self, folder, name):
        found, _ = record(self.folder / folder / f"{name}.md")
        form = members(found | {"id": name}, "id title publisher published url")
        return form | ({"withdrawn": True} if found.get("status") == "withdrawn" else {})

    def documents(self, claim, verdict):
        articles, sources = self.named(claim, verdict)
        self.add_lineage(articles, sources)
        people = set(ids(claim.get("claimant"))) | set(ids(verdict.get("authors")))
        people |= {each["by"] for each in several(claim.get("appearances")) if "by" in each}
        people |= {each["from"] for each in several(verdict.get("replies"))}
        for each in articles:
            article, _ = record(self.folder / f"seeds/{each}.md")
            people |= {article["publisher"], *ids(article.get("authors"))}
        rulings = {verdict["ruling"], *(each["ruling"] for each in several(verdict.get("parts")))}
        return members(
            {
                "articles": [self.article(each, claim, verdict) for each in sorted(articles)],
                "sources": [self.source(each) for each in sorted(sources)],
                "profiles": [self.profile(each) for each in sorted(people) if self.path("profiles", each).exists()],
                "rulings": [self.ruling(each) for each in sorted(rulings)],
            }
        )

    def path(self, folder, name):
        return self.folder / f"content/{folder}/{name}.md"

    def add_lineage(self, articles, sources):
        waiting = [("source", each) for each in sources] + [("article", each) for each in articles]
        while waiting:
            kind, name = waiting.pop()
            if kind == "article":
                matter, _ = record(self.folder / f"seeds/{name}.md")
                parents = ids(matter.get("source"))
            else:
                matter, _ = record(self.path("sources", name))
                parents = ids(matter.get("read-in")) + ids(matter.get("derived-from"))
            for parent in parents:
                kind, known = ("article", articles) if parent.startswith("article:") else ("source", sources)
                parent = parent.removeprefix("article:").strip()
                if parent not in known:
                    known.add(parent)
                    waiting.append((kind, parent))

    def article(self, name, claim, verdict):
        matter, body = record(self.folder / f"seeds/{name}.md")
        quotes = [each for each in several(claim.get("appearances")) if each["article"] == name]
        quotes += [each for each in several(verdict.get("evidence")) if each.get("article") == name and "quote" in each]
        full = matter.get("text") == "full"
        form = matter | {
            "id": name,
            "authors": ids(matter.get("authors")),
            "archived": ids(matter.get("archived")),
            "text": "full" if full else None,
            "passages": passages(body, quotes, full),
        }
        return members(form, "id title publisher authors published url archived accessed language text source passages")

    def source(self, name):
        matter, body = record(self.path("sources", name))
        form = matter | {"id": name, "note": typed(body)}
        for field in ("authors", "also-at", "archived", "read-in", "derived-from"):
            form[field] = ids(matter.get(field))
        if "title-described" in matter:
            form["title-described"] = matter["title-described"] in ("yes", "true") or None
        if "own-access" in matter:
            form["own-access"] = matter["own-access"] in ("yes", "true") or None
        if matter.get("status") == "live":
            del form["status"]
        if "snapshot" in matter:
            snapshot = matter["snapshot"]
            form["snapshot"] = members(snapshot | {"sha256": snapshot["sha256"].lower()}, "file sha256")
        return members(
            form,
            "id title title-described publisher authors published accessed url also-at archived kind checked read-in "
            "derived-from own-access interest relation status language snapshot note",
        )

    def profile(self, name):
        matter, _ = record(self.path("profiles", name))
        return members(matter | {"id": name, "same-as": ids(matter.get("same-as"))}, "id name kind same-as")

    def ruling(self, name):
        scale = yaml.load((self.folder / "content/site.yaml").read_text(encoding="utf-8"), Plain)["scale"]
        steps = [each["id"] for each in scale["rulings"]]
        found = next(each for each in scale["rulings"] + several(scale.get("labels")) if each["id"] == name)
        step = f"{steps.index(name) + 1} of {len(steps)}" if name in steps else None
        return members(found | {"step": step}, "id label meaning step")


def passages(body, quotes, full):
    """The blocks of an article's words in which quotes stand, each once, in the article's order."""
    blocks = [" ".join(block.split()) for block in words_of(body, full)]
    found = set()
    for quote in quotes:
        pieces = [plain(piece) for piece in re.split(r"\[\.\.\.\]|\[…\]|…|\.\.\.|\[[^\]]*\]", quote["quote"])]
        pieces = [piece for piece in pieces if piece]
        around = plain(quote.get("prefix", "") + " " + pieces[0]), plain(pieces[-1] + " " + quote.get("suffix", ""))
        places = [n for n, block in enumerate(blocks) if stands(pieces, plain(block))]
        if len(places) > 1:
            chosen = [n for n in places if all(each in plain(blocks[n]) for each in around)]
            places = chosen or places
        if len(places) == 1:
            found.add(places[0])
    return [blocks[n] for n in sorted(found)]


def words_of(body, full):
    """The paragraphs of the block quotes, or of the whole body; attributions, which begin with a dash, are words too."""
    block = []
    for line in [*body.splitlines(), ""]:
        quoted = re.match(r" {0,3}>[ ]?(.*)", line)
        text = quoted.group(1) if quoted else line if full else ""
        if text.strip():
            block.append(text)
        elif block:
            yield re.sub(r"(?<!\\)[*_`]|\\(?=[^\w\s])", "", "\n".join(block))
            block = []


def stands(pieces, block):
    start = 0
    for piece in pieces:
        match = re.compile(rf"(?<!\w){re.escape(piece)}(?!\w)").search(block, start)
        if not match:
            return False
        start = match.end()
    return True


def plain(text):
    """Without the differences that do not count: marks of quotation, dashes and white space."""
    text = re.sub(r"[“”„«»]", '"', text)
    text = re.sub(r"[‘’‚]", "'", text)
    text = re.sub(r"\s*[–—-]+\s*", "-", text)
    return " ".join(text.split())


def several(value):
    return [] if value is None else value if isinstance(value, list) else [value]


ids = several


def members(values, names=None):
    """The members that have a value, in this order; white space of any length is one blank."""
    chosen = {name: values.get(name) for name in names.split()} if names else values
    texts = {
        name: [folded(name, each) for each in value] if isinstance(value, list) else folded(name, value)
        for name, value in chosen.items()
    }
    return {name: value for name, value in texts.items() if value not in (None, [])}


def folded(name, value):
    return " ".join(value.split()) if isinstance(value, str) and name not in ("context", "reasoning", "note") else value


def typed(body):
    """A body as it was typed, without blank lines before and after it."""
    lines = body.splitlines()
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    return "\n".join(lines) or None


def laid_out(value, indent=""):
    if value is True:
        return "true"
    if isinstance(value, str):
        return '"' + "".join(written(character) for character in value) + '"'
    inner = indent + "  "
    if isinstance(value, dict):
        parts = [f'{inner}"{name}": {laid_out(each, inner)}' for name, each in value.items()]
        return "{\n" + ",\n".join(parts) + f"\n{indent}}}"
    return "[\n" + ",\n".join(inner + laid_out(each, inner) for each in value) + f"\n{indent}]"


SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def written(character):
    code = ord(character)
    if character in SHORT:
        return SHORT[character]
    is_control = code < 0x20 or 0x7F <= code <= 0x9F or code in (0x2028, 0x2029)
    return f"\\u{code:04x}" if is_control else character
