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

    def digest(self, claim):
        """The SHA-256 of the text on a claim as it is in the files."""
        return hashlib.sha256(self.text(claim).encode()).hexdigest()

    def text(self, claim_id):
        claim, context = record(self.folder / f"content/claims/{claim_id}.md")
        verdict, reasoning = self.verdicts[claim_id]
        document = {
            "format": "assay judged text 1",
            "claim": members(
                {
                    "id": claim_id,
                    "statement": claim["statement"],
                    "claimants": ids(claim.get("claimant")),
                    "stated": claim.get("stated"),
                    "appearances": [
                        members({"kind": "stated"} | each, "article kind quote prefix suffix by locator date")
                        for each in several(claim.get("appearances"))
                    ],
                    "timeline": [
                        members(each | {"sources": ids(each.get("sources"))}, "date text sources")
                        for each in several(claim.get("timeline"))
                    ],
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
                "ruling title summary authors evidence parts replies would-change counter-example "
                "single-lineage-reason reasoning",
            ),
            "documents": self.documents(claim, verdict),
        }
        return laid_out(document) + "\n"

    def documents(self, claim, verdict):
        evidence = several(verdict.get("evidence"))
        articles = {each["article"] for each in several(claim.get("appearances")) + evidence if "article" in each}
        sources = {each["source"] for each in evidence if "source" in each}
        for event in several(claim.get("timeline")):
            sources |= set(ids(event.get("sources")))
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


def several(value):
    return [] if value is None else value if isinstance(value, list) else [value]


ids = several


def members(values, names=None):
    """The members that have a value, in this order; white space of any length is one blank."""
    chosen = {name: values.get(name) for name in names.split()} if names else values
    texts = {name: folded(name, value) for name, value in chosen.items()}
    return {name: value for name, value in texts.items() if value not in (None, [])}


def folded(name, value):
    return " ".join(value.split()) if isinstance(value, str) and name not in ("context", "reasoning") else value


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
