"""Puts a made-up newsroom into newsroom mode: two desks, and a journal for each claim, in all states.

What is written follows docs/editorial.md and shares no code with Assay, so `assay verify` proves both.
"""

import hashlib
import json
import random
from datetime import datetime, timedelta

from assay_files import reasoning
from newsroom import RULINGS, Newsroom
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

    def __init__(self, newsroom: Newsroom, seed: int, signers=None):
        self.newsroom, self.signers = newsroom, signers
        if signers:
            self.policy = POLICY + "  signatures: required\n"
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
            journal = Journal(files, claim["id"], verdict["published"], self.signers)
            self._journal(journal, self.ways[n], claim, verdict)
        if self.signers:
            files.write("content/allowed_signers", self.signers.allowed())

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

    def __init__(self, files: TextFiles, claim: str, day, signers=None):
        self.files, self.claim, self.lines, self.signers = files, claim, [], signers
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
        if self.signers:
            line["signature"] = self.signers.sign(by, written(line))
        self.lines.append(written(line))
        self.previous = digest(self.lines[-1])
        self.files.write(f"content/journal/{self.claim}.jsonl", "".join(self.lines))


def written(line: dict) -> str:
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n"


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
    articles = [newsroom.article(id) for id in sorted({a["article"] for a in appearances})]
    people = {claim["claimant"], verdict["author"], verdict["reply"]["from"], *(a["publisher"] for a in articles)}
    profiles = {profile["id"]: profile for profile in newsroom.profiles}
    form = {
        "format": "assay judged text 2",
        "claim": filled(
            {
                "id": claim["id"],
                "statement": claim["statement"],
                "claimants": [claim["claimant"]],
                "stated": claim["stated"].isoformat(),
                "topics": claim["topics"],
                "appearances": appearances,
                "related": claim["related"],
            }
        ),
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
        "documents": filled(
            {
                "articles": [article_form(each, appearances) for each in articles],
                "sources": [source_form(sources[id]) for id in sorted({e["source"] for e in evidence})],
                "profiles": [
                    {key: profiles[id][key] for key in ("id", "name", "kind")} for id in sorted(people) if id in profiles
                ],
                "rulings": [ruling_form(verdict["ruling"])],
            }
        ),
    }
    return json.dumps(form, ensure_ascii=False, indent=2) + "\n"


def filled(members: dict) -> dict:
    return {name: value for name, value in members.items() if value not in (None, [], "")}


def dated(document: dict, *fields: str) -> dict:
    return {key: v.isoformat() if hasattr(v := document[key], "isoformat") else v for key in fields if document.get(key)}


def article_form(article: dict, appearances: list[dict]) -> dict:
    form = dated(article, "id", "title", "publisher", "published", "url", "accessed")
    quotes = [a["quote"] for a in appearances if a["article"] == article["id"]]
    passages = [block["text"] for block in article["quotes"] if any(quote in block["text"] for quote in quotes)]
    return form | {"passages": passages}


def source_form(source: dict) -> dict:
    archived = source["archived"] if isinstance(source["archived"], list) else [source["archived"]]
    return filled(
        dated(source, "id", "title", "publisher", "published", "accessed", "url")
        | {"archived": archived, "kind": source["kind"], "checked": "read", "note": source["body"].strip("\n")}
    )


def ruling_form(id: str) -> dict:
    steps = [ruling[0] for ruling in RULINGS[:-1]]
    label, meaning = next(ruling[1:3] for ruling in RULINGS if ruling[0] == id)
    step = {"step": f"{steps.index(id) + 1} of {len(steps)}"} if id in steps else {}
    return {"id": id, "label": label, "meaning": meaning} | step
