"""Queries as readers type them, made from a site's own claims: which claim is meant is known."""

import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Query:
    kind: str
    text: str
    claim: str  # the id of the claim that is meant
    is_specific: bool  # whether the text says enough to mean one claim


def queries(site: Path, each: int, seed: int) -> list[Query]:
    """So many queries of each kind; the same site and seed give the same ones."""
    draw = random.Random(seed)
    claims = json.loads((site / "data" / "claims.json").read_text(encoding="utf-8"))["claims"]
    made = []
    for kind, make in KINDS.items():
        count = 0
        while count < each:
            claim = draw.choice(claims)
            words = re.findall(r"[^\W_]+", claim["statement"].lower())
            long = [word for word in words if len(word) > 4]
            if len(long) < 4:
                continue
            text = make(draw, words, long, claim)
            made.append(Query(kind, text, claim["id"], kind in SPECIFIC))
            count += 1
    return made


def misspelt(draw: random.Random, word: str, first: bool = False) -> str:
    """A word with one typing error: a letter wrong, missing, too many, or two exchanged."""
    at = 0 if first else draw.randrange(1, len(word) - 1)
    other = draw.choice([letter for letter in LETTERS if letter != word[at]])
    return draw.choice([
        word[:at] + other + word[at + 1 :],
        word[:at] + word[at + 1 :],
        word[:at] + other + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    ])


def several(draw: random.Random, words: list[str], count: int) -> list[str]:
    """Words in the claim's order, as who remembers a claim types them."""
    return [words[at] for at in sorted(draw.sample(range(len(words)), min(count, len(words))))]


def with_error(draw: random.Random, words: list[str]) -> list[str]:
    at = draw.randrange(len(words))
    return words[:at] + [misspelt(draw, words[at])] + words[at + 1 :]


KINDS = {
    "one letter": lambda draw, words, long, claim: draw.choice(words)[:1],
    "two letters": lambda draw, words, long, claim: draw.choice(words)[:2],
    "three letters": lambda draw, words, long, claim: draw.choice(long)[:3],
    "one word": lambda draw, words, long, claim: draw.choice(long),
    "the most common words": lambda draw, words, long, claim: " ".join(sorted(words, key=len)[:3]),
    "one word with an error": lambda draw, words, long, claim: misspelt(draw, draw.choice(long)),
    "one word, first letter wrong": lambda draw, words, long, claim: misspelt(draw, draw.choice(long), first=True),
    "three words": lambda draw, words, long, claim: " ".join(several(draw, long, 3)),
    "three words, the last begun": lambda draw, words, long, claim: " ".join(several(draw, long, 3))[:-2],
    "three words, one with an error": lambda draw, words, long, claim: " ".join(with_error(draw, several(draw, long, 3))),
    "eight words": lambda draw, words, long, claim: " ".join(several(draw, words, 8)),
    "claimant and a word": lambda draw, words, long, claim: f"{claim['claimants'][0]['name']} {draw.choice(long)}",
}
SPECIFIC = {"three words", "three words, the last begun", "three words, one with an error", "eight words"}
