"""A made-up newsroom: its records, before any tool's file format. The same size and seed give the same records."""

import random
from bisect import bisect
from datetime import date, timedelta
from itertools import accumulate

from prose import Prose

RULINGS = [  # worst to best, and a label; with how often each is given
    ("false", "False", "The published record contradicts the claim.", 30),
    ("mostly-false", "Mostly false", "What the claim chiefly says is contradicted by the record.", 18),
    ("half-true", "Half true", "One part of the claim is accurate and another is not.", 17),
    ("mostly-true", "Mostly true", "The claim is accurate in substance; a detail is loose.", 15),
    ("true", "True", "The claim is accurate as worded, and nothing is left out.", 16),
    ("unproven", "Unproven", "The published record neither establishes the claim nor refutes it.", 4),
]
SOURCE_KINDS = ["primary-document", "transcript", "official-statement", "dataset", "research", "interview", "news-report"]
PAGES = ["about", "methodology", "corrections", "funding", "contact", "submit"]
TOPICS = 40
CLAIMS_PER_ARTICLE = 40
CLAIMS_PER_REVIEWER = 200


class Zipf:
    """Picks numbers below `count`, low ones far more often: a few sources, claimants and topics have many links."""

    def __init__(self, draw: random.Random, count: int, exponent: float = 0.8, flattening: int = 5):
        self.draw = draw
        self.weights = list(accumulate((rank + flattening) ** -exponent for rank in range(count)))

    def pick(self) -> int:
        return bisect(self.weights, self.draw.random() * self.weights[-1])

    def pick_several(self, count: int) -> list[int]:
        picked: dict[int, None] = {}
        while len(picked) < min(count, len(self.weights)):
            picked[self.pick()] = None
        return list(picked)


