"""Puts a made-up newsroom into newsroom mode: two desks, and a journal for each claim, in all states.

What is written follows docs/editorial.md and shares no code with Assay, so `assay verify` proves both.
"""

import hashlib
import json
import random
from datetime import datetime, timedelta

from assay_files import reasoning
from newsroom import Newsroom
from text_files import TextFiles

DESKS = ["profile-0", "profile-1"]
POLICY = """policy:
  mode: newsroom
  sign-offs: 2
  organisations: 2
  votes: majority
  right-of-reply: yes
  minimum-lineages: 2
"""
STATES = [  # the states of docs/editorial.md, and ways to them; with how often each is taken
    ("published", 68), ("corrected", 6), ("reopened", 3), ("retracted", 2), ("approved", 3), ("changes-requested", 3),
    ("in-review", 4), ("voided", 2), ("draft", 4), ("assigned", 3), ("unassigned", 2),
]
WITHOUT_VERDICT = {"assigned", "unassigned"}


class Desk:
    """What happened to each claim of a newsroom."""

    policy = POLICY

    def __init__(self, newsroom: Newsroom, seed: int):
        self.newsroom = newsroom
        self.draw = random.Random(seed + 1)
        self.reviewers = self._people()
        ways, weights = zip(*STATES)
        # The first claims take one way each, so that a small newsroom has all of them.
        self.ways = [
            ways[n] if n < len(ways) else self.draw.choices(ways, weights=weights)[0] for n in range(newsroom.size)
        ]

    def _people(self) -> dict[str, list[str]]:
        """The first two profiles are the desks; the other reviewers belong to one of them."""
        people: dict[str, list[str]] = {desk: [desk] for desk in DESKS}
        for n, profile in enumerate(self.newsroom.profiles[: len(self.newsroom.reviewers)]):
            if profile["id"] in DESKS:
                profile["role"] = "desk"
            else:
                desk = DESKS[n % 2]
                profile |= {"kind": "person", "affiliations": [desk], "role": "reviewer"}
                people[desk].append(profile["id"])
        return people

    def has_verdict(self, n: int) -> bool:
        return self.ways[n] not in WITHOUT_VERDICT

    def write(self, files: TextFiles):
        for n, (claim, verdict) in enumerate(zip(self.newsroom.claims, self.newsroom.verdicts)):
            self._journal(Journal(files, claim["id"], verdict["published"]), self.ways[n], claim, verdict)

    def _journal(self, journal: "Journal", way: str, claim: dict, verdict: dict):
        author, ruling = verdict["author"], verdict["ruling"]
        first, second = (self.draw.choice([r for r in self.reviewers[desk] if r != author]) for desk in DESKS)
        text = judged_text(self.newsroom, claim, verdict)
        earlier = judged_text(self.newsroom, claim, verdict | {"summary": "An earlier short answer."})
        if way == "unassigned":
            return journal.add(first, "commented", note="Somebody should look into this.")
        journal.add(DESKS[0], "assigned", to=author)
        if way == "assigned":
            return None
        if way == "draft":
            return journal.add(first, "commented", note="The archive has a transcript.")
        if way in ("corrected", "voided"):
            journal.review(author, [first, second], earlier, ruling)
            if way == "voided":
                return None
            journal.add(first, "published", text=earlier, ruling=ruling)
        if way == "in-review":
            return journal.review(author, [first], text, ruling)
        if way == "changes-requested":
            journal.review(author, [first], text, ruling)
            return journal.add(second, "changes-requested", text=text, note="Say which year this is about.")
        journal.review(author, [first, second], text, ruling)
        if way == "approved":
            return None
        if way == "corrected":
            return journal.add(
                first, "corrected", correction="clarification", text=text, ruling=ruling,
                earlier=digest(earlier), note="The short answer says more.",
            )
        journal.add(first, "published", text=text, ruling=ruling)
        if way == "retracted":
            journal.add(second, "retracted", text=text, ruling=ruling, note="The transcript was misread.")
        if way == "reopened":
            journal.add(second, "reopened", note="A reader sent another transcript.")
        return None


class Journal:
    """A claim's journal, as it grows."""

    def __init__(self, files: TextFiles, claim: str, day):
        self.files, self.claim, self.lines = files, claim, []
        self.time = datetime(day.year, day.month, day.day, 9)
        self.previous: str | None = None

    def review(self, author: str, reviewers: list[str], text: str, ruling: str):
        self.add(author, "submitted", text=text)
        for reviewer in reviewers:
            self.add(reviewer, "signed-off", text=text, ruling=ruling)

    def add(self, by: str, event: str, text: str | None = None, **members):
        self.time += timedelta(hours=5, minutes=7, seconds=11)
        line = {"previous": self.previous, "claim": self.claim, "at": f"{self.time.isoformat()}Z", "by": by, "event": event}
        if text is not None:
            self.files.write(f"content/versions/{self.claim}/{digest(text)}.json", text)
            members["digest"] = digest(text)
        order = ("to", "correction", "digest", "ruling", "earlier", "note")
        line |= {name: members[name] for name in order if name in members}
        self.lines.append(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
        self.previous = digest(self.lines[-1])
        self.files.write(f"content/journal/{self.claim}.jsonl", "".join(self.lines))


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def judged_text(newsroom: Newsroom, claim: dict, verdict: dict) -> str:
    """What reviewers judge, in its canonical form."""
    appearances = [
        {"article": a["article"], "kind": "stated", "quote": a["quote"], "locator": a["locator"]}
        for a in claim["appearances"]
    ]
    evidence = [{key: e[key] for key in ("source", "stance", "shows", "locator")} for e in verdict["evidence"]]
    sources = {source["id"]: source for source in newsroom.sources}
    form = {
        "format": "assay judged text 1",
        "claim": {
            "id": claim["id"],
            "statement": claim["statement"],
            "claimants": [claim["claimant"]],
            "stated": claim["stated"].isoformat(),
            "appearances": appearances,
        },
        "verdict": {
            "ruling": verdict["ruling"],
            "title": verdict["title"],
            "summary": verdict["summary"],
            "authors": [verdict["author"]],
            "evidence": evidence,
            "replies": [{"from": verdict["reply"]["from"], "asked": verdict["reply"]["asked"].isoformat()}],
            "would-change": verdict["would-change"],
            "reasoning": reasoning(verdict).strip("\n"),
        },
        "documents": {
            "articles": [identity(newsroom.article(id)) for id in sorted({a["article"] for a in appearances})],
            "sources": [identity(sources[id]) for id in sorted({e["source"] for e in evidence})],
        },
    }
    return json.dumps(form, ensure_ascii=False, indent=2) + "\n"


def identity(document: dict) -> dict:
    fields = {key: document[key] for key in ("id", "title", "publisher", "published", "url")}
    return fields | {"published": document["published"].isoformat()}
