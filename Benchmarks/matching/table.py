"""Prints the table of docs/matching.md: matching, certainty, check-worthy sentences, latencies, each beside its baseline.

    table.py PROGRAM CORPORA

PROGRAM is made by `ASSAY_BENCHMARKS=1 swift build -c release --product matching-benchmark`. Weights were learnt from the training parts (`learn.py`); what is
printed here is of the parts that they were not learnt from: the dev parts of CLEF 2022, and the debates of 2008 to 2016.
"""

import pathlib
import subprocess
import sys

from matching import COLLECTIONS, Found, mean_average_precision
import sentences


def precision_of_word(found, word_of):
    """(precision, right answers as a share of the sentences, answers) of first answers with a word."""
    given = right = 0
    for groups, can_be_right in ((found.all, True), (found.hidden, False)):
        for sentence in found.right:
            claims = groups.get(sentence, [])
            if claims and word_of(claims):
                given += 1
                right += can_be_right and claims[0][0]
    return right, given, len(found.right)


def average_precision_of(order, flags):
    """The average precision of a whole list."""
    ranked = [flag for _, flag in sorted(zip(order, flags), key=lambda one: -one[0])]
    hits, total = 0, 0.0
    for place, flag in enumerate(ranked, 1):
        if flag:
            hits += 1
            total += hits / place
    return total / max(hits, 1)


def main(program, corpora):
    founds = {task: Found(program, corpora, task, "Dev") for task in COLLECTIONS}
    plain = {task: Found(program, corpora, task, "Dev", "und") for task in COLLECTIONS}
    print("MAP@5 on dev".ljust(46), "2A", "2B", sep="\t")
    for name, of, score in (
        ("BM25, folded words", plain, lambda claim: claim[2][0]),
        ("BM25, stems", founds, lambda claim: claim[2][0]),
        ("match", founds, lambda claim: claim[1]),
    ):
        print(name.ljust(46), *(f"{mean_average_precision(of[task], score):.3f}" for task in COLLECTIONS), sep="\t")

    print("\nfirst answers, each sentence with its claims there and without them")
    for word, words in (("likely", ("likely",)), ("likely or possible", ("likely", "possible"))):
        sums = [0, 0, 0]
        for task in COLLECTIONS:
            result = precision_of_word(founds[task], lambda claims: claims[0][3] in words)
            sums = [one + other for one, other in zip(sums, result)]
            show(f"{word}, {task}", *result)
        show(f"{word}, both", *sums)

    print("\ncheck-worthy sentences, debates of 2008 to 2016".ljust(46), "average precision", "sentences", sep="\t")
    for name, files in (("all judgements", ("groundtruth.csv", "crowdsourced.csv")), ("agreed by experts", ("groundtruth.csv",))):
        rows = sentences.rows(corpora, sentences.HELD_OUT, files)
        signs = sentences.read_signs(program, [text for text, _, _ in rows])
        flags = [flag for _, flag, _ in rows]
        for order, scores in (("model", [one[1] for one in signs]), ("plain rule", [one[0] for one in signs]),
                              ("order of the text", [-place for place in range(len(rows))])):
            print(f"{name}, {order}".ljust(46), f"{average_precision_of(scores, flags):.3f}", len(rows), sep="\t")
        by_debate = {}
        for one, (_, flag, debate) in zip(signs, rows):
            by_debate.setdefault(debate, []).append((one, flag))
        for order, place in (("model", 1), ("plain rule", 0)):
            values = [average_precision_of([one[place] for one, _ in part], [flag for _, flag in part])
                      for part in by_debate.values() if any(flag for _, flag in part)]
            print(f"{name}, {order}, mean of debates".ljust(46), f"{sum(values) / len(values):.3f}", len(values), sep="\t")

    place = corpora / "retrieval" / COLLECTIONS["2A"][0]
    for copies in (1, 7):
        print()
        print(subprocess.run([program, "latency", place / "docs.tsv", place / "CT2022-Task2A-EN-Train-Dev_Queries.tsv", str(copies)],
                             capture_output=True, text=True, check=True).stdout.rstrip())


def show(name, right, given, sentences_count):
    share = f"{right / given:.3f}" if given else "-"
    print(name.ljust(46), f"precision {share} ({right} of {given})", f"recall {right / sentences_count:.3f}", sep="\t")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], pathlib.Path(sys.argv[2]))
