"""Writes a newsroom in Assay's file formats (docs/formats.md)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsroom import RULINGS, Newsroom
from text_files import TextFiles, front_matter

if TYPE_CHECKING:
    from desk import Desk

PROFILE_FIELDS = ("name", "kind", "description", "url", "affiliations", "role")


def write(newsroom: Newsroom, folder: Path, desk: Desk | None = None):
    """Writes all files. With a desk, the newsroom publishes by its journals."""
    files = TextFiles(folder)
    files.write("content/site.yaml", settings(newsroom) + (desk.policy if desk else ""))
    for page in newsroom.pages:
        fields = {"title": page["title"], "summary": page["summary"], "role": page["id"]}
        files.write(f"content/pages/{page['id']}.md", front_matter(fields) + page["body"] + "\n")
    for profile in newsroom.profiles:
        fields = {key: profile[key] for key in PROFILE_FIELDS if key in profile}
        files.write(f"content/profiles/{profile['id']}.md", front_matter(fields) + profile["body"] + "\n")
    for source in newsroom.sources:
        fields = {key: source[key] for key in ("title", "publisher", "published", "accessed", "url", "archived", "kind")}
        fields["checked"] = "read"
        files.write(f"content/sources/{source['id']}.md", front_matter(fields) + source["body"] + "\n")
    for article in newsroom.articles:
        fields = {key: article[key] for key in ("title", "publisher", "published", "accessed", "url")}
        files.write(f"seeds/{article['id']}.md", front_matter(fields) + article_body(article))
    for claim in newsroom.claims:
        fields = {key: claim[key] for key in ("statement", "claimant", "stated", "topics", "appearances", "related")}
        files.write(f"content/claims/{claim['id']}.md", front_matter(fields))
    for n, verdict in enumerate(newsroom.verdicts):
        if desk is None or desk.has_verdict(n):
            files.write(f"content/verdicts/{verdict['id']}.md", verdict_file(verdict, is_dated=desk is None))
    if desk:
        desk.write(files)


def verdict_file(verdict: dict, is_dated: bool) -> str:
    """A verdict; where journals decide, they have its reviewers and its day."""
    fields = {key: verdict[key] for key in ("claim", "ruling", "title", "summary")}
    fields["authors"] = [verdict["author"]]
    if is_dated:
        fields["reviewers"], fields["published"] = [verdict["reviewer"]], verdict["published"]
    fields["evidence"] = verdict["evidence"]
    fields["replies"] = [{**verdict["reply"], "answered": "none"}]
    fields["would-change"] = verdict["would-change"]
    return front_matter(fields) + reasoning(verdict)


def reasoning(verdict: dict) -> str:
    text = []
    for kind, *values in verdict["paragraphs"]:
        if kind == "text":
            text.append(values[0] + " ")
        elif kind == "heading":
            text.append(f"## {values[0]}\n\n")
        elif kind == "list":
            text.append("".join(f"- {item}\n" for item in values[0]) + "\n")
        elif kind == "cite":
            cited = [verdict["evidence"][k] for k in values[0]]
            text.append("[" + "; ".join(f"@{e['source']}, {e['locator']}" for e in cited) + "] ")
        elif kind == "link":
            text.append(f"[{values[1]}](claim:{values[0]})")
        else:
            text.append("\n\n")
    return "".join(text)


def article_body(article: dict) -> str:
    quotes = "".join(f"> {quote['text']}\n>\n> — {quote['locator']}\n\n" for quote in article["quotes"])
    return article["digest"][0] + "\n\n" + quotes + article["digest"][1] + "\n"


def settings(newsroom: Newsroom) -> str:
    def step(ruling):
        return f"    - {{id: {ruling[0]}, label: \"{ruling[1]}\", meaning: \"{ruling[2]}\"}}\n"

    topics = "".join(
        f"  - {{id: {t['id']}, name: \"{t['name']}\", description: \"{t['description']}\"}}\n" for t in newsroom.topics
    )
    return (
        "name: Benchmark\nurl: https://benchmark.example/\nlanguage: en\n"
        "description: A made-up newsroom.\n"
        f"publisher: {newsroom.reviewers[0]}\nscale:\n  version: 1\n  rulings:\n"
        + "".join(map(step, RULINGS[:-1]))
        + "  labels:\n"
        + step(RULINGS[-1])
        + f"topics:\n{topics}navigation: [{', '.join(page['id'] for page in newsroom.pages)}]\n"
        "license: https://creativecommons.org/licenses/by/4.0/\n"
    )