class Newsroom:
    """The records, each a dictionary with the names of Assay's fields."""

    def __init__(self, size: int, seed: int):
        self.draw = random.Random(seed)
        self.prose = Prose(self.draw)
        self.size = size
        self._profiles(max(20, size // 10))
        self.topics = [
            {"id": f"topic-{n}", "name": self.prose.phrase(1, 2), "description": self.prose.phrase(6, 12) + "."}
            for n in range(TOPICS)
        ]
        self.sources = [self._source(n) for n in range(max(12, size // 3))]
        self.articles = [self._article(n) for n in range(max(10, size // 10))]
        self.pages = [
            {"id": id, "title": id.capitalize(), "summary": self.prose.phrase(8, 14) + ".", "body": self._plain(4)}
            for id in PAGES
        ]
        self._topic_of, self._claimant_of = Zipf(self.draw, TOPICS), Zipf(self.draw, len(self.claimants))
        self._source_of, self._article_of = Zipf(self.draw, len(self.sources)), Zipf(self.draw, len(self.articles))
        self._claim_of = Zipf(self.draw, size)
        self.claims = [self._claim(n) for n in range(size)]
        self.verdicts = [self._verdict(n, claim) for n, claim in enumerate(self.claims)]

    def _day(self, first: date, days: int) -> date:
        return first + timedelta(days=self.draw.randrange(days))

    def _plain(self, paragraphs: int) -> str:
        return "\n\n".join(self._sentences(self.draw.randint(40, 70)) for _ in range(paragraphs))

    def _sentences(self, words: int) -> str:
        text = []
        while words > 0:
            length = self.draw.randint(8, 22)
            text.append(self.prose.phrase(length, length) + ".")
            words -= length
        return " ".join(text)

    def _profiles(self, count: int):
        """Reviewers grow with the newsroom, as desks do; publishers are a tenth; the rest make claims."""
        reviewers = max(6, self.size // CLAIMS_PER_REVIEWER)
        publishers = max(4, count // 10)
        self.profiles = []
        for n in range(max(count, reviewers + publishers + 5)):
            is_person = reviewers + publishers <= n and n % 3 > 0
            self.profiles.append({
                "id": f"profile-{n}",
                "name": self.prose.name(),
                "kind": "person" if is_person else "organisation",
                "description": self.prose.phrase(3, 8),
                "url": f"https://profile-{n}.example/",
                "body": self._sentences(30),
            })
        ids = [profile["id"] for profile in self.profiles]
        self.reviewers, self.publishers = ids[:reviewers], ids[reviewers : reviewers + publishers]
        self.claimants = ids[reviewers + publishers :]

    def _source(self, n: int) -> dict:
        published = self._day(date(2015, 1, 1), 1_800)
        host = f"source-{n % 997}.example"
        return {
            "id": f"source-{n}",
            "title": self.prose.phrase(5, 12),
            "publisher": self.prose.name(),
            "published": published,
            "accessed": published + timedelta(days=self.draw.randrange(1, 30)),
            "url": f"https://{host}/{published.year}/{n}",
            "archived": f"https://web.archive.org/web/20200101000000/https://{host}/{published.year}/{n}",
            "kind": self.draw.choice(SOURCE_KINDS),
            "body": self._sentences(self.draw.randint(25, 60)),
        }

    def _article(self, n: int) -> dict:
        published = self._day(date(2020, 2, 1), 1_800)
        return {
            "id": f"article-{n}",
            "title": self.prose.phrase(6, 12),
            "publisher": self.draw.choice(self.publishers),
            "published": published,
            "accessed": published + timedelta(days=1),
            "url": f"https://article-{n}.example/{published.year}/{n}",
            "digest": [self._sentences(40), self._sentences(40)],
            "quotes": [],
        }

    def _claim(self, n: int) -> dict:
        claim = {
            "id": f"claim-{n}",
            "statement": self.prose.phrase(10, 24) + ".",
            "claimant": self.claimants[self._claimant_of.pick()],
            "topics": [self.topics[k]["id"] for k in self._topic_of.pick_several(self.draw.choice([1, 1, 2, 3]))],
            "appearances": [],
            "related": [f"claim-{k}" for k in self._claim_of.pick_several(self.draw.choice([0, 1, 2, 3])) if k != n],
        }
        for _ in range(self.draw.choice([1, 1, 1, 2])):
            article = self.articles[self._article_of.pick()]
            while len(article["quotes"]) >= CLAIMS_PER_ARTICLE:
                article = self.draw.choice(self.articles)
            quote = self.prose.phrase(12, 24)
            locator = f"P{len(article['quotes']) + 1}"
            article["quotes"].append({"text": quote, "locator": locator, "claim": n})
            claim["appearances"].append({"article": article["id"], "quote": quote, "locator": locator})
        days = [self.article(a["article"])["published"] for a in claim["appearances"]]
        claim["stated"] = min(days)
        claim["last-appeared"] = max(days)
        return claim

    def _verdict(self, n: int, claim: dict) -> dict:
        ruling = self.draw.choices(RULINGS, weights=[r[3] for r in RULINGS])[0]
        author, reviewer = self.draw.sample(self.reviewers, 2)
        evidence = []
        for k, source in enumerate(self._source_of.pick_several(self.draw.randint(3, 8))):
            evidence.append({
                "source": f"source-{source}",
                "stance": ["supports", "undermines", "context"][k if k < 3 else self.draw.randrange(3)],
                "shows": self.prose.phrase(8, 18) + ".",
                "locator": f"p. {self.draw.randint(1, 90)}",
            })
        verdict = {
            "id": claim["id"],
            "claim": claim["id"],
            "ruling": ruling[0],
            "title": self.prose.phrase(7, 14),
            "summary": self.prose.phrase(16, 28) + ".",
            "author": author,
            "reviewer": reviewer,
            "published": claim["last-appeared"] + timedelta(days=self.draw.randrange(1, 20)),
            "evidence": evidence,
            "would-change": self.prose.phrase(10, 20) + ".",
            "paragraphs": self._reasoning(n, len(evidence)),
        }
        verdict["reply"] = {"from": claim["claimant"], "asked": verdict["published"]}
        return verdict

    def _reasoning(self, n: int, citations: int) -> list:
        """The reasoning: 300 to 800 words as a list of parts, of which each tool's writer makes Markdown.

        A part is ("text", words), ("heading", words), ("list", items), ("cite", numbers from 0) or
        ("link", claim id, words); a paragraph ends with ("end",).
        """
        parts: list = []
        left = self.draw.randint(300, 800)
        waiting = list(range(citations))
        while left > 0:
            words = self.draw.randint(35, 85)
            left -= words
            parts.append(("text", self._sentences(words // 2)))
            if waiting:
                parts.append(("cite", [waiting.pop(0)] + ([waiting.pop(0)] if len(waiting) > 6 else [])))
            parts.append(("text", "_" + self.prose.phrase(2, 4) + "_, " + self._sentences(words // 2)))
            if self.draw.random() < 0.15:
                parts.append(("link", f"claim-{self._claim_of.pick()}", self.prose.phrase(2, 4)))
            parts.append(("end",))
            if self.draw.random() < 0.25:
                parts.append(("heading", self.prose.phrase(2, 5)))
            if self.draw.random() < 0.1:
                parts.append(("list", [self.prose.phrase(4, 10) for _ in range(3)]))
        for k in waiting:
            parts += [("text", self.prose.phrase(8, 14)), ("cite", [k]), ("end",)]
        return parts

    def article(self, id: str) -> dict:
        return self.articles[int(id.removeprefix("article-"))]
