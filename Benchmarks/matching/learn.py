"""Learns the weights of matching and of check-worthy sentences from the training parts, and writes them into the sources.

    pip install -r requirements.txt
    learn.py PROGRAM CORPORA ranking      prints Sources/Matching/Ranking/RankingWeights.swift
    learn.py PROGRAM CORPORA candidates   prints Sources/Matching/Candidates/candidates.txt

PROGRAM is made by `ASSAY_BENCHMARKS=1 swift build -c release --product matching-benchmark`. Nothing of the parts that `table.py` reports is read.
"""

import pathlib
import sys

import numpy
from sklearn.linear_model import LogisticRegression

from matching import Found
import sentences

#: The precision that "likely" has to have on training sentences that the weights were not learnt from.
LIKELY = 0.95
#: The logarithm of the odds from which a match is "possible". Of the training sentences, six in ten of such answers were right.
POSSIBLE = -1.5
FOLDS = 5


def ranking_weights(parts):
    """Learns from pairs of a right claim and a wrong one of the same sentence; each collection counts as much."""
    rows, weights = [], []
    for groups in parts:
        own = []
        for claims in groups.values():
            # In the order of BM25, so that what is learnt does not depend on the weights that the program has now.
            claims = sorted(claims, key=lambda claim: -claim[2][0])
            right = [numpy.array(values) for flag, _, values, _ in claims if flag]
            wrong = [numpy.array(values) for flag, _, values, _ in claims if not flag][:15]
            own += [one - other for one in right for other in wrong]
        rows.append(numpy.array(own))
        weights.append(numpy.full(len(own), 20000 / len(own)))
    rows, weights = numpy.concatenate(rows), numpy.concatenate(weights)
    labels = numpy.ones(len(rows))
    rows[::2] *= -1
    labels[::2] = 0
    model = LogisticRegression(C=0.1, fit_intercept=False, max_iter=3000).fit(rows, labels, sample_weight=weights)
    return model.coef_[0]


def first_answers(found, weights, chosen):
    """The features of each sentence's first answer, and whether it is right: with its claims there, and with them taken out."""
    rows, labels = [], []
    for sentence in chosen:
        for groups, can_be_right in ((found.all, True), (found.hidden, False)):
            claims = groups.get(sentence, [])
            if not claims:
                continue
            scored = sorted(((float(numpy.dot(values, weights)), flag, values) for flag, _, values, _ in claims), key=lambda one: -one[0])
            lead = scored[0][0] - (scored[1][0] if len(scored) > 1 else 0)
            rows.append([lead] + scored[0][2])
            labels.append(int(can_be_right and scored[0][1]))
    return numpy.array(rows), numpy.array(labels)


def certainty_model(founds, weights, chosen):
    """A logistic regression of "the first answer is right"."""
    data = [first_answers(found, weights, part) for found, part in zip(founds, chosen)]
    rows, labels = (numpy.concatenate([part[side] for part in data]) for side in (0, 1))
    return LogisticRegression(C=0.3, max_iter=5000).fit(rows, labels)


def bound(founds):
    """The odds from which an answer is "likely": precise enough on sentences that weights were not learnt from.

    Sentences are held back in blocks, in the order of the files, which is that of time.
    """
    odds, labels = [], []
    for fold in range(FOLDS):
        held, kept = [], []
        for found in founds:
            names = list(found.right)
            held.append([name for place, name in enumerate(names) if place * FOLDS // len(names) == fold])
            kept.append([name for place, name in enumerate(names) if place * FOLDS // len(names) != fold])
        weights = ranking_weights([{name: found.all[name] for name in part if name in found.all} for found, part in zip(founds, kept)])
        model = certainty_model(founds, weights, kept)
        for found, part in zip(founds, held):
            rows, own = first_answers(found, weights, part)
            odds += list(model.decision_function(rows))
            labels += list(own)
    order = numpy.argsort(-numpy.array(odds), kind="stable")
    sums = numpy.cumsum(numpy.array(labels)[order]) / numpy.arange(1, len(order) + 1)
    return odds[order[numpy.max(numpy.where(sums >= LIKELY))]]


def ranking(program, corpora):
    founds = [Found(program, corpora, task, "Train") for task in ("2A", "2B")]
    weights = ranking_weights([found.all for found in founds])
    model = certainty_model(founds, weights, [list(found.right) for found in founds])
    names = founds[0].names
    print("/// The weights of the features, learnt on the training part of the benchmark by `Benchmarks/matching/learn.py`.")
    print("package enum RankingWeights {")
    print("    static let weights: [MatchFeatures.Name: Float] = [")
    for name, weight in zip(names, weights):
        print(f"        .{name}: {weight:.4f},")
    print("    ]\n")
    print("    /// The constant of a match's certainty.")
    print(f"    static let certaintyConstant: Float = {model.intercept_[0]:.4f}")
    print("    /// The weight of its lead: its score minus the best other one.")
    print(f"    static let certaintyLead: Float = {model.coef_[0][0]:.4f}")
    print("    static let certainty: [MatchFeatures.Name: Float] = [")
    for name, weight in zip(names, model.coef_[0][1:]):
        print(f"        .{name}: {weight:.4f},")
    print("    ]\n")
    print("    /// The bounds of the two words: logarithms of odds.")
    print(f"    static let likely: Float = {bound(founds):.4f}")
    print(f"    static let possible: Float = {POSSIBLE}")
    print("}")


def candidates(program, corpora):
    train, labels, features = sentences.read(program, corpora, sentences.TRAIN)
    # A sign of fewer sentences than this says more of the sentence than of its kind.
    counts = {}
    for signs in features:
        for name in signs:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= 8)
    rows = sentences.matrix(features, names)
    model = LogisticRegression(C=0.15, l1_ratio=1, solver="liblinear", max_iter=1000, random_state=0).fit(rows, labels)
    print("; What counts for and against a sentence being worth checking, learnt by Benchmarks/matching/learn.py from ClaimBuster's")
    print("; judgements of debates up to 2004 (Arslan and others, arXiv 2004.14425). w: a stem, p: two stems in a row, # a number.")
    print(f"constant\t{model.intercept_[0]:.3f}")
    for name, weight in sorted(zip(names, model.coef_[0]), key=lambda one: (-abs(one[1]), one[0])):
        if abs(weight) >= 0.02:
            print(f"{name}\t{weight:.3f}")


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[3] not in ("ranking", "candidates"):
        sys.exit(__doc__)
    {"ranking": ranking, "candidates": candidates}[sys.argv[3]](sys.argv[1], pathlib.Path(sys.argv[2]))
