"""Writes the same newsroom for Hugo: the same bodies and records, with templates that make the same kinds of pages.

Whatever Hugo has compiled code for, it uses: topics, rulings, sources, articles and profiles are taxonomies, so that
lists of "what uses this" cost it nothing in templates; links are site-relative, so that no output is rewritten;
citations and marks in articles come resolved, as Hugo has no such thing.
"""

import json
import shutil
from html import escape
from pathlib import Path

from newsroom import RULINGS, Newsroom
from text_files import TextFiles, front_matter

TEMPLATES = Path(__file__).parent / "hugo"


def write(newsroom: Newsroom, folder: Path):
    shutil.copytree(TEMPLATES, folder)
    theme = Path(__file__).parents[2] / "templates" / "theme"
    assets = folder / "static" / "assets"
    assets.mkdir(parents=True)
    for name in ("assay.css", "previews.js", "search.js"):
        shutil.copyfile(theme / name, assets / name)
    files = TextFiles(folder)
    profiles = {profile["id"]: profile for profile in newsroom.profiles}
    files.write("data/people.json", json.dumps({id: p["name"] for id, p in profiles.items()}, ensure_ascii=False))
    files.write("data/rulings.json", json.dumps({
        id: {"label": label, "meaning": meaning, "number": n, "step": n <= len(RULINGS) - 1}
        for n, (id, label, meaning, _) in enumerate(RULINGS, 1)
    }))
    for page in newsroom.pages:
        fields = {"title": page["title"], "summary": page["summary"]}
        files.write(f"content/pages/{page['id']}.md", front_matter(fields) + page["body"] + "\n")
    files.write("content/search.md", front_matter({"title": "Search", "layout": "search"}))
    for n, topic in enumerate(newsroom.topics):
        fields = {"title": topic["name"], "description": topic["description"], "outputs": ["html", "atom", "jsonfeed"]}
        files.write(f"content/topics/{topic['id']}/_index.md", front_matter(fields))
    for id, label, meaning, _ in RULINGS:
        files.write(f"content/rulings/{id}/_index.md", front_matter({"title": label, "description": meaning}))
    for profile in newsroom.profiles:
        fields = {"title": profile["name"], **{key: profile[key] for key in ("kind", "description", "url")}}
        fields["home"] = fields.pop("url")
        files.write(f"content/profiles/{profile['id']}/_index.md", front_matter(fields) + profile["body"] + "\n")
    for source in newsroom.sources:
        fields = {key: source[key] for key in ("title", "publisher", "published", "accessed", "archived", "kind")}
        fields |= {"checked": "read", "original": source["url"]}
        files.write(f"content/sources/{source['id']}/_index.md", front_matter(fields) + source["body"] + "\n")
    for article in newsroom.articles:
        fields = {key: article[key] for key in ("title", "publisher", "published", "accessed")}
        fields["original"] = article["url"]
        files.write(
            f"content/articles/{article['id']}/_index.md", front_matter(fields) + article_body(newsroom, article)
        )
    sources = {source["id"]: source for source in newsroom.sources}
    for claim, verdict in zip(newsroom.claims, newsroom.verdicts):
        files.write(f"content/claims/{claim['id']}.md", claim_file(claim, verdict, sources))


def claim_file(claim: dict, verdict: dict, sources: dict) -> str:
    """The claim and its verdict, which Assay keeps in two files, are one page of Hugo's."""
    fields = {key: verdict[key] for key in ("title", "summary", "author", "reviewer", "evidence", "reply", "would-change")}
    fields |= {"date": verdict["published"], "lastmod": verdict["published"]}
    fields |= {key: claim[key] for key in ("statement", "claimant", "stated", "topics", "appearances", "related")}
    fields |= {
        "rulings": [verdict["ruling"]],
        "profiles": [claim["claimant"]],
        "sources": [evidence["source"] for evidence in verdict["evidence"]],
        "articles": list(dict.fromkeys(appearance["article"] for appearance in claim["appearances"])),
    }
    return front_matter(fields) + reasoning(verdict, sources)


def reasoning(verdict: dict, sources: dict) -> str:
    text = []
    for kind, *values in verdict["paragraphs"]:
        if kind == "text":
            text.append(values[0] + " ")
        elif kind == "heading":
            text.append(f"## {values[0]}\n\n")
        elif kind == "list":
            text.append("".join(f"- {item}\n" for item in values[0]) + "\n")
        elif kind == "cite":
            links = [citation(verdict["evidence"][k], k + 1, sources) for k in values[0]]
            text.append(f"<span class=\"citations\">[{'; '.join(links)}]</span> ")
        elif kind == "link":
            text.append(f"[{values[1]}](/claims/{values[0]}/)")
        else:
            text.append("\n\n")
    return "".join(text)


def citation(evidence: dict, number: int, sources: dict) -> str:
    spoken = escape(f"Evidence {number}: {sources[evidence['source']]['title']}")
    return (
        f'<a class="citation" id="citation_{number}_1" href="#evidence_{number}" aria-label="{spoken}">{number}</a>'
        f", {evidence['locator']}"
    )


def article_body(newsroom: Newsroom, article: dict) -> str:
    """The digest and the quoted words, with the marks and margin notes that Assay finds out by itself."""
    blocks = [article["digest"][0]]
    for number, quote in enumerate(article["quotes"], 1):
        verdict = newsroom.verdicts[quote["claim"]]
        address = f"/claims/{verdict['id']}/"
        blocks.append(
            f"> <mark>{quote['text']}</mark><sup class=\"claim-note\"><a href=\"{address}\" "
            f"aria-label=\"{verdict['title']}\">{number}</a></sup>\n>\n> — {quote['locator']}"
        )
        blocks.append(
            f'<ul class="margin-notes" aria-label="Claims we rated">\n<li><span class="note-number">{number}</span> '
            f'{badge(verdict["ruling"])} <a href="{address}">{verdict["title"]}</a></li>\n</ul>'
        )
    return "\n\n".join(blocks + [article["digest"][1]]) + "\n"


def badge(ruling: str) -> str:
    place = next(n for n, step in enumerate(RULINGS, 1) if step[0] == ruling)
    steps = len(RULINGS) - 1
    pips = "".join('<i class="on"></i>' if n == place else "<i></i>" for n in range(1, steps + 1))
    pips = f'<span class="pips" aria-hidden="true">{pips}</span>' if place <= steps else ""
    return f'<span class="badge tone-{place}">{pips}{RULINGS[place - 1][1]}</span>'
