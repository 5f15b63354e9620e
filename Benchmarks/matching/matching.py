"""What `learn.py` and `table.py` share: running the benchmark program, reading its tables, measures."""

import pathlib
import subprocess

HERE = pathlib.Path(__file__).parent
#: The two collections: tweets against Snopes, debates against PolitiFact (CLEF 2022 CheckThat! 2A and 2B, English).
COLLECTIONS = {
    "2A": ("clef2022-2a", "CT2022-Task2A-EN"),
    "2B": ("clef2022-2b", "CT2022-Task2B-EN"),
}


class Found:
    """What was found for the sentences of one part of a collection."""

    def __init__(self, program, corpora, task, part, language="en"):
        folder, name = COLLECTIONS[task]
        place = corpora / "retrieval" / folder
        judgements = place / f"{name}-{part}_QRELs.tsv"
        lines = subprocess.run(
            [program, "features", place / "docs.tsv", place / f"{name}-Train-Dev_Queries.tsv", judgements, language],
            capture_output=True, text=True, check=True,
        ).stdout.splitlines()
        self.names = lines[0].split("\t")[5:-1]
        #: The number of right claims of each sentence, in the file's order.
        self.right = {}
        for line in judgements.read_text(encoding="utf-8").splitlines():
            row = line.split("\t")
            if len(row) > 2:
                self.right[row[0]] = self.right.get(row[0], 0) + 1
        #: For each sentence the claims in their order: (is it right, score, features, certainty). `hidden` has the right ones taken out.
        self.all, self.hidden = {}, {}
        # Some sentences stand twice in the file, and are one.
        for line in dict.fromkeys(lines[1:]):
            row = line.split("\t")
            group = self.all if row[0] == "all" else self.hidden
            group.setdefault(row[1], []).append((row[3] == "1", float(row[4]), [float(value) for value in row[5:-1]], row[-1]))


def average_precision(flags, count, depth):
    """The average precision of a list of flags, of which `count` could be true, cut at a depth."""
    hits, total = 0, 0.0
    for place, flag in enumerate(flags[:depth], 1):
        if flag:
            hits += 1
            total += hits / place
    return total / min(count, depth)


def mean_average_precision(found, score, depth=5):
    """MAP at a depth over all sentences, in the order of a score."""
    total = 0.0
    for sentence, count in found.right.items():
        # A stable sort: the program's order decides between equal ones.
        claims = sorted(found.all.get(sentence, []), key=lambda claim: -score(claim))
        total += average_precision([claim[0] for claim in claims], count, depth)
    return total / len(found.right)
